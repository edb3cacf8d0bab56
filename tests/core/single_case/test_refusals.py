"""What is undefined is refused by name and with a sentence; no index ever answers with nothing, NaN or infinity."""

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import exact, normal, single_case
from alongside.core.refusals import Refusal
from alongside.core.single_case import Recording, Scale, effect_sizes, observations
from alongside.core.single_case.tau import TooFewToCorrect

TWO_PHASES: list[Callable[..., object]] = [
    single_case.nap,
    single_case.nap_se,
    single_case.nap_ci_newcombe5,
    single_case.tau,
    single_case.tau_variants,
    single_case.tau_u_minus_trend_a,
    single_case.tau_bc,
    single_case.tau_bc_kendall_b,
    single_case.tau_to_show,
    single_case.pnd,
    single_case.pem,
    single_case.pand,
    single_case.ird_robust,
    single_case.conservative_dual_criterion,
    single_case.beyond_split_middle,
    single_case.lrr_increasing,
    single_case.lrr_decreasing,
    single_case.smd_baseline,
    single_case.smd_pooled,
]
A, B = [2, 3, 5, 3], [4, 5, 5, 7, 6]
NO_NUMBERS = [math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("sNaN"), True, None, "many", [1]]
UNDEFINED: list[tuple[Callable[[], object], type[Refusal]]] = [
    (lambda: single_case.tau_bc([2, 2], [3, 4]), TooFewToCorrect),
    (lambda: single_case.tau_bc_kendall_b([1, 2, 3], [4, 5]), observations.NoVariation),
    (lambda: single_case.tau_variants([1], B).trend_a, observations.TooFewPoints),
    (lambda: single_case.tau_variants(A, [1]).trend_b, observations.TooFewPoints),
    (lambda: single_case.tau_variants(A, [1]).ab_plus_b, observations.TooFewPoints),
    (lambda: single_case.tau_variants([1], B).ab_plus_b_minus_a, observations.TooFewPoints),
    (lambda: single_case.nap_se([1], B), observations.TooFewPoints),
    (lambda: single_case.nap_ci_newcombe5([1], B).se_unbiased, observations.TooFewPoints),
    (lambda: single_case.nap_ci_newcombe5(A, B, confidence=1.0), normal.ConfidenceOutOfRange),
    (lambda: single_case.nap_ci_newcombe5(A, B, confidence=math.nan), normal.ConfidenceOutOfRange),
    (lambda: single_case.smd_pooled(A, B, confidence=0.2), normal.ConfidenceOutOfRange),
    (lambda: single_case.theil_sen([4]), observations.TooFewPoints),
    (lambda: single_case.theil_sen([4, 5], [3, 3]), observations.TimesNotRising),
    (lambda: single_case.theil_sen([4, 5], [3, 2]), observations.TimesNotRising),
    (lambda: single_case.theil_sen([4, 5], [3]), observations.TimesDoNotMatch),
    (lambda: single_case.split_middle([1, 2, 3]), observations.TooFewPoints),
    (lambda: single_case.beyond_split_middle([1, 2, 3], B), observations.TooFewPoints),
    (lambda: single_case.conservative_dual_criterion([1], B), observations.TooFewPoints),
    (lambda: single_case.conservative_dual_criterion(A, B, times=[1, 2]), observations.TimesDoNotMatch),
    (lambda: single_case.kendall_tau_b([1, 1], [1, 2]), observations.NoVariation),
    (lambda: single_case.kendall_tau_b([1, 2, 3], [1, 2]), observations.TimesDoNotMatch),
    (lambda: single_case.kendall_exact_p_two_sided([3, 3, 3]), observations.NoVariation),
    (lambda: single_case.kendall_exact_p_two_sided([3]), observations.TooFewPoints),
    (lambda: single_case.kendall_exact_p_two_sided(range(101)), observations.TooManyPoints),
    (lambda: single_case.smd_pooled([2, 2], [3, 3]), observations.NoVariation),
    (lambda: single_case.smd_baseline([2, 2, 2], B), observations.NoVariation),
    (lambda: single_case.smd_baseline([2, 3], B), observations.TooFewPoints),
    (lambda: single_case.smd_pooled([2], [3]), observations.TooFewPoints),
    (lambda: single_case.percent_of_goal_obtained([2, 4], [3, 4], 3), effect_sizes.GoalIsBaseline),
    (lambda: single_case.lrr_increasing([0, 0], B), effect_sizes.MeanIsZero),
    (lambda: single_case.lrr_decreasing(A, [0, 0]), effect_sizes.MeanIsZero),
    (lambda: single_case.lrr_increasing([-1, 3], B), effect_sizes.NotOnThisScale),
    (lambda: single_case.lrr_increasing(A, [99, 101], recording=PERCENT), effect_sizes.NotOnThisScale),
    (lambda: single_case.lrr_increasing([100, 100], B, "decrease", PERCENT), effect_sizes.MeanIsZero),
    (lambda: single_case.lrr_increasing(A, B, recording=Recording(floor=0)), effect_sizes.NotPositive),
    (lambda: single_case.lrr_increasing(A, B, recording=Recording(scale="mood")), observations.NoSuchChoice),
    (lambda: single_case.nap(A, B, "sideways"), observations.NoSuchChoice),
    (lambda: single_case.nap_se(A, B, kind="guess"), observations.NoSuchChoice),
]
PERCENT = Recording(scale=Scale.PERCENTAGE)


@pytest.mark.parametrize(("ask", "refusal"), UNDEFINED)
def test_what_is_undefined_is_refused_by_name(ask: Callable[[], object], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        ask()
    assert str(refused.value).endswith(".")
    assert "{" not in str(refused.value)


@pytest.mark.parametrize("measure", TWO_PHASES, ids=lambda measure: measure.__name__)
def test_an_empty_phase_and_what_is_no_number_are_refused_everywhere(measure: Callable[..., object]) -> None:
    assert measure(A, B) is not None
    for before, after in (([], B), (A, []), ([], [])):
        with pytest.raises((observations.TooFewPoints, TooFewToCorrect)):
            measure(before, after)
    for wrong in NO_NUMBERS:
        with pytest.raises(exact.NotANumber):
            measure([*A, wrong], B)
        with pytest.raises(exact.NotANumber):
            measure(A, [*B, wrong])


@pytest.mark.parametrize("measure", TWO_PHASES, ids=lambda measure: measure.__name__)
def test_numbers_and_lists_beyond_the_bounds_are_refused(measure: Callable[..., object]) -> None:
    for wrong in (10**12, 1e300, Decimal("1e999999"), Fraction(1, 10**31)):
        with pytest.raises((exact.NumberOutOfBounds, observations.NumberTooFine)):
            measure(A, [*B, wrong])
    with pytest.raises(observations.TooManyPoints):
        measure(A, [1] * 1001)


def test_a_mean_of_zero_has_a_ratio_once_it_is_known_how_long_was_looked() -> None:
    looked = Recording(scale=Scale.RATE, minutes=30)
    assert single_case.lrr_decreasing([0, 0, 0, 0], B, recording=looked).est > 0
    counted = Recording(scale=Scale.PERCENTAGE, intervals=20)
    assert single_case.lrr_increasing([0, 0, 0, 0], B, recording=counted).est > 0
    assert counted.truncation() == Fraction(1, 5)


def test_percent_change_says_the_same_as_the_ratio() -> None:
    got = single_case.lrr_increasing([10, 10], [15, 15])
    assert got.percent_change == pytest.approx(50)
    assert (got.se, got.ci_lower, got.ci_upper) == (0, got.est, got.est)


def numbers_in(answer: object) -> list[float]:
    """Every number that an answer holds, properties included; what is refused holds none."""
    if isinstance(answer, int | float | Fraction):
        return [float(answer)]
    found = []
    for name in dir(answer):
        try:
            value = None if name.startswith("_") else getattr(answer, name)
        except Refusal:
            continue
        found += [float(value)] if isinstance(value, int | float | Fraction) else []
    return found


wild = st.lists(
    st.one_of(
        st.integers(-(10**12), 10**12),
        st.floats(allow_nan=True, allow_infinity=True),
        st.decimals(allow_nan=True, places=3),
        st.booleans(),
    ),
    max_size=5,
)


@pytest.mark.parametrize("measure", TWO_PHASES, ids=lambda measure: measure.__name__)
@given(wild, wild)
def test_whatever_comes_in_an_answer_is_finite_or_a_refusal(
    measure: Callable[..., object], a: list[object], b: list[object]
) -> None:
    try:
        answer = measure(a, b)
    except Refusal:
        return
    numbers = numbers_in(answer)
    assert numbers
    assert all(math.isfinite(number) for number in numbers)


@given(wild, wild, st.one_of(st.integers(-9, 9), st.floats()))
def test_percent_of_goal_obtained_is_finite_or_refused(a: list[object], b: list[object], goal: float) -> None:
    try:
        answer = single_case.percent_of_goal_obtained(a, b, goal)
    except Refusal:
        return
    assert all(math.isfinite(number) for number in numbers_in(answer))
