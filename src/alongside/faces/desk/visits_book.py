"""Booking one visit, or a regular time after a look at every date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import FreeTime, VisitDetails, VisitSeen, Way
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen, Colleague
from alongside.core import recurrence
from alongside.core.actors import MemberRole
from alongside.core.series import Rhythm
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import search, visits_dates
from alongside.faces.desk.frame import clinic_as, visit_time
from alongside.faces.desk.visits_dates import Dates
from alongside.faces.desk.visits_forms import BookForm, choices_typed
from alongside.faces.desk.visits_frame import at_field, beside_circle, crumbs, open_to_book
from alongside.ui.nav import Crumb, Nav

_LOOK_AHEAD = timedelta(days=14)
_SUGGESTED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPage:
    """Who comes, the times they have already, and the soonest times that are free."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    visits: tuple[tuple[VisitSeen, str], ...]
    free: tuple[Crumb, ...]
    form: BookForm
    beside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesPage:
    """Every date of a regular time before it is booked, and what becomes of each. ``typed`` goes back with it."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    typed: tuple[tuple[str, str], ...]
    dates: Dates
    refused: str
    beside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the form chooses from: the clinic, its therapists and its rooms."""

    clinic: ClinicSeen
    team: tuple[Colleague, ...]
    choices: dict[str, Any]

    def key_of(self, therapist: UUID) -> int:
        """The internal key of a therapist of the list."""
        return next(one.pk for one in self.team if one.uuid == therapist)


def book(request: Request, child: UUID) -> HttpResponse:
    """Book one visit at once; show every date of a regular time first."""
    if request.method != "POST":
        opened = open_to_book(request, child, "desk.book")
        desk = desk_of(people.clinic(opened.clinic), request.at)
        form = BookForm(initial=_first_guess(request, opened), **desk.choices)
        return page(request, "desk/book.html", _book_page(request, opened, form))
    desk = desk_of(_clinic_of(request, child), request.at)
    form = BookForm(request.POST, **desk.choices)
    if not is_usual(form, desk):
        return _typed_again(request, child, form)
    if form.cleaned_data["weeks"] > 1:
        return _regular(request, child, desk, form)
    booked = attempt(form, at_field(lambda: _book_one(request, child, form, ZoneInfo(desk.clinic.zone))))
    return _typed_again(request, child, form) if booked is None else _booked(request, (booked,))


def is_usual(form: Any, desk: Desk) -> bool:
    """Whether the form is whole, and its time lies within working time or was ticked all the same."""
    if not form.is_valid():
        return False
    typed = form.cleaned_data
    if typed["unusual"]:
        return True
    starts, key = datetime.combine(typed["day"], typed["time"]), desk.key_of(typed["therapist"])
    day, clinic = typed["day"], desk.clinic
    openings = diary.openings(clinic.pk, [key], day, day, zone=clinic.zone)
    if not openings.is_open(key, starts, typed["minutes"]):
        form.ask_unusual()
    return bool(form.is_valid())


def desk_of(clinic: ClinicSeen, at: datetime) -> Desk:
    """The choices of the booking form, in two statements."""
    team = people.colleagues(clinic.pk, at)
    rooms = [(room.uuid, room.name) for room in appointments.rooms(clinic.pk)]
    return Desk(
        clinic=clinic,
        team=team,
        choices={"therapists": [(one.uuid, one.name) for one in team], "rooms": rooms},
    )


def _clinic_of(request: Request, child: UUID) -> ClinicSeen:
    """The clinic that books for this child.

    Who works for one clinic alone can book nowhere else, so the child is opened once, by the action that books.
    """
    if len(request.actor.clinics_as(*MemberRole)) == 1:
        return clinic_as(request, *MemberRole)
    return people.clinic(open_to_book(request, child, "desk.book").clinic)


def _book_one(request: Request, child: UUID, form: BookForm, zone: ZoneInfo) -> VisitSeen:
    typed = form.cleaned_data
    return booking.book_visit(
        actor=request.actor,
        child=child,
        visit=typed["uuid"],
        starts_at=recurrence.instant(typed["day"], typed["time"], zone),
        at=request.at,
        **_where(typed),
    )


def _where(typed: Mapping[str, Any]) -> dict[str, Any]:
    """The keywords that one visit and a regular time share."""
    way = Way(typed["way"] or Way.IN_ROOM)
    details = VisitDetails(way=way, link=typed["link"] if way is Way.VIDEO else "")
    return {key: typed[key] for key in ("therapist", "room", "minutes", "place_words")} | {"details": details}


def _rule(typed: Mapping[str, Any]) -> dict[str, Any]:
    rhythm = Rhythm(typed["rhythm"] or Rhythm.WEEKLY)
    return {
        "first_on": typed["day"],
        "local_time": typed["time"],
        "count": typed["weeks"],
        "rhythm": rhythm,
        "days": tuple(typed["days"]) if rhythm is Rhythm.WEEKDAYS else (),
    }


def _regular(request: Request, child: UUID, desk: Desk, form: BookForm) -> HttpResponse:
    """The list of dates, again after every choice; all of it is booked once it was seen as it is."""
    typed = dict(form.cleaned_data)  # An error takes its field out of it.
    if request.POST.get("do") == "book" and visits_dates.is_as_seen(request.POST):
        booked = attempt(form, at_field(lambda: _book_all(request, child, typed)))
        if booked is not None:
            return _booked(request, booked)
    opened = open_to_book(request, child, "desk.book")
    refused = next((errors[0] for errors in form.errors.values()), "")
    rule = _rule(typed) | {key: value for key, value in _where(typed).items() if key != "place_words"}
    dates = attempt(form, at_field(lambda: visits_dates.look(opened, rule, request.POST)))
    if dates is None:
        return page(request, "desk/book.html", _book_page(request, opened, form), status=422)
    shown = DatesPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=crumbs(opened, _("Every date")),
        child=child,
        name=opened.short_name,
        typed=_sent_back(form),
        dates=dates,
        refused=str(refused),
        beside=beside_circle(opened, form),
    )
    return page(request, "desk/book_dates.html", shown, status=422 if refused else 200)


def _sent_back(form: BookForm) -> tuple[tuple[str, str], ...]:
    """What was typed, as hidden fields: it goes back with the choices for each date."""
    names = (name for name in form.fields if name in form.data)
    return tuple((name, value) for name in names for value in form.data.getlist(name))  # type: ignore[attr-defined]  # a QueryDict


def _book_all(request: Request, child: UUID, typed: Mapping[str, Any]) -> tuple[VisitSeen, ...]:
    skips, moves = choices_typed(request.POST)
    return booking.book_series(
        actor=request.actor,
        child=child,
        series=typed["uuid"],
        at=request.at,
        skips=skips,
        moves=moves,
        **_rule(typed),
        **_where(typed),
    )


def _booked(request: Request, booked: tuple[VisitSeen, ...]) -> HttpResponse:
    said = ngettext("Booked: %(when)s.", "%(n)d visits are booked, from %(when)s on.", len(booked))
    messages.success(request, said % {"n": len(booked), "when": visit_time(booked[0])})
    return redirect(f"{reverse('desk:week')}?week={booked[0].local_start.date().isoformat()}")


def _typed_again(request: Request, child: UUID, form: BookForm) -> HttpResponse:
    opened = open_to_book(request, child, "desk.book")
    return page(request, "desk/book.html", _book_page(request, opened, form), status=422)


def _first_guess(request: Request, opened: OpenChild) -> dict[str, object]:
    """The time that was chosen, the child's own therapist, and the length and room of the last visit."""
    own = next(iter(circle.therapists_of(opened)), None)
    last = next(iter(appointments.visits_of(opened, limit=1)), None)
    guess: dict[str, object] = {"uuid": fresh_uuid(request.at), "therapist": own.uuid if own else None}
    if last is not None:
        guess |= {"minutes": last.minutes, "room": last.room}
    asked = search.time_asked(request)
    starts = asked.pop("starts", None)
    return guess | asked | ({"day": starts.date(), "time": starts.time()} if starts else {})


def _book_page(request: Request, opened: OpenChild, form: BookForm) -> BookPage:
    return BookPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=crumbs(opened, _("Book a time")),
        child=opened.uuid,
        name=opened.short_name,
        visits=tuple((one, visit_time(one)) for one in appointments.upcoming(opened, limit=_SUGGESTED)),
        free=_free(request, opened, form) if not form.is_bound else (),
        form=form,
        beside=beside_circle(opened, form),
    )


def _free(request: Request, opened: OpenChild, form: BookForm) -> tuple[Crumb, ...]:
    """The soonest times of the therapist that fit, each with the address that fills them in."""
    first = form.initial
    if first.get("therapist") is None or first.get("day") is not None:
        return ()
    today = request.at.astimezone(opened.zone_info).date()
    found = appointments.free_times(
        opened.clinic,
        at=request.at,
        first=today,
        last=today + _LOOK_AHEAD,
        minutes=int(str(first.get("minutes", 45))),
        therapists=[UUID(str(first["therapist"]))],
        child=opened.pk,
        step=15,
    )
    return tuple(_suggested(one, opened) for one in _spread(found))


def _spread(found: Sequence[FreeTime]) -> Iterator[FreeTime]:
    """The first time of each half day, so that six of them are a choice."""
    seen: set[tuple[date, bool]] = set()
    for one in found:
        half = (one.local_start.date(), one.local_start.hour < 12)
        if half not in seen and len(seen) < _SUGGESTED:
            seen.add(half)
            yield one


def _suggested(one: FreeTime, opened: OpenChild) -> Crumb:
    told = {"starts": f"{one.local_start:%Y-%m-%dT%H:%M}", "therapist": str(one.therapist)}
    if one.room:
        told["room"] = str(one.room)
    url = reverse("desk:book", args=[opened.uuid])
    return Crumb(label=dated(one.local_start, "D j M, G:i"), url=f"{url}?{urlencode(told)}")
