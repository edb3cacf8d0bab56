"""The best plan: branches of choices, each cut off once a bound shows that it holds nothing better.

The search counts what it opens and never looks at a clock, so the same week always gets the same answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alongside.core.planning.bound import (
    SCALE,
    Prices,
    View,
    base,
    best_rated,
    first_prices,
    move,
    rates,
    trimmed,
    view,
)
from alongside.core.planning.days import Calendar
from alongside.core.planning.model import Column, Model

NODES = 8000
_ROOT_ROUNDS, _ROUNDS = 100, 10
_PATIENCE = 5
# A branch with many columns takes longer, so it counts for more.
_COLUMNS_A_NODE = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best columns found, their points with pins, a proven bound on any plan's points, and what was opened."""

    columns: tuple[int, ...]
    points: int
    bound: int
    nodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """All plans that hold ``held``, worth ``points`` together, and otherwise only columns of ``free``.

    ``shared`` is what the held columns bring to each slot.
    """

    held: tuple[int, ...]
    points: int
    shared: Mapping[int, int]
    free: Sequence[int]
    prices: Prices


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relaxed:
    """A branch at some prices: its bound in 64ths, what base and held columns bring, the rates, the columns."""

    bound: int
    fixed: int
    rated: dict[int, int]
    prices: Prices
    chosen: tuple[int, ...]


def search(model: Model, nodes: int = NODES) -> Found:
    """The best plan of a model; proven unless more than ``nodes`` branches and plans had to be opened."""
    return _Search(model, nodes).run()


class _Search:
    def __init__(self, model: Model, most_nodes: int) -> None:
        self.model = model
        self.calendar = Calendar(model)
        self.most_nodes = most_nodes
        self.nodes = 0
        self.best: tuple[int, ...] = ()
        self.points = 0
        self.open = 0
        self.known: dict[tuple[int, ...], int | None] = {}

    def run(self) -> Found:
        """Search everything, from the empty week on."""
        if self.model.columns and self.model.most:
            every = range(len(self.model.columns))
            self.branch(
                _Branch(held=(), points=0, shared={}, free=every, prices=first_prices(self.model)),
                _ROOT_ROUNDS,
            )
        bound = max(self.points, self.open)
        return Found(columns=self.best, points=self.points, bound=bound, nodes=self.nodes)

    def branch(self, at: _Branch, rounds: int) -> None:
        """Look for something better among all plans of a branch."""
        self.nodes += 1 + len(at.free) // _COLUMNS_A_NODE
        gains = self.gains(at)
        free = self.promising(gains, at.points, self.room(at))
        if at.held:
            gains = self.after_losses(at, {one: gains[one] for one in free})
            free = self.promising(gains, at.points, self.room(at))
        if self.room(at) == 1:
            self.last(at, gains, free)
            return
        part = view(self.model, [*at.held, *free])
        relaxed = self.relax(at, part, rounds)
        if free and relaxed.bound // SCALE > self.points:
            self.divide(at, relaxed)

    def room(self, at: _Branch) -> int:
        """How many ideas can still join."""
        return self.model.most - len(at.held)

    def last(self, at: _Branch, gains: Mapping[int, int], free: Sequence[int]) -> None:
        """Try each column that could complete the plan."""
        for one in free:
            bound = at.points + gains[one]
            if bound <= self.points:
                return
            if self.nodes >= self.most_nodes:
                self.open = max(self.open, bound)
                return
            self.try_plan((*at.held, one))

    def divide(self, at: _Branch, relaxed: _Relaxed) -> None:
        """Open the branch once for every column that may be its best earner, dearest first."""
        order = self.promising(relaxed.rated, relaxed.fixed, self.room(at), SCALE, at.held)
        for place, one in enumerate(order):
            rest = self.without(order[place + 1 :], one)
            more = self.top(relaxed.rated, rest, self.room(at) - 1)
            bound = (relaxed.fixed + relaxed.rated[one] + more) // SCALE
            if bound <= self.points:  # The rates fall from here on, and so do the bounds.
                return
            if self.nodes >= self.most_nodes:
                self.open = max(self.open, bound)
                return
            self.open_with(at, one, rest, relaxed.prices)

    def open_with(self, at: _Branch, one: int, rest: Sequence[int], prices: Prices) -> None:
        """The branch with one more column held, unless its days cannot be."""
        held = (*at.held, one)
        points = self.try_plan(held)
        if points is None:
            return
        shared = dict(at.shared)
        for slot, worth in self.model.worths[self.model.columns[one].worth]:
            shared[slot] = max(worth, shared.get(slot, 0))
        self.branch(_Branch(held=held, points=points, shared=shared, free=rest, prices=prices), _ROUNDS)

    def without_all(self, held: Sequence[int]) -> list[int]:
        """The columns of ideas that are not held."""
        taken = {self.model.columns[at].only for at in held}
        return [at for at, column in enumerate(self.model.columns) if column.only not in taken]

    def promising(
        self, rated: Mapping[int, int], fixed: int, room: int, scale: int = 1, held: Sequence[int] = ()
    ) -> list[int]:
        """The columns, best first, with which a plan can still be better when each brings at most its rate."""
        order = sorted((one for one in rated if one not in held), key=lambda one: (-rated[one], one))
        floor = self.points * scale + scale - 1 - fixed
        return [
            one
            for one in order
            if rated[one] + self.top(rated, order, room - 1, self.model.columns[one].only) > floor
        ]

    def gains(self, at: _Branch) -> dict[int, int]:
        """What each free column adds to the held ones at most, if it had the week's days for itself."""
        return {one: self.gain(self.model.columns[one], at.shared) for one in at.free}

    def after_losses(self, at: _Branch, gains: Mapping[int, int]) -> dict[int, int]:
        """The gains less the days that a column and a held one take from each other; the sum holds for any that join.

        The loss counts in full when one column can still join; of several that join, the one that loses most loses no
        less than the average. A column that can have no day beside a held one is left out.
        """
        held = [self.model.columns[one].days for one in at.held]
        whole, apart = self.calendar.points(held) or 0, self.calendar.apart(held)
        losses: dict[int, int | None] = {}
        for kind in sorted({self.model.columns[one].days for one in gains}):
            alone, left = self.calendar.points((kind,)) or 0, self.calendar.at_most(apart, kind)
            losses[kind] = None if left is None else max(0, whole + alone - left) // self.room(at)
        return {
            one: gain - loss
            for one, gain in gains.items()
            if (loss := losses[self.model.columns[one].days]) is not None
        }

    def gain(self, column: Column, shared: Mapping[int, int]) -> int:
        """What a column adds at most to those that bring ``shared``."""
        kind = self.model.classes[column.days]
        worth = 0
        for slot, most in self.model.worths[column.worth]:
            more = most - shared.get(slot, 0)
            if more > 0:
                worth += more
        return column.own + worth + kind.points[kind.peak]

    def without(self, free: Sequence[int], one: int) -> list[int]:
        """The columns of other ideas."""
        only = self.model.columns[one].only
        return [other for other in free if self.model.columns[other].only != only]

    def top(self, rated: Mapping[int, int], ordered: Sequence[int], most: int, only: int = -1) -> int:
        """The sum of the best rates of different ideas, not of ``only``, of columns that come best first."""
        total, taken = 0, {only}
        for at in ordered:
            if len(taken) > most or rated[at] <= 0:
                break
            if self.model.columns[at].only not in taken:
                taken.add(self.model.columns[at].only)
                total += rated[at]
        return total

    def relax(self, at: _Branch, part: View, rounds: int) -> _Relaxed:
        """The lowest bound of a branch that a few rounds of better prices find."""
        now = best = self.priced(at, part, trimmed(at.prices, part))
        share, idle = 1, 0
        for _ in range(rounds):
            self.try_plan(now.chosen)
            if best.bound // SCALE <= self.points:
                break
            idle = 0 if now is best else idle + 1
            if idle == _PATIENCE:
                share, idle, now = share * 2, 0, best
            gap = max(SCALE, now.bound - self.points * SCALE)
            prices = move(self.model, now.prices, now.chosen, gap, share)
            if prices is None:
                break
            now = self.priced(at, part, prices)
            best = now if now.bound < best.bound else best
        return best

    def priced(self, at: _Branch, part: View, prices: Prices) -> _Relaxed:
        """The bound of a branch at some prices, and the columns that reach it."""
        rated = rates(self.model, prices, part)
        fixed = base(self.model, prices) + sum(rated[one] for one in at.held)
        free = part.columns[len(at.held) :]
        more = best_rated(self.model, rated, free, self.room(at))
        return _Relaxed(
            bound=fixed + sum(rated[one] for one in more),
            fixed=fixed,
            rated=rated,
            prices=prices,
            chosen=(*at.held, *more),
        )

    def try_plan(self, columns: Sequence[int]) -> int | None:
        """The exact points of some columns together, kept when they are the best so far; None when they cannot be."""
        few = tuple(sorted(columns))
        if few not in self.known:
            self.nodes += 1
            self.known[few] = self.points_of(few)
        points = self.known[few]
        if points is not None and points > self.points:
            self.best, self.points = few, points
        return points

    def points_of(self, columns: Sequence[int]) -> int | None:
        own = [self.model.columns[at] for at in columns]
        shared: dict[int, int] = {}
        for column in own:
            for slot, points in self.model.worths[column.worth]:
                if points > shared.get(slot, 0):
                    shared[slot] = points
        days = self.calendar.points([column.days for column in own])
        return None if days is None else sum(column.own for column in own) + sum(shared.values()) + days


def greedy(model: Model) -> int:
    """The points of a plan made by always adding what helps most now, without ever going back; for comparison."""
    search = _Search(model, 0)
    held: tuple[int, ...] = ()
    while len(held) < model.most:
        before = search.points
        for one in search.without_all(held):
            search.try_plan((*held, one))
        if search.points == before:
            break
        held = search.best
    return search.points
