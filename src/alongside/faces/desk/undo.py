"""Taking back what was just done: a band above the page for a while, with one button."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.waiting import actions as waiting
from alongside.core.refusals import NotFound
from alongside.faces.common import answers
from alongside.faces.common.request import Request
from alongside.faces.desk import sealed as sealed_words
from alongside.faces.desk.frame import visit_time

_SALT = "desk.undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoBand:
    """What can be taken back: what was done, and the sealed words that the button sends."""

    doing: str
    sealed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How a visit was before it was let go or moved."""

    doing: str
    child: UUID
    visit: UUID
    starts_at: datetime
    minutes: int
    therapist: UUID
    room: UUID | None


def seal(request: Request, doing: str, before: VisitSeen) -> str:
    """What the address of the next page carries: only this person can use it, and only for ten minutes."""
    told = {
        "doing": doing,
        "child": str(before.child),
        "visit": str(before.uuid),
        "starts_at": before.starts_at.isoformat(),
        "minutes": before.minutes,
        "therapist": str(before.therapist),
        "room": str(before.room) if before.room else "",
    }
    return sealed_words.seal(request, _SALT, told)


def read(request: Request) -> UndoBand | None:
    """The band that the address asks for; None when there is nothing to take back any more."""
    sealed = request.GET.get("undo", "")
    told = sealed_words.opened(request, _SALT, sealed)
    return None if told is None else UndoBand(doing=told["doing"], sealed=sealed)


def before(request: Request) -> Before:
    """What the button sends. NotFound for somebody else's, and after ten minutes."""
    told = sealed_words.opened(request, _SALT, request.POST.get("undo", ""))
    if told is None:
        raise NotFound
    return Before(
        doing=told["doing"],
        child=UUID(told["child"]),
        visit=UUID(told["visit"]),
        starts_at=datetime.fromisoformat(told["starts_at"]),
        minutes=told["minutes"],
        therapist=UUID(told["therapist"]),
        room=UUID(told["room"]) if told["room"] else None,
    )


def undo(request: Request) -> HttpResponse:
    """Put a visit back where it was: at its old time, or into the diary again."""
    was = before(request)
    try:
        back = _put_back(request, was)
    except (booking.SlotTaken, booking.VisitOver) as refusal:
        messages.warning(request, answers.said(refusal))
        return redirect("desk:visit", child=was.child, visit=was.visit)
    messages.success(request, _("Back at %(when)s.") % {"when": visit_time(back)})
    return redirect(f"{reverse('desk:week')}?week={back.local_start.date().isoformat()}")


def _put_back(request: Request, was: Before) -> VisitSeen:
    who: dict[str, Any] = {"actor": request.actor, "child": was.child, "visit": was.visit, "at": request.at}
    if was.doing == "cancel":
        return waiting.bring_visit_back(**who)
    return booking.move_visit(
        **who, starts_at=was.starts_at, minutes=was.minutes, therapist=was.therapist, room=was.room
    )
