"""The therapist changes what is in the plan."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger, placing
from alongside.areas.programme.values import PlacementSeen, PlacementState, What
from alongside.areas.trail.actions import action
from alongside.core import routines
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop


class HasItsHome(Refusal):
    """A shared idea of one home was to go to another."""

    sentence = gettext_noop("This idea belongs to one home. Place it anew for the other one.")


@action
def move_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    routine: str | None = None,
    days: Iterable[int] | None = None,
    home: UUID | None = None,
    because: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Move an idea into another routine of the day (a code of core.routines), other days or one home. None stays.

    Days (0 is Monday) may be none, which are all. An idea that belonged to a home goes to no other one once it was
    shared (HasItsHome), because what was said about it there stays there.
    """
    opened = _open(actor, child, at, "programme.move_placement")
    note = ledger.Note(uuid=change, what=What.MOVED, because=because)
    wanted: dict[str, Any] = {}
    if routine is not None:
        wanted["routine"] = routines.routine(routine).code
    if days is not None:
        wanted["days"] = placing.kept_days(days)
    if home is not None:
        wanted["home_id"] = _other_home(opened, placement, home)
    return _change(opened, placement, note, wanted)


@action
def reword_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    title: str | None = None,
    family_words: str | None = None,
    words_that_help: str | None = None,
    our_part: str | None = None,
    your_part: str | None = None,
    notice: str | None = None,
    minutes: int | None = None,
    because: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Give an idea other words or minutes: what to do, who does what, what to notice. What is None stays.

    ``our_part`` is the team's, ``your_part`` the family's.
    """
    opened = _open(actor, child, at, "programme.reword_placement")
    text = placing.written(
        title=title,
        family_words=family_words,
        words_that_help=words_that_help,
        our_part=our_part,
        your_part=your_part,
        notice=notice,
        minutes=minutes,
    )
    return _change(opened, placement, ledger.Note(uuid=change, what=What.REWORDED, because=because), text)


@action
def aim_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    goal: UUID | None,
    finding: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Tie an idea to a goal and a finding. The family is not asked again: what they do stays the same."""
    opened = _open(actor, child, at, "programme.aim_placement")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        ties = placing.aim(opened, goal, finding)
        ledger.keep(opened, row, ledger.Note(uuid=change, what=What.AIMED), {}, ties)
    return queries.placement(opened, placement)


@action
def remove_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    words: str = "",
    because: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Let an idea leave the plan. What was written about it stays."""
    opened = _open(actor, child, at, "programme.remove_placement")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        note = ledger.Note(uuid=change, what=What.ENDED, words=words, because=because)
        ended = {"ended_at": at, "live_since": None}
        ledger.keep(opened, row, note, {"state": PlacementState.ENDED.value}, ended)
    return queries.placement(opened, placement)


def _open(actor: Actor, child: UUID, at: datetime, doing: str) -> OpenChild:
    return gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing=doing)


def _change(opened: OpenChild, placement: UUID, note: ledger.Note, wanted: dict[str, Any]) -> PlacementSeen:
    row = ledger.find(opened, placement)
    differs = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if ledger.is_new(opened, row, note.uuid) and differs:
        ledger.keep(opened, row, note, differs)
    return queries.placement(opened, placement)


def _other_home(opened: OpenChild, placement: UUID, home: UUID) -> int | None:
    row, key = ledger.find(opened, placement), circle.home_key(opened, home)
    if row.shared_at is not None and row.home_id not in (None, key):
        raise HasItsHome
    return key
