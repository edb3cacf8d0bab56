"""Moves prices until the bound is low: dearer where families crowd, cheaper where nobody comes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from alongside.core.slots.days import Floats
from alongside.core.slots.prices import Answer, Market, Prices

STEPS = 400
_MEMORY, _SLOWER, _PATIENCE, _ENOUGH = 0.7, 0.7, 20, 0.0002
# Minutes are bought by the sixty and cells one by one; so a minute's price moves in smaller steps.
_MINUTE = 30.0
# The step aims a little below the best bound so far.
_AIM, _FIRST_SHARE, _LEAST_SHARE = 0.96, 0.05, 1e-5


@dataclass(slots=True)
class Lowest:
    """The lowest bound so far with its prices."""

    bound: float
    prices: Prices


class Ascent:
    """A search for low prices that can go on later where it stopped.

    ``bonus`` is what the points hold besides for times that have to stay; steps do not grow with it.
    """

    def __init__(self, market: Market, bonus: int = 0) -> None:
        self._market, self._bonus = market, bonus
        self._now = market.first_prices()
        self.lowest = Lowest(bound=float("inf"), prices=self._now)
        self._share, self._since = _FIRST_SHARE, 0
        self._way: Prices | None = None

    def run(self, steps: int, stop: Callable[[], bool]) -> None:
        """So many steps, at least one; fewer when it is time to stop or nothing changes any more."""
        for _ in range(steps):
            self._step()
            if stop() or self._share < _LEAST_SHARE:
                return

    def _step(self) -> None:
        answer = self._market.ask(self._now)
        self._keep(answer.bound)
        if self._since > _PATIENCE:
            self._share, self._since, self._now = self._share * _SLOWER, 0, self.lowest.prices
        way = self._turned(answer)
        norm = float((way.cells**2).sum() + (way.rooms**2).sum() + (way.minutes**2).sum())
        aim = self._bonus + _AIM * (self.lowest.bound - self._bonus)
        step = self._share * (answer.bound - aim) / max(norm, 1e-9)
        self._way = way
        self._now = Prices(
            cells=self._now.cells + step * way.cells,
            rooms=self._now.rooms + step * way.rooms,
            minutes=self._now.minutes + step * way.minutes / _MINUTE,
        ).rounded()

    def _keep(self, bound: float) -> None:
        much = bound < self.lowest.bound - _ENOUGH * (bound - self._bonus)
        if bound < self.lowest.bound:
            self.lowest = Lowest(bound=bound, prices=self._now)
        self._since = 0 if much else self._since + 1

    def _turned(self, answer: Answer) -> Prices:
        """The new way: most of the old one, some of what is wrong now."""
        over, now = answer.over, self._now
        fresh = Prices(
            cells=over.cells,
            rooms=_pressing(over.rooms, now.rooms),
            minutes=_pressing(over.minutes, now.minutes) / _MINUTE,
        )
        old = self._way or Prices(cells=0 * fresh.cells, rooms=0 * fresh.rooms, minutes=0 * fresh.minutes)
        return Prices(
            cells=_MEMORY * old.cells + (1 - _MEMORY) * fresh.cells,
            rooms=_MEMORY * old.rooms + (1 - _MEMORY) * fresh.rooms,
            minutes=_MEMORY * old.minutes + (1 - _MEMORY) * fresh.minutes,
        )


def _pressing(over: Floats, price: Floats) -> Floats:
    """What is free and not short cannot become cheaper."""
    return np.where((price <= 0) & (over < 0), 0.0, over)
