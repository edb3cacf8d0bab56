"""Single case: one child, measured before and after a plan began. Plain Python, exact wherever exactness is possible.

Every index takes the baseline and the treatment phase as lists of numbers in time order. What is undefined is refused.
"""

from alongside.core.exact import Number
from alongside.core.single_case.cautions import (
    Caution,
    CautionCode,
    Collected,
    cautions,
    lag_one_autocorrelation,
)
from alongside.core.single_case.criteria import (
    BeyondLine,
    TrendLine,
    beyond_split_middle,
    conservative_dual_criterion,
)
from alongside.core.single_case.effect_sizes import (
    Estimate,
    LogRatio,
    Recording,
    Scale,
    lrr_decreasing,
    lrr_increasing,
    percent_of_goal_obtained,
    smd_baseline,
    smd_pooled,
)
from alongside.core.single_case.intervals import NapInterval, StandardError, nap_ci_newcombe5, nap_se
from alongside.core.single_case.kendall import kendall_exact_p_two_sided, kendall_tau_b
from alongside.core.single_case.observations import Improvement, chosen
from alongside.core.single_case.overlap import Pairs, ird_robust, nap, pairs, pand, pem, pnd
from alongside.core.single_case.randomisation import RandomisationTest, randomisation_test
from alongside.core.single_case.tau import (
    PlainTau,
    ShownTau,
    TauBesideCorrected,
    TauVariants,
    tau,
    tau_bc,
    tau_bc_kendall_b,
    tau_to_show,
    tau_u_minus_trend_a,
    tau_variants,
)
from alongside.core.single_case.trend import Line, SplitMiddle, split_middle, theil_sen

__all__ = [
    "BeyondLine",
    "Caution",
    "CautionCode",
    "Collected",
    "Estimate",
    "Improvement",
    "Line",
    "LogRatio",
    "NapInterval",
    "Number",
    "Pairs",
    "PlainTau",
    "RandomisationTest",
    "Recording",
    "Scale",
    "ShownTau",
    "SplitMiddle",
    "StandardError",
    "TauBesideCorrected",
    "TauVariants",
    "TrendLine",
    "beyond_split_middle",
    "cautions",
    "chosen",
    "conservative_dual_criterion",
    "ird_robust",
    "kendall_exact_p_two_sided",
    "kendall_tau_b",
    "lag_one_autocorrelation",
    "lrr_decreasing",
    "lrr_increasing",
    "nap",
    "nap_ci_newcombe5",
    "nap_se",
    "pairs",
    "pand",
    "pem",
    "percent_of_goal_obtained",
    "pnd",
    "randomisation_test",
    "smd_baseline",
    "smd_pooled",
    "split_middle",
    "tau",
    "tau_bc",
    "tau_bc_kendall_b",
    "tau_to_show",
    "tau_u_minus_trend_a",
    "tau_variants",
    "theil_sen",
]
