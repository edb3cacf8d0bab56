"""What holds for every clinic and every family."""

import random
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.fitting import (
    CostKind,
    Family,
    Free,
    Need,
    RegularTime,
    Said,
    best_fits,
    points_of,
    regular_times,
)
from tests.core.fitting.building import CLOSED, FAMILIES, FREE, NEEDS

_SAID = {CostKind.NOT_A_DAY_NAMED, CostKind.OUTSIDE_TIMES, CostKind.IN_TIMES, CostKind.PREFERRED}


def _minutes(time: RegularTime, need: Need) -> set[int]:
    return set(range(time.minute, time.minute + need.minutes))


def _named(family: Family, day: date, *said: Said) -> set[int]:
    """Counted minute by minute, unlike the product."""
    wishes = [one for one in family.wishes if one.weekday == day.weekday() and one.said in said]
    return {minute for one in wishes for minute in range(one.starts, one.ends)}


@given(FREE, NEEDS, CLOSED)
def test_a_regular_time_has_all_its_visits_on_free_open_days(
    free: list[Free], need: Need, closed: frozenset[date]
) -> None:
    known = {(one.therapist, one.room, one.site, one.on, one.minute) for one in free}
    for time in regular_times(free, need, closed):
        assert len(time.dates) == need.count
        assert all((time.therapist, time.room, time.site, day, time.minute) in known for day in time.dates)
        assert closed.isdisjoint(time.dates)
        assert closed.issuperset(time.skipped)
        assert len(time.not_free) <= need.gaps
        walked = sorted({*time.dates, *time.skipped, *time.not_free})
        steps = {later - sooner for sooner, later in pairwise(walked)}
        assert steps <= {timedelta(weeks=need.every)}
        assert need.from_on <= walked[0] == time.dates[0]
        assert walked[-1] == time.dates[-1] <= need.until_on


@given(FREE, NEEDS, CLOSED, FAMILIES, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_known_changes_nothing(
    free: list[Free], need: Need, closed: frozenset[date], family: Family, order: random.Random
) -> None:
    fits = best_fits(regular_times(free, need, closed), need, family)
    shuffled = order.sample(free, len(free))
    times = list(regular_times(shuffled, need, closed))
    order.shuffle(times)
    assert best_fits(times, need, family) == fits


@given(FREE, NEEDS, CLOSED, FAMILIES)
def test_the_best_comes_first_and_no_two_are_alike(
    free: list[Free], need: Need, closed: frozenset[date], family: Family
) -> None:
    times = regular_times(free, need, closed)
    fits = best_fits(times, need, family)
    every = best_fits(times, need, family, most=len(times))
    assert len(fits) <= 3
    assert [fit.points for fit in fits] == sorted(fit.points for fit in fits)
    assert bool(fits) == bool(every)
    if fits:
        assert fits[0].time == every[0].time
    for sooner in fits:
        assert sooner.points == points_of(sooner.costs)
        for later in fits:
            assert sooner is later or _are_apart(sooner.time, later.time, need)


@given(FREE, NEEDS, CLOSED, FAMILIES)
def test_nobody_is_offered_what_every_home_ruled_out(
    free: list[Free], need: Need, closed: frozenset[date], family: Family
) -> None:
    homes = {one.home for one in family.wishes}
    if len(homes) > 1:
        family = Family(wishes=tuple(one for one in family.wishes if one.home == min(homes, key=str)))
    for fit in best_fits(regular_times(free, need, closed), need, family):
        for day in fit.time.dates:
            assert not _minutes(fit.time, need) & _named(family, day, Said.COULD_NOT)


@given(FREE, NEEDS, CLOSED, FAMILIES)
def test_what_a_time_costs_is_true_minute_by_minute(
    free: list[Free], need: Need, closed: frozenset[date], family: Family
) -> None:
    for fit in best_fits(regular_times(free, need, closed), need, family):
        said = {cost.kind: cost.n for cost in fit.costs}
        assert said.get(CostKind.MISSES_SCHOOL, 0) == _lessons(fit.time, need, family)
        assert said.keys() & _SAID == _told(fit.time, need, family)
        assert said.get(CostKind.OUTSIDE_TIMES, 0) in {0, len(_outside(fit.time, need, family))}


def _lessons(time: RegularTime, need: Need, family: Family) -> int:
    school = family.school
    if school is None or not any(day.weekday() < 5 and day not in school.off for day in time.dates):
        return 0
    return len(_minutes(time, need) & set(range(school.starts, school.ends)))


def _told(time: RegularTime, need: Need, family: Family) -> set[CostKind]:
    if all(one.said is Said.COULD_NOT for one in family.wishes):
        return set()
    if not _named(family, time.dates[0], Said.COULD, Said.PREFER):
        return {CostKind.NOT_A_DAY_NAMED}
    if _outside(time, need, family):
        return {CostKind.OUTSIDE_TIMES}
    liked = _minutes(time, need) <= _named(family, time.dates[0], Said.PREFER)
    return {CostKind.PREFERRED if liked else CostKind.IN_TIMES}


def _outside(time: RegularTime, need: Need, family: Family) -> set[int]:
    return _minutes(time, need) - _named(family, time.dates[0], Said.COULD, Said.PREFER)


def _are_apart(one: RegularTime, other: RegularTime, need: Need) -> bool:
    apart = abs(one.minute - other.minute)
    return one.weekday != other.weekday or (apart >= 60 and apart >= need.minutes + need.buffer)
