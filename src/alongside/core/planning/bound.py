"""How good a week can be at most: what is shared and what is short gets a price, and every idea pays.

For any prices the sum is proven to be no less than the best plan (a Lagrangian relaxation), in whole numbers only.
docs/explanation/planning.md tells why in plain words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.core.planning.model import PIN, DayClass, Model, Uses

# Prices are whole 64ths of a point.
SCALE = 64
_STARTING_PRICE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """A price on each slot (for being the one idea that counts there) and on each row (for a unit of a budget)."""

    slots: Sequence[int]
    rows: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Some columns of a model, with the worths, classes, slots and rows that they touch."""

    columns: Sequence[int]
    worths: Sequence[int]
    classes: Sequence[int]
    slots: frozenset[int]
    rows: frozenset[int]


def view(model: Model, columns: Iterable[int]) -> View:
    """The part of a model that some columns touch."""
    few = list(columns)
    worths = sorted({model.columns[at].worth for at in few})
    classes = sorted({model.columns[at].days for at in few})
    return View(
        columns=few,
        worths=worths,
        classes=classes,
        slots=frozenset(slot for at in worths for slot, _ in model.worths[at]),
        rows=frozenset(row for at in classes for uses in model.classes[at].on.values() for row, _ in uses),
    )


def first_prices(model: Model) -> Prices:
    """Half of what a goal can bring; a pin costs so much that two ways of keeping it do not pay."""
    slots = [(most - _STARTING_PRICE) * SCALE if most >= PIN else most * SCALE // 2 for most in model.slots]
    return Prices(slots=slots, rows=[0] * len(model.limits))


def trimmed(prices: Prices, part: View) -> Prices:
    """The same prices, with none on what no column of the part touches."""
    return Prices(
        slots=[price if at in part.slots else 0 for at, price in enumerate(prices.slots)],
        rows=[price if at in part.rows else 0 for at, price in enumerate(prices.rows)],
    )


def base(model: Model, prices: Prices) -> int:
    """What all prices bring in: the part of the bound that no idea earns."""
    limits = model.limits
    return sum(prices.slots) + sum(price * limits[at] for at, price in enumerate(prices.rows) if price)


def rates(model: Model, prices: Prices, part: View) -> dict[int, int]:
    """What every column of a part earns at most after paying, in 64ths."""
    slots, rows = prices.slots, prices.rows
    worths = {at: _worth_rate(model.worths[at], slots) for at in part.worths}
    days = {at: _days_rate(model.classes[at], rows) for at in part.classes}
    columns = model.columns
    return {
        at: columns[at].own * SCALE + worths[columns[at].worth] + days[columns[at].days]
        for at in part.columns
    }


def _worth_rate(worth: Uses, slots: Sequence[int]) -> int:
    total = 0
    for slot, points in worth:
        rate = points * SCALE - slots[slot]
        if rate > 0:
            total += rate
    return total


def _days_rate(kind: DayClass, prices: Sequence[int]) -> int:
    costs = _costs(kind, prices)
    costs.sort()
    gains = kind.gains
    rate = gains[0] * SCALE - costs[0]
    for number in range(1, len(gains)):
        more = gains[number] * SCALE - costs[number]
        if more <= 0:  # Points rise ever less and costs ever more.
            break
        rate += more
    return rate


def _costs(kind: DayClass, prices: Sequence[int]) -> list[int]:
    costs = []
    for day in kind.on.values():
        cost = 0
        for row, amount in day:
            cost += prices[row] * amount
        costs.append(cost)
    return costs


def best_rated(model: Model, rated: dict[int, int], free: Iterable[int], most: int) -> list[int]:
    """The ``most`` columns that earn most, of different ideas, none that costs; best first."""
    chosen: list[int] = []
    taken: set[int] = set()
    for at in sorted(free, key=rated.__getitem__, reverse=True):
        if len(chosen) == most or rated[at] <= 0:
            break
        if model.columns[at].only not in taken:
            taken.add(model.columns[at].only)
            chosen.append(at)
    return chosen


def move(model: Model, prices: Prices, chosen: Sequence[int], gap: int, share: int) -> Prices | None:
    """Prices after a step towards a lower bound: dearer where ideas crowd, cheaper where none is.

    The step is one ``share``-th of what would close the gap; None when nothing can move.
    """
    slots = _crowding(model, prices, chosen)
    rows = _overuse(model, prices, chosen)
    norm = sum(over * over for over in slots) + sum(over * over for over in rows)
    if not norm:
        return None
    return Prices(
        slots=_stepped(prices.slots, slots, gap, norm * share),
        rows=_stepped(prices.rows, rows, gap, norm * share),
    )


def _stepped(prices: Sequence[int], over: Sequence[int], gap: int, parts: int) -> list[int]:
    return [
        max(0, price + more * gap // parts) if more else price
        for price, more in zip(prices, over, strict=True)
    ]


def _crowding(model: Model, prices: Prices, chosen: Sequence[int]) -> list[int]:
    """For each slot how many columns pay its price, less the one that counts; 0 for a free, empty slot."""
    paying = [0] * len(prices.slots)
    for at in chosen:
        for slot, points in model.worths[model.columns[at].worth]:
            if points * SCALE > prices.slots[slot]:
                paying[slot] += 1
    return [count - 1 if price or count else 0 for count, price in zip(paying, prices.slots, strict=True)]


def _overuse(model: Model, prices: Prices, chosen: Sequence[int]) -> list[int]:
    """For each row what the chosen columns use, less its limit; 0 for a free row that is not short."""
    used = [0] * len(model.limits)
    for at in chosen:
        kind = model.classes[model.columns[at].days]
        for uses in _cheapest_days(kind, prices.rows):
            for row, amount in uses:
                used[row] += amount
    return [
        use - limit if price or use > limit else 0
        for use, limit, price in zip(used, model.limits, prices.rows, strict=True)
    ]


def _cheapest_days(kind: DayClass, prices: Sequence[int]) -> list[Uses]:
    """The uses of the days that the class would take at these prices."""
    costs = _costs(kind, prices)
    order = sorted(range(len(costs)), key=costs.__getitem__)
    number = 1
    while number < len(kind.gains) and kind.gains[number] * SCALE > costs[order[number]]:
        number += 1
    uses = list(kind.on.values())
    return [uses[at] for at in order[:number]]
