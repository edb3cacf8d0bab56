"""The clinic's week: therapists, rooms or one child side by side, a list of days on a phone."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateformat import format as dated

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.queries import LaneOf, Lanes
from alongside.areas.appointments.values import RequestSeen
from alongside.areas.diary import queries as diary
from alongside.areas.people.values import ClinicSeen
from alongside.core.actors import MemberRole
from alongside.core.opening import minute_of
from alongside.core.recurrence import zone_kept
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import search, undo, waiting, week_asked, week_blocks, week_lanes
from alongside.faces.desk.frame import clinic_as
from alongside.faces.desk.search import Found
from alongside.faces.desk.undo import UndoBand
from alongside.faces.desk.waiting import WaitingLine
from alongside.faces.desk.week_asked import Asked
from alongside.faces.desk.week_blocks import Sheet
from alongside.faces.desk.week_lanes import Block, DayColumn
from alongside.ui.nav import Crumb, Nav

_WORKING_DAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """Five days in lanes, weekend visits apart, and the families' wishes that wait."""

    nav: Nav
    title: str
    who: str
    of: str
    hours: tuple[tuple[str, str], ...]
    days: tuple[DayColumn, ...]
    weekend: tuple[tuple[str, Block], ...]
    wishes: tuple[tuple[RequestSeen, str], ...]
    before: str
    this: str
    after: str
    views: tuple[Crumb, ...]
    groups: tuple[Crumb, ...]
    width: Crumb | None
    picks: tuple[tuple[Found, str], ...]
    typed: str
    asks_child: bool
    undo: UndoBand | None
    waiting: tuple[WaitingLine, ...]
    runs_desk: bool

    @property
    def has_school(self) -> bool:
        """Whether the school day is shaded on some day."""
        return any(day.school for day in self.days)

    @property
    def has_free(self) -> bool:
        """Whether some free time can be booked."""
        return any(day.gaps for day in self.days)

    @property
    def has_panel(self) -> bool:
        """Whether there is room beside the lanes for the families, and something to show."""
        return self.days[0].lanes <= week_asked.FEW and (self.runs_desk or bool(self.wishes))


def week(request: Request) -> HttpResponse:
    """The visits of one week: two lanes beside the panel of whoever runs the desk, else four."""
    clinic = clinic_as(request, *MemberRole)
    runs_desk = bool(request.actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER))
    asked = week_asked.read(request, clinic, week_asked.FEW if runs_desk else week_asked.MANY)
    sheet = _sheet(request, clinic, asked, runs_desk=runs_desk)
    return page(request, "desk/week.html", _page(request, sheet))


def _sheet(request: Request, clinic: ClinicSeen, asked: Asked, *, runs_desk: bool) -> Sheet:
    lanes = Lanes(of=asked.of, uuids=[lane.uuid for lane in asked.lanes])
    known = () if asked.who is None else (asked.who,)
    visits = appointments.week_seen(request.actor, clinic.pk, asked.monday, 7, lanes, request.at, known=known)
    keys = [lane.key for lane in asked.lanes if lane.key]
    times = diary.times(request.actor, clinic, keys, asked.monday, asked.days[-1])
    spans = [week_blocks.span_of(one) for one in visits if one.starts.weekday() < _WORKING_DAYS]
    first_hour, last_hour = week_lanes.hours((*spans, *week_blocks.opening_spans(times.openings)))
    return Sheet(
        clinic=clinic,
        asked=asked,
        by_day=week_blocks.by_day(visits),
        times=times,
        school=(minute_of(times.rules.school_from), minute_of(times.rules.school_until)),
        hours=(first_hour, last_hour),
        runs_desk=runs_desk,
        me=request.actor.uuid,
    )


def _page(request: Request, sheet: Sheet) -> WeekPage:
    asked, days = sheet.asked, [_day(sheet, day) for day in sheet.asked.days]
    typed, asks_child = request.GET.get("q", "")[: search.LONGEST], asked.of is LaneOf.CHILD
    return WeekPage(
        nav=staff_nav(request.actor, "week"),
        title=dated(asked.monday, "j F"),
        who=", ".join(lane.label for lane in asked.lanes),
        of=asked.of.value.lower(),
        hours=_hours(sheet),
        days=tuple(days[:_WORKING_DAYS]),
        weekend=tuple((day.label, block) for day in days[_WORKING_DAYS:] for block in day.blocks),
        wishes=_wishes(request),
        before=asked.url(day=asked.days[0] - (asked.days[1] - asked.days[0]) * 7),
        this=asked.url(day=asked.today),
        after=asked.url(day=asked.days[-1] + (asked.days[1] - asked.days[0])),
        views=week_asked.views(asked),
        groups=week_asked.groups(asked),
        width=week_asked.other_width(asked),
        picks=_picks(request, asked, typed) if asks_child else (),
        typed=typed,
        asks_child=asks_child,
        undo=undo.read(request),
        waiting=waiting.waiting_card(request, sheet.clinic) if sheet.runs_desk else (),
        runs_desk=sheet.runs_desk,
    )


def _hours(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    first, last = sheet.hours
    return tuple((week_lanes.row(number * 4), f"{first + number}:00") for number in range(last - first))


def _picks(request: Request, asked: Asked, typed: str) -> tuple[tuple[Found, str], ...]:
    """The children whose week could be shown, with the address of each."""
    url = reverse("desk:week")
    found = search.find(request, typed, doing="desk.week")
    return tuple((one, f"{url}?week={asked.monday}&by=child&who={one.uuid}") for one in found)


def _day(sheet: Sheet, day: date) -> DayColumn:
    by_person = {lane.key: number for number, lane in enumerate(sheet.asked.lanes, start=1) if lane.key}
    by_uuid = {lane.uuid: number for number, lane in enumerate(sheet.asked.lanes, start=1)}
    about = sheet.times.days[day]
    kept = week_blocks.kept_on(sheet, day, by_person)
    blocks = (*week_blocks.visits_on(sheet, day, by_uuid), *kept)
    return DayColumn(
        number=day.isoweekday(),
        iso=day.isoformat(),
        label=dated(day, "D j"),
        month=dated(day, "M"),
        lanes=max(1, len(sheet.asked.lanes)),
        heads=_heads(sheet.asked),
        school=_school(sheet) if about.is_term and not about.closed else "",
        shut=about.closed or about.public or about.holiday,
        is_today=day == sheet.asked.today,
        blocks=tuple(sorted(blocks, key=lambda block: (block.start, block.css))),
        gaps=tuple(week_blocks.gaps_on(sheet, day, by_person)),
    )


def _heads(asked: Asked) -> str:
    return " / ".join(lane.label[:1] for lane in asked.lanes) if len(asked.lanes) > 1 else ""


def _school(sheet: Sheet) -> str:
    start, end = sheet.school
    return week_lanes.place(start, end, 1, sheet.hours[0])


def _wishes(request: Request) -> tuple[tuple[RequestSeen, str], ...]:
    wishes = appointments.open_requests(request.actor, request.at)
    return tuple(
        (wish, dated(wish.starts_at.astimezone(zone_kept(wish.zone)), "D j M, G:i")) for wish in wishes
    )
