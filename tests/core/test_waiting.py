"""How long families waited: against published figures, and whether the interval keeps its promise."""

import random
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.waiting import LEAST_WAITS, Wait, expected, still_waiting

# The remission times of 21 children, in weeks; the second list was still in remission (Freireich et al. 1963).
RELAPSED = (6, 6, 6, 7, 10, 13, 16, 22, 23)
CENSORED = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
PUBLISHED = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
WAITS = st.lists(st.builds(Wait, days=st.integers(0, 900), over=st.booleans()), max_size=60)


def waits(over, still=()):
    return [Wait(days=days, over=True) for days in over] + [Wait(days=days, over=False) for days in still]


def test_the_share_who_still_wait_is_the_published_one():
    curve = still_waiting(waits(RELAPSED, CENSORED))
    assert {one.days: round(one.share, 3) for one in curve} == PUBLISHED


def test_the_median_and_its_interval_are_the_published_ones():
    found = expected(waits(RELAPSED, CENSORED))
    assert (found.middle, found.middle_low, found.middle_high) == (23, 13, None)
    assert (found.seen, found.still) == (9, 12)
    assert found.high is None  # More than two in ten never got there, so nothing is said about them.


def test_without_anybody_still_waiting_the_middle_is_the_ordinary_median():
    days = [7, 14, 21, 28, 35, 42, 49, 56, 63]
    found = expected(waits(days))
    assert found.middle == median(days)
    assert (found.low, found.high) == (14, 56)


def test_nothing_is_said_of_fewer_than_eight_waits_however_many_still_wait():
    assert expected(waits(range(30, 37), range(200))) is None
    assert expected(waits(range(30, 38))).seen == LEAST_WAITS


def test_those_who_still_wait_make_the_wait_longer():
    alone = expected(waits(range(20, 40)))
    together = expected(waits(range(20, 40), [60] * 20))
    assert together.middle > alone.middle
    assert together.high is None


def test_weeks_are_never_shorter_than_the_days_they_stand_for():
    found = expected(waits([36, 40, 44, 45, 50, 55, 60, 62, 64]))
    assert found.weeks == (5, 9)
    assert expected(waits([1] * 9)).weeks == (1, 1)


@given(WAITS)
def test_whatever_was_seen_the_share_falls_and_stays_within_its_limits(known):
    curve = still_waiting(known)
    shares = [1.0, *(one.share for one in curve)]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= one.share <= 1 for one in curve)
    assert all(one.low is None or one.low <= one.share <= one.high for one in curve)
    found = expected(known)
    if found is not None and found.middle is not None:
        assert found.low <= found.middle
        assert found.middle_low is None or found.middle_low <= found.middle
        assert found.middle_high is None or found.middle_high >= found.middle


@pytest.mark.parametrize(("families", "least"), [(12, 0.93), (40, 0.93)])
def test_the_interval_of_the_middle_holds_the_true_one_about_as_often_as_it_says(families, least):
    dice, held = random.Random(11), []
    true = 60 * 0.6931471805599453
    for _ in range(600):
        found = expected(drawn(dice, families))
        if found is not None and found.middle_low is not None:
            held.append(found.middle_low <= true <= (found.middle_high or 10**6))
    assert sum(held) / len(held) >= least


def drawn(dice, families):
    """Waits of 60 days on average, of whom about a quarter still wait or left."""
    for _ in range(families):
        wait, seen_for = dice.expovariate(1 / 60), dice.expovariate(1 / 180)
        yield Wait(days=round(min(wait, seen_for)), over=wait <= seen_for)
