"""How every change of a placement is made: found, locked, written down once, dated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme.actions import judging
from alongside.areas.programme.models import Placement, PlacementAnswer, PlacementChange
from alongside.areas.programme.queries import homes
from alongside.areas.programme.values import PlacementState, What
from alongside.core import bounds
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop

# When the therapist changes one of these, nobody at home has answered to it yet. What is live stays live.
_ASKS_AGAIN = frozenset({What.MOVED, What.REWORDED, What.EASIER, What.HARDER})
_NO_YES: Mapping[str, Any] = {"agreed_by_id": None, "agreed_at": None, "confidence": None}
_NO_SWAP: Mapping[str, Any] = {"swap_words": "", "swap_instead": "", "swap_by_id": None, "swap_at": None}


class AlreadyEnded(Refusal):
    """The idea left the plan before."""

    sentence = gettext_noop("This idea is no longer in the plan.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The line that dates a change. ``because`` is the message it answers."""

    uuid: UUID
    what: What
    words: str = ""
    because: UUID | None = None


def find(opened: OpenChild, uuid: UUID) -> Placement:
    """The placement, locked for the rest of the transaction. A carer finds no drafts, and nothing of another home."""
    row = Placement.objects.select_for_update().filter(child=opened.pk, uuid=uuid).first()
    if row is None or (row.shared_at is None and not opened.allows(Capability.PROPOSE_PROGRAMME)):
        raise NotFound
    if not homes.knows(opened, row.home_id):
        raise NotFound
    return row


def is_new(opened: OpenChild, row: Placement, change: UUID) -> bool:
    """Whether this change was not delivered yet; NotFound when somebody else's change has this uuid."""
    before = PlacementChange.objects.filter(uuid=change).first()
    if before is not None and (before.placement_id != row.pk or before.by_id != opened.actor.person):
        raise NotFound
    if before is None and row.state == PlacementState.ENDED:
        raise AlreadyEnded
    return before is None


def keep(
    opened: OpenChild,
    row: Placement,
    note: Note,
    changed: Mapping[str, Any],
    quietly: Mapping[str, Any] | None = None,
) -> None:
    """Write new values and the dated line about them. ``quietly`` holds what the line does not speak of.

    Whatever comes home with it, or moves there, is judged by the safety rules: SafetyRefused, and nothing is written.
    """
    before = {name: getattr(row, name) for name in changed}
    follows = {**_consequences(opened, row, note.what), **(quietly or {})}
    if row.rests_because and "state" in changed:
        judging.check_may_settle(opened)
        follows["rests_because"] = []
    for name, value in {**changed, **follows}.items():
        setattr(row, name, value)
    row.save(update_fields=[*changed, *follows])
    judging.check_at_home(opened, row, changed)
    write_line(opened, row, note, before, dict(changed))


def write_line(
    opened: OpenChild, row: Placement, note: Note, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Append the dated line of a change."""
    PlacementChange.objects.create(
        uuid=note.uuid,
        child_id=opened.pk,
        placement=row,
        what=note.what.value,
        words=bounds.words(note.words, bounds.SENTENCE, "words"),
        before=before,
        after=after,
        by_id=opened.actor.person,
        voice=opened.voice.value,
        at=opened.at,
        because_message=note.because,
    )


def _consequences(opened: OpenChild, row: Placement, what: What) -> dict[str, Any]:
    if not opened.is_team:
        return {}
    asks_again = what in _ASKS_AGAIN and row.state in (PlacementState.OFFERED, PlacementState.SHARED)
    if asks_again:
        PlacementAnswer.objects.filter(placement=row, replaced_at=None).update(replaced_at=opened.at)
    # What leaves keeps the wish for another one: the next plan leaves it out.
    settled = row.swap_at is not None and what is not What.ENDED
    return {**(_NO_YES if asks_again else {}), **(_NO_SWAP if settled else {})}
