"""Standardised scores: conversions, intervals and reliable change, and where each refuses."""

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import exact, normal, scores
from alongside.core.scores import Scale

a_z = st.fractions(-8, 8, max_denominator=1000)
a_score = st.integers(-200, 200)
a_reliability = st.fractions(0, Fraction(99, 100), max_denominator=100)


@given(a_z)
def test_the_percentiles_of_a_score_and_its_mirror_add_up_to_a_hundred(z: Fraction) -> None:
    assert scores.percentile(z) + scores.percentile(-z) == 100


@given(a_z, a_z)
def test_a_higher_score_never_has_a_lower_percentile(one: Fraction, other: Fraction) -> None:
    low, high = sorted([one, other])
    assert scores.percentile(low) <= scores.percentile(high)
    assert 0 < scores.percentile(low) < 100


@given(st.integers(1, 99))
def test_a_percentile_comes_back_from_its_scores(percentile: int) -> None:
    there = scores.percentile_to_scores(percentile)
    back = scores.convert_score(from_scale=Scale.Z, value=there.z)
    assert back.percentile == pytest.approx(percentile, abs=1e-9)
    assert there.percentile == percentile == there.percentile_rank
    mirrored = scores.percentile_to_scores(100 - percentile)
    assert mirrored.z == -there.z


@pytest.mark.parametrize(
    ("scale", "value"),
    [(Scale.T, 40), (Scale.STANDARD, 85), (Scale.SCALED, 7), (Scale.SCALE_15_5, 10), (Scale.Z, -1)],
)
def test_one_spread_below_the_mean_is_the_same_on_every_scale(scale: Scale, value: int) -> None:
    got = scores.convert_score(from_scale=scale, value=value)
    assert (got.z, got.t, got.standard, got.scaled, got.scale_15_5) == (-1, 40, 85, 7, 10)
    assert got.percentile == pytest.approx(15.865525, abs=1e-6)
    assert got.percentile_rank == 16
    assert got == scores.convert_score(from_scale=scale.value, value=float(value))


@pytest.mark.parametrize("percentile", [0, 100, -1, 101, Decimal("0.0")])
def test_the_nothing_th_and_the_hundredth_percentile_are_refused(percentile: int) -> None:
    for refused in (
        lambda: scores.percentile_to_scores(percentile),
        lambda: scores.convert_score(from_scale=Scale.PERCENTILE, value=percentile),
    ):
        with pytest.raises(scores.PercentileOutOfRange):
            refused()
    assert scores.convert_score(from_scale="percentile", value=50).z == 0


def test_what_no_norm_table_reaches_is_refused() -> None:
    assert scores.convert_score(from_scale=Scale.STANDARD, value=220).percentile < 100
    for refused in (
        lambda: scores.convert_score(from_scale=Scale.STANDARD, value=221),
        lambda: scores.percentile_to_scores(Decimal("1e-14")),
        lambda: scores.percentile(9),
    ):
        with pytest.raises(scores.ScoreBeyondTheCurve):
            refused()


@pytest.mark.parametrize("scale", ["raw", "criterion_scaled", "", "T"])
def test_raw_and_criterion_scores_are_not_converted(scale: str) -> None:
    with pytest.raises(scores.ScaleNotConvertible):
        scores.convert_score(from_scale=scale, value=50)


def test_the_intervals_of_the_worked_example() -> None:
    got = scores.sem_ci(score=85, sd=15, reliability=Decimal("0.91"), mean=100)
    assert got.sem == 4.5
    assert [round(one, 2) for one in (got.obtained.lower, got.obtained.upper)] == [76.18, 93.82]
    assert [round(one, 2) for one in (got.true_score, got.true.lower, got.true.upper)] == [
        86.35,
        77.94,
        94.76,
    ]
    assert scores.interval_around(score=85, sem=4.5) == got.obtained
    assert scores.standard_error(sd=15, reliability=0.91) == got.sem


@given(a_score, st.integers(1, 30), a_reliability)
def test_the_true_score_lies_between_the_mean_and_the_score(score: int, sd: int, r: Fraction) -> None:
    got = scores.sem_ci(score=score, sd=sd, reliability=r, mean=100)
    low, high = sorted([score, 100])
    assert low <= got.true_score <= high
    assert got.true.upper - got.true.lower <= got.obtained.upper - got.obtained.lower
    assert math.isclose(got.obtained.lower + got.obtained.upper, 2 * score, abs_tol=1e-9)


@given(a_score, a_score, st.integers(1, 30), a_reliability)
def test_turning_a_change_round_turns_its_sign(pre: int, post: int, sd: int, r: Fraction) -> None:
    up = scores.reliable_change(pre=pre, post=post, sd=sd, reliability=r)
    down = scores.reliable_change(pre=post, post=pre, sd=sd, reliability=r)
    assert up.rci == -down.rci
    assert up.reliable is down.reliable
    assert up.s_diff == pytest.approx(math.sqrt(2) * up.sem)
    assert up.reliable is (abs(post - pre) > up.least_change)


def test_the_reliable_change_of_the_worked_example_has_its_root_of_two() -> None:
    got = scores.reliable_change(pre=47.5, post=32.5, sd=7.5, reliability=0.8)
    assert round(got.rci, 3) == -3.162
    assert round(got.least_change, 2) == 9.30
    assert got.reliable


@pytest.mark.parametrize(
    ("given_", "refusal"),
    [
        ({"sd": 0}, scores.SpreadNotPositive),
        ({"sd": -15}, scores.SpreadNotPositive),
        ({"reliability": None}, scores.ReliabilityMissing),
        ({"reliability": 1.01}, scores.ReliabilityOutOfRange),
        ({"reliability": -0.1}, scores.ReliabilityOutOfRange),
        ({"reliability": math.nan}, exact.NotANumber),
        ({"sd": math.inf}, exact.NotANumber),
        ({"sd": 10**12}, exact.NumberOutOfBounds),
    ],
)
def test_what_a_score_needs_is_asked_for_by_name(given_: dict, refusal: type) -> None:
    whole: dict = {"sd": 15, "reliability": 0.9} | given_
    for measure in (
        lambda: scores.sem_ci(score=85, mean=100, **whole),
        lambda: scores.reliable_change(pre=85, post=90, **whole),
        lambda: scores.standard_error(**whole),
    ):
        with pytest.raises(refusal) as refused:
            measure()
        assert str(refused.value).endswith(".")


def test_without_error_there_is_an_interval_of_no_width_but_no_reliable_change() -> None:
    got = scores.sem_ci(score=100, sd=15, reliability=1, mean=100)
    assert (got.sem, got.obtained.lower, got.obtained.upper, got.true.lower) == (0, 100, 100, 100)
    with pytest.raises(scores.NoErrorOfMeasurement):
        scores.reliable_change(pre=85, post=90, sd=15, reliability=1)


@pytest.mark.parametrize("confidence", [0, 0.4, 1, 95, -0.5, 0.99999])
def test_a_confidence_is_a_share_between_one_half_and_certainty(confidence: float) -> None:
    with pytest.raises(normal.ConfidenceOutOfRange):
        scores.interval_around(score=1, sem=1, confidence=confidence)
    with pytest.raises(scores.ErrorNegative):
        scores.interval_around(score=1, sem=-1)


@pytest.mark.parametrize(
    "value", [True, None, "abc", "", "١", [1], math.nan, "NaN", Decimal("Infinity"), "1" * 99]
)
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(exact.NotANumber):
        exact.number(value)


@pytest.mark.parametrize(
    "value", [10**12, -(10**99), Decimal("1e999999"), Decimal("1e-999999"), "1e999", 1e300]
)
def test_numbers_beyond_any_score_are_refused_before_they_are_worked_with(value: object) -> None:
    with pytest.raises(exact.NumberOutOfBounds):
        exact.number(value)


@pytest.mark.parametrize("value", [0.1, Decimal("0.1"), "0.1", "1e-1", Fraction(1, 10)])
def test_a_tenth_is_a_tenth_however_it_is_written(value: object) -> None:
    assert exact.number(value) == Fraction(1, 10)
