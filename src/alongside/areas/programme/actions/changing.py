"""The therapist changes a placement; both may make it easier."""

from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.library import queries as library
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger, placing
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import PlacementSeen, PlacementState, What
from alongside.areas.trail.actions import action
from alongside.core import routines
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop


class NothingEasier(Refusal):
    """The idea's own list has no easier way left."""

    sentence = gettext_noop("There is no easier way in the list. New words can make one.")


class NothingHarder(Refusal):
    """The idea's own list has no harder way left."""

    sentence = gettext_noop("There is no harder way in the list. New words can make one.")


@action
def move_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    routine: str,
    because: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Move an idea into another routine of the day (a code of core.routines)."""
    opened = _open(actor, child, at, "programme.move_placement")
    note = ledger.Note(uuid=change, what=What.MOVED, because=because)
    return _change(opened, placement, note, {"routine": routines.routine(routine).code})


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
    minutes: int | None = None,
    because: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Give an idea other words or minutes. What is None stays."""
    opened = _open(actor, child, at, "programme.reword_placement")
    text = placing.written(
        title=title, family_words=family_words, words_that_help=words_that_help, minutes=minutes
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
def make_easier(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, because: UUID | None = None, at: datetime
) -> PlacementSeen:
    """Go one way easier in the strategy's own list. A responsible carer may, without asking first."""
    opened = gate.open_child(actor, child, Capability.LIGHTEN_PROGRAMME, at, doing="programme.make_easier")
    note = ledger.Note(uuid=change, what=What.EASIER, because=because)
    return _regrade(opened, placement, note, -1)


@action
def make_harder(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, because: UUID | None = None, at: datetime
) -> PlacementSeen:
    """Go one way harder in the strategy's own list."""
    opened = _open(actor, child, at, "programme.make_harder")
    note = ledger.Note(uuid=change, what=What.HARDER, because=because)
    return _regrade(opened, placement, note, 1)


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


def _regrade(opened: OpenChild, placement: UUID, note: ledger.Note, by: int) -> PlacementSeen:
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, note.uuid):
        grade = row.grade + by
        ledger.keep(opened, row, note, {"grade": grade, "grade_words": _grade_words(opened, row, grade)})
    return queries.placement(opened, placement)


def _grade_words(opened: OpenChild, row: Placement, grade: int) -> str:
    """The one sentence that this grade changes; "" for the idea as it was written."""
    if grade == 0:
        return ""
    strategy = library.strategy(opened.clinic, row.strategy_id) if row.strategy_id else None
    ways = (strategy.easier if grade < 0 else strategy.harder) if strategy else ()
    if abs(grade) > len(ways):
        raise NothingEasier if grade < 0 else NothingHarder
    return ways[abs(grade) - 1]
