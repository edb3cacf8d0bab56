"""The clinic's week: therapists side by side, a list of days on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateformat import format as dated

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import RequestSeen, VisitSeen, VisitState
from alongside.areas.people import queries as people
from alongside.areas.people.values import TeamMember
from alongside.core.actors import MemberRole
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.frame import clinic_as
from alongside.ui.nav import Crumb, Nav

LANES = 4
FIRST_HOUR, LAST_HOUR = 8, 19  # Always shown; a visit before or after lengthens the grid and shifts nothing.
_QUARTER = 15  # minutes
LONGEST_SHOWN = 32  # quarters: no visit is longer than eight hours
_WORKING_DAYS, _DAYS_OF_THE_WEEK = 5, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One visit in the grid: where it stands, and what it says; a short one in a single line."""

    css: str
    kind: str
    is_short: bool
    name: str
    time: str
    therapist: str
    place: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """One day of the week, with a lane for each therapist who has visits on it."""

    number: int
    label: str
    month: str
    lanes: int
    initials: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """Five days in lanes, weekend visits apart, and the families' wishes that wait."""

    nav: Nav
    title: str
    who: str
    hours: tuple[tuple[int, str], ...]
    days: tuple[DayColumn, ...]
    weekend: tuple[Slot, ...]
    wishes: tuple[tuple[RequestSeen, str], ...]
    before: str
    this: str
    after: str
    groups: tuple[Crumb, ...]
    may_book: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The week asked for, and which four therapists of the team stand in it."""

    monday: date
    today: date
    team: Sequence[TeamMember]
    group: int

    @property
    def lanes(self) -> Sequence[TeamMember]:
        return self.team[self.group * LANES : (self.group + 1) * LANES]


def week(request: Request) -> HttpResponse:
    """All visits of one week, at most four therapists at a time."""
    clinic = clinic_as(request, *MemberRole)
    today = request.at.astimezone(ZoneInfo(clinic.zone)).date()
    team = people.therapists_of(clinic.pk, request.at)
    asked = _Asked(
        monday=_monday(request.GET.get("week", ""), today),
        today=today,
        team=team,
        group=_group(request.GET.get("group", ""), len(team)),
    )
    visits = appointments.week_of(request.actor, clinic.pk, asked.monday, request.at)
    shown = [visit for visit in visits if visit.state is not VisitState.COULD_NOT_COME]
    return page(request, "desk/week.html", _page(request, asked, shown))


def _page(request: Request, asked: _Asked, visits: Sequence[VisitSeen]) -> WeekPage:
    monday, group = asked.monday, asked.group
    mine = [visit for visit in visits if visit.therapist in {member.uuid for member in asked.lanes}]
    first, last = _hours([visit for visit in mine if visit.local_start.weekday() < _WORKING_DAYS])
    by_day = {
        monday + timedelta(days=n): _on(mine, monday + timedelta(days=n)) for n in range(_DAYS_OF_THE_WEEK)
    }
    days = [_day(request, asked, day, by_day[day], first) for day in by_day]
    return WeekPage(
        nav=staff_nav(request.actor, "week"),
        title=dated(monday, "j F"),
        who=", ".join(member.short_name for member in asked.lanes),
        hours=tuple((n * 4, f"{first + n}:00") for n in range(last - first)),
        days=tuple(days[:_WORKING_DAYS]),
        weekend=tuple(slot for day in days[_WORKING_DAYS:] for slot in day.slots),
        wishes=_wishes(request),
        before=_url(monday - timedelta(weeks=1), group),
        this=_url(asked.today, group),
        after=_url(monday + timedelta(weeks=1), group),
        groups=_groups(monday, asked.team, group),
        may_book=bool(request.actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER)),
    )


def _hours(visits: Sequence[VisitSeen]) -> tuple[int, int]:
    """The first hour of the grid and the hour it ends with: the clinic's day, and every visit of the week whole."""
    starts = [visit.local_start for visit in visits]
    ends = [-(-(s.hour * 60 + s.minute + v.minutes) // 60) for s, v in zip(starts, visits, strict=True)]
    return min([FIRST_HOUR, *(start.hour for start in starts)]), min(24, max([LAST_HOUR, *ends]))


def _on(visits: Sequence[VisitSeen], day: date) -> list[VisitSeen]:
    return [visit for visit in visits if visit.local_start.date() == day]


def _day(request: Request, asked: _Asked, day: date, visits: Sequence[VisitSeen], first: int) -> DayColumn:
    there = {visit.therapist for visit in visits}
    lanes = [member for member in asked.lanes if member.uuid in there]
    lane_of = {member.uuid: number for number, member in enumerate(lanes, start=1)}
    return DayColumn(
        number=day.isoweekday(),
        label=dated(day, "D j"),
        month=dated(day, "M"),
        lanes=max(1, len(lanes)),
        initials=" / ".join(member.short_name[:1] for member in lanes),
        slots=tuple(_slot(request, visit, lane_of, first) for visit in visits),
    )


def _slot(request: Request, visit: VisitSeen, lane_of: dict[UUID, int], first: int) -> Slot:
    start = visit.local_start
    at = max(0, ((start.hour - first) * 60 + start.minute) // _QUARTER)
    length = min(LONGEST_SHOWN, max(1, -(-visit.minutes // _QUARTER)))
    return Slot(
        css=f"at{at} q{min(length, (24 - first) * 4 - at)} l{lane_of[visit.therapist]}",
        kind="first" if visit.number == 1 else "",
        is_short=visit.minutes <= 2 * _QUARTER,
        name=visit.child_name,
        time=_time(start),
        therapist=visit.therapist_name.split()[0],
        place=visit.room_name or visit.place_words,
        url=_visit_url(request, visit),
    )


def _visit_url(request: Request, visit: VisitSeen) -> str:
    """A link for those who may move it: the desk, and the therapist whose visit it is."""
    runs = request.actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER)
    if not runs and visit.therapist != request.actor.uuid:
        return ""
    return reverse("desk:visit", args=[visit.child, visit.uuid])


def _time(start: datetime) -> str:
    return f"{start.hour}:{start.minute:02}"


def _wishes(request: Request) -> tuple[tuple[RequestSeen, str], ...]:
    wishes = appointments.open_requests(request.actor, request.at)
    return tuple(
        (wish, dated(wish.starts_at.astimezone(ZoneInfo(wish.zone)), "D j M, H:i")) for wish in wishes
    )


def _monday(typed: str, today: date) -> date:
    """The Monday of the week asked for; of this week when the address says nothing useful."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        day = today
    if abs((day - today).days) > 3650:
        day = today
    return day - timedelta(days=day.weekday())


def _group(typed: str, therapists: int) -> int:
    last = max(0, (therapists - 1) // LANES)
    return min(int(typed), last) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0


def _groups(monday: date, team: Sequence[TeamMember], group: int) -> tuple[Crumb, ...]:
    """Links to the other therapists, four at a time; none when four are enough."""
    if len(team) <= LANES:
        return ()
    starts = range(0, len(team), LANES)
    return tuple(
        Crumb(
            label=", ".join(member.short_name for member in team[start : start + LANES]),
            url="" if start // LANES == group else _url(monday, start // LANES),
        )
        for start in starts
    )


def _url(day: date, group: int) -> str:
    return f"{reverse('desk:week')}?week={day.isoformat()}" + (f"&group={group}" if group else "")
