"""What each carer at home answers to an idea: yes or not yet, how sure, what would help, a question; or not for us."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.programme import queries
from alongside.areas.programme.actions import family, grading, ledger
from alongside.areas.programme.actions.resting import NotLive
from alongside.areas.programme.models import Placement, PlacementAnswer, PlanWish
from alongside.areas.programme.values import PlacementSeen, PlacementState, What, Wish, WishKind
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_ASKED = (PlacementState.OFFERED, PlacementState.SHARED)


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
    """Say yes to an idea as it is now; the first yes makes an offered one live.

    ``confidence`` 0 to 10: how sure it feels that it can be done.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_PROGRAMME, at, doing="programme.agree_placement")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        _keep(opened, row, change, {"yes": True, "confidence": _sure(confidence)})
        family.say_yes(opened, row, change, _sure(confidence))
    return queries.placement(opened, placement)


@action
def answer_placement(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    answer: UUID,
    yes: bool = False,
    confidence: int | None = None,
    wish: Wish | None = None,
    question: str = "",
    at: datetime,
) -> PlacementSeen:
    """Keep what one responsible carer says to an idea that is offered or live; their newest answer counts.

    ``yes`` makes an offered idea live. ``confidence`` 0 to 10: how sure it feels. A ``wish`` is granted at once where
    one tap can: EASIER turns one knob as far as the therapist allows, FEWER lets the idea rest, ANOTHER asks for
    another idea; SHOW waits for the next visit. The words of a ``question`` stand beside it; a talk is the face's.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_PROGRAMME, at, doing="programme.answer_placement")
    row = ledger.find(opened, placement)
    if _is_new(opened, row, answer):
        said: dict[str, Any] = {
            "yes": yes,
            "confidence": _sure(confidence),
            "wish": wish.value if wish else "",
            "question": bounds.words(question, bounds.SENTENCE, "question"),
        }
        _keep(opened, row, answer, said)
        _grant(opened, row, answer, said)
        if yes:
            family.say_yes(opened, row, uuid5(answer, "yes"), said["confidence"])
    return queries.placement(opened, placement)


@action
def refuse_placement(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID, words: str = "", at: datetime
) -> PlacementSeen:
    """Not for us: the idea rests, and the next plan leaves it out. No reason is asked; bringing it back undoes it."""
    opened = gate.open_child(actor, child, Capability.AGREE_PROGRAMME, at, doing="programme.refuse_placement")
    row = ledger.find(opened, placement)
    if ledger.is_new(opened, row, change):
        if row.state not in _ASKED:
            raise NotLive
        _ban(opened, row, change, words)
        note = ledger.Note(uuid=change, what=What.REFUSED, words=words)
        ledger.keep(opened, row, note, {"state": PlacementState.RESTING.value}, {"live_since": None})
    return queries.placement(opened, placement)


def _sure(confidence: int | None) -> int | None:
    return None if confidence is None else bounds.whole(confidence, 0, 10, "confidence")


def _is_new(opened: OpenChild, row: Placement, answer: UUID) -> bool:
    before = PlacementAnswer.objects.filter(uuid=answer).first()
    if before is not None and (before.placement_id != row.pk or before.person_id != opened.actor.person):
        raise NotFound
    if before is None and row.state not in _ASKED:
        raise NotLive
    return before is None


def _keep(opened: OpenChild, row: Placement, answer: UUID, said: dict[str, Any]) -> None:
    mine = PlacementAnswer.objects.filter(placement=row, person=opened.actor.person, replaced_at=None)
    mine.update(replaced_at=opened.at)
    PlacementAnswer.objects.create(
        uuid=answer,
        child_id=opened.pk,
        placement=row,
        person_id=opened.actor.person,
        at=opened.at,
        **said,
    )


def _grant(opened: OpenChild, row: Placement, answer: UUID, said: dict[str, Any]) -> None:
    change = uuid5(answer, "wish")
    if said["wish"] == Wish.EASIER and grading.may(opened, row, -1):
        grading.step(opened, row, ledger.Note(uuid=change, what=What.EASIER), -1)
    elif said["wish"] == Wish.FEWER:
        note = ledger.Note(uuid=change, what=What.RESTED)
        ledger.keep(opened, row, note, {"state": PlacementState.RESTING.value}, {"live_since": None})
    elif said["wish"] == Wish.ANOTHER:
        family.wish_another(opened, row, change, said["question"], "")


def _ban(opened: OpenChild, row: Placement, change: UUID, words: str) -> None:
    """Leave it out of the next plan, in the home it belongs to. An idea of their own is in no plan but this one."""
    if row.strategy_id is None:
        return
    where = {"child_id": opened.pk, "strategy_id": row.strategy_id, "home_id": row.home_id, "routine": ""}
    PlanWish.objects.filter(ended_at=None, **where).update(ended_at=opened.at)
    PlanWish.objects.create(
        uuid=change,
        kind=WishKind.BAN.value,
        words=bounds.words(words, bounds.SENTENCE, "words"),
        by_id=opened.actor.person,
        voice=Voice.FAMILY.value,
        at=opened.at,
        **where,
    )
