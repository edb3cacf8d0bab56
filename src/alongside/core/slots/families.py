"""What every family would choose for itself at given prices: a therapist, days and starts, siblings back to back."""

from dataclasses import dataclass
from itertools import permutations

import numpy as np

from alongside.core.slots.days import Floats
from alongside.core.slots.instance import GRID, Way
from alongside.core.slots.options import DAY, Ints, Options
from alongside.core.slots.points import SIBLING_WAIT, SIBLINGS

_NONE = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What all families earn together, the options they choose, and what each family earns."""

    total: float
    options: Ints
    by_family: Floats


class Families:
    """The children of a clinic by family; a child without brothers and sisters is a family of its own."""

    def __init__(self, options: Options) -> None:
        self.options = options
        children = options.instance.children
        names = [one.family or f" {at}" for at, one in enumerate(children)]
        known = {name: number for number, name in enumerate(dict.fromkeys(names))}
        self.of_child = np.array([known[name] for name in names], dtype=np.int64)
        self.members: list[list[int]] = [[] for _ in known]
        for child, family in enumerate(self.of_child):
            self.members[family].append(child)
        self._groups()
        self._siblings()

    def _groups(self) -> None:
        """Options of one child with one therapist on one day are a group; those of one child and therapist a pair."""
        options = self.options
        people = len(options.instance.therapists)
        pair = options.child * people + options.therapist
        group = pair * 7 + options.day
        self._starts = np.flatnonzero(np.diff(group, prepend=-1))
        self._ends = np.append(self._starts[1:], len(group))
        heads = pair[self._starts]
        pairs, self._row = np.unique(heads, return_inverse=True)
        self._day = options.day[self._starts]
        self._pair_child = pairs // max(1, people)
        self._number = len(pairs)
        self._first_pair = np.flatnonzero(np.diff(self._pair_child, prepend=-1))
        self._group_of = np.full((self._number, 7), -1, dtype=np.int64)
        self._group_of[self._row, self._day] = np.arange(len(self._starts))
        most = int(options.sessions.max(initial=1))
        asked = options.sessions[self._pair_child]
        self._too_many = np.arange(most)[None, :] >= asked[:, None]
        self._most = most

    def _siblings(self) -> None:
        """For families of several: their children's options, by the end and by the beginning at a place."""
        options = self.options
        sites = {site.id: at for at, site in enumerate(options.instance.sites)}
        site = np.array([sites[one.site] for one in options.shifts.shifts], dtype=np.int64)[options.shift]
        bounds = np.searchsorted(options.child, np.arange(len(options.instance.children) + 1))
        self.span = [(int(bounds[at]), int(bounds[at + 1])) for at in range(len(bounds) - 1)]
        self._several = [at for at, members in enumerate(self.members) if len(members) > 1]
        self._place = (options.day * max(1, len(sites)) + site) * (DAY + 1) + options.cell
        self._places = 7 * max(1, len(sites)) * (DAY + 1)
        self._pair_of = self._row[
            np.searchsorted(self._starts, np.arange(len(options.child)), side="right") - 1
        ]

    def by_pair(self, worth: Floats) -> tuple[Floats, Floats]:
        """For each child and therapist: what the best days earn (with what being seen brings), and each day's best."""
        days = np.full((self._number, 7), _NONE)
        if len(self._starts):
            days[self._row, self._day] = np.maximum.reduceat(worth, self._starts)
        best = -np.sort(-days, axis=1)[:, : self._most]
        best[self._too_many] = _NONE
        sums = np.cumsum(best, axis=1).max(axis=1)
        return sums + self.options.extra[self._pair_child], days

    def best(self, worth: Floats) -> Picked:
        """The best choice of every family."""
        values, days = self.by_pair(worth)
        by_child = np.zeros(len(self.options.instance.children))
        rows = np.full(len(by_child), -1, dtype=np.int64)
        if self._number:
            top = np.maximum.reduceat(values, self._first_pair)
            child = self._pair_child[self._first_pair]
            by_child[child] = np.maximum(0, top)
            hit = np.flatnonzero(values == np.repeat(top, np.diff(np.append(self._first_pair, self._number))))
            rows[self._pair_child[hit[::-1]]] = hit[::-1]
        rows[by_child <= 0] = -1
        by_family: Floats = np.bincount(self.of_child, by_child, minlength=len(self.members)).astype(
            np.float64
        )
        fixed = [self._together(family, worth, days, by_child) for family in self._several]
        chosen: list[Ints] = []
        for family, (value, options) in zip(self._several, fixed, strict=True):
            if value > by_family[family]:
                by_family[family] = value
                chosen.append(options)
                rows[[self._pair_child[self._pair_of[one]] for one in options]] = -1
        chosen.append(self._chosen(rows[rows >= 0], worth, days))
        return Picked(total=float(by_family.sum()), options=np.concatenate(chosen), by_family=by_family)

    def _chosen(self, rows: Ints, worth: Floats, days: Floats) -> Ints:
        """The options of the best days of some pairs."""
        order = np.argsort(-days[rows], axis=1, kind="stable")[:, : self._most]
        value = np.take_along_axis(days[rows], order, axis=1)
        keep = (value > 0) & ~self._too_many[rows]
        keep[:, 0] = True
        groups = self._group_of[np.repeat(rows, keep.sum(axis=1)), order[keep]]
        return self.first_best(groups, worth)

    def first_best(self, groups: Ints, worth: Floats) -> Ints:
        """The best option of each group, the first of equals."""
        if not len(groups):
            return np.empty(0, dtype=np.int64)
        size = self._ends[groups] - self._starts[groups]
        begin = np.concatenate([[0], np.cumsum(size)[:-1]]).astype(np.int64)
        inside = np.arange(size.sum()) - np.repeat(begin, size) + np.repeat(self._starts[groups], size)
        best = np.maximum.reduceat(worth[inside], begin)
        hit = np.flatnonzero(worth[inside] == np.repeat(best, size))
        _, first = np.unique(np.repeat(np.arange(len(groups)), size)[hit], return_index=True)
        return inside[hit[first]]

    def with_option(self, child: int, worth: Floats, days: Floats) -> Floats:
        """For every option of a child what the child earns at best when that option is among the choices."""
        first, last = self.span[child]
        pairs = self._pair_of[first:last]
        base: Floats = worth[first:last] + self.options.extra[child]
        others = int(self.options.sessions[child]) - 1
        if others == 0 or first == last:
            return base
        rest = days[pairs]
        rest[np.arange(last - first), self.options.day[first:last]] = _NONE
        best = -np.sort(-rest, axis=1)[:, :others]
        return np.asarray(base + np.maximum(0, best).sum(axis=1))

    def _together(self, family: int, worth: Floats, days: Floats, by_child: Floats) -> tuple[float, Ints]:
        """The most that a family earns with two children back to back, and the options of that (or none)."""
        seen = [one for one in self.members[family] if self.options.instance.children[one].way is Way.ROOM]
        tables = {one: self._tables(one, worth, days) for one in seen}
        alone = sum(by_child[one] for one in self.members[family])
        best: tuple[float, Ints] = (_NONE, np.empty(0, dtype=np.int64))
        for one, other in permutations(seen, 2):
            ends, starts = tables[one][0], tables[other][1]
            for wait in range(SIBLING_WAIT // GRID + 1):
                sums = ends[: len(ends) - wait] + starts[wait:]
                at = int(np.argmax(sums))
                value = SIBLINGS + sums[at] + alone - by_child[one] - by_child[other]
                if value > max(best[0], alone):
                    best = value, self._pair_options((one, other, at, wait), worth, days)
        return best

    def _tables(self, child: int, worth: Floats, days: Floats) -> tuple[Floats, Floats]:
        """By place and end, and by place and beginning, the most that the child earns with an option there."""
        first, last = self.span[child]
        value = self.with_option(child, worth, days)
        ends, starts = np.full(self._places, _NONE), np.full(self._places, _NONE)
        cells = int(self.options.minutes[child]) // GRID
        np.maximum.at(ends, self._place[first:last] + cells, value)
        np.maximum.at(starts, self._place[first:last], value)
        return ends, starts

    def _pair_options(self, met: tuple[int, int, int, int], worth: Floats, days: Floats) -> Ints:
        one, other, at, wait = met
        cells = int(self.options.minutes[one]) // GRID
        first = self._option_at(one, at - cells, worth, days)
        return np.concatenate([first, self._option_at(other, at + wait, worth, days)])

    def _option_at(self, child: int, place: int, worth: Floats, days: Floats) -> Ints:
        """The best option of a child that begins at a place, with the child's other times beside it."""
        first, last = self.span[child]
        value = self.with_option(child, worth, days)
        here = np.where(self._place[first:last] == place, value, 2 * _NONE)
        main = first + int(np.argmax(here))
        pair = self._pair_of[main]
        rest = days[pair].copy()
        rest[self.options.day[main]] = _NONE
        order = np.argsort(-rest, kind="stable")[: int(self.options.sessions[child]) - 1]
        groups = self._group_of[pair, [day for day in order if rest[day] > 0]]
        return np.concatenate([[main], self.first_best(groups.astype(np.int64), worth)])
