"""The best way to spend every shift at given prices: which cells are busy, where the meal is, what gaps cost.

A shift is a path through its cells. Before its first busy cell and after its last one nothing counts; between them a
busy cell earns its price and a free one costs ``GAP``; the meal, where rule 9 asks for it, is one stretch that costs
nothing. All shifts are worked out side by side.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.core.slots.instance import GRID, Instance
from alongside.core.slots.options import Bools, Ints, Shifts
from alongside.core.slots.points import GAP

Floats = NDArray[np.float64]
_NONE = -1e12


@dataclass(frozen=True, slots=True, kw_only=True)
class Meals:
    """For every shift the cells of its meal (0: none asked), and between which cells of the shift it lies."""

    cells: Ints
    after: Ints
    before: Ints


def meals(instance: Instance, shifts: Shifts) -> Meals:
    """Rule 9 as cells counted from the beginning of each shift."""
    found = np.zeros((3, len(shifts.shifts)), dtype=np.int64)
    for at, shift in enumerate(shifts.shifts):
        one = instance.therapists[shifts.therapist[at]]
        if one.meal_minutes and shift.start <= one.meal_from and one.meal_until <= shift.until:
            found[:, at] = one.meal_minutes, one.meal_from - shift.start, one.meal_until - shift.start
    found //= GRID
    return Meals(cells=found[0], after=found[1], before=found[2])


class Days:
    """The shifts of a clinic laid side by side, the shorter ones filled up with cells that nobody can use."""

    def __init__(self, instance: Instance, shifts: Shifts) -> None:
        self.meals = meals(instance, shifts)
        self.size = shifts.last - shifts.first
        self._number, self._longest = len(self.size), int(self.size.max(initial=0))
        at = np.arange(self._longest)
        self._inside = at[None, :] < self.size[:, None]
        self._asked = self.meals.cells > 0
        late = self.meals.after + self.meals.cells
        node = np.arange(self._longest + 1)
        self._late = ~self._asked[:, None] | (node[None, :] >= late[:, None])
        self._early = ~self._asked[:, None] | (
            node[None, :] <= (self.meals.before - self.meals.cells)[:, None]
        )
        self._can_eat = (
            self._asked[:, None]
            & (node[None, :] >= self.meals.after[:, None])
            & (node[None, :] <= (self.meals.before - self.meals.cells)[:, None])
        )

    def best(self, prices: Floats) -> tuple[float, Bools]:
        """What all shifts earn together at a price for each cell, and which cells are busy then (by their row)."""
        rate = np.full((self._number, self._longest), _NONE)
        rate[self._inside] = prices
        value, came = self._forward(rate)
        ends = np.where(self._early, np.maximum(value[0], value[1]), value[1])
        last = np.argmax(ends, axis=1)
        best = ends[np.arange(self._number), last]
        busy = self._backward(came, rate, np.where(best > 0, last, -1), value)
        return float(np.maximum(best, 0).sum()), busy[self._inside]

    def _forward(self, rate: Floats) -> tuple[Floats, Ints]:
        """The best value of having begun, at each node, without (0) and with (1) the meal behind; the meals begun."""
        number, longest = self._number, self._longest
        value = np.full((2, number, longest + 1), _NONE)
        ate = np.full((number, longest + 1), 0, dtype=np.int64)
        rows = np.arange(number)
        gain = np.maximum(rate, -float(GAP))
        for node in range(longest + 1):
            begun = np.where(self._late[:, node], _NONE, 0.0)
            value[0, :, node] = np.maximum(value[0, :, node], begun)
            value[1, :, node] = np.maximum(value[1, :, node], np.where(self._late[:, node], 0.0, _NONE))
            back = node - self.meals.cells
            eats = self._asked & (back >= 0)
            eats &= self._can_eat[rows, np.maximum(back, 0)]
            eaten = np.where(eats, value[0, rows, np.maximum(back, 0)], _NONE)
            better = eaten > value[1, :, node]
            value[1, :, node] = np.where(better, eaten, value[1, :, node])
            ate[:, node] = better
            if node < longest:
                value[:, :, node + 1] = value[:, :, node] + gain[:, node]
        return value, ate

    def _backward(self, ate: Ints, rate: Floats, last: Ints, value: Floats) -> Bools:
        """Which cells were busy on the best path that ends at each shift's node; -1 is a shift left empty."""
        number, longest = self._number, self._longest
        busy = np.zeros((number, longest), dtype=np.bool_)
        rows = np.arange(number)
        node, live = last.copy(), last >= 0
        at = np.maximum(node, 0)
        state = np.where(self._early[rows, at] & (value[0, rows, at] >= value[1, rows, at]), 0, 1)
        while live.any():
            at = np.maximum(node, 0)
            eats = live & (state == 1) & (ate[rows, at] == 1)
            node = np.where(eats, node - self.meals.cells, node)
            state = np.where(eats, 0, state)
            at = np.maximum(node, 0)
            can_begin = np.where(state == 1, self._late[rows, at], ~self._late[rows, at])
            begins = live & can_begin & (value[state, rows, at] <= 0.0) & ~eats
            live &= ~begins & (node > 0)
            step = live & ~eats
            before = np.maximum(node - 1, 0)
            busy[rows[step], before[step]] = rate[rows[step], before[step]] > -GAP
            node = np.where(step, node - 1, node)
        return busy
