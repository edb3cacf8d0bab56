"""Times kept free, who reads what of them, and giving them back."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries
from alongside.areas.diary.values import KeptKind
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.diary.week import FRIDAY, MONDAY, TUESDAY, as_owner, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]


def seen(cast, reader, first=MONDAY, last=FRIDAY):
    return queries.kept(reader.actor, cast.clinic.pk, (cast.hannah.pk,), first, last)


def as_hannah(cast):
    return {"actor": cast.hannah.actor, "clinic": cast.clinic.pk, "at": cast.at}


def test_words_are_for_the_own_eyes_alone(cast, new_uuid):
    said = as_hannah(cast) | {"person": cast.hannah.uuid}
    diary.keep_free(**said, kept=new_uuid(), draft=weekly(KeptKind.NOTES, words="Reports first"))
    diary.take_leave(**said, kept=new_uuid(), kind=KeptKind.ILL, first=TUESDAY, last=TUESDAY, words="Dentist")
    own, others = seen(cast, cast.hannah), seen(cast, cast.maria)
    assert [(one.kind, one.words) for one in own] == [("NOTES", "Reports first"), ("ILL", "Dentist")]
    assert [(one.kind, one.words) for one in others] == [("NOTES", ""), ("LEAVE", "")]
    lines = queries.kept_lines(cast.olive.actor, cast.clinic.pk, cast.hannah.pk, cast.at)
    assert [line.words for line in lines] == ["", ""]


def test_leave_over_the_change_of_the_clocks_covers_whole_days(cast, new_uuid):
    days = {"first": date(2026, 10, 24), "last": date(2026, 10, 26)}
    diary.take_leave(**as_owner(cast), person=cast.hannah.uuid, kept=new_uuid(), **days)
    found = seen(cast, cast.maria, date(2026, 10, 20), date(2026, 10, 30))
    assert [(one.day.day, one.start, one.end) for one in found] == [
        (24, 0, 1440),
        (25, 0, 1440),
        (26, 0, 1440),
    ]


def test_nobody_keeps_times_of_a_colleague_but_the_owner_and_the_desk(cast, new_uuid):
    leave = {"person": cast.tom.uuid, "kept": new_uuid(), "first": MONDAY, "last": MONDAY}
    with pytest.raises(NotAllowed, match="front desk"):
        diary.take_leave(**as_hannah(cast), **leave)
    with pytest.raises(NotAllowed, match="front desk"):
        diary.keep_free(**as_hannah(cast), kept=new_uuid(), draft=weekly())
    with pytest.raises(NotFound):
        diary.take_leave(**as_hannah(cast) | {"actor": cast.samira.actor}, **leave)
    with pytest.raises(NotFound):
        diary.take_leave(**as_owner(cast), **leave | {"person": cast.other_therapist.uuid})
    diary.take_leave(**as_owner(cast) | {"actor": cast.maria.actor}, **leave)
    diary.take_leave(**as_owner(cast), **leave)
    assert len(queries.kept(cast.tom.actor, cast.clinic.pk, (cast.tom.pk,), MONDAY, MONDAY)) == 1


def test_an_identifier_of_somebody_else_is_unknown(cast, new_uuid):
    kept = new_uuid()
    diary.keep_free(**as_owner(cast), kept=kept, draft=weekly(), person=cast.tom.uuid)
    with pytest.raises(NotFound):
        diary.keep_free(**as_hannah(cast), kept=kept, draft=weekly(), person=cast.hannah.uuid)
    with pytest.raises(NotAllowed):
        diary.stop_keeping(**as_hannah(cast), kept=kept)
    diary.stop_keeping(actor=cast.other_therapist.actor, clinic=cast.other_clinic.pk, kept=kept, at=cast.at)
    assert queries.kept_lines(cast.tom.actor, cast.clinic.pk, cast.tom.pk, cast.at)


def test_a_time_given_back_stays_kept_on_the_days_before(cast, new_uuid):
    weeks, leave = new_uuid(), new_uuid()
    said = as_hannah(cast) | {"person": cast.hannah.uuid}
    since = MONDAY - timedelta(weeks=1)
    diary.keep_free(**said, kept=weeks, draft=weekly(first=since))
    diary.take_leave(**said, kept=leave, first=since, last=TUESDAY)
    for kept in (weeks, leave, weeks, leave):
        diary.stop_keeping(**as_hannah(cast), kept=kept)
    found = seen(cast, cast.hannah, since, TUESDAY)
    assert {one.day for one in found if one.uuid == weeks} == {since}
    assert max(one.day for one in found if one.uuid == leave) == MONDAY - timedelta(days=1)
    assert queries.kept_lines(cast.hannah.actor, cast.clinic.pk, cast.hannah.pk, cast.at) == ()


def test_a_time_that_never_came_leaves_no_trace(cast, new_uuid):
    kept = new_uuid()
    diary.keep_free(**as_hannah(cast), person=cast.hannah.uuid, kept=kept, draft=weekly(first=TUESDAY))
    diary.stop_keeping(**as_hannah(cast), kept=kept)
    assert seen(cast, cast.hannah) == ()


def test_what_cannot_be_is_refused_at_its_field(cast, new_uuid):
    said = as_hannah(cast) | {"person": cast.hannah.uuid, "kept": new_uuid()}
    wrong = [
        (weekly(start=time(13), end=time(12)), "until_time"),
        (weekly(start=time(12, 1)), "until_time"),
        (weekly(kind=KeptKind.LEAVE), "kind"),
        (weekly(last=MONDAY - timedelta(days=1)), "last"),
        (weekly(weekday=7), "weekday"),
    ]
    for draft, field in wrong:
        with pytest.raises(InvalidInput) as refused:
            diary.keep_free(**said, draft=draft)
        assert refused.value.field == field
    with pytest.raises(InvalidInput, match="one year"):
        diary.take_leave(**said, first=MONDAY, last=MONDAY + timedelta(days=400))
    with pytest.raises(InvalidInput, match="after the start"):
        diary.take_leave(**said, first=MONDAY, last=MONDAY, from_time=time(12), until_time=time())


def test_lines_say_what_was_typed(cast, new_uuid):
    said = as_hannah(cast) | {"person": cast.hannah.uuid}
    diary.take_leave(**said, kept=new_uuid(), first=FRIDAY, last=FRIDAY + timedelta(days=3))
    diary.take_leave(
        **said, kept=new_uuid(), first=FRIDAY, last=FRIDAY, from_time=time(14), until_time=time(15)
    )
    diary.keep_free(**said, kept=new_uuid(), draft=weekly(weekday=4))
    lines = queries.kept_lines(cast.hannah.actor, cast.clinic.pk, cast.hannah.pk, cast.at)
    assert [(one.weekday, one.first, one.last, one.is_whole_days) for one in lines] == [
        (4, MONDAY, None, False),
        (None, FRIDAY, FRIDAY + timedelta(days=3), True),
        (None, FRIDAY, FRIDAY, False),
    ]
    assert (lines[2].start, lines[2].end) == (time(14), time(15))


def test_over_is_over(cast, new_uuid):
    said = as_hannah(cast) | {"person": cast.hannah.uuid}
    diary.take_leave(
        **said, kept=new_uuid(), first=MONDAY - timedelta(days=3), last=MONDAY - timedelta(days=1)
    )
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert queries.kept_lines(cast.hannah.actor, cast.clinic.pk, cast.hannah.pk, at) == ()
