"""The child page: the brief, what matters most, goals, people, notes and visits, the last moments at home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import VisitSeen, VisitState
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import ChildAbout, OpenChild
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import EntrySeen, NoticingSeen, SeenBy
from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability
from alongside.core.moments import FELT_LABELS, FIT_LABELS, HELP_LABELS, KIND_LABELS, Felt, Fit, Help, Kind
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import briefs, care, chart, door, frame, goals_list
from alongside.faces.therapist.briefs import BriefRow
from alongside.faces.therapist.care import CareLine
from alongside.faces.therapist.chart import Figure
from alongside.faces.therapist.children import age_words
from alongside.faces.therapist.day import number_words
from alongside.faces.therapist.frame import Frame, Said
from alongside.faces.therapist.goals_list import GoalLine, Person
from alongside.ui.nav import Nav

_Home = EntrySeen | NoticingSeen
_VISITS_SHOWN = 8
_ENTRIES_SHOWN = 50
_SAID = (KIND_LABELS, FELT_LABELS, HELP_LABELS, FIT_LABELS)
_NOT_HELD = {VisitState.CANCELLED, VisitState.COULD_NOT_COME}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One moment at home, or something noticed, as a row of the table. Private words stay folded."""

    when: str
    idea: str
    said: str
    words: str
    by: str
    is_private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One visit as a row. Signing its note makes a visit DONE."""

    uuid: UUID
    when: str
    what: str
    state: str
    is_next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """Everything on the child page."""

    nav: Nav
    frame: Frame
    age: str
    about: ChildAbout
    care: tuple[CareLine, ...]
    since: str
    brief: tuple[BriefRow, ...]
    matters: tuple[Said, ...]
    minutes: int | None
    people: tuple[Person, ...]
    goals: tuple[GoalLine, ...]
    chosen: GoalLine | None
    figure: Figure | None
    chart_url: str
    entries: tuple[EntryLine, ...]
    visits: tuple[VisitLine, ...]
    note_for: UUID | None
    note_begins: bool


def child(request: Request, child: UUID) -> HttpResponse:
    """One child on one page. The chart is a part that comes by itself, or with the page when ``?goal=`` asks for it."""
    opened = door.own_child(request, child, "child")
    page = _child_page(opened, frame.rail(request), request.GET.get("goal", ""))
    return pages.page(request, "therapist/child.html", page)


def _child_page(opened: OpenChild, nav: Nav, asked: str) -> ChildPage:
    seen, plan = visits.visits_and_plan(opened, _VISITS_SHOWN)
    about, people = circle.about_with_people(opened)
    matters, minutes = story.priorities_and_minutes(opened)
    home = practice.from_home(opened, limit=_ENTRIES_SHOWN)
    goals = goals_list.goal_lines(opened, asked)
    chosen = next((goal for goal in goals if goal.is_chosen), None)
    note_for = _note_for(opened, seen)
    return ChildPage(
        nav=nav,
        frame=frame.frame(opened),
        age=age_words(opened),
        about=about,
        care=care.care(opened),
        since=_since_words(opened, seen),
        brief=_brief(opened, seen, home, plan),
        matters=tuple(frame.said(one.words, one.by, one.said_at, opened.zone_info) for one in matters),
        minutes=minutes,
        people=tuple(goals_list.person(one) for one in people),
        goals=goals,
        chosen=chosen,
        figure=chart.figure(opened, chosen.uuid, chosen.title) if chosen and asked else None,
        chart_url="" if asked or not chosen else _chart_url(opened, chosen),
        entries=_entries(home),
        visits=tuple(_visit(opened, visit) for visit in seen),
        note_for=note_for.uuid if note_for else None,
        note_begins=note_for is not None and note_for.starts_at <= opened.at,
    )


def _chart_url(opened: OpenChild, chosen: GoalLine) -> str:
    return f"{reverse('therapist:goals', args=[opened.uuid])}?goal={chosen.uuid}"


def _last(opened: OpenChild, seen: Sequence[VisitSeen]) -> VisitSeen | None:
    """The latest visit that took place, of those just read (newest first)."""
    held = (visit for visit in seen if visit.state not in _NOT_HELD)
    return next((visit for visit in held if visit.ends_at <= opened.at), None)


def _since_words(opened: OpenChild, seen: Sequence[VisitSeen]) -> str:
    last = _last(opened, seen)
    if last is None:
        return _("The last two weeks")
    return _("Since %(day)s") % {"day": frame.long_day(last.local_start.date())}


def _brief(
    opened: OpenChild, seen: Sequence[VisitSeen], home: Sequence[_Home], plan: str
) -> tuple[BriefRow, ...]:
    """What the table has read is enough when it reaches back to the last visit."""
    last = _last(opened, seen)
    since = last.ends_at if last else opened.at - briefs.TWO_WEEKS
    if len(home) == _ENTRIES_SHOWN and home[-1].happened_at >= since:
        return briefs.brief_rows(opened, since, plan=plan)
    entries = [one for one in home if isinstance(one, EntrySeen)]
    noticings = [one for one in home if isinstance(one, NoticingSeen)]
    return briefs.brief_rows(opened, since, entries, noticings, plan)


def _entries(home: Sequence[_Home]) -> tuple[EntryLine, ...]:
    """The labels are translated once: fifty rows share them."""
    labels = {code: _(label) for table in _SAID for code, label in table.items()}
    noticed = _("Noticed")
    days = {day: frame.short_day(day) for day in {one.day for one in home}}
    return tuple(
        EntryLine(
            when=f"{days[one.day]}, {one.happened_local:%H:%M}",
            idea=one.title,
            said=_said(one, labels) if isinstance(one, EntrySeen) else noticed,
            words=one.words,
            by=one.by.name,
            is_private=isinstance(one, NoticingSeen) and one.seen_by is SeenBy.TEAM,
        )
        for one in home
    )


def _said(entry: EntrySeen, labels: Mapping[Kind | Felt | Help | Fit, str]) -> str:
    return " · ".join(labels[code] for code in (entry.kind, entry.felt, entry.help, entry.fit) if code)


def _visit(opened: OpenChild, visit: VisitSeen) -> VisitLine:
    return VisitLine(
        uuid=visit.uuid,
        when=frame.moment(visit.starts_at, opened.zone_info),
        what=(number_words(visit) or _("visit")).capitalize(),
        state=visit.state.value,
        is_next=visit.is_open and visit.ends_at > opened.at,
    )


def _note_for(opened: OpenChild, seen: Sequence[VisitSeen]) -> VisitSeen | None:
    """The visit to write about: under way or just over, else the next one."""
    if not opened.allows(Capability.WRITE_CLINICAL_NOTES):
        return None
    booked = [visit for visit in seen if visit.is_open]
    begun = [visit for visit in booked if visit.starts_at <= opened.at]
    return begun[0] if begun else booked[-1] if booked else None
