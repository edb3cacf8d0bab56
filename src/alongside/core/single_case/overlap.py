"""Overlap: how far the points after the start lie apart from those before it. Only order counts, never distance."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from alongside.core.exact import Number
from alongside.core.single_case.observations import Improvement, facing_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Every point before the start compared with every point after it.

    ``by_baseline`` and ``by_treatment`` hold, for each point, the half-points won by the treatment phase:
    2 for each pair that is better after the start, 1 for each tie. ``ties`` counts the tied pairs.
    """

    by_baseline: tuple[int, ...]
    by_treatment: tuple[int, ...]
    ties: int

    @property
    def count(self) -> int:
        """How many pairs there are: m·n."""
        return len(self.by_baseline) * len(self.by_treatment)

    @property
    def nap(self) -> Fraction:
        """Nonoverlap of all pairs, 0 to 1."""
        return Fraction(sum(self.by_baseline), 2 * self.count)

    @property
    def s(self) -> int:
        """Pairs that are better minus pairs that are worse after the start."""
        return sum(self.by_baseline) - self.count


def compare(before: Sequence[int], after: Sequence[int]) -> Pairs:
    """Compare all pairs of two phases that are turned so that more is better."""
    low, high = sorted(before), sorted(after)
    ends = [(bisect_left(high, value), bisect_right(high, value)) for value in before]
    return Pairs(
        by_baseline=tuple(2 * len(high) - left - right for left, right in ends),
        by_treatment=tuple(bisect_left(low, value) + bisect_right(low, value) for value in after),
        ties=sum(right - left for left, right in ends),
    )


def pairs(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Pairs:
    """Every point of the baseline compared with every point of the treatment phase. Refuses an empty phase."""
    return compare(*facing_up(baseline, treatment, improvement))


def nap(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Fraction:
    """Nonoverlap of all pairs: the share of pairs that are better after the start; a tie counts half.

    NAP = (Σᵢⱼ [b_j > a_i] + ½[b_j = a_i]) / mn. From 0 to 1; 0.5 means no difference.
    Refuses an empty phase. Source: Parker & Vannest 2009.
    """
    return pairs(baseline, treatment, improvement).nap


def pnd(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Fraction:
    """Share of treatment points better than the best baseline point, 0 to 1.

    PND = Σⱼ [b_j > max(A)] / n. It depends on how long the baseline is: for export, not for a verdict.
    Refuses an empty phase. Source: Scruggs, Mastropieri & Casto 1987.
    """
    before, after = facing_up(baseline, treatment, improvement)
    best = max(before)
    return Fraction(sum(value > best for value in after), len(after))


def pem(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Fraction:
    """Share of treatment points better than the baseline's median, a tie counting half; 0 to 1.

    PEM = Σⱼ ([b_j > median(A)] + ½[b_j = median(A)]) / n. Refuses an empty phase. Source: Ma 2006.
    """
    before, after = facing_up(baseline, treatment, improvement)
    low = sorted(before)
    # Twice the median stays a whole number, also between two points.
    twice_median = low[(len(low) - 1) // 2] + low[len(low) // 2]
    halves = sum((2 * value > twice_median) + (2 * value >= twice_median) for value in after)
    return Fraction(halves, 2 * len(after))


def pand(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Fraction:
    """Share of all points left when the fewest are taken away so that the phases no longer overlap.

    PAND = (m + n − fewest removed) / (m + n), from max(m, n)/(m + n) to 1; points that tie overlap.
    Refuses an empty phase. Source: Parker, Hagan-Burke & Vannest 2007, with fewest removals as in Parker et al. 2011.
    """
    before, after = facing_up(baseline, treatment, improvement)
    low, high = sorted(before), sorted(after)
    # Whatever stays, some treatment point is the lowest that stays; or none stays.
    kept = (len(high) - bisect_left(high, value) + bisect_left(low, value) for value in high)
    return Fraction(max(len(low), *kept), len(low) + len(high))


def ird_robust(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement = Improvement.INCREASE
) -> Fraction:
    """Robust improvement rate difference: share improved after the start minus share improved before it, 0 to 1.

    IRD = 1 − (m + n)²/(2mn) · (1 − PAND). Refuses an empty phase. Source: Parker, Vannest & Brown 2009; Parker et
    al. 2011.
    """
    m, n = len(baseline), len(treatment)
    overlap = 1 - pand(baseline, treatment, improvement)
    return 1 - Fraction((m + n) ** 2, 2 * m * n) * overlap
