"""What a responsible carer says to a placement: yes, or please another one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.library import queries as library
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger, safety
from alongside.areas.programme.actions.resting import NotLive
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import PlacementSeen, PlacementState, What
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability


def say_yes(opened: OpenChild, row: Placement, change: UUID, confidence: int | None) -> None:
    """Write a yes, by which an offered idea becomes live; NotLive for one that is neither."""
    said: dict[str, Any] = {"agreed_by_id": opened.actor.person, "agreed_at": opened.at}
    changed = {"confidence": confidence, **_goes_live(opened, row, said)}
    ledger.keep(opened, row, ledger.Note(uuid=change, what=What.AGREED), changed, said)


def _goes_live(opened: OpenChild, row: Placement, said: dict[str, Any]) -> dict[str, str]:
    """The new state of an offered idea; ``said`` learns since when. Nothing for one that is live."""
    if row.state == PlacementState.SHARED:
        return {}
    if row.state != PlacementState.OFFERED:
        raise NotLive
    safety.check_settled(opened, [queries.placement(opened, row.uuid)])
    said["live_since"] = opened.at
    return {"state": PlacementState.SHARED.value}


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
        wish_another(opened, row, change, words, instead)
    return queries.placement(opened, placement)


def wish_another(opened: OpenChild, row: Placement, change: UUID, words: str, instead: str) -> None:
    """Write that another idea is wished for here, ``instead`` by its code or empty."""
    code = library.strategy(opened.clinic, instead).code if instead else ""
    wish = {
        "swap_words": bounds.words(words, bounds.SENTENCE, "words"),
        "swap_by_id": opened.actor.person,
        "swap_at": opened.at,
    }
    note = ledger.Note(uuid=change, what=What.SWAP_ASKED, words=words)
    ledger.keep(opened, row, note, {"swap_instead": code}, wish)
