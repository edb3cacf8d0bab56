"""What a therapist may read off counts, and what nobody may."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import single_case
from alongside.core.evidence import (
    Counted,
    Stage,
    compare,
    counted_points,
    drawn_start,
    offered_baseline,
)
from alongside.core.progress import Every
from tests.core.counts import MONDAY, daily, design, line, points

SERIES = st.lists(st.none() | st.integers(0, 5), max_size=60)
STARTS = st.lists(st.integers(-10, 60), max_size=4)


def test_several_counts_of_a_day_are_its_median_and_a_day_without_one_is_missing():
    counts = [*daily([1, None, 3]), *daily([2, None, 5]), *daily([None, None, 4])]
    made = counted_points(design(), counts, [])
    assert [(point.on, point.value, point.counts) for point in made.points] == [
        (MONDAY, Fraction(3, 2), 2),
        (MONDAY + timedelta(days=2), 4, 3),
    ]


def test_fewer_tries_than_usual_are_set_on_the_same_scale_and_kept_as_they_were_told():
    (point,) = counted_points(design(), [Counted(on=MONDAY, value=2, of=3)], []).points
    assert (point.value, point.part, point.whole) == (Fraction(10, 3), 2, 3)


def test_a_week_is_one_point_but_never_of_two_phases():
    weekly = design(every=Every.WEEK)
    made = counted_points(weekly, daily([1, 3, None, None, 5]), [line(4)])
    assert [(point.value, point.phase) for point in made.points] == [(2, 0), (5, 1)]


def test_changes_before_counting_began_are_no_phase_but_a_caution():
    made = points([1, 2, 1, 4, 4, 4], line(-3), line(0), line(3))
    assert (len(made.lines), made.going_since) == (1, MONDAY)
    assert "already being tried" in " ".join(one.text for one in compare(design(), made).cautions)


def test_under_three_in_either_part_there_are_points_and_nothing_else():
    for values, start in (([1, 1, 4, 4, 4], 2), ([1, 1, 1, 4, 4], 3)):
        seen = compare(design(), points(values, line(start)))
        assert (seen.stage, seen.words, seen.nap, seen.tau, seen.lot) == (
            Stage.POINTS,
            None,
            None,
            None,
            None,
        )
        assert "too few to compare" in seen.cautions[0].text


def test_three_and_four_are_early_and_say_so():
    seen = compare(design(), points([1, 1, 2, 2, 4, 4], line(3)))
    assert seen.stage is Stage.EARLY
    assert "Early days" in seen.cautions[0].text


def test_words_come_before_numbers_and_the_interval_is_rounded_outwards():
    seen = compare(design(), points([0, 1, 2, 1, 3, 2, 3, 4, 3, 4, 5, 2], line(6)))
    interval = single_case.nap_ci_newcombe5([0, 1, 2, 1, 3, 2], [3, 4, 3, 4, 5, 2])
    assert seen.nap == interval
    low, high = int(interval.ci_lower * 100), int(interval.ci_upper * 100) + 1
    assert seen.words.text == (
        f"Higher in {round(interval.nap * 100)} of 100 comparisons. It could be anything from {low} to {high}."
    )


def test_where_less_is_better_it_says_lower():
    seen = compare(design(more_is_better=False), points([5, 5, 5, 1, 1, 1], line(3)))
    assert seen.words.text.startswith("Lower in 100 of 100 comparisons.")


def test_nearly_all_is_not_all():
    values = [*[1] * 15, 2, *[3] * 15, 2]
    assert "Higher in 99 of 100" in compare(design(), points(values, line(16))).words.text


def test_the_line_and_both_values_of_tau_need_six_points_before_the_start():
    five = compare(design(), points([0, 1, 1, 2, 2, 3, 4, 4], line(5)))
    assert (five.line, five.tau) == (None, None)
    six = compare(design(), points([0, 1, 1, 2, 2, 3, 4, 4, 5], line(6)))
    assert (six.line.first_on, six.line.last_on) == (MONDAY, MONDAY + timedelta(days=5))
    assert six.line.last > six.line.first
    assert six.tau.corrected < six.tau.uncorrected


def test_real_days_tilt_the_line_not_their_order():
    gap = [0, None, None, None, None, None, 1, 1, 1, 1, 1]
    seen = compare(design(), points([*gap, 4, 4, 4], line(11)))
    assert seen.line.last == 1
    assert "of 14 planned days. Ask what was different" in " ".join(one.text for one in seen.cautions)


def test_weekdays_on_which_nobody_ever_counts_are_not_missing():
    first, later = [1, 1, None, 1, 1, None, None], [4, 4, 4, 4, 4, None, None]
    seen = compare(design(), points([*first, *later, *later], line(7)))
    assert "No count on 1 of 15 planned days." in " ".join(one.text for one in seen.cautions)


def test_a_plan_that_changed_again_says_that_everything_since_is_taken_together():
    for more, said in ((1, "changed once more"), (2, "changed 2 more times")):
        lines = [line(3 + number) for number in range(more + 1)]
        seen = compare(design(), points([1, 1, 1, 2, 3, 4, 4], *lines))
        assert said in " ".join(one.text for one in seen.cautions)


def drawn(**more):
    return design(starts=4, idea_starts_on=MONDAY + timedelta(days=8), **more)


def test_chance_is_worked_out_only_where_the_drawn_start_was_kept():
    values = [1, 0, 1, 1, 0, 1, 1, 0, 4, 4, 5, 4]
    kept = compare(drawn(), points(values, line(8), plan=drawn()))
    assert (kept.lot.starts, kept.lot.as_large, kept.lot.smallest_p) == (4, 1, Fraction(1, 4))
    other = compare(drawn(), points(values, line(7), plan=drawn()))
    assert other.lot is None
    assert "did not start on the day that was drawn" in other.cautions[-1].text
    chosen = compare(design(), points(values, line(6)))
    assert chosen.lot is None
    assert not any("chance" in one.text for one in chosen.cautions)


def test_days_without_a_count_can_make_two_starts_alike():
    values = [1, 0, 1, 1, 0, 1, 1, None, 4, 4, 5, 4]
    seen = compare(drawn(), points(values, line(8), plan=drawn()))
    assert (seen.lot, seen.stage) == (None, Stage.EARLY)
    assert "make some possible starts alike" in seen.cautions[-1].text


def test_the_lot_draws_every_day_sometimes_and_the_same_day_always():
    days = drawn().possible_starts
    assert {drawn_start(days, seed) for seed in range(60)} == set(days)
    assert [drawn_start(days, seed) for seed in range(9)] == [drawn_start(days, seed) for seed in range(9)]


def test_a_second_baseline_is_offered_apart_from_the_first():
    assert [offered_baseline(taken) for taken in ((), (5,), (6,), (5, 8), (8,))] == [5, 8, 9, 11, 5]


@given(SERIES, STARTS)
def test_the_policy_holds_for_any_counts(values, starts):
    seen = compare(design(), points(values, *[line(day) for day in starts]))
    few = min(seen.before, seen.after)
    assert seen.before + seen.after == len([value for value in values if value is not None])
    assert (seen.stage is Stage.POINTS) == (few < 3) == (seen.nap is None) == (seen.words is None)
    assert (seen.stage is Stage.EARLY) == (3 <= few < 5)
    assert seen.line is None or seen.before >= 6
    assert seen.tau is None or (seen.before >= 6 and few >= 3)
    assert few >= 3 or seen.cautions


@given(SERIES, STARTS)
def test_points_lie_on_the_scale_in_time_and_phases_never_go_back(values, starts):
    made = points(values, *[line(day) for day in starts]).points
    assert all(0 <= point.value <= 5 for point in made)
    assert [point.on for point in made] == sorted({point.on for point in made})
    assert [point.phase for point in made] == sorted(point.phase for point in made)


@pytest.mark.parametrize("more_is_better", [True, False])
@given(values=st.lists(st.integers(0, 5), min_size=6, max_size=30))
def test_turning_the_scale_round_turns_the_comparison_round(more_is_better, values):
    same = compare(design(more_is_better=more_is_better), points(values, line(3)))
    other = compare(design(more_is_better=not more_is_better), points(values, line(3)))
    assert same.nap.nap + other.nap.nap == 1
