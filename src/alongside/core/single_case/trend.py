"""Lines through a phase: Theil–Sen, split-middle and least squares, on real days where they are given."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from statistics import median
from typing import TypeAlias

from alongside.core.exact import Number
from alongside.core.single_case.observations import mean, on_one_scale, phase, times_of

Points: TypeAlias = Sequence[Fraction]
LEAST_FOR_SPLIT_MIDDLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line: ``slope`` in units of the measure per unit of time, ``intercept`` its height at time 0."""

    slope: Fraction
    intercept: Fraction

    def at(self, time: Fraction) -> Fraction:
        """The line's height at a time."""
        return self.slope * time + self.intercept


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitMiddle:
    """The line through the middles of both halves, and the same line moved so that half the points lie above it."""

    quarter_intersect: Line
    split_middle: Line

    @property
    def quarter_intersect_slope(self) -> Fraction:
        """Units of the measure per unit of time."""
        return self.quarter_intersect.slope

    @property
    def quarter_intersect_intercept(self) -> Fraction:
        """The first line's height at time 0."""
        return self.quarter_intersect.intercept

    @property
    def split_middle_slope(self) -> Fraction:
        """The same slope: moving a line does not turn it."""
        return self.split_middle.slope

    @property
    def split_middle_intercept(self) -> Fraction:
        """The moved line's height at time 0."""
        return self.split_middle.intercept


def theil_sen(y: Sequence[Number], t: Sequence[Number] | None = None) -> Line:
    """The middle one of all slopes between two points: one odd day does not tilt it.

    slope = median over i < j of (y_j − y_i)/(t_j − t_i); intercept = median of y − slope·t. ``t`` are days, 1, 2, 3…
    when not given; the slope is in units of y a day. Exact. Refuses fewer than two points and days out of order.
    Source: Theil 1950; Sen 1968.
    """
    values = phase(y, 2)
    return theil_sen_line(values, times_of(t, len(values)))


def theil_sen_line(values: Points, times: Points) -> Line:
    """Theil–Sen through points that were looked at before."""
    heights, days = on_one_scale(values, times)
    steps = [
        (second[0] - first[0], second[1] - first[1])
        for first, second in combinations(zip(heights, days, strict=True), 2)
    ]
    slope = _middle_slope(steps)
    return Line(slope=slope, intercept=_middle_residual(values, times, slope))


def _middle_slope(steps: list[tuple[int, int]]) -> Fraction:
    steps.sort(key=_ratio)
    low, high = (len(steps) - 1) // 2, len(steps) // 2
    return (_slope_at(steps, low) + _slope_at(steps, high)) / 2


def _slope_at(steps: list[tuple[int, int]], place: int) -> Fraction:
    """The slope at a place in order. Ratios are rounded correctly, so only equal ones need an exact look."""
    near = _ratio(steps[place])
    start, end = bisect_left(steps, near, key=_ratio), bisect_right(steps, near, key=_ratio)
    return sorted(Fraction(*step) for step in steps[start:end])[place - start]


def _ratio(step: tuple[int, int]) -> float:
    return step[0] / step[1]


def _middle_residual(values: Points, times: Points, slope: Fraction) -> Fraction:
    return median(value - slope * time for value, time in zip(values, times, strict=True))


def split_middle(y: Sequence[Number], t: Sequence[Number] | None = None) -> SplitMiddle:
    """Quarter-intersect and split-middle lines of one phase.

    Halves in time (the middle point of an odd number belongs to neither); the line through both halves' median time
    and median value; then moved by the median residual. Units as in ``theil_sen``. Exact.
    Refuses fewer than four points and days out of order. Source: White & Haring 1980.
    """
    values = phase(y, LEAST_FOR_SPLIT_MIDDLE)
    return split_middle_lines(values, times_of(t, len(values)))


def split_middle_lines(values: Points, times: Points) -> SplitMiddle:
    """Both lines through points that were looked at before."""
    half = len(values) // 2
    early, late = median(values[:half]), median(values[-half:])
    first, second = median(times[:half]), median(times[-half:])
    slope = (late - early) / (second - first)
    crossing = Line(slope=slope, intercept=early - slope * first)
    moved = Line(slope=slope, intercept=_middle_residual(values, times, slope))
    return SplitMiddle(quarter_intersect=crossing, split_middle=moved)


def least_squares_line(values: Points, times: Points) -> Line:
    """The line with the smallest sum of squared distances, exactly; needs two points."""
    middle_time, middle = mean(times), mean(values)
    across = [time - middle_time for time in times]
    together = sum((step * (value - middle) for step, value in zip(across, values, strict=True)), Fraction(0))
    slope = together / sum((step * step for step in across), Fraction(0))
    return Line(slope=slope, intercept=middle - slope * middle_time)
