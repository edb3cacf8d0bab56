"""Moves prices until the bound is low: dearer where families crowd, cheaper where nobody comes.

Every price moves by its own step: the more steadily it was wrong in one direction, the nearer to the full length of a
step (Kingma and Ba, Adam, 2015, for a sum of maxima in place of a smooth function). The length shrinks evenly from the
first step to the last, or with the time where that is shorter.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from alongside.core.slots.days import Floats
from alongside.core.slots.prices import Answer, Market, Prices

STEPS = 400
# Points by which a price moves at first and at last.
_FIRST, _LAST = 4.0, 0.02
_WAY, _SIZE, _TINY = 0.9, 0.99, 1e-3
# Minutes are bought by the sixty and cells one by one; so a minute's price moves in smaller steps.
_MINUTE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowest:
    """The lowest bound so far with its prices."""

    bound: float
    prices: Prices


def lowest(market: Market, gone: Callable[[], float], steps: int = STEPS) -> Lowest:
    """The lowest bound of so many steps. ``gone`` is the share of the time for them that is over; 1 ends it."""
    ascent = _Ascent(market)
    for step in range(steps):
        share = max(step / steps, gone())
        ascent.step(_FIRST * (_LAST / _FIRST) ** min(1.0, share))
        if share >= 1:
            break
    return ascent.lowest


class _Ascent:
    """The prices now, and for each the way it has gone (``_way``) and how far wrong it has been (``_size``)."""

    def __init__(self, market: Market) -> None:
        self._market = market
        self._now = market.first_prices()
        self.lowest = Lowest(bound=float("inf"), prices=self._now)
        self._way = [np.zeros_like(one) for one in _parts(self._now)]
        self._size = [np.zeros_like(one) for one in _parts(self._now)]
        self._steps = 0

    def step(self, length: float) -> None:
        """Ask at the prices now, and move each by at most about ``length`` points."""
        answer = self._market.ask(self._now)
        if answer.bound < self.lowest.bound:
            self.lowest = Lowest(bound=answer.bound, prices=self._now)
        self._steps += 1
        cells, rooms, minutes = (
            now + length * self._turned(at, over)
            for at, (now, over) in enumerate(zip(_parts(self._now), self._wrong(answer), strict=True))
        )
        self._now = Prices(
            cells=cells,
            rooms=rooms,
            minutes=self._now.minutes + (minutes - self._now.minutes) / _MINUTE,
        ).rounded()

    def _wrong(self, answer: Answer) -> tuple[Floats, Floats, Floats]:
        over = answer.over
        rooms = _pressing(over.rooms, self._now.rooms)
        return over.cells, rooms, _pressing(over.minutes, self._now.minutes) / _MINUTE

    def _turned(self, at: int, over: Floats) -> Floats:
        """The direction of one kind of price, each between about -1 and 1."""
        self._way[at] = _WAY * self._way[at] + (1 - _WAY) * over
        self._size[at] = _SIZE * self._size[at] + (1 - _SIZE) * over**2
        way = self._way[at] / (1 - _WAY**self._steps)
        size = self._size[at] / (1 - _SIZE**self._steps)
        return np.asarray(way / (np.sqrt(size) + _TINY))


def _parts(prices: Prices) -> tuple[Floats, Floats, Floats]:
    return prices.cells, prices.rooms, prices.minutes


def _pressing(over: Floats, price: Floats) -> Floats:
    """What is free and not short cannot become cheaper."""
    return np.where((price <= 0) & (over < 0), 0.0, over)
