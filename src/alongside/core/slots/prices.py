"""How good a plan can be at most: therapists' time, rooms and minutes a day get a price, and every family pays.

For any prices the sum is proven to be no less than the best plan (a Lagrangian relaxation):

    what all families earn after paying, each for itself with all its options
    + what the shifts earn from their cells (core/slots/days.py, with meals and gaps)
    + what rooms and minutes a day bring in when all are sold.

Prices are whole 1024ths of a point and everything else is whole points, so floating-point sums are exact.
"""

from dataclasses import dataclass

import numpy as np

from alongside.core.slots.days import Days, Floats
from alongside.core.slots.families import Families, Picked
from alongside.core.slots.options import DAY, Bools, Ints, Options, room_starts

SCALE = 1024.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """A price for each cell of a shift, each cell of the week in a kind of room, each minute of a therapist's day."""

    cells: Floats
    rooms: Floats
    minutes: Floats

    def rounded(self) -> "Prices":
        """The same in whole 1024ths, none of a room or a minute below nought."""
        return Prices(
            cells=np.round(self.cells * SCALE) / SCALE,
            rooms=np.maximum(0, np.round(self.rooms * SCALE) / SCALE),
            minutes=np.maximum(0, np.round(self.minutes * SCALE) / SCALE),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The bound at some prices, what families would choose, and how far they use more than there is."""

    bound: float
    picked: Picked
    over: Prices
    worth: Floats


class Market:
    """A clinic as a market: asks every family at once what it would choose at given prices."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.days = Days(options.instance, options.shifts)
        self.families = Families(options)
        self._capacity = np.array([len(one.rooms) for one in options.kinds], dtype=np.float64)
        self._most = np.array([one.most_minutes for one in options.instance.therapists], dtype=np.float64)
        self._length_prices()
        self._room_tables()

    def first_prices(self) -> Prices:
        """No price at all."""
        return Prices(
            cells=np.zeros(int(self.options.shifts.base[-1])),
            rooms=np.zeros((len(self.options.kinds), 7, DAY)),
            minutes=np.zeros((len(self._most), 7)),
        )

    def _length_prices(self) -> None:
        """Options with the same busy length and the same minutes share a table of prices, one entry for each cell."""
        options, row = self.options, int(self.options.shifts.base[-1])
        minutes = options.minutes[options.child]
        pairs = options.length * 10_000 + minutes
        self._pairs, table = np.unique(pairs, return_inverse=True)
        self._at = table * row + options.lo
        of_cell = np.repeat(np.arange(len(options.shifts.shifts)), np.diff(options.shifts.base))
        self._cell_day = options.shifts.therapist[of_cell] * 7 + options.shifts.day[of_cell]

    def _room_tables(self) -> None:
        """For each need and kind that has it whether a session can begin, and where the need's table begins."""
        options = self.options
        needs = options.needs
        self._uses = [(at, kind) for at, need in enumerate(needs) for kind in need.kinds]
        self._use_kind = np.array([kind for _, kind in self._uses], dtype=np.int64)
        cells = np.array([needs[at].cells for at, _ in self._uses], dtype=np.int64)
        self._ends = np.minimum(np.arange(DAY)[None, :] + cells[:, None], DAY)
        closed = [~room_starts(options.kinds[kind], needs[at].cells) for at, kind in self._uses]
        self._closed = np.array(closed).reshape(-1, 7, DAY) * 1e9
        served = [at for at, need in enumerate(needs) if need.kinds]
        place = {at: number for number, at in enumerate(served)}
        starts = [
            number
            for number, (at, _) in enumerate(self._uses)
            if number == 0 or self._uses[number - 1][0] != at
        ]
        self._use_starts = np.array(starts, dtype=np.int64)
        row = np.array([place.get(at, 0) for at in range(len(needs))] or [0], dtype=np.int64)
        where = (row[options.need] * 7 + options.day) * DAY + options.cell
        self._with_room = options.need >= 0
        self._room_at = np.where(self._with_room, where, len(served) * 7 * DAY)

    def room_prices(self, rooms: Floats) -> Floats:
        """The price of each use (a need in a kind) for every start in the week."""
        paid = np.concatenate([np.zeros((*rooms.shape[:2], 1)), np.cumsum(rooms, axis=2)], axis=2)
        of_kind = paid[self._use_kind]
        ends = np.take_along_axis(
            of_kind, np.broadcast_to(self._ends[:, None, :], self._closed.shape), axis=2
        )
        return np.asarray(ends - of_kind[:, :, :DAY] + self._closed)

    def worth(self, prices: Prices) -> Floats:
        """What each option earns after paying."""
        row = len(prices.cells)
        paid = np.concatenate([[0.0], np.cumsum(prices.cells)])
        by_minute = prices.minutes.reshape(-1)[self._cell_day]
        tables = np.empty((len(self._pairs), row))
        for at, pair in enumerate(self._pairs):
            length, minutes = divmod(int(pair), 10_000)
            ends = np.minimum(np.arange(row) + length, row)
            tables[at] = paid[ends] - paid[:row] + minutes * by_minute
        worth: Floats = self.options.points - tables.reshape(-1)[self._at]
        if len(self._use_starts):
            cheapest = np.minimum.reduceat(self.room_prices(prices.rooms), self._use_starts, axis=0)
            worth -= np.append(cheapest.reshape(-1), 0.0)[self._room_at]
        return worth

    def ask(self, prices: Prices) -> Answer:
        """The bound at these prices, which have to be rounded, and in which direction they are wrong."""
        worth = self.worth(prices)
        picked = self.families.best(worth)
        earned, busy = self.days.best(prices.cells)
        sold = float((prices.rooms.sum(axis=(1, 2)) * self._capacity).sum())
        minutes = float((prices.minutes.sum(axis=1) * self._most).sum())
        return Answer(
            bound=picked.total + earned + sold + minutes,
            picked=picked,
            over=self._over(prices, picked.options, busy),
            worth=worth,
        )

    def _over(self, prices: Prices, chosen: Ints, busy: Bools) -> Prices:
        """What the chosen options use, less what there is."""
        options = self.options
        row = len(prices.cells)
        lo, hi = options.lo[chosen], options.lo[chosen] + options.length[chosen]
        used = np.cumsum(np.bincount(lo, minlength=row + 1) - np.bincount(hi, minlength=row + 1))[:row]
        days = options.therapist[chosen] * 7 + options.day[chosen]
        minutes = np.bincount(days, options.minutes[options.child[chosen]], minlength=prices.minutes.size)
        return Prices(
            cells=used.astype(np.float64) - busy,
            rooms=self._rooms_used(prices.rooms, chosen) - self._capacity[:, None, None],
            minutes=minutes.reshape(prices.minutes.shape) - self._most[:, None],
        )

    def _rooms_used(self, rooms: Floats, chosen: Ints) -> Floats:
        """How often every cell of every kind is used when each chosen option takes the cheapest kind."""
        options = self.options
        used = np.zeros((*rooms.shape[:2], DAY + 1))
        prices = self.room_prices(rooms)
        first = {at: number for number, (at, _) in reversed(list(enumerate(self._uses)))}
        for one in chosen[self._with_room[chosen]]:
            need, day, cell = options.need[one], options.day[one], options.cell[one]
            kinds = options.needs[need].kinds
            begin = first[need]
            cheapest = int(np.argmin(prices[begin : begin + len(kinds), day, cell]))
            used[kinds[cheapest], day, cell] += 1
            used[kinds[cheapest], day, cell + options.needs[need].cells] -= 1
        return np.cumsum(used, axis=2)[:, :, :DAY]
