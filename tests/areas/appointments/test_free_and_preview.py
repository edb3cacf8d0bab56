"""Times that are still free, and a series before it is booked."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.appointments.values import Happens, Way
from alongside.areas.diary import actions as diary
from alongside.core.capabilities import Capability
from alongside.core.recurrence import NoSuchLocalTime
from alongside.core.refusals import InvalidInput, NotAllowed

THURSDAY = date(2026, 11, 26)


@pytest.fixture
def free(cast):
    def found(**given):
        wanted = {"at": cast.at, "first": THURSDAY, "last": THURSDAY, "minutes": 45, "step": 45}
        return queries.free_times(cast.clinic.pk, **(wanted | {"therapists": [cast.hannah.uuid]} | given))

    return found


def test_a_free_time_is_within_working_hours_and_nobody_elses(cast, free, book, thursday):
    all_day = free()
    assert {one.therapist_name for one in all_day} == {"Hannah Reid"}
    assert (all_day[0].local_start.time(), len(all_day)) == (time(8, 15), 13)
    book(minutes=30)
    taken = {one.starts_at for one in all_day} - {one.starts_at for one in free()}
    assert taken == {thursday}
    assert free(therapists=()) == free(at=thursday + timedelta(hours=4)) == ()
    assert {one.therapist_name for one in free(therapists=None)} == {"Hannah Reid", "Tom Adeyemi"}
    assert free(last=THURSDAY + timedelta(days=2))[-1].local_start.date() == THURSDAY + timedelta(days=1)


def test_the_child_the_buffer_and_the_room_are_looked_at(cast, free, book, room, thursday, opened):
    book(therapist=cast.tom.uuid, room=room.uuid)
    child = opened(cast.maria, Capability.BOOK_VISITS).pk
    starts = {one.starts_at for one in free(way=Way.AWAY)}
    assert thursday in starts
    assert starts - {one.starts_at for one in free(way=Way.AWAY, child=child)} == {thursday}
    assert starts - {one.starts_at for one in free()} == {thursday}
    assert {one.room_name for one in free()} == {"Willow Room"}
    assert free(features=("swing",)) == ()
    book(starts_at=thursday + timedelta(minutes=90))
    assert thursday + timedelta(minutes=45) in {one.starts_at for one in free(way=Way.AWAY)}
    assert thursday + timedelta(minutes=45) not in {one.starts_at for one in free(way=Way.AWAY, buffer=5)}


def test_nobody_looks_further_than_a_year(free):
    for last in (THURSDAY - timedelta(days=1), THURSDAY + timedelta(days=500)):
        with pytest.raises(InvalidInput):
            free(last=last)


@pytest.fixture
def wanted(cast):
    return {
        "therapist": cast.hannah.uuid,
        "first_on": THURSDAY,
        "local_time": time(15, 45),
        "count": 4,
        "minutes": 45,
    }


def test_every_date_says_what_stands_in_its_way(cast, opened, wanted, book, sibling, new_uuid):
    closed = {"first": date(2026, 12, 10), "last": date(2026, 12, 10), "words": "Moving house"}
    diary.close_clinic(actor=cast.olive.actor, clinic=cast.clinic.pk, kept=new_uuid(), at=cast.at, **closed)
    book(child=sibling, starts_at=datetime(2026, 12, 3, 16, tzinfo=UTC))
    reading = opened(cast.maria, Capability.BOOK_VISITS)
    dates = queries.preview_series(reading, **wanted)
    assert [one.number for one in dates] == [1, 2, 3, 4]
    assert [bool(one.clashes) for one in dates] == [False, True, False, False]
    assert [bool(one.closed) for one in dates] == [False, False, True, False]
    assert dates[1].is_in_the_way
    assert dates[1].instead[0] < dates[1].starts_at
    decided = {"skips": (dates[2].on,), "moves": {dates[1].on: dates[1].instead[-1]}}
    again = queries.preview_series(reading, **wanted, **decided)
    assert [one.happens for one in again] == [
        Happens.KEEP,
        Happens.MOVE,
        Happens.SKIP,
        Happens.KEEP,
        Happens.KEEP,
    ]
    assert not any(one.is_in_the_way for one in again)


def test_what_was_previewed_is_what_is_booked(cast, opened, wanted, new_uuid):
    wanted |= {"first_on": date(2027, 3, 18), "skips": (date(2027, 3, 25),), "count": 3}
    dates = queries.preview_series(opened(cast.maria, Capability.BOOK_VISITS), **wanted)
    assert [one.clock_change for one in dates] == [0, 0, 60, 0]
    booked = appointments.book_series(
        actor=cast.maria.actor, child=cast.idris, series=new_uuid(), at=cast.at, **wanted
    )
    assert [one.starts_at for one in dates if one.number] == [visit.starts_at for visit in booked]


def test_a_time_that_the_clocks_jump_over_is_shown_with_what_is_free_instead(cast, opened, wanted, new_uuid):
    wanted |= {"first_on": date(2027, 3, 21), "local_time": time(1, 30), "count": 2}
    [_, missing] = queries.preview_series(opened(cast.maria, Capability.BOOK_VISITS), **wanted)
    assert (missing.exists, missing.is_in_the_way, missing.is_outside) == (False, True, True)
    booking = {"actor": cast.maria.actor, "child": cast.idris, "at": cast.at, "series": new_uuid()} | wanted
    with pytest.raises(NoSuchLocalTime, match="next possible time is 02:00"):
        appointments.book_series(**booking)
    made = appointments.book_series(**booking, moves={missing.on: missing.starts_at})
    assert [f"{visit.local_start:%H:%M}" for visit in made] == ["01:30", "02:00"]


def test_a_date_that_clashes_with_another_of_its_own_series_is_refused(cast, wanted, new_uuid):
    moves = {date(2026, 12, 3): datetime(2026, 12, 10, 16, tzinfo=UTC)}
    with pytest.raises(SlotTaken, match="10 December"):
        appointments.book_series(
            actor=cast.maria.actor, child=cast.idris, at=cast.at, series=new_uuid(), moves=moves, **wanted
        )


def test_only_who_books_visits_looks_at_a_series_to_come(cast, opened, wanted):
    with pytest.raises(NotAllowed):
        queries.preview_series(opened(cast.samira, Capability.READ_VISITS), **wanted)
