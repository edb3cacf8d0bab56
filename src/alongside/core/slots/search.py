"""Makes a plan better piece by piece: a few therapists' weeks are emptied and planned again, best prices in mind."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from random import Random

import numpy as np

from alongside.core.slots.days import Floats
from alongside.core.slots.draft import Chosen, Draft
from alongside.core.slots.options import Bools, Ints
from alongside.core.slots.piece import Part, Piece
from alongside.core.slots.points import SIBLINGS
from alongside.core.slots.prices import Market, Prices
from alongside.core.solver import Limits

# So many pieces are planned at the same time: the solver runs beside Python.
PAIR = 2
# How far behind the best of a child an option may be, and how many of the closest a piece has: wider each time that
# so many pieces in a row bring nothing.
WIDTHS = ((15.0, 1000), (30.0, 1800), (60.0, 2600))
_WIDER = 12
_GROUP, _DAY_PEOPLE, _TRIES = 2, 7, 6


class Search:
    """A draft that only ever gets better, and the prices that say which options come close to what is best."""

    def __init__(self, market: Market, draft: Draft, seed: int, held: frozenset[int] = frozenset()) -> None:
        self.market, self.draft = market, draft
        self._options = market.options
        self._held = held  # Children whose times stay as they are.
        self._random = Random(seed)  # noqa: S311 (which piece comes next, the same for the same seed)
        self.behind: Floats = np.zeros(len(self._options.child))
        self.value = draft.value()
        self._rounds = 0
        self.worth: Floats = market.options.points.astype(np.float64)
        self._turn: list[int] = []
        self._width, self._nothing = 0, 0

    def price(self, prices: Prices) -> None:
        """Work out how far each option is behind the best of its child at some prices."""
        worth = self.market.worth(prices)
        families = self.market.families
        _, days = families.by_pair(worth)
        for child, (first, last) in enumerate(families.span):
            if first < last:
                mine = families.with_option(child, worth, days)
                slack = SIBLINGS if self._options.instance.children[child].family else 0
                self.behind[first:last] = max(0.0, float(mine.max())) - mine - slack
        self.worth = worth

    def begin(self, stop: Callable[[], bool], limits: Limits) -> None:
        """Plan the weeks of a few therapists after the other, those of one site together, each in one dive."""
        people = sorted(range(len(self._options.instance.therapists)), key=lambda one: (self._home(one), one))
        groups = [self._weeks(people[at : at + _GROUP]) for at in range(0, len(people), _GROUP)]
        half = (len(groups) + 1) // 2
        for pair in zip_longest(groups[:half], groups[half:]):
            if stop():
                return
            self.improve([one for one in pair if one is not None], limits)

    def _home(self, therapist: int) -> str:
        shifts = self._options.instance.therapists[therapist].shifts
        return shifts[0].site if shifts else ""

    def _weeks(self, people: Sequence[int]) -> Ints:
        return np.flatnonzero(np.isin(self._options.shifts.therapist, people))

    def improve(self, parts: Sequence[Ints], limits: Limits) -> bool:
        """Empty some shifts and plan them again; keeps what is no worse, True when it is better.

        Each of ``parts`` is a few shifts, none of them twice. They are planned beside each other, each beside what the
        others hold now, and taken up one after the other as far as what came before leaves place.
        """
        pieces = [self._piece(shifts) for shifts in parts]
        with ThreadPoolExecutor(len(pieces)) as threads:
            found = list(threads.map(lambda piece: piece.solved(limits), pieces))
        before = self.value
        for piece, answer in zip(pieces, found, strict=True):
            if answer is not None:
                self._take_up(piece.part.children, answer)
        self._widen(len(pieces) if self.value == before else 0)
        return self.value > before

    def _widen(self, nothing: int) -> None:
        """Look further away when so many more pieces brought nothing (0: they brought something)."""
        self._nothing = self._nothing + nothing if nothing else 0
        if self._nothing >= _WIDER and self._width < len(WIDTHS) - 1:
            self._width, self._nothing = self._width + 1, 0

    def _piece(self, shifts: Ints) -> Piece:
        """What is in some shifts, who may look there, and a model of it; the draft is afterwards as it was."""
        part, held = self._emptied(shifts)
        piece = Piece(self.draft, part, held)
        for child in part.children:
            self.draft.put(child, held[child])
        return piece

    def _take_up(self, children: Sequence[int], found: Mapping[int, Sequence[Chosen]]) -> None:
        """Give children what was found for them where it is free; all as it was when that is worse."""
        draft = self.draft
        children = [one for one in children if list(found[one]) != draft.chosen[one]]
        held = {child: draft.take(child) for child in children}
        for child in children:
            if all(draft.is_free(child, at) for at, _ in found[child]):
                draft.put(child, [(at, self._kind(at, kind)) for at, kind in found[child]])
        value = draft.value()
        if value < self.value:
            for child in children:
                draft.take(child)
            for child in children:
                draft.put(child, held[child])
            return
        self.value = value

    def _kind(self, at: int, kind: int) -> int:
        """The kind of room that was found where one is free, or the first that is."""
        free = self.draft.kinds_for(at)
        return kind if kind in free else free[0]

    def _emptied(self, shifts: Ints) -> tuple[Part, dict[int, list[Chosen]]]:
        """Take away the times that lie in some shifts alone; gather what those children and who waits may choose."""
        options, draft = self._options, self.draft
        inside = np.zeros(len(options.shifts.shifts), dtype=np.bool_)
        inside[shifts] = True
        children, fixed = [], []
        for child, few in enumerate(draft.chosen):
            here = [at for at, _ in few if inside[options.shift[at]]]
            if child not in self._held and len(here) == len(few):
                children.append(child)
            else:
                fixed += here
        held = {child: draft.take(child) for child in children}
        had = np.array([at for few in held.values() for at, _ in few], dtype=np.int64)
        wanted = np.zeros(len(draft.chosen), dtype=np.bool_)
        wanted[children] = True
        far, most = WIDTHS[self._width]
        close = np.flatnonzero(inside[options.shift] & wanted[options.child] & (self.behind <= far))
        close = close[self._fits(close)]
        part = Part(
            shifts=[int(at) for at in shifts],
            children=children,
            options=np.union1d(self._closest(close, most), had),
            fixed=fixed,
        )
        return part, held

    def _closest(self, some: Ints, most: int) -> Ints:
        if len(some) <= most:
            return some
        return np.sort(some[np.argpartition(self.behind[some], most)[:most]])

    def _fits(self, some: Ints) -> Bools:
        """Which options are beside nobody who stays: nothing busy there, no brother or sister at the same time."""
        options, draft = self._options, self.draft
        paid = np.concatenate([[0], np.cumsum(draft.busy)])
        fits = paid[options.lo[some] + options.length[some]] == paid[options.lo[some]]
        for child in np.unique(options.child[some]):
            if draft.kin(int(child)):
                mine = options.child[some] == child
                fits[mine] &= ~draft.meets_kin(int(child), some[mine])
        return np.asarray(fits, dtype=np.bool_)

    def next_parts(self) -> list[Ints]:
        """The shifts of the next two pieces; one alone where nothing is left beside it."""
        first = self._next_shifts()
        for _ in range(_TRIES):
            second = self._next_shifts()
            if not np.isin(first, second).any():
                return [first, second]
        return [first]

    def _next_shifts(self) -> Ints:
        """Shifts for a piece, in turn: the weeks of one or two therapists, or one day of several."""
        self._rounds += 1
        kind = self._rounds % 3
        people = len(self._options.instance.therapists)
        first = self._next_person()
        near = [one for one in range(people) if one != first and self._home(one) == self._home(first)]
        if kind == 0 or not near:
            return self._weeks([first])
        if kind == 1:
            return self._weeks([first, self._random.choice(near)])
        day = self._random.choice(
            sorted({int(one) for one in self._options.shifts.day[self._weeks([first])]})
        )
        some = self._weeks([first, *self._random.sample(near, min(len(near), _DAY_PEOPLE))])
        return np.asarray(some[self._options.shifts.day[some] == day])

    def _next_person(self) -> int:
        if not self._turn:
            people = [at for at, one in enumerate(self._options.instance.therapists) if one.shifts]
            self._turn = self._random.sample(people, len(people))
        return self._turn.pop()
