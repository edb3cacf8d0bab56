"""Taking back what was just done: a band above the page for a while, with one button."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.waiting import actions as waiting
from alongside.core.refusals import NotFound
from alongside.faces.common import answers
from alongside.faces.common.request import Request
from alongside.faces.desk import sealed as sealed_words
from alongside.faces.desk.frame import visit_time

_SALT, _CARRIED = "desk.undo.3", "desk.before.1"  # The numbers count the shapes of what is sealed.
_SHOWN_FOR = timedelta(days=1)
_COURSES = ("pause", "end")
REFUSED = (booking.SlotTaken, booking.VisitOver, booking.VisitChanged, booking.TherapistLeft)


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
    sequence: int


def seal(request: Request, doing: str, before: VisitSeen, after: VisitSeen) -> str:
    """What the address of the next page carries: only this person can use it, and only for ten minutes.

    What somebody has changed since ``after`` is not taken back.
    """
    return sealed_words.seal(request, _SALT, _told(before) | {"doing": doing, "sequence": after.sequence})


def seal_move(request: Request, before: VisitSeen, after: VisitSeen) -> str:
    """The same for a move. A tap sent again takes back what the first one moved; "" where nothing moved."""
    if before.sequence != after.sequence:
        return seal(request, "move", before, after)
    told = _carried(request)
    is_again = told.get("visit") == str(after.uuid) and told["sequence"] + 1 == after.sequence
    again = told | {"doing": "move", "sequence": after.sequence}
    return sealed_words.seal(request, _SALT, again) if is_again else ""


def seal_course(
    request: Request,
    doing: str,
    course: tuple[VisitSeen, ...],
    reached: Iterable[VisitSeen],
    *,
    ended_on: date | None = None,
) -> str:
    """The same for the visits of a regular time that were let go together; "" where none were.

    ``reached`` are those that the tap was about: sent again, it takes back what the first one let go. ``ended_on``
    is where the regular time ended until then.
    """
    let_go_at = _let_go_at(request, course, reached)
    first = next((one for one in course if one.changed_at == let_go_at and not one.is_open), None)
    if let_go_at is None or first is None:
        return ""
    told = {"doing": doing, "child": str(first.child), "visit": str(first.uuid), "series": str(first.series)}
    told["let_go_at"] = let_go_at.isoformat()
    told["ended_on"] = _day(ended_on) if let_go_at == request.at else _carried(request)["ended_on"]
    return sealed_words.seal(request, _SALT, told)


def carry(request: Request, visit: VisitSeen, ended_on: date | None = None) -> str:
    """What the forms of a page carry of how things were when it was shown, for a tap that is sent again."""
    return sealed_words.seal(request, _CARRIED, _told(visit) | {"ended_on": _day(ended_on)})


def _carried(request: Request) -> dict[str, Any]:
    """What ``carry`` sealed; nothing from a form without it."""
    sealed = request.POST.get("before", "")
    return sealed_words.opened(request, _CARRIED, sealed, within=_SHOWN_FOR) or {}


def _let_go_at(
    request: Request, course: Iterable[VisitSeen], reached: Iterable[VisitSeen]
) -> datetime | None:
    """When the visits were let go: by this tap, else the last time since its page was shown."""
    if any(one.changed_at == request.at and not one.is_open for one in course):
        return request.at
    shown = _carried(request).get("at")
    gone = [one.changed_at for one in reached if one.changed_at and not one.is_open]
    return max((at for at in gone if shown and at > datetime.fromisoformat(shown)), default=None)


def _told(visit: VisitSeen) -> dict[str, Any]:
    return {
        "child": str(visit.child),
        "visit": str(visit.uuid),
        "starts_at": visit.starts_at.isoformat(),
        "minutes": visit.minutes,
        "therapist": str(visit.therapist),
        "room": str(visit.room) if visit.room else "",
        "sequence": visit.sequence,
    }


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def end_of(opened: OpenChild, series: UUID | None) -> date | None:
    """Where a regular time ends as it stands, to be sealed before that changes."""
    return next((one.ended_on for one in appointments.regular_times(opened) if one.uuid == series), None)


def read(request: Request) -> UndoBand | None:
    """The band that the address asks for; None when there is nothing to take back any more."""
    sealed = request.GET.get("undo", "")
    told = sealed_words.opened(request, _SALT, sealed)
    return None if told is None else UndoBand(doing=told["doing"], sealed=sealed)


def _before(told: dict[str, Any]) -> Before:
    return Before(
        doing=told["doing"],
        child=UUID(told["child"]),
        visit=UUID(told["visit"]),
        starts_at=datetime.fromisoformat(told["starts_at"]),
        minutes=told["minutes"],
        therapist=UUID(told["therapist"]),
        room=UUID(told["room"]) if told["room"] else None,
        sequence=told["sequence"],
    )


def undo(request: Request) -> HttpResponse:
    """Put a visit back where it was, or all that were let go with it. NotFound for another's, and after ten minutes."""
    told = sealed_words.opened(request, _SALT, request.POST.get("undo", ""))
    if told is None:
        raise NotFound
    try:
        back = _course_back(request, told) if told["doing"] in _COURSES else _put_back(request, _before(told))
    except REFUSED as refusal:
        messages.warning(request, answers.said(refusal))
        return redirect("desk:visit", child=told["child"], visit=told["visit"])
    if back is None:
        messages.warning(request, _("There is nothing to take back any more."))
        return redirect("desk:visit", child=told["child"], visit=told["visit"])
    messages.success(request, _("Back at %(when)s.") % {"when": visit_time(back)})
    return redirect(f"{reverse('desk:week')}?week={back.local_start.date().isoformat()}")


def _put_back(request: Request, was: Before) -> VisitSeen:
    who: dict[str, Any] = {"actor": request.actor, "child": was.child, "visit": was.visit, "at": request.at}
    who["sequence"] = was.sequence
    if was.doing == "cancel":
        return waiting.bring_visit_back(**who)
    return booking.move_visit(
        **who, starts_at=was.starts_at, minutes=was.minutes, therapist=was.therapist, room=was.room
    )


def _course_back(request: Request, told: dict[str, Any]) -> VisitSeen | None:
    """The first of the visits that came back, all of them or none; None where there are none any more.

    An end gave its time to families that wait: nobody else is asked about it.
    """
    who: dict[str, Any] = {"actor": request.actor, "child": UUID(told["child"]), "at": request.at}
    back = booking.bring_back_series(
        **who,
        series=UUID(told["series"]),
        let_go_at=datetime.fromisoformat(told["let_go_at"]),
        ended_on=date.fromisoformat(told["ended_on"]) if told["ended_on"] else None,
    )
    if back and told["doing"] == "end":
        waiting.bring_visit_back(**who, visit=_given_on(back, UUID(told["visit"])))
    return back[0] if back else None


def _given_on(back: tuple[VisitSeen, ...], ended_with: UUID) -> UUID:
    """The visit whose time was kept for families that wait: the first at the time of the one that it ended with."""
    walls = {one.uuid: (one.local_start.weekday(), one.local_start.time()) for one in back}
    alike = [one for one in back if walls[one.uuid] == walls.get(ended_with)]
    return min(alike or back, key=lambda one: one.starts_at).uuid
