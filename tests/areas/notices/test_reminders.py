"""The day before a visit each carer is told once, in their own quiet, and nothing clinical is said."""

from dataclasses import fields
from datetime import UTC, datetime, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.circle.queries import who_looked
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import Rules, RulesDraft
from alongside.areas.notices.models import Notice
from alongside.areas.notices.values import Channel, NoticeState
from alongside.areas.trail.values import Kind
from alongside.core.capabilities import Capability

SECRETS = ["Idris", "Hannah", "Willow Room", "therap", "goal", "child", "sensory", "school"]


def to(letters):
    return [letter.to[0] for letter in letters]


def test_each_carer_is_told_the_day_before_and_once(cast, book, post, reminding):
    book()
    assert post(reminding - timedelta(minutes=1)) == []
    assert to(post(reminding)) == sorted([cast.samira.email, cast.karim.email, cast.grandma.email])
    assert post(reminding + timedelta(minutes=15)) == []
    assert post(reminding + timedelta(hours=23)) == []


def test_a_letter_says_when_and_nothing_of_a_child(cast, book, post, reminding):
    book()
    letter = post(reminding)[0]
    assert letter.subject == "A note from Willow House"
    assert "Thursday 26 November, at 15:45" in letter.body
    said = (letter.subject + letter.body).lower()
    assert [word for word in SECRETS if word.lower() in said] == []


def test_the_trail_says_that_the_clinic_looked_and_no_carer(cast, book, post, opened, reminding):
    book()
    post(reminding)
    looks = who_looked(opened(cast.samira, Capability.READ_TRAIL))
    told = {(one.person, one.person_name, one.roles, one.kind) for one in looks if "notice" in one.doing}
    assert told == {(None, "Willow House", "", Kind.READ)}


def test_two_visits_of_a_day_are_one_letter(cast, book, post, reminding, thursday):
    book()
    book(starts_at=thursday - timedelta(hours=4))
    letters = post(reminding)
    assert len(letters) == 3
    assert "2 visits on Thursday 26 November: 11:45, 15:45" in letters[0].body


def test_a_visit_that_is_let_go_or_only_offered_is_never_told(
    cast, book, post, reminding, thursday, new_uuid
):
    visit = book()
    appointments.hold_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=new_uuid(),
        therapist=cast.hannah.uuid,
        starts_at=thursday - timedelta(hours=4),
        minutes=45,
        at=cast.at,
    )
    appointments.could_not_come(actor=cast.samira.actor, child=cast.idris, visit=visit.uuid, at=cast.at)
    assert [letter for letter in post(reminding) if "visit on" in letter.body] == []


def test_a_visit_that_is_let_go_after_planning_is_looked_at_again(cast, book, post, reminding):
    visit = book()
    quiet = reminding + timedelta(hours=5)
    assert post(quiet) == []  # 21:00: it waits for the morning.
    appointments.could_not_come(actor=cast.samira.actor, child=cast.idris, visit=visit.uuid, at=quiet)
    morning = post(quiet + timedelta(hours=11))
    assert [letter for letter in morning if "visit on" in letter.body] == []
    assert Notice.objects.filter(kind="REMINDER", state=NoticeState.LET_GO).count() == 3


def test_the_night_of_a_carer_is_the_one_at_their_home(cast, book, post, reminding, new_uuid):
    house = {"actor": cast.hannah.actor, "child": cast.idris, "home": new_uuid(), "at": cast.at}
    circle.add_home(**house, name="With Karim", zone="Asia/Tokyo")
    circle.put_in_home(**house, person=cast.karim.uuid)
    book()
    # It is one in the morning in Tokyo.
    assert to(post(reminding)) == sorted([cast.samira.email, cast.grandma.email])
    assert to(post(reminding + timedelta(hours=7))) == [cast.karim.email]


def test_quiet_hours_are_kept_and_are_ones_own(cast, book, post, choose, reminding):
    book()
    choose(cast.samira, quiet_from=time(15), quiet_until=time(18, 30))
    assert cast.samira.email not in to(post(reminding))
    assert post(reminding + timedelta(hours=2, minutes=29)) == []
    assert to(post(reminding + timedelta(hours=2, minutes=30))) == [cast.samira.email]


def test_who_wants_no_letters_gets_none(cast, book, post, choose, reminding):
    book()
    choose(cast.samira, channel=Channel.NONE)
    choose(cast.karim, reminds=False)
    assert to(post(reminding)) == [cast.grandma.email]


def test_a_clinic_that_does_not_remind_is_silent(cast, book, post, reminding):
    book()
    usual = {field.name: getattr(Rules(), field.name) for field in fields(RulesDraft)}
    rules = RulesDraft(**usual | {"reminds": False})
    diary.keep_rules(actor=cast.olive.actor, clinic=cast.clinic.pk, rules=rules, at=cast.at)
    assert post(reminding) == []


def test_a_carer_who_left_the_circle_or_may_not_read_visits_is_not_told(cast, book, post, opened, reminding):
    book()
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=frozenset(), at=cast.at
    )
    assert cast.karim.email not in to(post(reminding))


def test_whoever_books_after_the_reminder_knows_of_it(cast, book, post, reminding):
    book(at=reminding + timedelta(minutes=5))
    assert post(reminding + timedelta(minutes=10)) == []


def test_a_worker_that_was_away_reminds_late_rather_than_never(book, post, reminding, thursday):
    book()
    assert len(post(thursday - timedelta(hours=2))) == 3
    assert post(thursday - timedelta(minutes=10)) == []


@pytest.mark.parametrize("monday", [datetime(2027, 3, 29, tzinfo=UTC), datetime(2027, 11, 1, tzinfo=UTC)])
def test_the_clock_of_the_clinic_counts_on_the_days_it_changes(book, post, monday):
    """The Sunday before these Mondays has 23 and 25 hours; 16:00 stays 16:00."""
    book(starts_at=monday + timedelta(hours=9, minutes=30))
    hour = 15 if monday.month == 3 else 16
    sunday = monday - timedelta(days=1)
    assert post(sunday + timedelta(hours=hour, minutes=-1)) == []
    assert len(post(sunday + timedelta(hours=hour))) == 3
