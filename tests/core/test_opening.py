"""Spans of a day: laws of cutting and joining, and what the wall clock shows on days of 23 and 25 hours."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.core.instants import TimeWithoutZone
from alongside.core.opening import (
    DAY,
    Span,
    clock_at,
    joined,
    minute_of,
    on_day,
    shared,
    skipped,
    starts,
    without,
)

LONDON, APIA = "Europe/London", "Pacific/Apia"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
MINUTE = timedelta(minutes=1)
ZONES = sorted(zone for zone in available_timezones() if "/" in zone)


def spans():
    def made(edges):
        return Span(start=min(edges), end=max(edges))

    minute = some.integers(0, DAY)
    return some.lists(some.tuples(minute, minute).map(made), max_size=8)


def minutes(found):
    return {minute for one in found for minute in range(one.start, one.end)}


@given(spans())
def test_joining_keeps_every_minute_in_the_fewest_spans(some_spans):
    found = joined(some_spans)
    assert minutes(found) == minutes(some_spans)
    assert all(one.end < following.start for one, following in pairwise(found))


@given(spans(), spans())
def test_cutting_leaves_the_free_minutes_that_nobody_took(free, taken):
    left = without(joined(free), taken)
    assert minutes(left) == minutes(free) - minutes(taken)
    assert all(one.start < one.end for one in left)
    assert list(left) == sorted(left, key=lambda one: one.start)


@given(spans(), spans())
def test_shared_minutes_lie_in_both(ones, others):
    assert minutes(shared(joined(ones), others)) == minutes(ones) & minutes(others)


@given(spans(), some.integers(1, 96).map(lambda cells: cells * 5), some.sampled_from([5, 15]))
def test_every_start_on_the_step_that_fits_is_found(free, length, step):
    found = {one.start for one in starts(joined(free), length, step)}
    kept = minutes(free)
    fits = {at for at in range(0, DAY, step) if kept.issuperset(range(at, at + length))}
    assert found == fits


def test_a_cut_keeps_the_place_of_what_is_left():
    morning = Span(start=480, end=720, site=1)
    afternoon = Span(start=720, end=1080, site=2)
    assert without((morning, afternoon), [Span(start=700, end=760)]) == (
        Span(start=480, end=700, site=1),
        Span(start=760, end=1080, site=2),
    )


@given(
    some.sampled_from(ZONES),
    some.dates(date(2026, 1, 1), date(2027, 12, 31)),
    some.integers(-DAY, 2 * DAY),
    some.integers(1, 2 * DAY),
)
def test_the_minutes_of_an_interval_are_those_that_the_wall_clock_shows(zone, day, begins, lasts):
    starts_at = datetime.combine(day, time(), UTC) + begins * MINUTE
    walls = ((starts_at + number * MINUTE).astimezone(ZoneInfo(zone)) for number in range(lasts))
    shown = {minute_of(wall.time()) for wall in walls if wall.date() == day}
    assert minutes(on_day(starts_at, starts_at + lasts * MINUTE, day, zone)) == shown


@given(some.sampled_from(ZONES), some.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_skipped_minutes_are_those_that_no_instant_shows(zone, day):
    first = datetime.combine(day, time(), UTC) - timedelta(days=1)
    walls = ((first + number * MINUTE).astimezone(ZoneInfo(zone)) for number in range(3 * DAY))
    shown = {minute_of(wall.time()) for wall in walls if wall.date() == day}
    assert minutes(skipped(day, zone)) == set(range(DAY)) - shown


def test_a_day_of_23_hours_has_no_time_in_the_skipped_hour():
    assert skipped(SPRING, LONDON) == (Span(start=60, end=120),)
    assert skipped(AUTUMN, LONDON) == ()
    assert skipped(date(2011, 12, 30), APIA) == (Span(start=0, end=DAY),)


def test_on_a_day_of_25_hours_both_comings_of_an_hour_take_its_minutes():
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    for begins in (first, second):
        assert on_day(begins, begins + 15 * MINUTE, AUTUMN, LONDON) == (Span(start=90, end=105),)


def test_each_minute_of_a_day_is_one_time_on_the_clock():
    assert [minute_of(clock_at(minute)) for minute in range(DAY)] == list(range(DAY))
    assert (minute_of(time(9, 5, 59)), minute_of(datetime(2026, 11, 23, 9, 5)), clock_at(545)) == (
        545,
        545,
        time(9, 5),
    )


def test_a_minute_that_is_only_begun_is_taken_whole():
    begins = datetime(2026, 11, 23, 9, 0, 30, tzinfo=UTC)
    assert on_day(begins, begins + MINUTE, begins.date(), LONDON) == (Span(start=540, end=542),)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(TimeWithoutZone):
        on_day(datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 10, tzinfo=UTC), AUTUMN, LONDON)
