"""The family's week as the family drew it, home by home. The therapist reads it, and arranges the homes."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as circle_read
from alongside.areas.circle.values import HomeSeen, OpenChild, PlaceKind
from alongside.areas.story import queries as told
from alongside.areas.story.values import DayMomentSeen
from alongside.areas.story.values.week import WEEK, CanvasSeen
from alongside.core import routines
from alongside.core.refusals import NotFound
from alongside.faces.common import pages
from alongside.faces.common.canvas_words import ATTENTION, CHANGED, ENERGY, GOES, days_in_words, span
from alongside.faces.common.pages import UuidField, fresh_uuid
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


class NameForm(forms.Form):
    """What the family calls a home."""

    uuid = UuidField()
    name = forms.CharField(
        max_length=60,
        label=gettext_lazy("What does the family call it?"),
        error_messages={"required": gettext_lazy("Give it the family’s own name.")},
    )


class PersonForm(forms.Form):
    """A carer of the circle."""

    person = forms.UUIDField()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRow:
    """One routine of the week in words."""

    label: str
    icon: str
    days: str
    when: str
    goes: str
    minutes: str
    energy: str
    attention: str
    who: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """What one day of the week leaves."""

    name: str
    minutes: int
    energy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfHome:
    """One home with its week. ``others`` are carers who are not in it."""

    uuid: UUID | None
    name: str
    people: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]
    zone: str
    is_own: bool
    said: str
    rows: tuple[RoutineRow, ...]
    days: tuple[DayColumn, ...]
    things: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWeekPage:
    """The page."""

    nav: Nav
    frame: Frame
    weeks: tuple[WeekOfHome, ...]
    form: NameForm


def family_week(request: Request, child: UUID) -> HttpResponse:
    """The week of each home."""
    opened = door.own_child(request, child, "family_week")
    return pages.page(request, "therapist/family_week.html", _page(request, opened))


def add_home(request: Request, child: UUID) -> HttpResponse:
    """Name a home for the family; its grown-ups are put there after."""
    opened = door.own_child(request, child, "family_week")
    form = NameForm(request.POST)
    add = partial(circle.add_home, actor=request.actor, child=child, zone="", at=request.at)
    if form.is_valid():
        said = form.cleaned_data
        if pages.attempt(form, lambda: (add(home=said["uuid"], name=said["name"]),)):
            messages.success(request, _("Kept. Now say who looks after the child there."))
            return redirect("therapist:family_week", child=child)
    built = _page(request, opened, form)
    return pages.page(request, "therapist/family_week.html", built, status=422)


def put_in_home(request: Request, child: UUID, home: UUID) -> HttpResponse:
    """A carer looks after the child in this home."""
    person = _person(request, child)
    circle.put_in_home(actor=request.actor, child=child, home=home, person=person, at=request.at)
    return redirect("therapist:family_week", child=child)


def take_from_home(request: Request, child: UUID, home: UUID) -> HttpResponse:
    """A carer looks after the child here no longer, and reads nothing more of this home."""
    person = _person(request, child)
    circle.take_from_home(actor=request.actor, child=child, home=home, person=person, at=request.at)
    return redirect("therapist:family_week", child=child)


def end_home(request: Request, child: UUID, home: UUID) -> HttpResponse:
    """This home is no more."""
    door.own_child(request, child, "family_week")
    circle.end_home(actor=request.actor, child=child, home=home, at=request.at)
    return redirect("therapist:family_week", child=child)


def _person(request: Request, child: UUID) -> UUID:
    door.own_child(request, child, "family_week")
    form = PersonForm(request.POST)
    if not form.is_valid():
        raise NotFound
    person: UUID = form.cleaned_data["person"]
    return person


def _page(request: Request, opened: OpenChild, form: NameForm | None = None) -> FamilyWeekPage:
    carers = tuple(one for one in circle_read.grownups(opened) if one.kind is PlaceKind.CARER)
    names = {one.uuid: one.short_name for one in carers}
    return FamilyWeekPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("The family’s week")),
        weeks=tuple(_week(opened, one, names) for one in told.canvas(opened)),
        form=form or NameForm(initial={"uuid": fresh_uuid(opened.at)}),
    )


def _week(opened: OpenChild, seen: CanvasSeen, names: dict[UUID, str]) -> WeekOfHome:
    home = seen.home
    there = tuple((str(one.uuid), one.name) for one in home.people) if home else ()
    inside = {uuid for uuid, _name in there}
    return WeekOfHome(
        uuid=home.uuid if home else None,
        name=home.name if home else "",
        people=there,
        others=tuple((str(uuid), name) for uuid, name in names.items() if str(uuid) not in inside),
        zone=_other_clock(opened, home),
        is_own=seen.is_own,
        said=_("%(n)s minutes a day") % {"n": seen.minutes_a_day} if seen.minutes_a_day is not None else "",
        rows=tuple(_row(one, names) for one in seen.routines),
        days=tuple(
            DayColumn(name=str(WEEKDAYS_ABBR[day]), minutes=seen.minutes[day], energy=seen.energy[day])
            for day in WEEK
        ),
        things=", ".join(sorted(seen.things, key=str.casefold)) if seen.things else "",
        changes=tuple(f"{CHANGED[one.kind]} {span(one, opened.today)}" for one in seen.changes),
    )


def _other_clock(opened: OpenChild, home: HomeSeen | None) -> str:
    return home.zone.replace("_", " ") if home and home.zone != opened.zone else ""


def _row(one: DayMomentSeen, names: dict[UUID, str]) -> RoutineRow:
    found = routines.routine(one.routine)
    return RoutineRow(
        label=_(found.label),
        icon=found.icon,
        days=days_in_words(one.days),
        when=f"{one.usual_at:%H:%M}" if one.usual_at else "",
        goes=str(GOES[one.goes]) if one.goes else "",
        minutes="" if one.minutes_possible is None else str(one.minutes_possible),
        energy="" if one.energy is None else str(ENERGY[one.energy]),
        attention=str(ATTENTION[one.attention]),
        who=", ".join(names[who] for who in one.who if who in names),
        words=one.words,
    )
