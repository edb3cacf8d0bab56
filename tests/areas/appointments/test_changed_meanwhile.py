"""A change that waited for a colleague's change starts from what the colleague left."""

from contextlib import contextmanager
from datetime import date, time, timedelta

import pytest
from django.db import connection

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import VisitOver
from alongside.core.capabilities import Capability

pytestmark = pytest.mark.both_engines
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@contextmanager
def meanwhile(change):
    """Let a colleague's change happen between somebody's first look at the visits and the next statement."""
    waiting = [change]
    looked = []

    def between(execute, sql, params, many, context):
        if looked and waiting:
            waiting.pop()()
        if 'FROM "appointments_visit"' in sql:
            looked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(between):
        yield
    assert not waiting


@pytest.fixture
def act(cast):
    def acted(action, player=cast.maria, **given):
        return action(**({"actor": player.actor, "child": cast.idris, "at": cast.at} | given))

    return acted


@pytest.fixture
def four(cast, act, new_uuid):
    """Four Thursdays at a quarter to four."""
    rule = {"first_on": date(2026, 11, 26), "local_time": time(15, 45), "count": 4, "minutes": 45}
    return act(appointments.book_series, series=new_uuid(), therapist=cast.hannah.uuid, **rule)


@pytest.fixture
def onward(cast, act, four, new_uuid):
    """A colleague moves the second visit and all that follow to Fridays at nine."""
    new = new_uuid()

    def moved():
        given = {"series": new, "day": date(2026, 12, 4), "local_time": time(9)}
        act(appointments.move_following, player=cast.olive, visit=four[1].uuid, **given)

    return new, moved


def standing(opened, cast, series):
    seen = queries.series_visits(opened(cast.maria, Capability.READ_VISITS), series)
    return [(one.number, f"{one.local_start:%a %H:%M}") for one in seen if one.is_open]


def test_a_visit_that_is_moved_stays_in_the_series_it_went_to(cast, act, opened, four, onward):
    new, change = onward
    with meanwhile(change):
        act(appointments.move_visit, visit=four[2].uuid, starts_at=four[2].starts_at + HOUR)
    assert standing(opened, cast, four[0].series) == [(1, "Thu 15:45")]
    assert standing(opened, cast, new) == [(2, "Fri 09:00"), (3, "Thu 16:45"), (4, "Fri 09:00")]


def test_a_new_length_does_not_bring_the_old_therapist_back(cast, act, book, thursday):
    visit = book()
    given = {"visit": visit.uuid, "therapist": cast.tom.uuid, "starts_at": thursday}
    with meanwhile(lambda: act(appointments.move_visit, player=cast.olive, **given)):
        moved = act(appointments.move_visit, visit=visit.uuid, starts_at=thursday + DAY, minutes=30)
    assert (moved.therapist, moved.minutes, moved.sequence) == (cast.tom.uuid, 30, 2)


def test_an_end_waits_for_those_that_follow(act, four, onward):
    _, change = onward
    with meanwhile(change), pytest.raises(VisitOver):
        act(appointments.cancel_following, visit=four[2].uuid)


def test_a_regular_time_goes_on_as_a_colleague_left_it(cast, act, opened, four):
    longer = {"series": four[0].series, "count": 6, "player": cast.olive}
    with meanwhile(lambda: act(appointments.extend_series, **longer)):
        act(appointments.cancel_following, visit=four[2].uuid)
    assert standing(opened, cast, four[0].series) == [(1, "Thu 15:45"), (2, "Thu 15:45")]
