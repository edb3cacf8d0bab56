"""Tau and its relatives: better pairs minus worse pairs, with or without the trend inside a phase."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, sqrt
from typing import TypeAlias

from alongside.core.exact import Number
from alongside.core.refusals import Refusal
from alongside.core.single_case.kendall import trend_s, untied_pairs
from alongside.core.single_case.observations import (
    Improvement,
    NoVariation,
    TooFewPoints,
    facing_up,
    on_one_scale,
    phase,
    times_of,
    towards,
)
from alongside.core.single_case.overlap import compare
from alongside.core.single_case.trend import theil_sen_line
from alongside.core.words import gettext_noop

LEAST_TO_CORRECT = 3
LEAST_TO_SHOW_CORRECTED = 6


class TooFewToCorrect(Refusal):
    sentence = gettext_noop("Correct for a trend only from three points before the start on.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TauVariants:
    """Kendall's S between and inside the phases, and every Tau that is made of them, each under its own name.

    ``m`` points before the start and ``n`` after it; ``s_ab``, ``s_a``, ``s_b`` are better minus worse pairs between
    the phases, inside the baseline and inside the treatment phase. A trend needs two points, else it is refused.
    """

    m: int
    n: int
    s_ab: int
    s_a: int
    s_b: int

    @property
    def a_vs_b(self) -> Fraction:
        """Tau without any correction, −1 to 1: S_AB/mn."""
        return Fraction(self.s_ab, self.m * self.n)

    @property
    def trend_a(self) -> Fraction:
        """The trend inside the baseline, −1 to 1."""
        return _trend(self.s_a, self.m)

    @property
    def trend_b(self) -> Fraction:
        """The trend inside the treatment phase, −1 to 1."""
        return _trend(self.s_b, self.n)

    @property
    def ab_minus_a_parker(self) -> Fraction:
        """Tau-U of Parker 2011: (S_AB − S_A)/mn. It can lie beyond ±1."""
        return Fraction(self.s_ab - self.s_a, self.m * self.n)

    @property
    def ab_minus_a_complete(self) -> Fraction:
        """The same over all pairs used, −1 to 1."""
        return Fraction(self.s_ab - self.s_a, self.m * self.n + comb(self.m, 2))

    @property
    def ab_plus_b(self) -> Fraction:
        """Difference and trend after the start, over all pairs used, −1 to 1."""
        _need_two(self.n)
        return Fraction(self.s_ab + self.s_b, self.m * self.n + comb(self.n, 2))

    @property
    def ab_plus_b_minus_a(self) -> Fraction:
        """Difference and trend after the start minus the trend before it, over all pairs, −1 to 1."""
        _need_two(min(self.m, self.n))
        return Fraction(self.s_ab + self.s_b - self.s_a, comb(self.m + self.n, 2))


def _need_two(count: int) -> None:
    if count < 2:
        raise TooFewPoints(least=2)


def _trend(s: int, count: int) -> Fraction:
    _need_two(count)
    return Fraction(s, comb(count, 2))


def tau(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Fraction:
    """Better pairs minus worse pairs, of all pairs: Tau = Σᵢⱼ sgn(b_j − a_i)/mn = 2·NAP − 1; −1 to 1.

    Refuses an empty phase. Source: Parker, Vannest, Davis & Sauber 2011.
    """
    return tau_variants(baseline, treatment, improvement).a_vs_b


def tau_variants(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> TauVariants:
    """Every member of the Tau-U family by its own name, because papers and programs mean different ones.

    Refuses an empty phase; a trend of a single point is refused when it is asked for.
    Source: Parker, Vannest, Davis & Sauber 2011.
    """
    before, after = facing_up(baseline, treatment, improvement)
    return TauVariants(
        m=len(before),
        n=len(after),
        s_ab=compare(before, after).s,
        s_a=trend_s(before),
        s_b=trend_s(after),
    )


def tau_u_minus_trend_a(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Fraction:
    """Tau-U: (S_AB − S_A)/mn. Not bounded by 1, so never show it as a percentage, and never cut it off.

    Refuses an empty phase. Source: Parker, Vannest, Davis & Sauber 2011.
    """
    return tau_variants(baseline, treatment, improvement).ab_minus_a_parker


def tau_bc(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    times: Sequence[Number] | None = None,
) -> Fraction:
    """Baseline-corrected Tau, −1 to 1: the baseline's Theil–Sen line is taken off every point, then Tau.

    Residuals are compared exactly, so ties stay ties. ``times`` are the days of both phases; 1, 2, 3… without.
    Refuses fewer than three baseline points, an empty treatment phase and days out of order. A few points can turn
    its sign round: show it only as ``tau_to_show`` does.
    Source: Tarlow 2017, in the form that does not adjust for ties.
    """
    before, after = _without_trend(baseline, treatment, improvement, times)
    return Fraction(compare(before, after).s, len(before) * len(after))


def tau_bc_kendall_b(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    times: Sequence[Number] | None = None,
) -> float:
    """Baseline-corrected Tau in Tarlow's first form, −1 to 1: τ_b of the residuals with the phase as 0 and 1.

    τ_b = S/√((n₀ − n₁)·mn), with n₁ of the n₀ pairs of residuals tied. Refuses like ``tau_bc``, and residuals that
    are all the same. Source: Tarlow 2017.
    """
    before, after = _without_trend(baseline, treatment, improvement, times)
    untied = untied_pairs(before + after)
    if not untied:
        raise NoVariation
    return compare(before, after).s / sqrt(untied * len(before) * len(after))


def _without_trend(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement,
    times: Sequence[Number] | None,
) -> tuple[list[int], list[int]]:
    before, after = phase(baseline), phase(treatment)
    if len(before) < LEAST_TO_CORRECT:
        raise TooFewToCorrect
    m, sign = len(before), towards(improvement)
    days = times_of(times, m + len(after))
    slope = theil_sen_line(before, days[:m]).slope
    left = [sign * (value - slope * day) for value, day in zip(before + after, days, strict=True)]
    (residuals,) = on_one_scale(left)
    return residuals[:m], residuals[m:]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTau:
    """Tau as it may be shown when the baseline is short: without any correction."""

    uncorrected: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class TauBesideCorrected:
    """Both values, always together: neither may be shown alone."""

    uncorrected: Fraction
    corrected: Fraction


ShownTau: TypeAlias = PlainTau | TauBesideCorrected


def tau_to_show(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    times: Sequence[Number] | None = None,
) -> ShownTau:
    """What a page may show: below six baseline points Tau alone, from six on the corrected one beside it.

    Refuses an empty phase and days out of order.
    """
    plain = tau(baseline, treatment, improvement)
    if len(baseline) < LEAST_TO_SHOW_CORRECTED:
        return PlainTau(uncorrected=plain)
    corrected = tau_bc(baseline, treatment, improvement, times)
    return TauBesideCorrected(uncorrected=plain, corrected=corrected)
