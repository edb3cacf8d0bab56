"""Points beyond a projected line: how many of those after the start, and how likely so many are by chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import comb

from alongside.core.exact import Number
from alongside.core.refusals import Refusal
from alongside.core.single_case.observations import (
    Improvement,
    chosen,
    exact,
    mean,
    phase,
    times_of,
    towards,
    variance,
)
from alongside.core.single_case.trend import (
    LEAST_FOR_SPLIT_MIDDLE,
    Line,
    Points,
    least_squares_line,
    split_middle_lines,
)
from alongside.core.words import gettext_noop

_SYSTEMATIC_BELOW = Fraction(1, 20)
_QUARTER = Fraction(1, 4)


class MarginOutOfRange(Refusal):
    sentence = gettext_noop("Choose a margin from 0 to 1 standard deviation.")


class TrendLine(StrEnum):
    """Which line of the baseline is drawn on."""

    LEAST_SQUARES = "ols"
    BISPLIT = "bisplit"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeyondLine:
    """``above`` of ``n`` treatment points lie on the better side; ``p`` is the one-sided chance of so many at ½ each.

    ``systematic`` says that p is below 0.05. The chance takes the points to be independent.
    """

    above: int
    n: int
    p: Fraction

    @property
    def systematic(self) -> bool:
        """Whether p is below 0.05."""
        return self.p < _SYSTEMATIC_BELOW


def conservative_dual_criterion(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    times: Sequence[Number] | None = None,
    *,
    conservative_sd: Number = _QUARTER,
    trend: TrendLine = TrendLine.LEAST_SQUARES,
) -> BeyondLine:
    """Treatment points that are better than two lines: the baseline's mean and its trend drawn on.

    Both lines are moved towards better by ``conservative_sd`` (0 to 1, usually ¼) of the baseline's standard
    deviation; points on a line do not count. ``times`` are the days of both phases. Compared exactly.
    Refuses fewer than two baseline points (four for ``BISPLIT``), an empty treatment phase, days out of order and
    another margin. Source: Fisher, Kelley & Lomas 2003.
    """
    margin, line_of = exact(conservative_sd), chosen(TrendLine, trend)
    if not 0 <= margin <= 1:
        raise MarginOutOfRange
    before = phase(baseline, LEAST_FOR_SPLIT_MIDDLE if line_of is TrendLine.BISPLIT else 2)
    after, sign = phase(treatment), towards(improvement)
    days = times_of(times, len(before) + len(after))
    line, centre = _line(line_of, before, days[: len(before)]), mean(before)
    ahead = (
        min(sign * (value - line.at(day)), sign * (value - centre))
        for value, day in zip(after, days[len(before) :], strict=True)
    )
    return _beyond(ahead, len(after), margin**2 * variance(before))


def _line(kind: TrendLine, values: Points, times: Points) -> Line:
    if kind is TrendLine.BISPLIT:
        return split_middle_lines(values, times).quarter_intersect
    return least_squares_line(values, times)


def beyond_split_middle(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    times: Sequence[Number] | None = None,
) -> BeyondLine:
    """Treatment points that are better than the baseline's split-middle line drawn on; points on it do not count.

    Refuses fewer than four baseline points, an empty treatment phase and days out of order.
    Source: White & Haring 1980.
    """
    before, after = phase(baseline, LEAST_FOR_SPLIT_MIDDLE), phase(treatment)
    sign, days = towards(improvement), times_of(times, len(before) + len(after))
    line = split_middle_lines(before, days[: len(before)]).split_middle
    ahead = (sign * (value - line.at(day)) for value, day in zip(after, days[len(before) :], strict=True))
    return _beyond(ahead, len(after), Fraction(0))


def _beyond(ahead: Iterable[Fraction], n: int, margin_squared: Fraction) -> BeyondLine:
    """Squares are compared, because a standard deviation is seldom a fraction and its square always is."""
    above = sum(distance > 0 and distance**2 > margin_squared for distance in ahead)
    chance = Fraction(sum(comb(n, number) for number in range(above, n + 1)), 2**n)
    return BeyondLine(above=above, n=n, p=chance)
