"""Lightening the plan: an idea rests and comes back. A carer or the therapist, without a reason asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger, safety, sharing
from alongside.areas.programme.models import Placement, PlanWish
from alongside.areas.programme.values import PlacementSeen, PlacementState, What, WishKind
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop


class NotLive(Refusal):
    """The idea is neither on the phone nor offered now."""

    sentence = gettext_noop("This idea is not in the plan right now.")


class NotResting(Refusal):
    """The idea is not resting."""

    sentence = gettext_noop("This idea is not resting.")


@action
def rest_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    words: str = "",
    because: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Let a live or offered idea rest. It leaves Today at once and keeps everything."""
    opened = gate.open_child(actor, child, Capability.LIGHTEN_PROGRAMME, at, doing="programme.rest_placement")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        if row.state not in (PlacementState.OFFERED, PlacementState.SHARED):
            raise NotLive
        note = ledger.Note(uuid=change, what=What.RESTED, words=words, because=because)
        ledger.keep(opened, row, note, {"state": PlacementState.RESTING.value}, {"live_since": None})
    return queries.placement(opened, placement)


@action
def resume_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    change: UUID,
    words: str = "",
    because: UUID | None = None,
    at: datetime,
) -> PlacementSeen:
    """Bring a resting idea back, when there is room and no safety rule holds it.

    A carer who brings it back says yes with that. What nobody at home said yes to is only offered again.
    """
    opened = gate.open_child(
        actor, child, Capability.LIGHTEN_PROGRAMME, at, doing="programme.resume_placement"
    )
    gate.hold(opened)
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        if row.state != PlacementState.RESTING:
            raise NotResting
        sharing.check_room(opened, 1)
        safety.check_settled(opened, [queries.placement(opened, placement)])
        note = ledger.Note(uuid=change, what=What.RESUMED, words=words, because=because)
        ledger.keep(opened, row, note, *_back(opened, row))
        _take_back_the_no(opened, row)
    return queries.placement(opened, placement)


def _take_back_the_no(opened: OpenChild, row: Placement) -> None:
    """What comes back is no longer kept out of the next plan."""
    said = PlanWish.objects.filter(
        child=opened.pk, strategy__code=row.strategy_id, home=row.home_id, kind=WishKind.BAN
    )
    said.filter(voice=Voice.FAMILY, ended_at=None).update(ended_at=opened.at)


def _back(opened: OpenChild, row: Placement) -> tuple[dict[str, Any], dict[str, Any]]:
    """The state it comes back to, and what follows from it."""
    if row.agreed_at is None and opened.is_team:
        return {"state": PlacementState.OFFERED.value}, {}
    yes = {} if row.agreed_at else {"agreed_by_id": opened.actor.person, "agreed_at": opened.at}
    return {"state": PlacementState.SHARED.value}, {"live_since": opened.at, **yes}
