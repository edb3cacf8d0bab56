"""What was tried and how it went, what people wished, and what a family's own ideas take of the week."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from alongside.areas.programme.queries.week.canvas import EVERY_DAY, Drawn
from alongside.areas.programme.queries.week.placed import Placed, Wished
from alongside.areas.programme.values import PlacementState, WishKind
from alongside.core.planning.instance import Ban, Home, Pin, Routine, Tried
from alongside.core.planning.went import Went

_DAYS_A_WEEK = 7
_NOTHING = Went()
_NEVER_DRAWN = "not in the week"


def tried(
    placed: Sequence[Placed], went: Mapping[UUID, Went], homes: Iterable[Home], at: datetime
) -> tuple[Tried, ...]:
    """How each idea of the library went in each home, by the newest placement of it there."""
    newest: dict[tuple[str, str], Tried] = {}
    for home in homes:
        for one in placed:
            if one.strategy and one.state is not PlacementState.DRAFT and one.is_in(home_uuid(home)):
                newest[one.strategy, home.id] = _tried(one, one.strategy, home.id, went, at)
    return tuple(newest[key] for key in sorted(newest))


def _tried(one: Placed, strategy: str, home: str, went: Mapping[UUID, Went], at: datetime) -> Tried:
    how = went.get(one.uuid, _NOTHING)
    return Tried(
        strategy=strategy,
        home=home,
        step=one.grade,
        worked=how.worked,
        felt=how.felt,
        live_weeks=1 + (at - one.since).days // _DAYS_A_WEEK if one.is_taken and one.since else 0,
    )


def dose(placed: Iterable[Placed], went: Mapping[UUID, Went]) -> dict[UUID, int]:
    """The minutes that each goal was practised at home: how often something was tried, times its minutes."""
    minutes: dict[UUID, int] = {}
    for one in placed:
        if one.goal:
            times = went.get(one.uuid, _NOTHING).times
            minutes[one.goal] = minutes.get(one.goal, 0) + times * one.minutes
    return minutes


def pins(wishes: Iterable[Wished], placed: Iterable[Placed], drawn: Drawn) -> tuple[Pin, ...]:
    """The therapist's pins, and the ideas that a family named when it wished for another one."""
    wished = [
        Pin(strategy=one.strategy, home=home, routine=routine)
        for one in wishes
        if one.kind is WishKind.PIN
        for home, routine in _reach(one.home, one.routine, drawn, missing=True)
    ]
    named = [Pin(strategy=one.instead) for one in placed if one.is_taken and one.swap_wished and one.instead]
    return (*wished, *named)


def bans(wishes: Iterable[Wished], ever: Collection[Placed], drawn: Drawn) -> tuple[Ban, ...]:
    """Every no: those that were said, and the ideas in whose place a family wished for another one.

    Such an idea stays out after it left the programme, until somebody places it there anew.
    """
    said = [
        Ban(strategy=one.strategy, home=home, routine=routine)
        for one in wishes
        if one.kind is WishKind.BAN
        for home, routine in _reach(one.home, one.routine, drawn, missing=False)
    ]
    swapped = [
        Ban(strategy=one.strategy, home=home, routine=routine)
        for one in ever
        if one.swap_wished and one.strategy and not _is_back(one, ever)
        for home, routine in _reach(one.home, "", drawn, missing=False)
    ]
    return (*said, *swapped)


def _is_back(swapped: Placed, ever: Iterable[Placed]) -> bool:
    """Whether the idea has a place again in the home that had wished for another one."""
    same = (one for one in ever if (one.strategy, one.home) == (swapped.strategy, swapped.home))
    return any(one.is_taken and not one.swap_wished for one in same)


def _reach(home: UUID | None, routine: str, drawn: Drawn, *, missing: bool) -> Iterator[tuple[str, str]]:
    """The planner's homes and routines that a wish speaks of.

    A pin to a place that the family did not draw is kept, so that the plan can say that it has no place.
    """
    if not routine:
        yield "" if home is None else str(home), ""
        return
    ids = [one for one, spot in drawn.spots.items() if spot.routine == routine and home in (None, spot.home)]
    yield from (("", one) for one in ids)
    if missing and not ids:
        yield "", _NEVER_DRAWN


def without(drawn: Drawn, taken: Collection[Placed]) -> Drawn:
    """The week with what these ideas take of it gone: minutes of the day, and of the routine they are in."""
    return replace(
        drawn,
        homes=tuple(_less_day(home, taken) for home in drawn.homes),
        routines=tuple(_less_routine(one, drawn, taken) for one in drawn.routines),
    )


def _less_day(home: Home, taken: Iterable[Placed]) -> Home:
    here = [one for one in taken if one.is_in(home_uuid(home))]
    minutes = tuple(
        max(had - sum(one.minutes for one in here if day in (one.days or EVERY_DAY)), 0)
        for day, had in enumerate(home.minutes)
    )
    return replace(home, minutes=minutes)


def _less_routine(routine: Routine, drawn: Drawn, taken: Iterable[Placed]) -> Routine:
    spot = drawn.spots[routine.id]
    minutes = sum(
        one.minutes
        for one in taken
        if one.routine == spot.routine and one.is_in(spot.home) and routine.days & (one.days or EVERY_DAY)
    )
    return replace(routine, minutes=max(routine.minutes - minutes, 0))


def home_uuid(home: Home) -> UUID | None:
    """The home's own uuid; None for the one home that nobody named."""
    try:
        return UUID(home.id)
    except ValueError:
        return None
