"""Booking a visit or a weekly series, moving one, letting one go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import RequestSeen, VisitSeen
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.core import cells, recurrence
from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.forms import BookForm, Choices, RequestAnswerForm, VisitForm
from alongside.faces.desk.frame import clinic_as, moment, open_at_desk, visit_time
from alongside.ui.nav import Crumb, Nav

R = TypeVar("R")
_FIELD_OF: dict[type[Refusal], str] = {
    booking.SlotTaken: "time",
    cells.NotOnFiveMinutes: "time",
    cells.BadLength: "minutes",
    recurrence.NoSuchLocalTime: "time",
    recurrence.BadCount: "weeks",
    recurrence.BadDate: "day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPage:
    """Who comes, and the times they have already."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    visits: tuple[tuple[VisitSeen, str], ...]
    form: BookForm


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """One visit with the family's wishes, and the form that moves it."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    visit: VisitSeen
    when: str
    wishes: tuple[tuple[RequestSeen, str], ...]
    form: VisitForm
    answer: RequestAnswerForm


def book(request: Request, child: UUID) -> HttpResponse:
    """Book one visit, or the same time for several weeks: all of them or none."""
    if request.method != "POST":
        opened = _open(request, child, "desk.book")
        form = BookForm(initial=_first_guess(request, opened), **_choices(opened.clinic, request.at))
        return page(request, "desk/book.html", _book_page(request, opened, form))
    clinic = _clinic_of(request, child)
    form = BookForm(request.POST, **_choices(clinic.pk, request.at))
    act = at_field(lambda: _book(request, child, form, ZoneInfo(clinic.zone)))
    booked = attempt(form, act) if form.is_valid() else None
    if booked is None:
        opened = _open(request, child, "desk.book")
        return page(request, "desk/book.html", _book_page(request, opened, form), status=422)
    said = ngettext("Booked: %(when)s.", "%(n)d visits are booked, from %(when)s on.", len(booked))
    messages.success(request, said % {"n": len(booked), "when": visit_time(booked[0])})
    return redirect(f"{reverse('desk:week')}?week={booked[0].local_start.date().isoformat()}")


def visit(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Look at one visit."""
    opened = _open(request, child, "desk.visit")
    seen = appointments.visit(opened, visit)
    return page(request, "desk/visit.html", _visit_page(request, opened, seen, _form_of(opened, seen)))


def move(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Give a visit another time, room or therapist."""
    opened = _open(request, child, "desk.move")
    seen = appointments.visit(opened, visit)
    form = VisitForm(request.POST, **_choices(opened.clinic, request.at))
    moved = attempt(form, at_field(lambda: _move(request, opened, visit, form))) if form.is_valid() else None
    if moved is None:
        return page(request, "desk/visit.html", _visit_page(request, opened, seen, form), status=422)
    messages.success(request, _("Moved to %(when)s.") % {"when": visit_time(moved)})
    return redirect("desk:visit", child=child, visit=visit)


def cancel(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Let a visit go; the form says whose side it was."""
    booking.cancel_visit(
        actor=request.actor,
        child=child,
        visit=visit,
        at=request.at,
        family_could_not_come=request.POST.get("why") == "family",
    )
    messages.success(request, _("That time is free again."))
    return redirect("desk:family", child=child)


def answer_request(request: Request, child: UUID, wish: UUID) -> HttpResponse:
    """Answer a family's wish without moving the visit."""
    form = RequestAnswerForm(request.POST)
    opened = _open(request, child, "desk.answer_request")
    if form.is_valid() and attempt(form, lambda: _answer(request, child, wish, form)) is not None:
        messages.success(request, _("The family can read your answer."))
        return redirect("desk:family", child=child)
    asked = next((one for one in appointments.change_requests(opened) if one.uuid == wish), None)
    if asked is None:
        raise NotFound
    seen = appointments.visit(opened, asked.visit)
    shown = _visit_page(request, opened, seen, _form_of(opened, seen), form)
    return page(request, "desk/visit.html", shown, status=422)


def at_field(act: Callable[[], R]) -> Callable[[], R]:
    """The same act, with each refusal about times put at the field that can change it."""

    def placed() -> R:
        try:
            return act()
        except Refusal as refusal:
            field = "day" if getattr(refusal, "field", "") == "starts_at" else _FIELD_OF.get(type(refusal))
            if field is None:
                raise
            raise InvalidInput(str(refusal), field=field) from refusal

    return placed


def _open(request: Request, child: UUID, doing: str) -> OpenChild:
    return open_at_desk(request, child, Capability.BOOK_VISITS, doing, reads=Capability.READ_VISITS)


def _clinic_of(request: Request, child: UUID) -> ClinicSeen:
    """The clinic that books for this child.

    Who works for one clinic alone can book nowhere else, so the child is opened once, by the action that books.
    """
    if len(request.actor.clinics_as(*MemberRole)) == 1:
        return clinic_as(request, *MemberRole)
    return people.clinic(_open(request, child, "desk.book").clinic)


def _book(request: Request, child: UUID, form: BookForm, zone: ZoneInfo) -> tuple[VisitSeen, ...]:
    typed: dict[str, Any] = form.cleaned_data
    where = {key: typed[key] for key in ("therapist", "room", "minutes", "place_words")}
    who: dict[str, Any] = {"actor": request.actor, "child": child, "at": request.at}
    if typed["weeks"] == 1:
        starts_at = _starts_at(form, zone)
        return (booking.book_visit(**who, visit=typed["uuid"], starts_at=starts_at, **where),)
    series, first_on, local_time = typed["uuid"], typed["day"], typed["time"]
    return booking.book_series(
        **who, series=series, first_on=first_on, local_time=local_time, count=typed["weeks"], **where
    )


def _move(request: Request, opened: OpenChild, visit: UUID, form: VisitForm) -> VisitSeen:
    typed = form.cleaned_data
    return booking.move_visit(
        actor=request.actor,
        child=opened.uuid,
        visit=visit,
        starts_at=_starts_at(form, opened.zone_info),
        minutes=typed["minutes"],
        therapist=typed["therapist"],
        room=typed["room"],
        at=request.at,
    )


def _answer(request: Request, child: UUID, wish: UUID, form: RequestAnswerForm) -> tuple[RequestSeen, ...]:
    return booking.answer_change_request(
        actor=request.actor, child=child, request=wish, words=form.cleaned_data["words"], at=request.at
    )


def _starts_at(form: VisitForm, zone: ZoneInfo) -> datetime:
    return recurrence.instant(form.cleaned_data["day"], form.cleaned_data["time"], zone)


def _choices(clinic: int, at: datetime) -> dict[str, Choices]:
    therapists = [(one.uuid, one.name) for one in people.colleagues(clinic, at)]
    rooms = [(room.uuid, room.name) for room in appointments.rooms(clinic)]
    return {"therapists": therapists, "rooms": rooms}


def _first_guess(request: Request, opened: OpenChild) -> dict[str, object]:
    """The child's own therapist, so that most bookings need a day and a time only."""
    own = next(iter(circle.therapists_of(opened)), None)
    return {"uuid": fresh_uuid(request.at), "therapist": own.uuid if own else None}


def _form_of(opened: OpenChild, seen: VisitSeen) -> VisitForm:
    start = seen.local_start
    initial = {"therapist": seen.therapist, "room": seen.room, "minutes": seen.minutes}
    return VisitForm(
        initial=initial | {"day": start.date(), "time": start.time()}, **_choices(opened.clinic, opened.at)
    )


def _book_page(request: Request, opened: OpenChild, form: BookForm) -> BookPage:
    return BookPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=_crumbs(opened, _("Book a time")),
        child=opened.uuid,
        name=opened.short_name,
        visits=tuple((one, visit_time(one)) for one in appointments.upcoming(opened)),
        form=form,
    )


def _visit_page(
    request: Request,
    opened: OpenChild,
    seen: VisitSeen,
    form: VisitForm,
    answer: RequestAnswerForm | None = None,
) -> VisitPage:
    wishes = [wish for wish in appointments.change_requests(opened) if wish.visit == seen.uuid]
    return VisitPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=_crumbs(opened, _("Visit")),
        child=opened.uuid,
        name=opened.short_name,
        visit=seen,
        when=visit_time(seen),
        wishes=tuple((wish, moment(wish.at, opened.zone)) for wish in wishes),
        form=form,
        answer=answer or RequestAnswerForm(),
    )


def _crumbs(opened: OpenChild, here: str) -> tuple[Crumb, ...]:
    family = Crumb(label=opened.name, url=reverse("desk:family", args=[opened.uuid]))
    return Crumb(label=_("Families"), url=reverse("desk:families")), family, Crumb(label=here)
