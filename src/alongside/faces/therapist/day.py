"""My day: the visits in order, the next child with its brief, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import NoteState, VisitSeen, VisitState
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.areas.wins import queries as wins
from alongside.core.actors import MemberRole
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import briefs, frame, waiting
from alongside.faces.therapist.briefs import BriefRow
from alongside.faces.therapist.door import TEAM
from alongside.faces.therapist.waiting import Waiting
from alongside.ui.nav import Nav

_WEEK = timedelta(days=7)
_WINS_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class DayVisit:
    """One visit of the day as a line. ``note`` is "", DRAFT or SIGNED.

    ``is_own`` is not set when a colleague's child comes: the name and the time stand there, and no way to the record.
    """

    uuid: UUID
    child: UUID
    name: str
    starts: str
    minutes: int
    place: str
    number: str
    note: str
    is_over: bool
    is_called_off: bool
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextVisit:
    """The visit that is opened, with the brief; ``rows`` and age are empty for a child who is not one's own."""

    visit: DayVisit
    age: str
    rows: tuple[BriefRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWin:
    """A win of the week: whose, and the words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """Everything on My day. ``next_title`` names another day when the visits ahead are on that one."""

    nav: Nav
    title: str
    lead: str
    is_today: bool
    before: date
    after: date
    earlier: tuple[DayVisit, ...]
    next_title: str
    next: NextVisit | None
    later: tuple[DayVisit, ...]
    waiting: tuple[Waiting, ...]
    wins: tuple[SmallWin, ...]
    quiet: str
    quiet_from: str


def day(request: Request) -> HttpResponse:
    """The therapist's own day on the clinic's clock; ``?on=2026-11-26`` looks at another."""
    clinic = people.clinic(request.actor.clinics_as(MemberRole.THERAPIST)[0])
    today = request.at.astimezone(ZoneInfo(clinic.zone)).date()
    on = _day_asked(request, today)
    own = gate.open_children(request.actor, TEAM, request.at, doing="therapist.day")
    return pages.page(request, "therapist/day.html", _page(request, clinic, on, own))


def _day_asked(request: Request, today: date) -> date:
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today
    return asked if abs((asked - today).days) <= 400 else today


def _page(request: Request, clinic: ClinicSeen, on: date, own: Sequence[OpenChild]) -> DayPage:
    today = request.at.astimezone(ZoneInfo(clinic.zone)).date()
    lines = _lines(request, on, own)
    earlier, ahead = _parted(lines)
    shown_on = on if ahead or on < today else visits.next_day(request.actor, on)
    if shown_on is not None and shown_on != on:
        ahead = _lines(request, shown_on, own)
    opened = next((line for line in ahead if not line.is_called_off), None)
    waits = waiting.waiting(own)
    return DayPage(
        nav=frame.rail(request, "day", waiting.messages(waits)),
        title=frame.long_day(on),
        lead=_lead(len(ahead) if shown_on == on else 0, is_today=on == today and bool(lines)),
        is_today=on == today,
        before=on - timedelta(days=1),
        after=on + timedelta(days=1),
        earlier=earlier,
        next_title=frame.long_day(shown_on) if shown_on and shown_on != on else "",
        next=_next(opened, own),
        later=tuple(line for line in ahead if line is not opened),
        waiting=waits,
        wins=_wins(own, today),
        quiet=_quiet(clinic, request.at),
        quiet_from=f"{clinic.quiet_from:%H:%M}",
    )


def _lines(request: Request, on: date, own: Sequence[OpenChild]) -> tuple[DayVisit, ...]:
    """The visits of one day; only those that have begun can have a note."""
    seen = visits.day_of(request.actor, on, request.at, known=own)
    begun = [visit.uuid for visit in seen if visit.starts_at <= request.at]
    states = visits.note_states(request.actor, begun) if begun else {}
    mine = {child.uuid for child in own}
    return tuple(
        _line(visit, states.get(visit.uuid), request.at, is_own=visit.child in mine) for visit in seen
    )


def _parted(lines: Sequence[DayVisit]) -> tuple[tuple[DayVisit, ...], tuple[DayVisit, ...]]:
    """What is over, and what is ahead; nothing is ahead when only called-off visits are."""
    ahead = tuple(line for line in lines if not line.is_over)
    comes = any(not line.is_called_off for line in ahead)
    return tuple(line for line in lines if line.is_over or not comes), ahead if comes else ()


def _line(visit: VisitSeen, note: NoteState | None, at: datetime, *, is_own: bool) -> DayVisit:
    return DayVisit(
        uuid=visit.uuid,
        child=visit.child,
        name=visit.child_name,
        starts=f"{visit.local_start:%H:%M}",
        minutes=visit.minutes,
        place=visit.room_name or visit.place_words,
        number=number_words(visit),
        note=note.value if note else "",
        is_over=visit.ends_at <= at,
        is_called_off=visit.state is VisitState.COULD_NOT_COME,
        is_own=is_own,
    )


def number_words(visit: VisitSeen) -> str:
    """visit 8 of 12; "" for a single visit."""
    if visit.number is None:
        return ""
    return _("visit %(number)s of %(of)s") % {"number": visit.number, "of": visit.of}


def _next(line: DayVisit | None, own: Sequence[OpenChild]) -> NextVisit | None:
    if line is None:
        return None
    opened = next((child for child in own if child.uuid == line.child), None)
    if opened is None:
        return NextVisit(visit=line, age="", rows=())
    years, _months = circle.age_on(opened.born_on, opened.today)
    return NextVisit(visit=line, age=str(years), rows=briefs.since_last_visit(opened))


def _wins(own: Sequence[OpenChild], today: date) -> tuple[SmallWin, ...]:
    names = {child.uuid: child.short_name for child in own}
    found = wins.wins_since(own, today - _WEEK + timedelta(days=1), limit=_WINS_SHOWN)
    return tuple(SmallWin(name=names[child], words=win.words) for child, win in found)


def _lead(ahead: int, *, is_today: bool) -> str:
    if ahead == 0:
        return _("Nothing more today.") if is_today else _("No visits on this day.")
    if ahead == 1:
        return _("One more visit today.") if is_today else _("One visit.")
    words = _("%(count)s more visits today.") if is_today else _("%(count)s visits.")
    return words % {"count": ahead}


def _quiet(clinic: ClinicSeen, at: datetime) -> str:
    hours = {"from": f"{clinic.quiet_from:%H:%M}", "until": f"{clinic.quiet_until:%H:%M}"}
    if people.is_quiet(clinic, at):
        return _("It is quiet time. New messages wait until %(until)s.") % hours
    return _("New messages stay quiet after %(from)s and until %(until)s.") % hours
