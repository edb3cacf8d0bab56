"""Saying no to what is not safe, and the written reason of a named therapist."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger
from alongside.areas.programme.actions.judging import SafetyRefused, check_settled
from alongside.areas.programme.models import Placement
from alongside.areas.programme.queries.safety import facts_of, in_routine, warnings
from alongside.areas.programme.values import UNCHECKED, PlacementSeen, SafetyWarning, What
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.safety import Ruling

__all__ = ["SafetyRefused", "allow", "check_settled", "note_override", "override_safety", "overriding"]


@action
def override_safety(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, words: str, at: datetime
) -> PlacementSeen:
    """Keep an idea in spite of a safety rule, with the therapist's name and reason. Excluded stays excluded.

    The same words settle an idea that no rule could judge: the therapist looked at it beside all that is known.
    """
    opened = gate.open_child(actor, child, Capability.OVERRIDE_SAFETY, at, doing="programme.override_safety")
    row = ledger.find(opened, placement)
    held = _open_questions(queries.placement(opened, placement))
    if ledger.is_new(opened, row, change) and held:
        reason = bounds.words(words, bounds.SENTENCE, "words", required=True)
        kept = overriding(opened, held, reason)
        codes = sorted({*row.override_codes, *kept.pop("override_codes")})
        note = ledger.Note(uuid=change, what=What.SAFETY_OVERRIDDEN, words=reason)
        ledger.keep(opened, row, note, {"override_codes": codes}, kept)
    return queries.placement(opened, placement)


def _open_questions(placed: PlacementSeen) -> tuple[SafetyWarning, ...]:
    """What a therapist's words can settle: what holds the idea back, and what was never set beside it."""
    return tuple(one for one in placed.warnings if not one.settled or one.code == UNCHECKED)


def allow(
    opened: OpenChild, codes: Iterable[str], reason: str, *, routine: str, home: int | None = None
) -> dict[str, Any]:
    """The columns that let a new idea with these codes into a routine; refuses without the reason the rules ask for."""
    child = facts_of(opened)
    found = warnings(child, codes, (), (), in_routine(child, routine, home))
    return overriding(opened, tuple(warning for warning in found if not warning.settled), reason)


def overriding(opened: OpenChild, held: tuple[SafetyWarning, ...], reason: str) -> dict[str, Any]:
    """The columns of an override; empty when nothing is held back."""
    if not held:
        return {}
    written = bounds.words(reason, bounds.SENTENCE, "override")
    if not written or any(warning.ruling is Ruling.EXCLUDED for warning in held):
        raise SafetyRefused(held)
    opened.check(Capability.OVERRIDE_SAFETY, "programme.override_safety")
    return {
        "override_words": written,
        "override_by_id": opened.actor.person,
        "override_at": opened.at,
        "override_codes": sorted({key for warning in held for key in warning.keys or {warning.code}}),
        "override_facts": sorted(facts_of(opened).facts),
    }


def note_override(opened: OpenChild, row: Placement, change: UUID) -> None:
    """Date the reason that came with a new placement."""
    if row.override_words:
        note = ledger.Note(uuid=change, what=What.SAFETY_OVERRIDDEN, words=row.override_words)
        ledger.write_line(opened, row, note, {}, {"override_codes": row.override_codes})
