"""What a responsible carer says to a placement: yes, or please another one."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.library import queries as library
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger
from alongside.areas.programme.actions.resting import NotLive
from alongside.areas.programme.values import PlacementSeen, PlacementState, What
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability


@action
def agree_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    confidence: int | None = None,
    at: datetime,
) -> PlacementSeen:
    """Say yes to an idea as it is now. ``confidence`` 0 to 10: how sure it feels that it can be done."""
    opened = gate.open_child(actor, child, Capability.AGREE_PROGRAMME, at, doing="programme.agree_placement")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        if row.state != PlacementState.SHARED:
            raise NotLive
        sure = None if confidence is None else bounds.whole(confidence, 0, 10, "confidence")
        said = {"agreed_by_id": opened.actor.person, "agreed_at": at}
        ledger.keep(opened, row, ledger.Note(uuid=change, what=What.AGREED), {"confidence": sure}, said)
    return queries.placement(opened, placement)


@action
def swap_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    words: str = "",
    instead: str = "",
    at: datetime,
) -> PlacementSeen:
    """Wish for another idea here; ``instead`` may name one of the library by code. The therapist answers."""
    opened = gate.open_child(actor, child, Capability.AGREE_PROGRAMME, at, doing="programme.swap_placement")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        code = library.strategy(opened.clinic, instead).code if instead else ""
        wish = {
            "swap_words": bounds.words(words, bounds.SENTENCE, "words"),
            "swap_by_id": opened.actor.person,
            "swap_at": at,
        }
        note = ledger.Note(uuid=change, what=What.SWAP_ASKED, words=words)
        ledger.keep(opened, row, note, {"swap_instead": code}, wish)
    return queries.placement(opened, placement)
