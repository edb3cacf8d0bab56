"""A plan under way: which options are chosen in which kind of room, what is still free, and what it is worth."""

from collections.abc import Iterable

import numpy as np

from alongside.core.slots.days import Days, Meals
from alongside.core.slots.instance import GRID, Way
from alongside.core.slots.options import DAY, Bools, Ints, Options
from alongside.core.slots.points import GAP, SIBLING_WAIT, SIBLINGS

Chosen = tuple[int, int]  # An option and a kind of room, -1 without a room.


class Draft:
    """Everything that is held: cells of therapists, rooms of a kind in each cell of the week, minutes of each day."""

    def __init__(self, options: Options, days: Days) -> None:
        self.options = options
        self.chosen: list[list[Chosen]] = [[] for _ in options.instance.children]
        self.busy = np.zeros(int(options.shifts.base[-1]) + 1, dtype=np.int64)
        self.rooms = np.zeros((len(options.kinds), 7, DAY), dtype=np.int64)
        self.minutes = np.zeros((len(options.instance.therapists), 7), dtype=np.int64)
        self._days = days
        self._capacity = np.array([len(one.rooms) for one in options.kinds], dtype=np.int64)
        self._most = np.array([one.most_minutes for one in options.instance.therapists], dtype=np.int64)
        self._bounds = np.searchsorted(options.child, np.arange(len(self.chosen) + 1))
        self._kin = _kin(options)
        sites = {site.id: at for at, site in enumerate(options.instance.sites)}
        self._site = np.array([sites[one.site] for one in options.shifts.shifts], dtype=np.int64)

    @property
    def meals(self) -> Meals:
        """The meal of each shift."""
        return self._days.meals

    def copy(self) -> "Draft":
        """The same plan, to change apart."""
        other = Draft.__new__(Draft)
        other.__dict__.update(self.__dict__)
        other.chosen = [list(one) for one in self.chosen]
        other.busy, other.rooms, other.minutes = self.busy.copy(), self.rooms.copy(), self.minutes.copy()
        return other

    def of_child(self, child: int) -> slice:
        """Where the options of a child stand."""
        return slice(int(self._bounds[child]), int(self._bounds[child + 1]))

    def put(self, child: int, chosen: Iterable[Chosen]) -> None:
        """Hold the time, rooms and minutes of some options for a child."""
        for one in chosen:
            self.chosen[child].append(one)
            self._count(child, one, 1)

    def take(self, child: int) -> list[Chosen]:
        """Let go of everything that a child holds, and say what it was."""
        held, self.chosen[child] = self.chosen[child], []
        for one in held:
            self._count(child, one, -1)
        return held

    def _count(self, child: int, one: Chosen, by: int) -> None:
        options, (at, kind) = self.options, one
        lo, day, cell = options.lo[at], options.day[at], options.cell[at]
        self.busy[lo : lo + options.length[at]] += by
        self.minutes[options.therapist[at], day] += by * options.minutes[child]
        if kind >= 0:
            self.rooms[kind, day, cell : cell + options.minutes[child] // GRID] += by

    def is_free(self, child: int, at: int) -> bool:
        """Whether an option of a child fits beside everything that is held."""
        options, lo = self.options, int(self.options.lo[at])
        hi = lo + int(options.length[at])
        here = np.array([at], dtype=np.int64)
        return bool(
            not self.busy[lo:hi].any()
            and options.minutes[child] <= self.minutes_left(int(options.therapist[at]), int(options.day[at]))
            and self.kinds_for(at)
            and not (self._kin[child] and self.meets_kin(child, here).any())
            and self._leaves_meal_at(int(options.shift[at]), lo, hi)
        )

    def free(self, child: int) -> Ints:
        """The options of a child that fit beside everything that is held."""
        part = self.of_child(child)
        return self._fitting(child, np.arange(part.start, part.stop))

    def _fitting(self, child: int, some: Ints) -> Ints:
        options = self.options
        paid = np.concatenate([[0], np.cumsum(self.busy)])
        lo, hi = options.lo[some], options.lo[some] + options.length[some]
        therapist, day = options.therapist[some], options.day[some]
        fits = paid[hi] == paid[lo]
        fits &= self.minutes[therapist, day] + options.minutes[child] <= self._most[therapist]
        some = some[fits]
        some = some[self._has_room(some) & ~self.meets_kin(child, some)]
        lo, hi = options.lo[some], options.lo[some] + options.length[some]
        return np.asarray(some[self._leaves_meal(options.shift[some], lo, hi)])

    def _has_room(self, some: Ints) -> Bools:
        """Whether some kind of room is free for each option."""
        options = self.options
        full = np.cumsum(self.rooms >= self._capacity[:, None, None], axis=2)
        full = np.concatenate([np.zeros((*full.shape[:2], 1), dtype=np.int64), full], axis=2)
        found = options.need[some] < 0
        for at in np.unique(options.need[some[~found]]):
            mine = np.flatnonzero(options.need[some] == at)
            day, cell = options.day[some[mine]], options.cell[some[mine]]
            for kind in options.needs[at].kinds:
                ends = np.minimum(cell + options.needs[at].cells, DAY)
                free = full[kind, day, ends] == full[kind, day, cell]
                found[mine] |= free & options.startable[at][kind][day, cell]
        return np.asarray(found, dtype=np.bool_)

    def kinds_for(self, at: int) -> list[int]:
        """The kinds of room that are free for an option, those with the fewest features first; [-1] without a room."""
        options = self.options
        if options.need[at] < 0:
            return [-1]
        need, day, cell = options.needs[options.need[at]], options.day[at], options.cell[at]
        span = slice(cell, cell + need.cells)
        free = [
            kind
            for kind in need.kinds
            if options.startable[options.need[at]][kind][day, cell]
            and (self.rooms[kind, day, span] < self._capacity[kind]).all()
        ]
        return sorted(free, key=lambda kind: (len(options.kinds[kind].features), kind))

    def minutes_left(self, therapist: int, day: int) -> float:
        """The minutes of sessions that a therapist still has on a day."""
        return float(self._most[therapist] - self.minutes[therapist, day])

    def rooms_left(self, kind: int, day: int, cell: int) -> float:
        """The rooms of a kind that are still free in a cell of the week."""
        return float(self._capacity[kind] - self.rooms[kind, day, cell])

    def place(self, at: int) -> tuple[int, int, int]:
        """The day, the site and the cell of an option."""
        options = self.options
        return int(options.day[at]), int(self._site[options.shift[at]]), int(options.cell[at])

    def _leaves_meal(self, shift: Ints, lo: Ints, hi: Ints) -> Bools:
        """Whether some free stretch for the meal stays beside an option."""
        first, last = np.full(len(self._days.size), -1), np.full(len(self._days.size), -1)
        for at in np.unique(shift):
            first[at], last[at] = self._meal_left(int(at))
        return (lo >= first[shift]) | (hi <= last[shift])

    def _leaves_meal_at(self, shift: int, lo: int, hi: int) -> bool:
        first, last = self._meal_left(shift)
        return lo >= first or hi <= last

    def _meal_left(self, shift: int) -> tuple[int, int]:
        """The end of the earliest free stretch and the beginning of the latest one; (-1, -1) asks for none."""
        meals, base = self._days.meals, int(self.options.shifts.base[shift])
        cells = int(meals.cells[shift])
        if not cells:
            return -1, -1
        window = range(base + int(meals.after[shift]), base + int(meals.before[shift]) - cells + 1)
        free = [at for at in window if not self.busy[at : at + cells].any()]
        return (free[0] + cells, free[-1]) if free else (1 << 40, -1)

    def meets_kin(self, child: int, some: Ints) -> Bools:
        """Whether options of a child overlap a time of a brother or sister."""
        options = self.options
        meets = np.zeros(len(some), dtype=np.bool_)
        cell, cells = options.cell[some], int(options.minutes[child]) // GRID
        for other in self._kin[child]:
            for at, _ in self.chosen[other]:
                theirs = options.cell[at]
                overlap = (cell < theirs + options.minutes[other] // GRID) & (theirs < cell + cells)
                meets |= overlap & (options.day[some] == options.day[at])
        return meets

    def kin(self, child: int) -> list[int]:
        """The brothers and sisters of a child."""
        return self._kin[child]

    def value(self) -> int:
        """The points of the whole plan."""
        options = self.options
        total = sum(int(options.points[at]) for few in self.chosen for at, _ in few)
        total += sum(int(options.extra[child]) for child, few in enumerate(self.chosen) if few)
        return total + SIBLINGS * self.back_to_back() - GAP * int(self.gaps().sum())

    def back_to_back(self) -> int:
        """How many families have two children back to back."""
        done = set()
        for child, kin in enumerate(self._kin):
            family = self.options.instance.children[child].family
            if kin and family not in done and any(self.are_back_to_back(child, other) for other in kin):
                done.add(family)
        return len(done)

    def are_back_to_back(self, one: int, other: int) -> bool:
        """Whether a session of the second child follows one of the first at the same site."""
        children = self.options.instance.children
        if children[one].way is not Way.ROOM or children[other].way is not Way.ROOM:
            return False
        return any(self.follows(a, b) for a, _ in self.chosen[one] for b, _ in self.chosen[other])

    def follows(self, one: int, other: int) -> bool:
        """Whether the second option begins at most a short wait after the end of the first, at the same site."""
        day, site, cell = self.place(one)
        ends = cell + int(self.options.minutes[self.options.child[one]]) // GRID
        then = self.place(other)
        return (day, site) == then[:2] and 0 <= then[2] - ends <= SIBLING_WAIT // GRID

    def gaps(self) -> Ints:
        """The free cells between the first and the last busy one of each shift, less the meal where it lies there."""
        base, found = self.options.shifts.base, np.zeros(len(self._days.size), dtype=np.int64)
        for at in range(len(found)):
            busy = np.flatnonzero(self.busy[base[at] : base[at + 1]])
            if len(busy):
                found[at] = busy[-1] + 1 - busy[0] - len(busy)
                found[at] -= self._meal_between(at, int(busy[0]), int(busy[-1]) + 1)
        return found

    def _meal_between(self, shift: int, first: int, last: int) -> int:
        meals = self._days.meals
        cells = int(meals.cells[shift])
        between = first < meals.after[shift] + cells and last > meals.before[shift] - cells
        return cells if cells and between else 0


def _kin(options: Options) -> list[list[int]]:
    families: dict[str, list[int]] = {}
    for at, child in enumerate(options.instance.children):
        if child.family:
            families.setdefault(child.family, []).append(at)
    return [
        [other for other in families.get(child.family, []) if other != at]
        for at, child in enumerate(options.instance.children)
    ]
