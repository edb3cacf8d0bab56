"""My day: the visits in order, the next child with its brief, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import NoteState, VisitSeen
from alongside.areas.circle import gate
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
    """One visit of the day as a line. ``note`` is "", DRAFT or SIGNED."""

    uuid: UUID
    child: UUID
    name: str
    starts: str
    minutes: int
    place: str
    number: str
    note: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextVisit:
    """The visit that is opened, with the brief; ``rows`` is empty for a child who is not one's own."""

    visit: DayVisit
    rows: tuple[BriefRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWin:
    """A win of the week: whose, and the words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """Everything on My day."""

    nav: Nav
    title: str
    lead: str
    is_today: bool
    before: date
    after: date
    earlier: tuple[DayVisit, ...]
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
    seen = visits.day_of(request.actor, on, request.at)
    return pages.page(request, "therapist/day.html", _page(request, clinic, on, own, seen))


def _day_asked(request: Request, today: date) -> date:
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today
    return asked if abs((asked - today).days) <= 400 else today


def _page(
    request: Request, clinic: ClinicSeen, on: date, own: Sequence[OpenChild], seen: Sequence[VisitSeen]
) -> DayPage:
    today = request.at.astimezone(ZoneInfo(clinic.zone)).date()
    lines = _lines(request, seen)
    ahead = [line for line in lines if not line.is_over]
    mine = _of_the_day(own, seen)
    waits = waiting.waiting(own, mine, request.at)
    return DayPage(
        nav=frame.rail(request, "day", waiting.messages(waits)),
        title=frame.long_day(on),
        lead=_lead(len(ahead), is_today=on == today),
        is_today=on == today,
        before=on - timedelta(days=1),
        after=on + timedelta(days=1),
        earlier=tuple(line for line in lines if line.is_over),
        next=_next(ahead, mine),
        later=tuple(ahead[1:]),
        waiting=waits,
        wins=_wins(mine, today),
        quiet=_quiet(clinic, request.at),
        quiet_from=f"{clinic.quiet_from:%H:%M}",
    )


def _lines(request: Request, seen: Sequence[VisitSeen]) -> list[DayVisit]:
    states = visits.note_states(request.actor, [visit.uuid for visit in seen])
    return [_line(visit, states.get(visit.uuid), request.at) for visit in seen]


def _line(visit: VisitSeen, note: NoteState | None, at: datetime) -> DayVisit:
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
    )


def number_words(visit: VisitSeen) -> str:
    """visit 8 of 12; "" for a single visit."""
    if visit.number is None:
        return ""
    return _("visit %(number)s of %(of)s") % {"number": visit.number, "of": visit.of}


def _of_the_day(own: Sequence[OpenChild], seen: Sequence[VisitSeen]) -> tuple[OpenChild, ...]:
    """One's own children who come on this day, in the order they come."""
    known = {child.uuid: child for child in own}
    return tuple(known[uuid] for uuid in dict.fromkeys(visit.child for visit in seen) if uuid in known)


def _next(ahead: Sequence[DayVisit], mine: Sequence[OpenChild]) -> NextVisit | None:
    if not ahead:
        return None
    opened = next((child for child in mine if child.uuid == ahead[0].child), None)
    rows = briefs.brief_rows(opened, briefs.since_last_visit(opened)) if opened else ()
    return NextVisit(visit=ahead[0], rows=rows)


def _wins(mine: Sequence[OpenChild], today: date) -> tuple[SmallWin, ...]:
    found = [
        SmallWin(name=child.short_name, words=win.words)
        for child in mine
        for win in wins.wins(child, limit=3)
        if win.happened_on > today - _WEEK
    ]
    return tuple(found[:_WINS_SHOWN])


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
