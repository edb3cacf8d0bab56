"""Days moved apart: among days that count the same, those with rest between them and no crowded day."""

from collections.abc import Iterator, Sequence

from alongside.core.planning.days import Days, fits
from alongside.core.planning.model import DayClass

_NEIGHBOURS = 3


def apart(kinds: Sequence[DayClass], limits: Sequence[int], days: Days) -> Days:
    """The same number of days for each idea, moved one at a time while that brings rest; budgets stay kept."""
    best = days
    while True:
        better = min(_moves(kinds, limits, best), key=lambda moved: (_crowd(moved), moved), default=best)
        if _crowd(better) >= _crowd(best):
            return best
        best = better


def _moves(kinds: Sequence[DayClass], limits: Sequence[int], days: Days) -> Iterator[Days]:
    for at, mine in enumerate(days):
        for old in mine:
            for new in kinds[at].days:
                if new not in mine:
                    changed = tuple(sorted({*mine, new} - {old}))
                    moved = (*days[:at], changed, *days[at + 1 :])
                    if fits(kinds, limits, moved, new):
                        yield moved


def _crowd(days: Days) -> int:
    """How crowded a week is: ideas on one day, squared, and days in a row; the week comes round again."""
    together = sum(sum(day in mine for mine in days) ** 2 for day in range(7))
    in_a_row = sum((day + 1) % 7 in mine for mine in days for day in mine)
    return together + _NEIGHBOURS * in_a_row
