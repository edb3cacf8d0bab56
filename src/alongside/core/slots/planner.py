"""The planner of times: a good plan at any moment, a bound that is proven, and reasons for everything."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import floor

import numpy as np

from alongside.core.slots import ascent, greedy
from alongside.core.slots.draft import Chosen, Draft
from alongside.core.slots.instance import Instance, Time
from alongside.core.slots.keep import Kept, keep
from alongside.core.slots.options import options
from alongside.core.slots.prices import Market
from alongside.core.slots.result import Plan, Unkept
from alongside.core.slots.rooms import placements
from alongside.core.slots.search import PAIR, Search
from alongside.core.slots.told import Teller, parts, pin_phrase
from alongside.core.solver import Limits

PLAN, REPAIR = "plan", "repair"
# So many pieces in a row without a better plan end the search.
_PATIENCE = 60
# So much of the time is for prices at most, and so many seconds for each child's reasons at the end.
_PRICES, _TELLING = 0.35, 0.0003
_PIECE = Limits(seconds=20.0, nodes=10, gap=8.0)
_DIVE = Limits(seconds=20.0, nodes=0)

Progress = Callable[[int, int, float], None]


def _quiet(_best: int, _bound: int, _seconds: float) -> None:
    """Tells nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How long it may take, by which clock, who is told of each step (best, bound, seconds), and who may end it."""

    seconds: float
    clock: Callable[[], float]
    progress: Progress = _quiet
    stop: Callable[[], bool] = _never
    began: float = field(default=0.0)

    @property
    def gone(self) -> float:
        """Seconds since the beginning."""
        return self.clock() - self.began

    def share(self, part: float) -> float:
        """How much of a part of the time is gone; 1 and more when it is over, or somebody asked to stop."""
        return 1.0 if self.stop() else self.gone / max(part * self.seconds, 1e-9)

    def over(self) -> bool:
        """True when the time is gone, or somebody asked to stop."""
        return self.share(1.0) >= 1

    def left(self, limits: Limits) -> Limits:
        """The same limits within what is left of the time."""
        return replace(limits, seconds=max(0.05, min(limits.seconds, self.seconds - self.gone)))


def plan(instance: Instance, watch: Watch, mode: str = PLAN, seed: int = 1) -> Plan:
    """The best plan that was found in time, with its bound.

    The same instance and seed give the same plan whenever the search ends by itself and not by the clock.
    ``mode`` REPAIR keeps every time of ``instance.now`` that is still possible, and looks for new times only for the
    children who lose one.
    """
    telling = min(watch.seconds / 2, _TELLING * len(instance.children))
    watch = replace(watch, began=watch.clock(), seconds=watch.seconds - telling)
    kept = keep(options(instance), repair=mode == REPAIR)
    market = Market(kept.options)
    draft = _first(kept, market)
    search = Search(market, draft, seed, kept.full)
    lowest = ascent.lowest(market, lambda: watch.share(_PRICES))
    bound = floor(lowest.bound)
    search.price(lowest.prices)
    _fill(search)
    _improved(search, watch, lambda: _tell(watch, kept, search.value, bound), mode, bound)
    return _told(kept, search.draft, bound, watch.gone)


def greedy_plan(instance: Instance, watch: Watch, mode: str = PLAN) -> Plan:
    """First come, first served, by urgency: what a careful person does, to compare with. Its bound is no bound."""
    watch = replace(watch, began=watch.clock())
    kept = keep(options(instance), repair=mode == REPAIR)
    draft = _first(kept, Market(kept.options))
    greedy.fill(draft, greedy.by_urgency(draft), kept.options.points.astype(np.float64))
    return _told(kept, draft, draft.value(), watch.gone)


def _first(kept: Kept, market: Market) -> Draft:
    """A draft with everything that has to be in it."""
    draft = Draft(kept.options, market.days)
    for at in kept.times:
        child = int(kept.options.child[at])
        draft.put(child, [(at, draft.kinds_for(at)[0])])
    return draft


def _fill(search: Search) -> None:
    """Twice one child after the other, by what is left after prices and by points; the better one stays."""
    draft = search.draft
    order = greedy.by_urgency(draft)
    found: list[tuple[int, list[list[Chosen]]]] = []
    for worth in (search.worth, search.market.options.points.astype(np.float64)):
        other = draft.copy()
        greedy.fill(other, order, worth)
        found.append((other.value(), other.chosen))
    _, chosen = max(found, key=lambda one: one[0])
    for child, few in enumerate(chosen):
        if not draft.chosen[child]:
            draft.put(child, few)
    search.value = draft.value()


def _improved(search: Search, watch: Watch, tell: Callable[[], None], mode: str, bound: int) -> None:
    if mode == PLAN:
        search.begin(watch.over, watch.left(_DIVE))
    tell()
    since = 0 if len(search.market.options.child) else _PATIENCE
    while since < _PATIENCE and search.value < bound and not watch.over():
        since = 0 if search.improve(search.next_parts(), watch.left(_PIECE)) else since + PAIR
        tell()


def _tell(watch: Watch, kept: Kept, value: int, bound: int) -> None:
    watch.progress(value - kept.bonus, bound - kept.bonus, watch.gone)


def _told(kept: Kept, draft: Draft, bound: int, seconds: float) -> Plan:
    placed = placements(draft)
    teller = Teller(draft, placed, kept.waits)
    explained = teller.explained()
    instance = kept.options.instance
    held = {one.time for one in placed}
    return Plan(
        placements=placed,
        parts=parts(draft, explained),
        bound=bound - kept.bonus,
        seconds=round(seconds, 2),
        unkept=tuple(
            Unkept(pin=pin, why=pin_phrase(instance, pin, possible=possible)) for pin, possible in kept.unkept
        ),
        moved=_moved(instance, held),
        explained=explained,
        left_out=teller.left_out(),
    )


def _moved(instance: Instance, held: set[Time]) -> tuple[str, ...]:
    """The families (a child without one stands for itself) that lose a time they have now."""
    family = {one.id: one.family or one.id for one in instance.children}
    return tuple(sorted({family[one.child] for one in instance.now if one not in held}))
