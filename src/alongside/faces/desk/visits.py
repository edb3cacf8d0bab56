"""One visit: moving it, letting it go, answering the family's wish."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import RequestSeen, VisitSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.core import recurrence
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import undo
from alongside.faces.desk.forms import RequestAnswerForm
from alongside.faces.desk.frame import moment, visit_time
from alongside.faces.desk.visits_book import desk_of, is_usual
from alongside.faces.desk.visits_forms import VisitForm
from alongside.faces.desk.visits_frame import at_field, crumbs, open_to_book
from alongside.ui.nav import Crumb, Nav


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


def visit(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Look at one visit."""
    opened = open_to_book(request, child, "desk.visit")
    seen = appointments.visit(opened, visit)
    return page(request, "desk/visit.html", _visit_page(request, opened, seen, _form_of(opened, seen)))


def move(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Give a visit another time, room or therapist."""
    opened = open_to_book(request, child, "desk.move")
    seen = appointments.visit(opened, visit)
    desk = desk_of(people.clinic(opened.clinic), request.at)
    form = VisitForm(request.POST, **desk.choices)
    is_right = is_usual(form, desk)
    moved = attempt(form, at_field(lambda: _move(request, opened, visit, form))) if is_right else None
    if moved is None:
        return page(request, "desk/visit.html", _visit_page(request, opened, seen, form), status=422)
    messages.success(request, _("Moved to %(when)s.") % {"when": visit_time(moved)})
    return redirect(_week_with_undo(request, "move", seen, moved))


def cancel(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Let a visit go; the form says whose side it was."""
    gone = booking.cancel_visit(
        actor=request.actor,
        child=child,
        visit=visit,
        at=request.at,
        family_could_not_come=request.POST.get("why") == "family",
    )
    return redirect(_week_with_undo(request, "cancel", gone, gone))


def answer_request(request: Request, child: UUID, wish: UUID) -> HttpResponse:
    """Answer a family's wish without moving the visit."""
    form = RequestAnswerForm(request.POST)
    opened = open_to_book(request, child, "desk.answer_request")
    if form.is_valid() and attempt(form, lambda: _answer(request, child, wish, form)) is not None:
        messages.success(request, _("The family can read your answer."))
        return redirect("desk:family", child=child)
    asked = next((one for one in appointments.change_requests(opened) if one.uuid == wish), None)
    if asked is None:
        raise NotFound
    seen = appointments.visit(opened, asked.visit)
    shown = _visit_page(request, opened, seen, _form_of(opened, seen), form)
    return page(request, "desk/visit.html", shown, status=422)


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


def _form_of(opened: OpenChild, seen: VisitSeen) -> VisitForm:
    start = seen.local_start
    initial = {"therapist": seen.therapist, "room": seen.room, "minutes": seen.minutes}
    desk = desk_of(people.clinic(opened.clinic), opened.at)
    return VisitForm(initial=initial | {"day": start.date(), "time": start.time()}, **desk.choices)


def _week_with_undo(request: Request, doing: str, before: VisitSeen, now: VisitSeen) -> str:
    told = {"week": now.local_start.date().isoformat(), "undo": undo.seal(request, doing, before)}
    return f"{reverse('desk:week')}?{urlencode(told)}"


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
        crumbs=crumbs(opened, _("Visit")),
        child=opened.uuid,
        name=opened.short_name,
        visit=seen,
        when=visit_time(seen),
        wishes=tuple((wish, moment(wish.at, opened.zone)) for wish in wishes),
        form=form,
        answer=answer or RequestAnswerForm(),
    )
