"""Saying no to what is not safe, and the written reason of a named therapist."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger
from alongside.areas.programme.models import Placement
from alongside.areas.programme.queries.safety import facts_of, warnings
from alongside.areas.programme.values import UNCHECKED, PlacementSeen, SafetyWarning, What
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import Refusal
from alongside.core.safety import Ruling
from alongside.core.words import gettext_noop


class SafetyRefused(Refusal):
    """A safety rule says no. ``warnings`` are the rules that do; ``excluded`` when no reason can change it."""

    def __init__(self, refused: Iterable[SafetyWarning], *, is_team: bool = True) -> None:
        self.warnings = tuple(refused)
        self.excluded = any(warning.ruling is Ruling.EXCLUDED for warning in self.warnings)
        reasons = " ".join(dict.fromkeys(gettext(warning.sentence) for warning in self.warnings))
        super().__init__(f"{reasons} {gettext(self._way_on())}" if is_team else reasons)

    def _way_on(self) -> str:
        if self.excluded:
            return gettext_noop("Nobody can override this. Please choose another idea.")
        return gettext_noop("Write why it is right for this child, or choose another idea.")


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


def unsettled(placed: PlacementSeen) -> tuple[SafetyWarning, ...]:
    """The warnings that hold an idea back."""
    return tuple(warning for warning in placed.warnings if not warning.settled)


def _open_questions(placed: PlacementSeen) -> tuple[SafetyWarning, ...]:
    """What a therapist's words can settle: what holds the idea back, and what was never set beside it."""
    return tuple(one for one in placed.warnings if not one.settled or one.code == UNCHECKED)


def check_settled(opened: OpenChild, placed: Iterable[PlacementSeen]) -> None:
    """Refuse when anything holds one of these ideas back now."""
    held = [warning for one in placed for warning in unsettled(one)]
    if held:
        raise SafetyRefused(held, is_team=opened.is_team)


def allow(opened: OpenChild, codes: Iterable[str], reason: str) -> dict[str, Any]:
    """The columns that let a new idea with these codes in; refuses without the reason that the rules ask for."""
    found = warnings(facts_of(opened), codes, (), ())
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
        "override_codes": sorted(warning.code for warning in held),
        "override_facts": sorted(facts_of(opened).facts),
    }


def note_override(opened: OpenChild, row: Placement, change: UUID) -> None:
    """Date the reason that came with a new placement."""
    if row.override_words:
        note = ledger.Note(uuid=change, what=What.SAFETY_OVERRIDDEN, words=row.override_words)
        ledger.write_line(opened, row, note, {}, {"override_codes": row.override_codes})
