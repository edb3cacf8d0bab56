"""The single-case functions that a file of cases may name."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

from alongside.config.measures.given import Answer, Function, Given, Value
from alongside.core import single_case
from alongside.core.single_case.observations import Improvement, TooFewPoints, chosen

_USUAL = Fraction(95, 100)
Phases: TypeAlias = Callable[[list[Fraction], list[Fraction], Improvement], Fraction]


def _of_two_phases(measure: Phases) -> Function:
    """A measure that needs two phases and a direction, and answers one number."""

    def answer(given: Given) -> Answer:
        return measure(given.numbers("A"), given.numbers("B"), _improvement(given))

    return Function(needs=("A", "B"), takes=("improvement",), answer=answer)


def _improvement(given: Given, usual: Improvement = Improvement.INCREASE) -> Improvement:
    return chosen(Improvement, given.word("improvement", usual))


def _what_is_defined(parts: Mapping[str, Callable[[], Value]]) -> Answer:
    """Each part that so few points allow; a part that they do not allow is not in the answer."""
    answer: dict[str, Value] = {}
    for name, part in parts.items():
        try:
            answer[name] = part()
        except TooFewPoints:
            continue
    return answer


def _nap_se(given: Given) -> Answer:
    kind = chosen(single_case.StandardError, given.word("kind", single_case.StandardError.UNBIASED))
    return single_case.nap_se(given.numbers("A"), given.numbers("B"), _improvement(given), kind)


def _nap_ci(given: Given) -> Answer:
    got = single_case.nap_ci_newcombe5(
        given.numbers("A"),
        given.numbers("B"),
        _improvement(given),
        float(given.number("confidence", _USUAL)),
    )
    return _what_is_defined(
        {
            "nap": lambda: got.nap,
            "ci_lower": lambda: got.ci_lower,
            "ci_upper": lambda: got.ci_upper,
            "se_unbiased": lambda: got.se_unbiased,
        }
    )


def _tau_variants(given: Given) -> Answer:
    got = single_case.tau_variants(given.numbers("A"), given.numbers("B"), _improvement(given))
    return _what_is_defined(
        {
            "S_ab": lambda: got.s_ab,
            "S_a": lambda: got.s_a,
            "S_b": lambda: got.s_b,
            "A_vs_B": lambda: got.a_vs_b,
            "trend_A": lambda: got.trend_a,
            "trend_B": lambda: got.trend_b,
            "AB_minus_A_parker": lambda: got.ab_minus_a_parker,
            "AB_minus_A_complete": lambda: got.ab_minus_a_complete,
            "AB_plus_B": lambda: got.ab_plus_b,
            "AB_plus_B_minus_A": lambda: got.ab_plus_b_minus_a,
        }
    )


def _tau_bc(given: Given) -> Answer:
    return single_case.tau_bc(*_phases_and_days(given))


def _tau_bc_kendall_b(given: Given) -> Answer:
    return single_case.tau_bc_kendall_b(*_phases_and_days(given))


def _phases_and_days(
    given: Given,
) -> tuple[list[Fraction], list[Fraction], Improvement, list[Fraction] | None]:
    return given.numbers("A"), given.numbers("B"), _improvement(given), given.numbers_or_none("t")


def _conservative_dual_criterion(given: Given) -> Answer:
    got = single_case.conservative_dual_criterion(
        *_phases_and_days(given),
        conservative_sd=given.number("conservative_sd", Fraction(1, 4)),
        trend=chosen(single_case.TrendLine, given.word("trend", single_case.TrendLine.LEAST_SQUARES)),
    )
    return {"above": got.above, "n": got.n, "p": got.p, "systematic": got.systematic}


def _theil_sen(given: Given) -> Answer:
    got = single_case.theil_sen(given.numbers("y"), given.numbers_or_none("t"))
    return {"slope": got.slope, "intercept": got.intercept}


def _split_middle(given: Given) -> Answer:
    got = single_case.split_middle(given.numbers("y"), given.numbers_or_none("t"))
    return {
        "quarter_intersect_slope": got.quarter_intersect_slope,
        "quarter_intersect_intercept": got.quarter_intersect_intercept,
        "split_middle_slope": got.split_middle_slope,
        "split_middle_intercept": got.split_middle_intercept,
    }


def _kendall_tau_b(given: Given) -> Answer:
    return single_case.kendall_tau_b(given.numbers("x"), given.numbers("y"))


def _kendall_exact_p(given: Given) -> Answer:
    return single_case.kendall_exact_p_two_sided(given.numbers("y"))


def _lrr_increasing(given: Given) -> Answer:
    return _log_ratio(given, single_case.lrr_increasing, Improvement.INCREASE)


def _lrr_decreasing(given: Given) -> Answer:
    return _log_ratio(given, single_case.lrr_decreasing, Improvement.DECREASE)


def _log_ratio(given: Given, ratio: Callable[..., single_case.LogRatio], usual: Improvement) -> Answer:
    recording = single_case.Recording(
        scale=chosen(single_case.Scale, given.word("scale", single_case.Scale.COUNT)),
        floor=given.number_or_none("D"),
        minutes=given.number_or_none("observation_length"),
        intervals=given.number_or_none("intervals"),
    )
    return _estimate(
        ratio(
            given.numbers("A"),
            given.numbers("B"),
            _improvement(given, usual),
            recording,
            bias_correct=given.yes("bias_correct", default=True),
            confidence=float(given.number("confidence", _USUAL)),
        )
    )


def _smd_pooled(given: Given) -> Answer:
    return _difference(given, single_case.smd_pooled)


def _smd_baseline(given: Given) -> Answer:
    return _difference(given, single_case.smd_baseline)


def _difference(given: Given, standardised: Callable[..., single_case.Estimate]) -> Answer:
    return _estimate(
        standardised(
            given.numbers("A"),
            given.numbers("B"),
            _improvement(given),
            bias_correct=given.yes("bias_correct", default=True),
            confidence=float(given.number("confidence", _USUAL)),
        )
    )


def _percent_of_goal_obtained(given: Given) -> Answer:
    return _estimate(
        single_case.percent_of_goal_obtained(
            given.numbers("A"),
            given.numbers("B"),
            given.number("goal"),
            confidence=float(given.number("confidence", _USUAL)),
        )
    )


def _estimate(got: single_case.Estimate) -> Answer:
    return {"est": got.est, "se": got.se, "ci_lower": got.ci_lower, "ci_upper": got.ci_upper}


_RATIO = ("improvement", "scale", "bias_correct", "D", "observation_length", "intervals", "confidence")
_DIFFERENCE = ("improvement", "bias_correct", "confidence")

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "nap": _of_two_phases(single_case.nap),
        "nap_se": Function(needs=("A", "B"), takes=("improvement", "kind"), answer=_nap_se),
        "nap_ci_newcombe5": Function(needs=("A", "B"), takes=("improvement", "confidence"), answer=_nap_ci),
        "tau": _of_two_phases(single_case.tau),
        "tau_variants": Function(needs=("A", "B"), takes=("improvement",), answer=_tau_variants),
        "tau_u_minus_trend_a": _of_two_phases(single_case.tau_u_minus_trend_a),
        "tau_bc": Function(needs=("A", "B"), takes=("improvement", "t"), answer=_tau_bc),
        "tau_bc_kendall_b": Function(needs=("A", "B"), takes=("improvement", "t"), answer=_tau_bc_kendall_b),
        "pnd": _of_two_phases(single_case.pnd),
        "pem": _of_two_phases(single_case.pem),
        "pand": _of_two_phases(single_case.pand),
        "ird_robust": _of_two_phases(single_case.ird_robust),
        "theil_sen": Function(needs=("y",), takes=("t",), answer=_theil_sen),
        "split_middle": Function(needs=("y",), takes=("t",), answer=_split_middle),
        "conservative_dual_criterion": Function(
            needs=("A", "B"),
            takes=("t", "improvement", "conservative_sd", "trend"),
            answer=_conservative_dual_criterion,
        ),
        "lrr_increasing": Function(needs=("A", "B"), takes=_RATIO, answer=_lrr_increasing),
        "lrr_decreasing": Function(needs=("A", "B"), takes=_RATIO, answer=_lrr_decreasing),
        "smd_pooled": Function(needs=("A", "B"), takes=_DIFFERENCE, answer=_smd_pooled),
        "smd_baseline": Function(needs=("A", "B"), takes=_DIFFERENCE, answer=_smd_baseline),
        "percent_of_goal_obtained": Function(
            needs=("A", "B", "goal"), takes=("confidence",), answer=_percent_of_goal_obtained
        ),
        "kendall_tau_b": Function(needs=("x", "y"), answer=_kendall_tau_b),
        "kendall_exact_p_two_sided": Function(needs=("y",), answer=_kendall_exact_p),
    }
)
