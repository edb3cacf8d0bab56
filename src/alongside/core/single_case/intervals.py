"""How unsure NAP is: standard errors, and an interval that stays honest when nothing overlaps.

All of these take the points of a phase to be independent. A daily diary is not, so an interval is "at best".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from alongside.core.exact import Number
from alongside.core.normal import two_sided_z
from alongside.core.single_case.observations import Improvement, TooFewPoints, chosen
from alongside.core.single_case.overlap import Pairs, pairs

# Each halving adds one binary digit: 44 of them leave less than 1e-13.
_HALVINGS = 44


class StandardError(StrEnum):
    """How the standard error of NAP is worked out."""

    UNBIASED = "unbiased"  # Sen 1967; Mee 1990
    HANLEY = "hanley"  # Hanley & McNeil 1982
    NULL = "null"  # if nothing had changed


@dataclass(frozen=True, slots=True, kw_only=True)
class NapInterval:
    """NAP with its interval; all four between 0 and 1. ``pairs`` is what it rests on."""

    nap: Fraction
    ci_lower: float
    ci_upper: float
    confidence: float
    pairs: Pairs

    @property
    def se_unbiased(self) -> float:
        """The unbiased standard error; refuses when a phase has a single point."""
        return _standard_error(self.pairs, StandardError.UNBIASED)


def nap_se(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    kind: StandardError = StandardError.UNBIASED,
) -> float:
    """The standard error of NAP, on NAP's own scale of 0 to 1.

    With Q₁, Q₂, Q₃ the mean squared deviations from NAP of the row means, the column means and the single pairs:
    unbiased √((NAP(1 − NAP) + nQ₁ + mQ₂ − 2Q₃)/((m − 1)(n − 1))), Hanley √((NAP(1 − NAP) + (n − 1)Q₁ + (m − 1)Q₂)/mn),
    null √((m + n + 1)/12mn). Without any overlap NAP is taken half a pair from the end, so no error is ever zero.
    Refuses an empty phase, and a single point for the unbiased one.
    Source: Sen 1967; Mee 1990; Hanley & McNeil 1982.
    """
    return _standard_error(pairs(baseline, treatment, improvement), chosen(StandardError, kind))


def _standard_error(compared: Pairs, kind: StandardError) -> float:
    variances = {
        StandardError.UNBIASED: _unbiased,
        StandardError.HANLEY: _hanley,
        StandardError.NULL: _null,
    }
    return sqrt(variances[kind](compared))


def _unbiased(compared: Pairs) -> Fraction:
    m, n = len(compared.by_baseline), len(compared.by_treatment)
    if min(m, n) < 2:
        raise TooFewPoints(least=2)
    q1, q2, q3 = _deviations(compared)
    return (_spread(compared) + n * q1 + m * q2 - 2 * q3) / ((m - 1) * (n - 1))


def _hanley(compared: Pairs) -> Fraction:
    m, n = len(compared.by_baseline), len(compared.by_treatment)
    q1, q2, _ = _deviations(compared)
    return (_spread(compared) + (n - 1) * q1 + (m - 1) * q2) / compared.count


def _null(compared: Pairs) -> Fraction:
    m, n = len(compared.by_baseline), len(compared.by_treatment)
    return Fraction(m + n + 1, 12 * m * n)


def _spread(compared: Pairs) -> Fraction:
    """NAP(1 − NAP), half a pair from the end at least."""
    edge = Fraction(1, 2 * compared.count)
    kept = min(max(compared.nap, edge), 1 - edge)
    return kept * (1 - kept)


def _deviations(compared: Pairs) -> tuple[Fraction, Fraction, Fraction]:
    m, n, centre = len(compared.by_baseline), len(compared.by_treatment), compared.nap**2
    # Half-points squared are four times too much; a won pair counts 4, a tied one 1.
    won = (sum(compared.by_baseline) - compared.ties) // 2
    q1 = Fraction(sum(half * half for half in compared.by_baseline), 4 * m * n * n) - centre
    q2 = Fraction(sum(half * half for half in compared.by_treatment), 4 * m * m * n) - centre
    q3 = Fraction(4 * won + compared.ties, 4 * m * n) - centre
    return q1, q2, q3


def nap_ci_newcombe5(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    confidence: float = 0.95,
) -> NapInterval:
    """NAP with its confidence interval: all values that the data do not contradict.

    The bounds are the roots θ in 0 to 1 of mn(NAP − θ)²(2 − θ)(1 + θ) = z²θ(1 − θ)(2 + h + (1 + 2h)θ(1 − θ)) with
    h = (m + n)/2 − 1, found to 1e-13. When nothing overlaps one root is 1 (or 0) itself and says nothing: the other
    bound is then the root that is left after dividing by 1 − θ. So three points against three give 0.50 to 1.
    Refuses an empty phase and a confidence outside 0.5 to 0.9999. Source: Newcombe 2006, method 5.
    """
    z = two_sided_z(confidence)
    compared = pairs(baseline, treatment, improvement)
    m, n, share = len(compared.by_baseline), len(compared.by_treatment), float(compared.nap)
    return NapInterval(
        nap=compared.nap,
        ci_lower=_lower_bound(share, m, n, z),
        # The equation looks the same from the other end.
        ci_upper=1 - _lower_bound(float(1 - compared.nap), m, n, z),
        confidence=confidence,
        pairs=compared,
    )


def _lower_bound(share: float, m: int, n: int, z: float) -> float:
    """The one root between 0 and ``share``: the curve starts above zero and has crossed it at ``share``."""
    if share == 0:
        return 0.0
    size, squared, h = m * n, z * z, (m + n) / 2 - 1
    low, high = 0.0, share
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        rest = 1 - middle
        # At complete non-overlap both sides carry the factor 1 − θ; without it the trivial root is gone.
        gap = rest if share == 1 else (share - middle) ** 2 / rest
        above = size * gap * (2 - middle) * (1 + middle)
        if above > squared * middle * (2 + h + (1 + 2 * h) * middle * rest):
            low = middle
        else:
            high = middle
    return (low + high) / 2
