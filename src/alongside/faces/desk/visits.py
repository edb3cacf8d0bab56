"""One visit of a family: moving it and letting it go, alone or with those that follow; answering a wish."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import RequestSeen, VisitSeen, VisitState
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.waiting import actions as waiting
from alongside.core import recurrence
from alongside.core.refusals import NotFound
from alongside.faces.common import answers
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import undo
from alongside.faces.desk.forms import RequestAnswerForm
from alongside.faces.desk.frame import moment, visit_time
from alongside.faces.desk.visits_book import desk_of, is_usual
from alongside.faces.desk.visits_forms import MoveForm, Reach
from alongside.faces.desk.visits_frame import at_field, beside_circle, crumbs, open_to_book
from alongside.ui.nav import Crumb, Nav

Moving = Callable[..., tuple[VisitSeen, ...]]
_GONE = (VisitState.CANCELLED, VisitState.COULD_NOT_COME)


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
    form: MoveForm
    beside: str
    answer: RequestAnswerForm
    before: str
    can_come_back: bool


def visit(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Look at one visit."""
    opened = open_to_book(request, child, "desk.visit")
    seen = appointments.visit(opened, visit)
    return page(request, "desk/visit.html", _visit_page(request, opened, seen, _form_of(opened, seen)))


def move(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Give a visit another time, room or therapist; those that follow too, when the form says so."""
    opened = open_to_book(request, child, "desk.move")
    seen = appointments.visit(opened, visit)
    desk = desk_of(people.clinic(opened.clinic), request.at)
    form = MoveForm(request.POST, **desk.choices)
    is_right = is_usual(form, desk)
    moved = attempt(form, at_field(lambda: _move(request, opened, seen, form))) if is_right else None
    if not moved:
        return page(request, "desk/visit.html", _visit_page(request, opened, seen, form), status=422)
    return redirect(_after_move(request, seen, moved))


def cancel(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Let a visit go, or it and those that follow; the form says whose side it was."""
    who: dict[str, Any] = {"actor": request.actor, "child": child, "at": request.at}
    side = request.POST.get("why") == "family"
    reach = request.POST.get("reach", Reach.THIS.value)
    if reach == Reach.THIS.value:
        gone = waiting.let_visit_go(**who, visit=visit, family_could_not_come=side)
        return redirect(_week(gone, undo=undo.seal(request, "cancel", gone, gone)))
    opened = open_to_book(request, child, "desk.cancel")
    first = _first_of(opened, visit) if reach == Reach.ALL.value else appointments.visit(opened, visit)
    ended_on = undo.end_of(opened, first.series)
    course = waiting.let_following_go(**who, visit=first.uuid, family_could_not_come=side)
    gone = next(one for one in course if one.uuid == first.uuid)
    reached = [one for one in course if (one.number or 0) >= (gone.number or 0)]
    sealed = undo.seal_course(request, "end", course, reached, ended_on=ended_on)
    if not sealed:
        messages.success(request, _("The regular time has ended. Its times are free again."))
    return redirect(_week(gone, undo=sealed))


def bring_back(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Put a visit that was let go back into the diary, if its time is still free."""
    try:
        back = waiting.bring_visit_back(actor=request.actor, child=child, visit=visit, at=request.at)
    except undo.REFUSED as refusal:
        messages.warning(request, answers.said(refusal))
        return redirect("desk:visit", child=child, visit=visit)
    messages.success(request, _("Back at %(when)s.") % {"when": visit_time(back)})
    return redirect(_week(back))


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


def _move(request: Request, opened: OpenChild, seen: VisitSeen, form: MoveForm) -> tuple[VisitSeen, ...]:
    typed = form.cleaned_data
    common: dict[str, Any] = {key: typed[key] for key in ("minutes", "therapist", "room")}
    common |= {"actor": request.actor, "child": opened.uuid, "visit": seen.uuid, "at": request.at}
    day, local_time, reach = typed["day"], typed["time"], typed["reach"] or Reach.THIS.value
    if reach == Reach.THIS.value or seen.series is None:
        starts_at = recurrence.instant(day, local_time, opened.zone_info)
        return (booking.move_visit(**common, starts_at=starts_at),)
    change: Moving = booking.change_all if reach == Reach.ALL.value else booking.move_following
    return change(**common, series=typed["uuid"], day=day, local_time=local_time)


def _after_move(request: Request, before: VisitSeen, moved: tuple[VisitSeen, ...]) -> str:
    """The week of the new time: with a way back after one visit, with the number after several."""
    standing = [one for one in moved if one.is_open]
    first = standing[0] if standing else moved[0]
    said = ngettext("Moved to %(when)s.", "%(n)d visits are moved, from %(when)s on.", len(standing))
    messages.success(request, said % {"n": len(standing), "when": visit_time(first)})
    is_alone = first.uuid == before.uuid and first.series == before.series
    return _week(first, undo=undo.seal_move(request, before, first) if is_alone else "")


def _first_of(opened: OpenChild, visit: UUID) -> VisitSeen:
    """The first visit still to come of the regular time that this one belongs to; one let go where none stands."""
    seen = appointments.visit(opened, visit)
    course = appointments.series_visits(opened, seen.series) if seen.series else ()
    ahead = [one for one in course if one.starts_at > opened.at]
    return next((one for one in ahead if one.is_open), ahead[0] if ahead else seen)


def _answer(request: Request, child: UUID, wish: UUID, form: RequestAnswerForm) -> tuple[RequestSeen, ...]:
    return booking.answer_change_request(
        actor=request.actor, child=child, request=wish, words=form.cleaned_data["words"], at=request.at
    )


def _form_of(opened: OpenChild, seen: VisitSeen) -> MoveForm:
    start = seen.local_start
    initial: dict[str, Any] = {"therapist": seen.therapist, "room": seen.room, "minutes": seen.minutes}
    initial |= {"day": start.date(), "time": start.time(), "uuid": fresh_uuid(opened.at)}
    return MoveForm(initial=initial, **desk_of(people.clinic(opened.clinic), opened.at).choices)


def _week(seen: VisitSeen, **more: str) -> str:
    told = {"week": seen.local_start.date().isoformat()} | {
        key: value for key, value in more.items() if value
    }
    return f"{reverse('desk:week')}?{urlencode(told)}"


def _visit_page(
    request: Request,
    opened: OpenChild,
    seen: VisitSeen,
    form: MoveForm,
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
        beside=beside_circle(opened, form),
        answer=answer or RequestAnswerForm(),
        before=undo.carry(request, seen, undo.end_of(opened, seen.series) if seen.series else None),
        can_come_back=seen.state in _GONE and seen.starts_at > request.at,
    )
