"""Terms, school holidays, public holidays and closed days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.adapters import public_holidays
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries
from alongside.areas.diary.values import TermKind
from alongside.areas.people.models import Clinic
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.diary.week import MONDAY, TUESDAY, as_owner, draft_of_rules

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]
CHRISTMAS, MAY_DAY = date(2026, 12, 25), date(2027, 5, 3)


def name(cast, new_uuid, words, kind, first, last):
    return diary.keep_term(**as_owner(cast), term=new_uuid(), name=words, kind=kind, first=first, last=last)


def test_a_clinic_has_the_public_holidays_of_its_country(cast):
    clinic = cast.clinic.pk
    assert queries.why_closed(clinic, CHRISTMAS) is None
    rules = diary.choose_country(**as_owner(cast), country="GB", subdivision="eng")
    assert (rules.country, rules.subdivision, rules.holidays_until) == ("GB", "ENG", date(2028, 11, 1))
    assert queries.why_closed(clinic, CHRISTMAS) == "Christmas Day"
    assert queries.why_closed(clinic, MAY_DAY) == "May Day"
    assert queries.why_closed(cast.other_clinic.pk, CHRISTMAS) is None
    assert len(queries.public_holidays(clinic, MONDAY, rules.holidays_until)) > 15


def test_the_holidays_begin_with_the_day_that_it_is_at_the_clinic(cast):
    Clinic.objects.filter(pk=cast.clinic.pk).update(zone="America/Vancouver")
    evening = datetime(2026, 12, 26, 2, tzinfo=UTC)  # Of Christmas Day, in Vancouver.
    rules = diary.choose_country(**as_owner(cast) | {"at": evening}, country="GB", subdivision="ENG")
    assert queries.why_closed(cast.clinic.pk, CHRISTMAS) == "Christmas Day"
    assert rules.holidays_until == date(2028, 12, 1)


def test_choosing_again_renews_the_days_ahead(cast):
    diary.choose_country(**as_owner(cast), country="GB", subdivision="ENG")
    diary.choose_country(**as_owner(cast), country="GB", subdivision="SCT")
    ahead = {one.name for one in queries.public_holidays(cast.clinic.pk, MONDAY, CHRISTMAS)}
    assert "Saint Andrew's Day" in ahead


def test_a_country_or_region_that_nobody_knows_is_refused(cast):
    with pytest.raises(InvalidInput, match="country from the list"):
        diary.choose_country(**as_owner(cast), country="XX")
    with pytest.raises(InvalidInput, match="ENG, NIR, SCT, WLS"):
        diary.choose_country(**as_owner(cast), country="GB", subdivision="BY")
    with pytest.raises(InvalidInput, match="same everywhere"):
        diary.choose_country(**as_owner(cast), country="IE", subdivision="BY")


def test_holidays_are_looked_up_before_anything_is_locked(cast, monkeypatch):
    with CaptureQueriesContext(connection) as before, pytest.raises(InvalidInput):
        diary.choose_country(**as_owner(cast), country="XX")
    with CaptureQueriesContext(connection) as asked:
        diary.choose_country(**as_owner(cast), country="GB")
    locks = [sum("SAVEPOINT" in one["sql"] for one in told.captured_queries) for told in (before, asked)]
    assert locks[0] == 0 < locks[1]
    monkeypatch.setattr(public_holidays, "_SECONDS", 0.001)
    with pytest.raises(InvalidInput, match="try again"):
        diary.choose_country(**as_owner(cast), country="IE")
    assert queries.rules(cast.clinic.pk).country == "GB"


def test_a_clinic_may_work_on_public_holidays(cast):
    diary.choose_country(**as_owner(cast), country="GB", subdivision="ENG")
    diary.keep_rules(**as_owner(cast), rules=draft_of_rules(works_on_public_holidays=True))
    seen = queries.days(cast.clinic.pk, CHRISTMAS, CHRISTMAS)[CHRISTMAS]
    assert (seen.closed, seen.public, seen.is_term) == ("", "Christmas Day", False)
    assert queries.rules(cast.clinic.pk).country == "GB"


def test_school_holidays_close_a_clinic_only_by_its_own_rule(cast, new_uuid):
    name(cast, new_uuid, "half term", TermKind.HOLIDAY, MONDAY, MONDAY + timedelta(days=4))
    clinic = cast.clinic.pk
    assert (queries.why_closed(clinic, TUESDAY), queries.is_term(clinic, TUESDAY)) == (None, False)
    diary.keep_rules(**as_owner(cast), rules=draft_of_rules(works_in_school_holidays=False))
    assert queries.why_closed(clinic, TUESDAY) == "half term"


def test_between_terms_there_is_no_school_and_beyond_them_nobody_knows(cast, new_uuid):
    name(cast, new_uuid, "Autumn", TermKind.TERM, date(2026, 9, 2), date(2026, 12, 18))
    found = name(cast, new_uuid, "Spring", TermKind.TERM, date(2027, 1, 4), date(2027, 3, 25))
    assert [one.name for one in found] == ["Autumn", "Spring"]
    term = {
        date(2026, 12, 18): True,
        date(2026, 12, 19): False,
        date(2026, 12, 21): False,
        date(2027, 1, 4): True,
        date(2027, 4, 12): True,
    }
    assert {day: queries.is_term(cast.clinic.pk, day) for day in term} == term


def test_a_term_can_be_taken_away(cast, new_uuid):
    (term,) = name(cast, new_uuid, "half term", TermKind.HOLIDAY, MONDAY, TUESDAY)
    diary.remove_term(**as_owner(cast), term=term.uuid)
    diary.remove_term(**as_owner(cast), term=term.uuid)
    assert queries.terms(cast.clinic.pk) == ()


def test_a_closed_day_says_why(cast, new_uuid):
    closed = {"first": MONDAY, "last": TUESDAY, "words": "Moving house"}
    diary.close_clinic(**as_owner(cast), kept=new_uuid(), **closed)
    assert queries.why_closed(cast.clinic.pk, TUESDAY) == "Moving house"
    with pytest.raises(InvalidInput, match="a few words"):
        diary.close_clinic(**as_owner(cast), kept=new_uuid(), **closed | {"words": " "})


def test_others_do_not_change_the_days_of_the_clinic(cast, new_uuid):
    for player, refusal in [
        (cast.hannah, NotAllowed),
        (cast.samira, NotFound),
        (cast.other_therapist, NotFound),
    ]:
        said = as_owner(cast) | {"actor": player.actor}
        with pytest.raises(refusal):
            diary.choose_country(**said, country="GB")
        with pytest.raises(refusal):
            diary.keep_rules(**said, rules=draft_of_rules())
        with pytest.raises(refusal):
            diary.remove_term(**said, term=new_uuid())
        with pytest.raises(refusal):
            diary.close_clinic(**said, kept=new_uuid(), first=MONDAY, last=MONDAY, words="x")
