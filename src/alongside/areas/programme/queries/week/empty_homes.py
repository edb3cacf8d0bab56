"""The homes whose week is drawn and to which a planned week brings nothing, and why as far as it is known."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from alongside.areas.programme.queries.week.history import home_uuid
from alongside.areas.programme.queries.week.proposal import Proposal
from alongside.core.planning.instance import Home
from alongside.core.planning.places import Week, candidates


class Empty(StrEnum):
    """Why nothing is there. ``OTHERS`` is no rule: ideas have a place there, and the chosen ones fit better."""

    PAUSED = "PAUSED"
    NO_MINUTES = "NO_MINUTES"
    NO_PLACE = "NO_PLACE"
    OTHERS = "OTHERS"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyHome:
    """One home without an idea this week; ``name`` is what the family calls it."""

    name: str
    why: Empty


def empty_homes(found: Proposal) -> tuple[EmptyHome, ...]:
    """The named homes with a drawn week and nothing in the plan; not those where something keeps its place."""
    instance = found.week.instance
    fits = {one.routine.home for one in candidates(Week(instance))[0]}
    full = {one.choice.home for one in found.plan.choices}
    return tuple(
        EmptyHome(name=home.name, why=_why(found, home, fits))
        for home in instance.homes
        if home.name and home.id not in full and _days(found, home) and not _keeps(found, home)
    )


def _why(found: Proposal, home: Home, fits: Collection[str]) -> Empty:
    days = _days(found, home) - home.paused
    if not days:
        return Empty.PAUSED
    if not any(home.minutes[day] for day in days):
        return Empty.NO_MINUTES
    return Empty.OTHERS if home.id in fits else Empty.NO_PLACE


def _days(found: Proposal, home: Home) -> frozenset[int]:
    routines = (one.days for one in found.week.instance.routines if one.home == home.id)
    return frozenset[int]().union(*routines)


def _keeps(found: Proposal, home: Home) -> bool:
    """Whether an idea of the family's own or a therapist's draft is there already."""
    return any(one.is_in(home_uuid(home)) for one in (*found.week.own, *found.week.drafts))
