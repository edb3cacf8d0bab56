"""How ideas went at home, as the planner counts it: from the moments that a family told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from alongside.core import moments as told
from alongside.core.moments import Kind, Moment
from alongside.core.planning.instance import Felt

NEWEST = 6
_WORKED: Mapping[told.Felt, int] = MappingProxyType(
    {told.Felt.WENT_WELL: 2, told.Felt.UP_AND_DOWN: 0, told.Felt.HARD_GOING: -2}
)
_FELT: Mapping[told.Fit, Felt] = MappingProxyType(
    {
        told.Fit.TOO_EASY: Felt.TOO_EASY,
        told.Fit.JUST_RIGHT: Felt.JUST_RIGHT,
        told.Fit.TOO_HARD: Felt.TOO_HARD,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """How one placed idea went: ``worked`` from -2 to 2 over the newest moments, how its grade fits, how often."""

    worked: int = 0
    felt: Felt = Felt.JUST_RIGHT
    times: int = 0


def went(moments: Iterable[Moment]) -> dict[UUID, Went]:
    """How each placement went. What was not tried counts for nothing, and a moment without words for nothing too."""
    by_placement: dict[UUID, list[Moment]] = {}
    for moment in sorted(moments, key=lambda one: (one.happened_at, one.uuid)):
        if moment.kind is Kind.TRIED:
            by_placement.setdefault(moment.placement, []).append(moment)
    return {placement: _went(tried) for placement, tried in by_placement.items()}


def _went(tried: Sequence[Moment]) -> Went:
    felt = [_WORKED[one.felt] for one in tried if one.felt][-NEWEST:]
    fits = [one.fit for one in tried if one.fit]
    return Went(
        worked=_rounded(sum(felt), len(felt)),
        felt=_FELT[fits[-1]] if fits else Felt.JUST_RIGHT,
        times=len(tried),
    )


def _rounded(total: int, of: int) -> int:
    """The mean as a whole number, halves towards nought: nothing is claimed that was not seen."""
    return 0 if not of else (1 if total > 0 else -1) * ((2 * abs(total) + of - 1) // (2 * of))
