"""On which days: the exact best days for a few ideas that share budgets."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from alongside.core.planning.model import DayClass, Model, Uses

Days = tuple[tuple[int, ...], ...]


class Calendar:
    """The points of the best days for classes of columns, each set of classes worked out once."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._known: dict[tuple[int, ...], int | None] = {}

    def points(self, classes: Sequence[int]) -> int | None:
        """The points of the best days; None when not each class can have a day."""
        few = tuple(sorted(classes))
        if few not in self._known:
            kinds = [self._model.classes[one] for one in few]
            best = _best(kinds, _layers(kinds, self._model.limits)[-1])
            self._known[few] = None if best is None else best[0]
        return self._known[few]

    def apart(self, held: Sequence[int]) -> Sequence[tuple[int, int]]:
        """Each held class with the points of the others together, when those can be."""
        found = [(one, self.points([*held[:at], *held[at + 1 :]])) for at, one in enumerate(held)]
        return [(one, others) for one, others in found if others is not None]

    def at_most(self, apart: Sequence[tuple[int, int]], joins: int) -> int | None:
        """No more points than these are left when a class joins held ones; None when a pair of them cannot be.

        Only pairs are looked at: all together have no more than one held with the new one, and the others.
        """
        pairs = [(self.points((one, joins)), others) for one, others in apart]
        if any(pair is None for pair, _ in pairs):
            return None
        return min(pair + others for pair, others in pairs if pair is not None)


def best_days(kinds: Sequence[DayClass], limits: Sequence[int]) -> Days | None:
    """The days with the most points, at least one for each of at most seven ideas; exact. None when that cannot be."""
    layers = _layers(kinds, limits)
    best = _best(kinds, layers[-1])
    return None if best is None else _walked(best[1], kinds, layers)


def _layers(kinds: Sequence[DayClass], limits: Sequence[int]) -> list[dict[int, int]]:
    """After each day, how many days each idea can have had so far, and from which numbers the day before.

    Only the numbers matter, up to each idea's peak; of a day's choices only those to which nothing can be added.
    """
    layers: list[dict[int, int]] = [{0: 0}]
    for day in _all_days(kinds):
        groups = _groups(kinds, limits, day)
        after: dict[int, int] = {}
        for counts in layers[-1]:
            for group in groups:
                after.setdefault(_with(counts, group, kinds), counts)
        layers.append(after)
    return layers


def _all_days(kinds: Sequence[DayClass]) -> list[int]:
    return sorted({day for kind in kinds for day in kind.days})


def _with(counts: int, group: Sequence[int], kinds: Sequence[DayClass]) -> int:
    """The counts, three binary digits for each idea, with a day more for those of a group below their peak."""
    now = counts
    for at in group:
        if counts >> 3 * at & 7 < kinds[at].peak:
            now += 1 << 3 * at
    return now


def _best(kinds: Sequence[DayClass], last: Iterable[int]) -> tuple[int, int] | None:
    """The most points of any counts with a day for each, and those counts."""
    best: tuple[int, int] | None = None
    for counts in last:
        points, whole = 0, True
        for at, kind in enumerate(kinds):
            number = counts >> 3 * at & 7
            points += kind.points[number]
            whole = whole and number > 0
        if whole and (best is None or points > best[0]):
            best = points, counts
    return best


def _walked(counts: int, kinds: Sequence[DayClass], layers: Sequence[Mapping[int, int]]) -> Days:
    """The days of each idea, walking back from the counts at the end."""
    mine: list[list[int]] = [[] for _ in kinds]
    for day, layer in zip(reversed(_all_days(kinds)), reversed(layers), strict=False):
        before = layer[counts]
        for at in range(len(kinds)):
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
