"""The minutes meter compares what a plan asks with what a family gave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import load


@given(st.dictionaries(st.text(), st.integers(0, 60), max_size=8), st.integers(0, 120))
def test_used_is_the_sum_and_over_is_only_the_surplus(plan: dict[str, int], given_minutes: int) -> None:
    meter = load.load(plan, given_minutes)
    assert meter.used == sum(plan.values())
    assert meter.over == max(0, meter.used - meter.of)
    assert meter.fits is (meter.used <= given_minutes and len(plan) <= 4)


def test_four_live_ideas_are_enough_and_five_are_too_many() -> None:
    four = dict.fromkeys(range(load.LIVE_LIMIT), 0)
    assert load.load(four, 0).fits
    assert load.load({**four, "one more": 0}, 15).too_many


@pytest.mark.parametrize(
    ("plan", "given_minutes"), [({"a": -1}, 15), ({"a": 1441}, 15), ({}, -1), ({}, 1441)]
)
def test_minutes_outside_a_day_are_refused(plan: dict[str, int], given_minutes: int) -> None:
    with pytest.raises(load.BadMinutes):
        load.load(plan, given_minutes)
