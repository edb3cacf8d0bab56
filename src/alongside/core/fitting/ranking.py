"""The order of the fits: what they cost in points, and three that are truly different."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from alongside.core.fitting.costs import costs_of, is_ruled_out
from alongside.core.fitting.values import Cost, CostKind, Family, Fit, Need, RegularTime

OFFERED = 3
_LOOKS = 40  # times that are looked at more closely, at most
_APART = 60  # minutes between two offers on one day of the week
_SAME_DAY = 30  # points for a second offer on a day that stands there already

# (points once, points for each of its number, at most). Fewer points fit better; below 0 is a reason for it.
WEIGHTS: Mapping[CostKind, tuple[int, int, int]] = MappingProxyType(
    {
        CostKind.NO_LESSONS_MISSED: (0, 0, 0),
        CostKind.MISSES_SCHOOL: (0, 3, 360),
        CostKind.PREFERRED: (-15, 0, 0),
        CostKind.IN_TIMES: (0, 0, 0),
        CostKind.OUTSIDE_TIMES: (20, 1, 55),
        CostKind.NOT_A_DAY_NAMED: (60, 0, 60),
        CostKind.SIBLING_NEXT: (0, -3, -30),
        CostKind.OTHER_THERAPIST: (50, 0, 50),
        CostKind.OTHER_PLACE: (20, 0, 20),
        CostKind.STARTS_LATER: (0, 6, 60),
        CostKind.NOT_FREE: (0, 8, 40),
        CostKind.SKIPS: (0, 0, 0),
    }
)


def points_of(costs: Iterable[Cost]) -> int:
    """The sum of the table above."""
    return sum(_points(cost) for cost in costs)


def best_fits(
    times: Sequence[RegularTime],
    need: Need,
    family: Family,
    *,
    most: int = OFFERED,
    settle: Callable[[RegularTime], RegularTime | None] | None = None,
) -> tuple[Fit, ...]:
    """The best ``most`` times, the best first; none of them at a time that the family could not.

    Two are never on the same weekday within an hour of each other, nor overlap. How much later one begins is counted
    from the first of them. ``settle`` looks closer at a time before it counts, and answers it with its room, or None.
    The same input in any order gives the same answer.
    """
    open_times = [time for time in times if not _is_ruled_out(time, need.minutes, family)]
    earliest = min((time.dates[0] for time in open_times), default=need.from_on)
    left = sorted((_fit(time, need.minutes, family, earliest) for time in open_times), key=_order)
    chosen: list[Fit] = []
    for _look in range(_LOOKS):
        if not left or len(chosen) == most:
            break
        best = min(left, key=lambda fit: (fit.points + _again(fit, chosen), *_order(fit)))
        left.remove(best)
        settled = settle(best.time) if settle else best.time
        if settled is not None:
            chosen.append(replace(best, time=settled))
            left = [fit for fit in left if _is_apart(fit, best, need)]
    return tuple(sorted(_since_the_first(chosen), key=_order))


def _since_the_first(chosen: Sequence[Fit]) -> list[Fit]:
    """How much later each begins than the first of those that are shown, so that every word can be seen to be true."""
    first = min((fit.time.dates[0] for fit in chosen), default=None)
    return [fit if first is None else _rebased(fit, first) for fit in chosen]


def _rebased(fit: Fit, first: date) -> Fit:
    weeks = (fit.time.dates[0] - first).days // 7
    now = (replace(one, n=weeks) if one.kind is CostKind.STARTS_LATER else one for one in fit.costs)
    costs = tuple(one for one in now if one.kind is not CostKind.STARTS_LATER or one.n)
    return replace(fit, costs=costs, points=points_of(costs))


def _points(cost: Cost) -> int:
    once, each, most = WEIGHTS[cost.kind]
    points = once + each * cost.n
    if most < 0:
        return max(points, most)
    return min(points, most) if most else points


def _fit(time: RegularTime, minutes: int, family: Family, earliest: date) -> Fit:
    costs = costs_of(time, minutes, family, earliest)
    return Fit(time=time, costs=costs, points=points_of(costs))


def _is_ruled_out(time: RegularTime, minutes: int, family: Family) -> bool:
    ends = time.minute + minutes
    return any(is_ruled_out(family.wishes, day, time.minute, ends) for day in time.dates)


def _again(fit: Fit, chosen: Iterable[Fit]) -> int:
    return _SAME_DAY if any(one.time.weekday == fit.time.weekday for one in chosen) else 0


def _is_apart(fit: Fit, other: Fit, need: Need) -> bool:
    if fit.time.weekday != other.time.weekday:
        return True
    return abs(fit.time.minute - other.time.minute) >= max(_APART, need.minutes + need.buffer)


def _order(fit: Fit) -> tuple[int, date, date, int, int, int, int]:
    time = fit.time
    room, site = (-1 if key is None else key for key in (time.room, time.site))
    return fit.points, time.dates[0], time.dates[-1], time.minute, time.therapist, site, room
