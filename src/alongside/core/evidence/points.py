"""From single counts to points: a day's median, a day without a count is missing and never zero."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median, median_low

from alongside.core.evidence.design import Design, Scale
from alongside.core.progress import ChangeLine, Every, monday_of

MOST_POINTS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One count about a day: ``value`` of ``of``. For minutes and steps ``of`` is the top of the scale."""

    on: date
    value: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedPoint:
    """A day (or week) from ``on``: ``value`` on the plan's scale, in phase 0 (baseline), 1, 2…

    ``counts`` lie behind it; ``part`` of ``whole`` is the one in the middle as it was told.
    """

    on: date
    value: Fraction
    phase: int
    counts: int
    part: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Points in time order, and the dated changes since counting began.

    ``going_since`` is the last change before counting began: the idea was already going then.
    """

    points: tuple[CountedPoint, ...]
    lines: tuple[ChangeLine, ...]
    going_since: date | None = None

    @property
    def before(self) -> tuple[CountedPoint, ...]:
        """The points before the first dated change."""
        return tuple(point for point in self.points if point.phase == 0)

    @property
    def after(self) -> tuple[CountedPoint, ...]:
        """The points from the first dated change on."""
        return tuple(point for point in self.points if point.phase > 0)

    @property
    def started_on(self) -> date | None:
        """The day of the first dated change since counting began."""
        return self.lines[0].on if self.lines else None


def counted_points(design: Design, counts: Iterable[Counted], changes: Iterable[ChangeLine]) -> Points:
    """The points of one plan, at most 1000, with the changes that lie after its first day.

    Several counts a day become the day's median (a week's, for weekly ones); of 2 of 3 tries where 5 are usual,
    the point is 3⅓. No point mixes two phases.
    """
    in_order = sorted(changes, key=lambda line: line.on)
    lines = tuple(line for line in in_order if line.on > design.starts_on)
    earlier = [line.on for line in in_order if line.on <= design.starts_on]
    starts = [line.on for line in lines]
    together: dict[tuple[date, int], list[Counted]] = {}
    for count in sorted(counts, key=lambda count: count.on):
        together.setdefault((_key(design, count.on), bisect_right(starts, count.on)), []).append(count)
    points = [_point(design, same, phase) for (_, phase), same in together.items()]
    return Points(
        points=tuple(points[:MOST_POINTS]), lines=lines, going_since=earlier[-1] if earlier else None
    )


def _key(design: Design, on: date) -> date:
    return on if design.every is Every.DAY else monday_of(on)


def _point(design: Design, counts: Sequence[Counted], phase: int) -> CountedPoint:
    values = [_on_scale(design, count) for count in counts]
    middle = counts[values.index(median_low(values))]
    return CountedPoint(
        on=counts[0].on,
        value=Fraction(median(values)),
        phase=phase,
        counts=len(counts),
        part=middle.value,
        whole=middle.of,
    )


def _on_scale(design: Design, count: Counted) -> Fraction:
    if design.scale is not Scale.TRIES:
        return Fraction(count.value)
    return Fraction(count.value * design.most, count.of)
