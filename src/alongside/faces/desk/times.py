"""The clinic's times: who works when, what is kept free, and the days on which the clinic is closed."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.diary import queries as diary
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen, Colleague
from alongside.core.actors import MemberRole
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.times_page import Sheet, Whose, done, sheet, today_in, week_of
from alongside.faces.common.times_words import week_in_words
from alongside.faces.desk.frame import clinic_as
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A colleague's week in one line. ``is_usual`` until somebody wrote it."""

    uuid: UUID
    name: str
    week: str
    is_usual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesPage:
    """Everybody's week, and the ways to the other times of the clinic."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    colleagues: tuple[Somebody, ...]
    places: tuple[str, ...]
    closed_next: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesOfPage:
    """The times of one colleague, or of the whole clinic when ``person`` is None."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    title: str
    person: UUID | None
    sheet: Sheet


def runs(request: Request) -> ClinicSeen:
    """The clinic whose times this person looks after."""
    return clinic_as(request, MemberRole.OWNER, MemberRole.FRONT_DESK)


def times_crumbs(here: str = "") -> tuple[Crumb, ...]:
    """Clinic, its times, and the page within them."""
    back = Crumb(label=_("Times"), url=reverse("desk:times") if here else "")
    return Crumb(label=_("Clinic"), url=reverse("desk:clinic")), back, *([Crumb(label=here)] if here else [])


def times(request: Request) -> HttpResponse:
    """Everybody's week at a glance."""
    mine = runs(request)
    today = today_in(request, mine)
    ahead = diary.public_holidays(mine.pk, today, today.replace(year=today.year + 1, day=1))
    shown = TimesPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=times_crumbs(),
        colleagues=_colleagues(request, mine),
        places=tuple(site.name for site in diary.sites(mine.pk)),
        closed_next=tuple(f"{one.name}, {dated(one.day, 'l j F Y')}" for one in ahead[:3]),
    )
    return page(request, "desk/times.html", shown)


def times_of(request: Request, person: UUID) -> HttpResponse:
    """One colleague's working week, kept times and days away."""
    mine = runs(request)
    found = people.member(mine.pk, person, request.at)
    whose = Whose(
        clinic=mine,
        today=today_in(request, mine),
        pk=found.pk,
        person=found.uuid,
        is_me=found.uuid == request.actor.uuid,
        lanes=(found.uuid,),
    )
    return _answer(request, whose, found.name, reverse("desk:times_of", args=[person]))


def times_of_all(request: Request) -> HttpResponse:
    """What the whole clinic keeps free, and the days on which it is closed."""
    mine = runs(request)
    lanes = tuple(one.uuid for one in people.colleagues(mine.pk, request.at))
    today = today_in(request, mine)
    whose = Whose(clinic=mine, today=today, pk=None, person=None, is_me=False, lanes=lanes)
    return _answer(request, whose, _("The whole clinic"), reverse("desk:times_of_all"))


def _answer(request: Request, whose: Whose, title: str, here: str) -> HttpResponse:
    shown = sheet(request, whose)
    if request.method == "POST" and (said := done(request, whose, shown)):
        messages.success(request, said)
        return redirect(here)
    filled = TimesOfPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=times_crumbs(title),
        title=title,
        person=whose.person,
        sheet=shown,
    )
    status = 422 if request.method == "POST" else 200
    return page(request, "desk/times_of.html", filled, status=status)


def _colleagues(request: Request, mine: ClinicSeen) -> tuple[Somebody, ...]:
    found = people.colleagues(mine.pk, request.at)
    weeks = diary.working(mine.pk, [one.pk for one in found])
    today = today_in(request, mine)
    return tuple(_somebody(one, week_in_words(week_of(weeks[one.pk], today))) for one in found)


def _somebody(one: Colleague, week: str) -> Somebody:
    usual = _("Monday to Friday, 8:00–18:00, until somebody writes it down")
    return Somebody(uuid=one.uuid, name=one.name, week=week or usual, is_usual=not week)
