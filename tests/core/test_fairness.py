"""The rules of fairness: who is asked first, and for how long a time is held."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.fairness import (
    LEAST_HOLD,
    RULES,
    Fit,
    Night,
    Rule,
    Waiting,
    held_until,
    in_order,
    why_first,
)

ANA = Waiting(
    child=1, order=1, urgency=1, asked_last=False, fit=Fit.NOTHING_AGAINST, since_on=date(2026, 10, 1)
)
NIGHT = Night(zone="Europe/London", starts=time(18), ends=time(8))
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
FAMILIES = st.lists(
    st.builds(
        Waiting,
        child=st.integers(1, 99),
        order=st.integers(),
        urgency=st.integers(0, 2),
        asked_last=st.booleans(),
        fit=st.sampled_from(Fit),
        since_on=st.dates(date(2025, 1, 1), date(2026, 11, 1)),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda family: family.order,
)


@pytest.mark.parametrize(
    ("better", "rule"),
    [
        ({"urgency": 0}, Rule.URGENCY),
        ({"fit": Fit.THEY_COULD}, Rule.FIT),
        ({"since_on": date(2026, 9, 30)}, Rule.LONGEST),
        ({"order": 0}, Rule.FIRST),
    ],
)
def test_each_rule_decides_when_everything_before_it_is_equal(better, rule):
    ben = replace(ANA, **{"child": 2, "order": 2} | better)
    assert [family.child for family in in_order([ANA, ben])] == [2, 1]
    assert why_first(in_order([ANA, ben])) is rule


def test_whoever_was_asked_last_lets_another_family_go_first_but_not_one_that_can_wait_longer():
    ana = replace(ANA, asked_last=True, fit=Fit.THEY_COULD)
    ben = replace(ANA, child=2, order=2)
    later = replace(ben, urgency=2)
    assert why_first(in_order([ana, ben])) is Rule.TURN
    assert in_order([ana, ben])[0].child == 2
    assert in_order([ana, later])[0].child == 1


def test_a_family_alone_is_asked_because_it_is_alone():
    assert why_first([ANA]) is Rule.ALONE


@given(FAMILIES, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_looking(families, dice):
    ordered = in_order(families)
    dice.shuffle(families)
    assert in_order(families) == ordered
    assert why_first(ordered) in Rule


def test_every_rule_that_can_decide_is_written_down_in_its_order():
    assert [rule.code for rule in RULES] == [rule for rule in Rule if rule is not Rule.ALONE]


def test_a_time_is_held_for_the_clinics_hours_and_never_into_the_night():
    in_two_weeks = MONDAY + timedelta(days=14)
    assert held_until(MONDAY, in_two_weeks, 48, NIGHT) == MONDAY + timedelta(hours=48)
    evening = held_until(MONDAY, in_two_weeks, 12, NIGHT)  # 21:00 on Monday is night.
    assert evening == datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_a_time_that_starts_soon_is_held_for_half_of_what_is_left_or_not_offered():
    assert held_until(MONDAY, MONDAY + timedelta(hours=6), 48, NIGHT) == MONDAY + timedelta(hours=3)
    assert held_until(MONDAY, MONDAY + timedelta(hours=3), 48, NIGHT) is None
    assert held_until(MONDAY, MONDAY - timedelta(hours=3), 48, NIGHT) is None


@given(
    st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30), timezones=st.just(UTC)),
    st.integers(0, 40_000),
    st.integers(1, 336),
)
def test_nobody_gets_less_than_two_hours_and_no_offer_ends_at_night(at, minutes, hours):
    starts_at = at + timedelta(minutes=minutes)
    until = held_until(at, starts_at, hours, NIGHT)
    if until is not None:
        assert at + LEAST_HOLD <= until <= starts_at - LEAST_HOLD
        assert NIGHT.over_at(until) == until


def test_a_night_that_does_not_pass_midnight_and_one_of_no_length():
    noon = replace(NIGHT, starts=time(12), ends=time(14))
    assert noon.over_at(MONDAY + timedelta(hours=4)) == MONDAY + timedelta(hours=5)
    assert replace(NIGHT, ends=time(18)).over_at(MONDAY) == MONDAY
