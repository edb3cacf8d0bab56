"""Each index against its definition, written out the slow way."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations
from math import sqrt
from statistics import NormalDist, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import single_case
from alongside.core.single_case import Improvement, TrendLine

point = st.integers(-6, 6).map(lambda halves: Fraction(halves, 2))
few = st.lists(point, min_size=1, max_size=5)
some = st.lists(point, min_size=4, max_size=8)


def sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


@given(few, few)
def test_overlap_is_counted_as_defined(a: list[Fraction], b: list[Fraction]) -> None:
    won = sum((y > x) + Fraction(y == x, 2) for x in a for y in b)
    assert single_case.nap(a, b) == won / (len(a) * len(b))
    assert single_case.pnd(a, b) == Fraction(sum(y > max(a) for y in b), len(b))
    middle = median(a)
    assert single_case.pem(a, b) == sum((y > middle) + Fraction(y == middle, 2) for y in b) / len(b)


@given(few, few)
def test_no_way_to_take_points_away_leaves_more_than_pand_says(a: list[Fraction], b: list[Fraction]) -> None:
    kept = max(
        len(left) + len(right)
        for some_a in range(len(a) + 1)
        for some_b in range(len(b) + 1)
        for left in combinations(a, some_a)
        for right in combinations(b, some_b)
        if not left or not right or max(left) < min(right)
    )
    assert single_case.pand(a, b) == Fraction(kept, len(a) + len(b))


@given(some, some)
def test_every_tau_is_made_of_signs_of_pairs(a: list[Fraction], b: list[Fraction]) -> None:
    between = sum(sign(y - x) for x in a for y in b)
    inside_a = sum(sign(later - earlier) for earlier, later in combinations(a, 2))
    inside_b = sum(sign(later - earlier) for earlier, later in combinations(b, 2))
    got = single_case.tau_variants(a, b)
    assert (got.s_ab, got.s_a, got.s_b) == (between, inside_a, inside_b)
    assert single_case.tau_u_minus_trend_a(a, b) == Fraction(between - inside_a, len(a) * len(b))


@given(st.lists(st.integers(0, 4), min_size=2, max_size=6).filter(lambda values: len(set(values)) > 1))
def test_the_exact_chance_counts_every_order_also_with_ties(values: list[int]) -> None:
    def s(order: tuple[int, ...]) -> int:
        return abs(sum(sign(Fraction(later - earlier)) for earlier, later in combinations(order, 2)))

    orders = [s(order) for order in permutations(values)]
    extreme = sum(one >= s(tuple(values)) for one in orders)
    assert single_case.kendall_exact_p_two_sided(values) == Fraction(extreme, len(orders))


def test_four_rising_points_are_no_proof() -> None:
    assert single_case.kendall_exact_p_two_sided([1, 2, 3, 4]) == Fraction(1, 12)


@given(some, st.data())
def test_theil_sen_is_the_middle_slope_on_real_days(y: list[Fraction], data: st.DataObject) -> None:
    t = sorted(data.draw(st.sets(st.integers(0, 40), min_size=len(y), max_size=len(y))))
    slopes = [
        (later - earlier) / (end - start)
        for (start, earlier), (end, later) in combinations(zip(t, y, strict=True), 2)
    ]
    line = single_case.theil_sen(y, t)
    assert line.slope == median(slopes)
    assert line.intercept == median(value - line.slope * day for day, value in zip(t, y, strict=True))


def test_theil_sen_tells_slopes_apart_that_look_alike_as_decimals() -> None:
    third = Fraction(1, 3) + Fraction(1, 10**20)
    line = single_case.theil_sen([0, Fraction(1, 3), Fraction(1, 3) + third, 1 + Fraction(1, 10**20)])
    assert line.slope == Fraction(1, 3) + Fraction(5, 12 * 10**20)


@given(some)
def test_half_the_points_lie_on_each_side_of_the_split_middle_line(y: list[Fraction]) -> None:
    got = single_case.split_middle(y).split_middle
    above = Counter(sign(value - got.at(Fraction(day))) for day, value in enumerate(y, start=1))
    assert above[1] <= len(y) / 2 >= above[-1]


@given(some, few, st.sampled_from(Improvement), st.sampled_from(TrendLine))
def test_more_margin_never_lets_more_points_pass(
    a: list[Fraction], b: list[Fraction], way: Improvement, trend: TrendLine
) -> None:
    margins = [Fraction(0), Fraction(1, 4), Fraction(1)]
    got = [
        single_case.conservative_dual_criterion(a, b, way, conservative_sd=margin, trend=trend)
        for margin in margins
    ]
    assert [one.above for one in got] == sorted((one.above for one in got), reverse=True)
    assert [one.p for one in got] == sorted(one.p for one in got)
    assert all(one.systematic == (one.p < Fraction(1, 20)) for one in got)


def test_points_on_the_line_itself_are_not_beyond_it() -> None:
    on_it = single_case.beyond_split_middle([1, 2, 3, 4], [5, 6, 7])
    assert (on_it.above, on_it.p) == (0, 1)
    beyond = single_case.beyond_split_middle([1, 2, 3, 4], [6, 7, 8, 9, 10])
    assert (beyond.above, beyond.p, beyond.systematic) == (5, Fraction(1, 32), True)


@given(few, few, st.sampled_from([0.5, 0.8, 0.95, 0.99]))
def test_both_bounds_solve_the_published_equation(
    a: list[Fraction], b: list[Fraction], confidence: float
) -> None:
    got = single_case.nap_ci_newcombe5(a, b, confidence=confidence)
    m, n, z = len(a), len(b), NormalDist().inv_cdf((1 + confidence) / 2)
    for bound in {got.ci_lower, got.ci_upper} - {0.0, 1.0}:
        spread = bound * (1 - bound)
        h = (m + n) / 2 - 1
        left = m * n * (float(got.nap) - bound) ** 2 * (2 - bound) * (1 + bound)
        assert left == pytest.approx(z**2 * spread * (2 + h + (1 + 2 * h) * spread), rel=1e-6, abs=1e-9)


def test_three_points_against_three_without_overlap_may_still_be_chance() -> None:
    got = single_case.nap_ci_newcombe5([1, 2, 3], [4, 5, 6])
    assert (got.nap, got.ci_upper) == (1, 1)
    assert got.ci_lower == pytest.approx(0.5, abs=0.01)
    harder = single_case.nap_ci_newcombe5([4, 5, 6], [1, 2, 3])
    assert (harder.nap, harder.ci_lower) == (0, 0)
    assert harder.ci_upper == pytest.approx(1 - got.ci_lower, abs=1e-12)


@given(some, some)
def test_the_hanley_error_follows_its_formula(a: list[Fraction], b: list[Fraction]) -> None:
    m, n, nap = len(a), len(b), single_case.nap(a, b)
    wins = [[(y > x) + Fraction(y == x, 2) - nap for y in b] for x in a]
    rows = sum(sum(row) ** 2 for row in wins) / (m * n * n)
    columns = sum(sum(column) ** 2 for column in zip(*wins, strict=True)) / (m * m * n)
    kept = min(max(nap, Fraction(1, 2 * m * n)), 1 - Fraction(1, 2 * m * n))
    squared = (kept * (1 - kept) + (n - 1) * rows + (m - 1) * columns) / (m * n)
    assert single_case.nap_se(a, b, kind=single_case.StandardError.HANLEY) == pytest.approx(sqrt(squared))


def test_the_textbook_example_keeps_its_warning() -> None:
    a, b = [3, 3, 4, 5], [4, 5, 6, 7, 7]
    assert single_case.tau(a, b) == Fraction(4, 5)
    assert single_case.tau_u_minus_trend_a(a, b) == Fraction(11, 20)
    assert single_case.tau_bc(a, b) == -1
    assert single_case.tau_to_show(a, b) == single_case.PlainTau(uncorrected=Fraction(4, 5))


def test_ties_of_residuals_are_kept_where_doubles_lose_them() -> None:
    assert single_case.tau_bc([2, 3, 5, 3], [4, 5, 5, 7, 6]) == Fraction(-1, 2)


def test_a_number_is_read_as_it_is_written() -> None:
    assert single_case.nap([0.3], [Fraction(3, 10)]) == Fraction(1, 2)
    assert single_case.theil_sen([0.1, 0.2, 0.3]).slope == Fraction(1, 10)
