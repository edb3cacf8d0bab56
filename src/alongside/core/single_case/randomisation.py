"""A randomisation test, for a start that was drawn by lot from days agreed beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from alongside.core.exact import Number
from alongside.core.refusals import Refusal
from alongside.core.single_case.observations import (
    MOST_POINTS,
    Improvement,
    TooManyPoints,
    phase,
    towards,
)
from alongside.core.words import gettext_noop


class StartNotDrawn(Refusal):
    sentence = gettext_noop("The real start needs to be one of the starts that could have been drawn.")


class TooFewStarts(Refusal):
    sentence = gettext_noop("A draw needs at least two possible starts, each named once.")


class StartOutsideSeries(Refusal):
    sentence = gettext_noop("Every possible start needs points before and after it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomisationTest:
    """The mean difference towards better, and how many of the possible starts give one at least as large.

    ``difference`` is in the measure's own unit.
    """

    difference: Fraction
    as_large: int
    starts: int

    @property
    def p(self) -> Fraction:
        """The one-sided chance of a difference at least this large if the start made no difference."""
        return Fraction(self.as_large, self.starts)

    @property
    def smallest_p(self) -> Fraction:
        """The smallest p that so few starts can ever give: show it beside p."""
        return Fraction(1, self.starts)


def randomisation_test(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    possible_starts: Sequence[int],
    improvement: Improvement = Improvement.INCREASE,
) -> RandomisationTest:
    """Compare the real start with every start that the draw could have given; each is counted, none is sampled.

    A start is the number of points before it; the real one is the length of the baseline. The statistic is the mean
    after minus the mean before, turned towards better. p = share of starts with a statistic at least as large.
    Valid only when the start was drawn by lot from exactly these starts. Exact.
    Refuses an empty phase, fewer than two possible starts, starts named twice or without points on one side, and
    a real start that is not among them. Source: Edgington 1975.
    """
    points = phase(baseline) + phase(treatment)
    _check_starts(possible_starts, len(baseline), len(points))
    sign, sums = towards(improvement), (Fraction(0), *accumulate(points))
    differences = {start: sign * _difference(sums, start) for start in possible_starts}
    observed = differences[len(baseline)]
    as_large = sum(difference >= observed for difference in differences.values())
    return RandomisationTest(difference=observed, as_large=as_large, starts=len(differences))


def _check_starts(starts: Sequence[int], real: int, count: int) -> None:
    if len(starts) > 2 * MOST_POINTS:
        raise TooManyPoints(most=2 * MOST_POINTS)
    if len(starts) < 2 or len(set(starts)) != len(starts):
        raise TooFewStarts
    if any(
        isinstance(start, bool) or not isinstance(start, int) or not 0 < start < count for start in starts
    ):
        raise StartOutsideSeries
    if real not in starts:
        raise StartNotDrawn


def _difference(sums: Sequence[Fraction], start: int) -> Fraction:
    after = (sums[-1] - sums[start]) / (len(sums) - 1 - start)
    return after - sums[start] / start
