"""What must hold for any data: directions mirror each other, order alone counts, and trends come off exactly."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import single_case
from alongside.core.single_case import Improvement, Recording, Scale

UP, DOWN = Improvement.INCREASE, Improvement.DECREASE
point = st.integers(-12, 12).map(lambda quarters: Fraction(quarters, 4))
short = st.lists(point, min_size=1, max_size=9)
series = st.lists(point, min_size=3, max_size=9)
counts = st.lists(st.integers(0, 30), min_size=2, max_size=8).filter(any)

RANK_INDICES: list[Callable[..., object]] = [
    single_case.nap,
    single_case.tau,
    single_case.tau_u_minus_trend_a,
    single_case.tau_variants,
    single_case.pnd,
    single_case.pand,
    single_case.ird_robust,
]


@given(short, short)
def test_nap_in_one_direction_and_in_the_other_add_up_to_one(a: list[Fraction], b: list[Fraction]) -> None:
    assert single_case.nap(a, b, UP) + single_case.nap(a, b, DOWN) == 1


@given(short, short)
def test_nap_of_swapped_phases_adds_up_to_one(a: list[Fraction], b: list[Fraction]) -> None:
    assert single_case.nap(a, b) + single_case.nap(b, a) == 1


@given(short, short, st.sampled_from(Improvement))
def test_tau_is_twice_nap_less_one(a: list[Fraction], b: list[Fraction], way: Improvement) -> None:
    assert single_case.tau(a, b, way) == 2 * single_case.nap(a, b, way) - 1


@pytest.mark.parametrize("index", RANK_INDICES, ids=lambda index: index.__name__)
@given(short, short, st.sampled_from(Improvement), st.integers(1, 5), point)
def test_an_index_of_ranks_keeps_its_value_when_the_scale_is_bent(
    index: Callable[..., object],
    a: list[Fraction],
    b: list[Fraction],
    way: Improvement,
    factor: int,
    shift: Fraction,
) -> None:
    def bent(values: list[Fraction]) -> list[Fraction]:
        return [factor * value**3 + value + shift for value in values]

    assert index(bent(a), bent(b), way) == index(a, b, way)


@given(series.filter(lambda values: len(values) % 2), short, st.sampled_from(Improvement))
def test_pem_keeps_its_value_when_the_scale_is_bent_round_a_median_that_is_a_point(
    a: list[Fraction], b: list[Fraction], way: Improvement
) -> None:
    bent_a, bent_b = ([value**3 + value for value in values] for values in (a, b))
    assert single_case.pem(bent_a, bent_b, way) == single_case.pem(a, b, way)


@given(series, series)
def test_kendall_keeps_its_value_when_the_scale_is_bent(x: list[Fraction], y: list[Fraction]) -> None:
    size = min(len(x), len(y))
    x, y = [*x[:size], Fraction(90), Fraction(91)], [*y[:size], Fraction(90), Fraction(91)]
    bent = [value**3 + value for value in y]
    assert single_case.kendall_tau_b(x, bent) == single_case.kendall_tau_b(x, y)
    assert single_case.kendall_exact_p_two_sided(bent) == single_case.kendall_exact_p_two_sided(y)


@given(series, short, point, point, st.sampled_from(Improvement))
def test_a_line_added_to_every_point_does_not_change_corrected_tau(
    a: list[Fraction], b: list[Fraction], start: Fraction, step: Fraction, way: Improvement
) -> None:
    lifted = [value + start + step * day for day, value in enumerate(a + b, start=1)]
    before, after = lifted[: len(a)], lifted[len(a) :]
    assert single_case.tau_bc(before, after, way) == single_case.tau_bc(a, b, way)


@given(series, short, st.data(), st.sampled_from(Improvement))
def test_a_line_over_real_days_does_not_change_corrected_tau(
    a: list[Fraction], b: list[Fraction], data: st.DataObject, way: Improvement
) -> None:
    size = len(a) + len(b)
    days = sorted(data.draw(st.sets(st.integers(0, 90), min_size=size, max_size=size)))
    lifted = [value - Fraction(7, 3) * day + 5 for day, value in zip(days, a + b, strict=True)]
    before, after = lifted[: len(a)], lifted[len(a) :]
    assert single_case.tau_bc(before, after, way, days) == single_case.tau_bc(a, b, way, days)


@pytest.mark.parametrize("scale", [Scale.COUNT, Scale.RATE])
@given(counts, counts, st.sampled_from(Improvement))
def test_the_increasing_and_the_decreasing_ratio_of_counts_differ_in_sign_alone(
    scale: Scale, a: list[int], b: list[int], way: Improvement
) -> None:
    recording = Recording(scale=scale, floor=10)
    increasing = single_case.lrr_increasing(a, b, way, recording)
    decreasing = single_case.lrr_decreasing(a, b, way, recording)
    assert increasing.est == -decreasing.est
    assert increasing.se == decreasing.se


@given(short, short, st.sampled_from(Improvement))
def test_shares_stay_between_nothing_and_all(a: list[Fraction], b: list[Fraction], way: Improvement) -> None:
    for index in (single_case.nap, single_case.pnd, single_case.pem, single_case.ird_robust):
        assert 0 <= index(a, b, way) <= 1
    assert max(len(a), len(b)) <= single_case.pand(a, b, way) * (len(a) + len(b)) <= len(a) + len(b)


@given(short, short, st.sampled_from(Improvement), st.sampled_from([0.5, 0.68, 0.9, 0.95, 0.99]))
def test_the_interval_holds_nap_and_never_shrinks_to_a_point(
    a: list[Fraction], b: list[Fraction], way: Improvement, confidence: float
) -> None:
    got = single_case.nap_ci_newcombe5(a, b, way, confidence)
    assert 0 <= got.ci_lower <= got.nap <= got.ci_upper <= 1
    assert got.ci_upper - got.ci_lower > 0.001
    mirrored = single_case.nap_ci_newcombe5(b, a, way, confidence)
    assert mirrored.ci_lower == pytest.approx(1 - got.ci_upper, abs=1e-12)


@given(short.filter(lambda values: len(values) > 1), short.filter(lambda values: len(values) > 1))
def test_no_standard_error_of_nap_is_zero(a: list[Fraction], b: list[Fraction]) -> None:
    for kind in single_case.StandardError:
        assert single_case.nap_se(a, b, UP, kind) > 0


@given(series, series, st.sampled_from(Improvement))
def test_the_other_direction_turns_a_standardised_difference_round(
    a: list[Fraction], b: list[Fraction], way: Improvement
) -> None:
    a, b = [*a, Fraction(50)], [*b, Fraction(50)]
    for difference in (single_case.smd_pooled, single_case.smd_baseline):
        up, down = difference(a, b, UP), difference(a, b, DOWN)
        assert (up.est, up.se) == (-down.est, down.se)


@given(series, short, st.sampled_from(Improvement))
def test_corrected_tau_is_shown_from_six_baseline_points_on_and_never_alone(
    a: list[Fraction], b: list[Fraction], way: Improvement
) -> None:
    shown = single_case.tau_to_show(a, b, way)
    assert shown.uncorrected == single_case.tau(a, b, way)
    if len(a) < 6:
        assert isinstance(shown, single_case.PlainTau)
        assert not hasattr(shown, "corrected")
    else:
        assert isinstance(shown, single_case.TauBesideCorrected)
        assert shown.corrected == single_case.tau_bc(a, b, way)
