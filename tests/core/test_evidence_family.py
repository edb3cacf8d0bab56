"""The sentence a family reads, and its pictures."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.evidence import (
    Counted,
    Scale,
    counted_points,
    counted_then_now,
    counted_weeks,
    days_to_go,
    told,
)
from alongside.core.progress import BadWeeks, Count, Every, TrendCode
from tests.core.counts import MONDAY, daily, design, line, points

LOW, HIGH = [1, 0, 1, 1, 0, 1], [4, 4, 5, 4, 4]
SERIES = st.lists(st.none() | st.integers(0, 5), max_size=90)


def said(values, *lines, after=40, plan=None, **more):
    plan = plan or design()
    return told(plan, points(values, *lines, plan=plan, **more), MONDAY + timedelta(days=after))


def text(trend):
    return f"{trend.phrase.text} {trend.counts.text}"


def test_too_early_counts_the_days_that_are_still_needed():
    start = line(6)
    assert text(said([*LOW, 4], start, after=22)) == "Too early to say. About 6 more days of counting."
    assert text(said([*LOW, *HIGH], start, after=27)) == "Too early to say. About one more day of counting."
    assert text(said([*LOW], start, after=6)) == "Too early to say. About 3 more weeks of counting."
    assert said([*LOW, *HIGH], start, after=28).code is not TrendCode.TOO_EARLY


def test_what_is_still_needed_goes_by_the_familys_own_pace():
    every_other = [1, None, 1, None, 1, None, 1]
    assert days_to_go(design(), points(every_other, line(7)), MONDAY + timedelta(days=30)) == 6
    assert days_to_go(design(), points([1, 1, 1, 1], line(7)), MONDAY + timedelta(days=30)) == 3


def test_before_the_idea_starts_its_day_is_waited_for():
    waits = design(idea_starts_on=MONDAY + timedelta(days=40))
    assert days_to_go(waits, points(LOW), MONDAY + timedelta(days=30)) == 13
    nothing = counted_points(design(), [], [])
    assert days_to_go(design(), nothing, MONDAY) == 28


def test_without_a_baseline_the_earlier_half_is_what_it_was_at_first():
    assert said([1, 1, 1, 5, 5], line(1), after=40).code is TrendCode.TOO_EARLY
    grown = said([1, 1, 1, 1, 5, 5, 5, 5], line(1), after=40)
    assert (grown.code, grown.early) == (TrendCode.UP_EARLY, Count(part=3, whole=15))


@pytest.mark.parametrize(
    ("after", "code"),
    [
        ([4, 4, 5, 4, 4], TrendCode.UP_EARLY),
        ([1, 0, 1, 1, 1], TrendCode.SAME),
        ([0, 0, 0, 0, 0], TrendCode.HARDER),
        ([5, 5, 5, 5, 5, 3, 3, 2, 3, 3], TrendCode.HARDER),
    ],
)
def test_the_fixed_phrases(after, code):
    baseline = [2, 2, 1, 1, 2, 2] if code is TrendCode.HARDER else LOW
    assert said([*baseline, *after], line(6)).code is code


def test_it_holds_from_eight_weeks_on_when_the_last_three_do():
    weeks = [*LOW, *[4] * 51]
    assert said(weeks, line(6), after=60).code is TrendCode.UP_HOLDING
    assert said([*weeks[:-1], 0], line(6), after=60).code is TrendCode.UP_EARLY
    assert said(weeks[:40], line(6), after=60).code is TrendCode.UP_EARLY


def test_counts_say_of_how_many_as_they_were_told():
    trend = said([*LOW, *HIGH], line(6))
    assert trend.counts.text == "21 of 25 tries lately, 4 of 30 at first."
    mornings = design(most=1, hoped=1, unit="mornings")
    once = said([0, 0, 1, 0, 0, 1, 1, 1, 0, 1], line(5), plan=mornings, of=1)
    assert once.counts.text == "4 of 5 mornings lately, 1 of 5 at first."


def test_minutes_and_steps_are_told_from_the_better_halfs_usual_value():
    minutes = design(scale=Scale.MINUTES, most=30, hoped=10, more_is_better=False, unit="")
    trend = said([20, 25, 22, 10, 12, 11, 20, 10], line(3), plan=minutes, of=30)
    assert trend.counts.text == "11 minutes or less 3 of 5 times lately, 0 of 3 at first."
    steps = design(scale=Scale.STEP, hoped=3, unit="")
    trend = said([1, 1, 1, 3, 3, 2], line(3), plan=steps)
    assert trend.counts.text == "At step 3 or higher 2 of 3 times lately, 0 of 3 at first."


def test_a_dot_is_a_try_or_a_count_that_is_as_was_hoped():
    week = points([4, 3, None, 5])
    (seen,) = counted_weeks(design(), week, MONDAY, 1)
    assert seen.count == Count(part=2, whole=3)
    weekly = design(every=Every.WEEK, unit="mornings")
    (seen,) = counted_weeks(weekly, points([3], plan=weekly), MONDAY, 1)
    assert seen.count == Count(part=3, whole=5)
    (quiet,) = counted_weeks(design(), week, MONDAY + timedelta(days=7), 1)
    assert quiet.count == Count(part=0, whole=0)
    with pytest.raises(BadWeeks):
        counted_weeks(design(), week, MONDAY + timedelta(days=1), 1)


def test_then_and_now_are_the_first_and_the_latest_week():
    assert counted_then_now(design(), points([4])) is None
    pair = counted_then_now(design(), points([0, *[None] * 13, 5]))
    assert (pair.then.count, pair.now.count) == (Count(part=0, whole=1), Count(part=1, whole=1))
    assert pair.now.starts_on == MONDAY + timedelta(days=14)


@given(SERIES, st.lists(st.integers(1, 60), max_size=3), st.integers(0, 120))
def test_trend_words_never_come_without_counts(values, starts, after):
    counted = points(values, *[line(day) for day in starts])
    today = MONDAY + timedelta(days=max(after, len(values)))
    trend = told(design(), counted, today)
    early = trend.code is TrendCode.TOO_EARLY
    assert early == (days_to_go(design(), counted, today) > 0)
    assert early == (trend.early.whole == 0)
    assert trend.counts.text
    assert trend.early.part <= trend.early.whole
    assert trend.late.part <= trend.late.whole


@given(SERIES)
def test_every_day_of_counting_brings_the_sentence_nearer(values):
    counted = points(values, line(6))
    waits = [days_to_go(design(), counted, MONDAY + timedelta(days=len(values) + more)) for more in range(9)]
    assert waits == sorted(waits, reverse=True)


def test_counts_arrive_in_any_order():
    counts = daily([*LOW, *HIGH])
    there = counted_points(design(), counts, [line(6)])
    assert counted_points(design(), counts[::-1], [line(6)]) == there
    assert counted_points(design(), iter([Counted(on=MONDAY, value=1, of=5)]), []).points
