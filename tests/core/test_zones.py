"""Every zone whose clocks change in 2026 or 2027, and thousands of times on those days.

The changes are looked for here minute by minute of the offset, not asked of the code that is tested.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from math import prod
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core import recurrence, series
from alongside.core.cells import cells_of
from alongside.core.recurrence import NoSuchLocalTime
from alongside.core.series import Rhythm, Rule

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
HOUR, MINUTE, WEEK = timedelta(hours=1), timedelta(minutes=1), timedelta(weeks=1)
EXAMPLES = 20_000


def offset(moment, zone):
    return moment.astimezone(zone).utcoffset()


def turn(low, high, zone):
    """The minute at which the offset becomes another between two instants."""
    while high - low > MINUTE:
        middle = low + (high - low) // MINUTE // 2 * MINUTE
        low, high = (middle, high) if offset(middle, zone) == offset(low, zone) else (low, middle)
    return high


@cache
def changes(name):
    """(instant, offset before, offset after) of every change of the clocks in the two years."""
    zone, found, moment = ZoneInfo(name), [], FIRST
    while moment < LAST:
        ahead = moment + 24 * HOUR
        if offset(moment, zone) != offset(ahead, zone):
            at = turn(moment, ahead, zone)
            found.append((at, offset(moment, zone), offset(ahead, zone)))
        moment = ahead
    return tuple(found)


@cache
def changing():
    return tuple(sorted(name for name in available_timezones() if changes(name)))


def wall(instant, zone):
    return instant.astimezone(zone).replace(tzinfo=None)


def test_many_zones_change_their_clocks():
    assert len(changing()) > 150
    assert {"Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"} <= set(
        changing()
    )


def test_at_every_change_a_missing_time_is_refused_with_the_next_one_and_a_double_one_is_the_first():
    gaps = folds = 0
    for name in changing():
        zone = ZoneInfo(name)
        for at, before, after in changes(name):
            inside = wall(at, zone) - (after - before) / 2 if after > before else wall(at, zone)
            if after > before:
                gaps += 1
                with pytest.raises(NoSuchLocalTime) as refused:
                    recurrence.instant(inside.date(), inside.time(), zone)
                assert refused.value.instead.astimezone(UTC) == at, name
                assert recurrence.instant_or_next(inside.date(), inside.time(), zone) == at
            else:
                folds += 1
                first = recurrence.instant(inside.date(), inside.time(), zone)
                assert (wall(first, zone), first < at) == (inside, True), name
                assert offset(first, zone) == before
    assert gaps > 300
    assert folds > 300


def test_a_weekly_series_over_every_change_keeps_its_wall_time():
    for name in changing():
        zone = ZoneInfo(name)
        for at, before, after in changes(name):
            day = at.astimezone(zone).date() - WEEK
            made = recurrence.weekly(day, time(15, 45), name, 3)
            assert {wall(one.starts_at, zone).time() for one in made} == {time(15, 45)}, name
            moved = (made[2].starts_at - made[0].starts_at) - 2 * WEEK
            assert moved == before - after, name


def a_time_near(change, fives):
    """A zone, and a wall time within a day of one of its changes."""
    name, at = every_change()[change % len(every_change())]
    local = wall(at, ZoneInfo(name)) + fives * timedelta(minutes=5)
    return name, local.replace(minute=local.minute // 5 * 5, second=0)


@cache
def every_change():
    return tuple((name, at) for name in changing() for at, *_ in changes(name))


SIZES = (900, 577, 3, 5, 96)  # changes, steps of five minutes around one, rhythms, counts, cells


def taken_apart(number):
    """One number for each way to choose: many examples of one draw take a third of the time of five draws each."""
    for size in SIZES:
        number, rest = divmod(number, size)
        yield rest


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
@given(st.integers(0, prod(SIZES) - 1))
def test_wall_times_are_kept_or_refused_and_lengths_are_true(number):
    change, fives, place, fewer, cells = taken_apart(number)
    rhythm, count = list(Rhythm)[place], fewer + 1
    name, local = a_time_near(change, fives - 288)
    zone, minutes = ZoneInfo(name), 5 * (cells + 1)
    rule = Rule(
        first_on=local.date(),
        local_time=local.time(),
        zone=name,
        count=count,
        rhythm=rhythm,
        days=(local.weekday(), (local.weekday() + 3) % 7),
    )
    for one in series.planned(rule):
        wanted = datetime.combine(one.on, local.time())
        assert one.exists == (wall(one.starts_at, zone) == wanted)
        if one.exists:
            earlier = wanted.replace(tzinfo=zone, fold=0).astimezone(UTC)
            assert one.starts_at == earlier == recurrence.instant(one.on, local.time(), zone)
        else:
            assert wall(one.starts_at, zone) > wanted
            assert wall(one.starts_at - MINUTE, zone) < wanted
        if not one.starts_at.timestamp() % 300:
            assert len(cells_of(one.starts_at, minutes)) * 5 == minutes


def test_a_stored_zone_is_read_for_ever():
    assert recurrence.zone_kept("US/Pacific-New") == ZoneInfo("America/Los_Angeles")
    assert recurrence.zone_kept("Europe/Kiev").utcoffset(datetime(2026, 7, 1)) == 3 * HOUR
    for unknown in ("Mars/Base", "", "../etc/passwd"):
        assert recurrence.zone_kept(unknown) == ZoneInfo("UTC")


@pytest.mark.parametrize("day", [date.min, date.max, date(1969, 12, 31), date(2200, 1, 1)])
def test_years_have_bounds(day):
    with pytest.raises(recurrence.BadDate):
        series.planned(Rule(first_on=day, local_time=time(9), zone="Europe/London", count=2))
