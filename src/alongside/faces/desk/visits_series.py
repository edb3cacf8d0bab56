"""One regular time: all its visits, a pause, and going on when it ends."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitSeen, VisitState
from alongside.areas.circle.values import OpenChild
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import undo
from alongside.faces.desk.frame import visit_time
from alongside.faces.desk.undo import UndoBand
from alongside.faces.desk.visits_forms import ExtendForm, PauseForm
from alongside.faces.desk.visits_frame import crumbs, open_to_book
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPage:
    """A regular time with every visit that it planned: when it is, and what became of it. ``last`` numbers the last."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    series: UUID
    title: str
    therapist: str
    visits: tuple[tuple[VisitSeen, str, str], ...]
    pause: PauseForm
    extend: ExtendForm
    last: int
    before: str
    undo: UndoBand | None


def series(request: Request, child: UUID, series: UUID) -> HttpResponse:
    """Look at a regular time."""
    opened = open_to_book(request, child, "desk.series")
    return page(request, "desk/series.html", _page(request, opened, series))


def pause(request: Request, child: UUID, series: UUID) -> HttpResponse:
    """Let the visits between two days go; the ones after them stay."""
    form = PauseForm(request.POST)
    who: dict[str, Any] = {"actor": request.actor, "child": child, "series": series, "at": request.at}
    if form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
        done = attempt(form, lambda: booking.pause_series(**who, from_on=first, until_on=last))
        if done is not None:
            reached = [one for one in done if first <= one.local_start.date() <= last]
            return redirect(_after_pause(request, child, series, done, reached))
    opened = open_to_book(request, child, "desk.pause_series")
    return page(request, "desk/series.html", _page(request, opened, series, pause=form), status=422)


def _after_pause(
    request: Request, child: UUID, series: UUID, course: tuple[VisitSeen, ...], reached: list[VisitSeen]
) -> str:
    """The regular time again, with a way back where the pause let visits go."""
    address = reverse("desk:series", args=[child, series])
    sealed = undo.seal_course(request, "pause", course, reached)
    if not sealed:
        messages.success(request, _("The pause is kept. Its times are free again."))
        return address
    return f"{address}?{urlencode({'undo': sealed})}"


def extend(request: Request, child: UUID, series: UUID) -> HttpResponse:
    """Let the regular time go on at its own rhythm: all the new visits or none."""
    opened = open_to_book(request, child, "desk.extend_series")
    form = ExtendForm(request.POST)
    if form.is_valid():
        who: dict[str, Any] = {"actor": request.actor, "child": child, "series": series, "at": request.at}
        count = form.cleaned_data["seen"] + form.cleaned_data["more"]
        done = attempt(form, lambda: booking.extend_series(**who, count=count))
        if done is not None:
            messages.success(request, _("It goes on until %(when)s.") % {"when": visit_time(done[-1])})
            return redirect("desk:series", child=child, series=series)
    return page(request, "desk/series.html", _page(request, opened, series, extend=form), status=422)


def _page(
    request: Request,
    opened: OpenChild,
    series: UUID,
    *,
    pause: PauseForm | None = None,
    extend: ExtendForm | None = None,
) -> SeriesPage:
    visits = appointments.series_visits(opened, series)
    return SeriesPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=crumbs(opened, _("Regular time")),
        child=opened.uuid,
        series=series,
        title=_title(opened, visits[0]),
        therapist=visits[-1].therapist_name,
        visits=tuple((one, visit_time(one), _became(one)) for one in visits),
        pause=pause or PauseForm(),
        extend=extend or ExtendForm(),
        last=max(one.number or 0 for one in visits),
        before=undo.carry(request, visits[-1]),
        undo=undo.read(request),
    )


def _title(opened: OpenChild, first: VisitSeen) -> str:
    start = first.local_start
    said = {"name": opened.short_name, "day": dated(start, "l"), "time": dated(start, "G:i")}
    return _("%(name)s, %(day)s at %(time)s") % said


def _became(visit: VisitSeen) -> str:
    """What became of a visit, in a word without blame; nothing for one that stands as it was planned."""
    if visit.state in (VisitState.CANCELLED, VisitState.COULD_NOT_COME):
        return _("let go")
    if visit.planned_at is not None and visit.planned_at != visit.starts_at:
        return _("moved")
    return ""
