"""On which days: the exact best days for a few ideas that share budgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from alongside.core.planning.model import DayClass, Model, Uses

Days = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The points of the best days, and the days of each idea."""

    points: int
    days: Days


class Calendar:
    """The best days for classes of columns, each set of classes worked out once."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._known: dict[tuple[int, ...], Fitted | None] = {}

    def fit(self, classes: tuple[int, ...]) -> Fitted | None:
        """The best days for classes in rising order; None when not each can have a day."""
        if classes not in self._known:
            kinds = [self._model.classes[one] for one in classes]
            self._known[classes] = best_days(kinds, self._model.limits)
        return self._known[classes]

    def points(self, classes: Sequence[int]) -> int | None:
        """The points of the best days; None when not each can have a day."""
        fitted = self.fit(tuple(sorted(classes)))
        return None if fitted is None else fitted.points

    def loss(self, held: Sequence[int], joins: int) -> int | None:
        """Points that are surely lost when a class joins held ones, through days they take from each other.

        Only pairs are looked at: all together have no more than one held with the new one, and the others.
        None when one of the pairs cannot be.
        """
        whole, alone = self.points(held), self.points((joins,))
        if whole is None or alone is None:
            return None
        loss = 0
        for at, one in enumerate(held):
            pair, others = self.points((one, joins)), self.points([*held[:at], *held[at + 1 :]])
            if pair is None or others is None:
                return None
            loss = max(loss, whole + alone - pair - others)
        return loss


def best_days(kinds: Sequence[DayClass], limits: Sequence[int]) -> Fitted | None:
    """The most points with at least a day for each of at most seven ideas; exact.

    Days are gone through one by one. What counts of the days before is only how many each idea has, up to its peak;
    of a day's choices only those count to which nothing can be added. For every such count one way is kept.
    """
    days = sorted({day for kind in kinds for day in kind.days})
    layers: list[dict[int, int]] = [{0: 0}]
    for day in days:
        groups = _groups(kinds, limits, day)
        after: dict[int, int] = {}
        for counts in layers[-1]:
            for group in groups:
                after.setdefault(_with(counts, group, kinds), counts)
        layers.append(after)
    return _best(kinds, days, layers)


def _with(counts: int, group: Sequence[int], kinds: Sequence[DayClass]) -> int:
    """The counts, three binary digits for each idea, with a day more for those of a group below their peak."""
    now = counts
    for at in group:
        if counts >> 3 * at & 7 < kinds[at].peak:
            now += 1 << 3 * at
    return now


def _best(
    kinds: Sequence[DayClass], days: Sequence[int], layers: Sequence[Mapping[int, int]]
) -> Fitted | None:
    best, points = None, 0
    for counts in layers[-1]:
        numbers = [counts >> 3 * at & 7 for at in range(len(kinds))]
        total = sum(kind.points[number] for kind, number in zip(kinds, numbers, strict=True))
        if all(numbers) and (best is None or total > points):
            best, points = counts, total
    return None if best is None else Fitted(points=points, days=_walked(best, len(kinds), days, layers))


def _walked(counts: int, ideas: int, days: Sequence[int], layers: Sequence[Mapping[int, int]]) -> Days:
    """The days of each idea, walking back from the counts at the end."""
    mine: list[list[int]] = [[] for _ in range(ideas)]
    for day, layer in zip(reversed(days), reversed(layers), strict=False):
        before = layer[counts]
        for at in range(ideas):
            if counts >> 3 * at & 7 != before >> 3 * at & 7:
                mine[at].insert(0, day)
        counts = before
    return tuple(tuple(one) for one in mine)


def _groups(kinds: Sequence[DayClass], limits: Sequence[int], day: int) -> list[tuple[int, ...]]:
    """The largest sets of ideas that fit one day together: none of them lies inside another."""
    there = [at for at, kind in enumerate(kinds) if day in kind.on]
    uses = {at: kinds[at].on[day] for at in there}
    if _fit(there, uses, limits):
        return [tuple(there)]
    fitting: list[set[int]] = []
    for size in range(len(there) - 1, 0, -1):
        for few in combinations(there, size):
            if not any(group.issuperset(few) for group in fitting) and _fit(few, uses, limits):
                fitting.append(set(few))
    return [tuple(sorted(group)) for group in fitting]


def _fit(few: Sequence[int], uses: Mapping[int, Uses], limits: Sequence[int]) -> bool:
    used: dict[int, int] = {}
    for at in few:
        for row, amount in uses[at]:
            total = used.get(row, 0) + amount
            if total > limits[row]:
                return False
            used[row] = total
    return True


def fits(kinds: Sequence[DayClass], limits: Sequence[int], days: Days, day: int) -> bool:
    """True when what happens on one day stays within its budgets."""
    there = [at for at, mine in enumerate(days) if day in mine]
    return _fit(there, {at: kinds[at].on[day] for at in there}, limits)
