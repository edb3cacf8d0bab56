"""The day as the reception needs it: who comes when, to whom, into which room. No clinical word, one printed sheet."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.queries import LaneOf, Lanes, WeekVisit
from alongside.areas.appointments.values import Way
from alongside.areas.diary import queries as diary
from alongside.core.actors import MemberRole
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import week_asked
from alongside.faces.desk.frame import clinic_as
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One line of the list."""

    time: str
    name: str
    therapist: str
    place: str
    is_first: bool
    is_group: bool
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """Everybody who comes on one day, in order."""

    nav: Nav
    title: str
    clinic: str
    closed: str
    coming: tuple[Coming, ...]
    week: str
    before: str
    this: str
    after: str


def day(request: Request) -> HttpResponse:
    """The visits of one day in the order of their times."""
    clinic = clinic_as(request, *MemberRole)
    today = request.at.astimezone(ZoneInfo(clinic.zone)).date()
    on = week_asked.day_of(request.GET.get("on", ""), today)
    everybody = week_asked.therapists(clinic, on, 1, request.at)
    lanes = Lanes(of=LaneOf.THERAPIST, uuids=[one.uuid for one in everybody])
    visits = appointments.week_seen(request.actor, clinic.pk, on, 1, lanes, request.at)
    shown = DayPage(
        nav=staff_nav(request.actor, "week"),
        title=dated(on, "l j F"),
        clinic=clinic.name,
        closed=diary.why_closed(clinic.pk, on) or "",
        coming=tuple(_coming(request, one) for one in visits if not one.is_held),
        week=f"{reverse('desk:week')}?week={on.isoformat()}",
        before=_url(on - timedelta(days=1)),
        this=_url(today),
        after=_url(on + timedelta(days=1)),
    )
    return page(request, "desk/day.html", shown)


def _coming(request: Request, visit: WeekVisit) -> Coming:
    runs = request.actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER)
    is_mine = bool(runs) or visit.therapist == request.actor.uuid
    return Coming(
        time=dated(visit.starts, "G:i"),
        name=visit.full_name,
        therapist=visit.therapist_name,
        place=_place(visit),
        is_first=visit.number == 1,
        is_group=visit.group is not None,
        url=reverse("desk:visit", args=[visit.child, visit.uuid]) if is_mine else "",
    )


def _place(visit: WeekVisit) -> str:
    if visit.way is Way.VIDEO:
        return _("By video")
    return visit.room_name or visit.place_words


def _url(on: date) -> str:
    return f"{reverse('desk:day')}?on={on.isoformat()}"
