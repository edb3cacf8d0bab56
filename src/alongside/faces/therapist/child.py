"""The child page: the brief, what matters, goals with the chart, the last moments, notes and visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import NoteState, VisitSeen, VisitState
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import ChildAbout, Grownup, OpenChild
from alongside.areas.conversation import queries as conversation
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalSeen, GoalState
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import EntrySeen
from alongside.areas.review import queries as review
from alongside.areas.story import queries as story
from alongside.areas.story.values import CapacitySeen
from alongside.core.capabilities import Capability
from alongside.core.moments import FELT_LABELS, HELP_LABELS, KIND_LABELS
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import briefs, chart, door, frame
from alongside.faces.therapist.briefs import BriefRow
from alongside.faces.therapist.chart import Figure
from alongside.faces.therapist.children import age_words
from alongside.faces.therapist.day import number_words
from alongside.faces.therapist.frame import Frame, Said
from alongside.ui.nav import Nav

_VISITS_SHOWN = 8
_ENTRIES_SHOWN = 50
_STATES = {VisitState.CANCELLED: "CANCELLED", VisitState.COULD_NOT_COME: "COULD_NOT_COME"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal with its mini stairs. ``waits`` says in words whose yes is still to come."""

    uuid: UUID
    title: str
    under: str
    reached: int
    waits: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the circle, with what they are to the child."""

    name: str
    voice: str
    relation: str
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One moment at home as a row of the table."""

    when: str
    idea: str
    said: str
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One visit as a row: ``note`` is "", DRAFT or SIGNED; ``state`` is "" unless it did not take place."""

    uuid: UUID
    when: str
    what: str
    note: str
    state: str
    is_next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """Everything on the child page."""

    nav: Nav
    frame: Frame
    age: str
    about: ChildAbout
    since: str
    brief: tuple[BriefRow, ...]
    matters: tuple[Said, ...]
    capacity: CapacitySeen | None
    people: tuple[Person, ...]
    goals: tuple[GoalLine, ...]
    chosen: UUID | None
    figure: Figure | None
    entries: tuple[EntryLine, ...]
    visits: tuple[VisitLine, ...]
    note_for: UUID | None


def child(request: Request, child: UUID) -> HttpResponse:
    """One child on one page; ``?goal=`` chooses whose chart is drawn."""
    opened = door.own_child(request, child, "child")
    seen = visits.visits_of(opened, limit=_VISITS_SHOWN)
    entries = practice.last_entries(opened, limit=_ENTRIES_SHOWN)
    known = goals.goals_of(opened)
    chosen = _chosen(known, request.GET.get("goal", ""))
    page = ChildPage(
        nav=frame.rail(request),
        frame=frame.frame(opened),
        age=age_words(opened),
        about=circle.about(opened),
        since=_since_words(opened, seen),
        brief=_brief(opened, seen, entries),
        matters=_matters(opened),
        capacity=story.capacity(opened),
        people=tuple(_person(one) for one in circle.circle_of(opened)),
        goals=tuple(_goal(goal, chosen) for goal in known),
        chosen=chosen.uuid if chosen else None,
        figure=chart.figure(opened, chosen) if chosen else None,
        entries=_entries(entries),
        visits=_visits(opened, seen),
        note_for=_note_for(opened, seen),
    )
    return pages.page(request, "therapist/child.html", page)


def _last(opened: OpenChild, seen: Sequence[VisitSeen]) -> VisitSeen | None:
    """The latest visit that took place, of those just read (newest first)."""
    held = (visit for visit in seen if visit.state not in _STATES)
    return next((visit for visit in held if visit.ends_at <= opened.at), None)


def _since_words(opened: OpenChild, seen: Sequence[VisitSeen]) -> str:
    last = _last(opened, seen)
    if last is None:
        return _("The last two weeks")
    return _("Since %(day)s") % {"day": frame.long_day(last.local_start.date())}


def _brief(
    opened: OpenChild, seen: Sequence[VisitSeen], entries: Sequence[EntrySeen]
) -> tuple[BriefRow, ...]:
    last = _last(opened, seen)
    since = last.ends_at if last else opened.at - briefs.TWO_WEEKS
    whole = len(entries) < _ENTRIES_SHOWN or entries[-1].happened_at < since
    return briefs.rows_of(
        review.brief(opened, since, entries=entries if whole else None, asks=conversation.asks(opened))
    )


def _matters(opened: OpenChild) -> tuple[Said, ...]:
    return tuple(
        frame.said(one.words, one.by, one.said_at, opened.zone_info) for one in story.priorities(opened)
    )


def _person(one: Grownup) -> Person:
    return Person(
        name=one.short_name,
        voice="therapist" if one.kind == "THERAPIST" else "family",
        relation=one.relation,
        restricted=one.restricted,
    )


def _chosen(known: Sequence[GoalSeen], asked: str) -> GoalSeen | None:
    live = [goal for goal in known if goal.state is GoalState.AGREED]
    return next((goal for goal in live if str(goal.uuid) == asked), live[0] if live else None)


def _goal(goal: GoalSeen, chosen: GoalSeen | None) -> GoalLine:
    return GoalLine(
        uuid=goal.uuid,
        title=goal.title,
        under=_under(goal),
        reached=max(goal.reached or 0, 0),
        waits=waits_words(goal),
        is_chosen=goal is chosen,
    )


def _under(goal: GoalSeen) -> str:
    if goal.state is GoalState.CLOSED:
        return _("closed")
    words = {"day": frame.short_day(goal.review_on), "step": goal.reached or 0}
    if goal.reached:
        return _("step %(step)s of 5 · look back on %(day)s") % words
    return _("look back on %(day)s") % words


def waits_words(goal: GoalSeen) -> str:
    """Whose yes is still to come; "" when nobody's."""
    if goal.waiting_for is None:
        return ""
    return _("waits for the family") if goal.waiting_for == "FAMILY" else _("waits for you")


def _entries(entries: Sequence[EntrySeen]) -> tuple[EntryLine, ...]:
    """The labels are translated once: fifty rows share them."""
    labels = {
        code: _(label) for table in (KIND_LABELS, FELT_LABELS, HELP_LABELS) for code, label in table.items()
    }
    days = {entry.day: frame.short_day(entry.day) for entry in entries}
    return tuple(
        EntryLine(
            when=f"{days[entry.day]}, {entry.happened_local:%H:%M}",
            idea=entry.title,
            said=" · ".join(labels[code] for code in (entry.kind, entry.felt, entry.help) if code),
            words=entry.words,
            by=entry.by.name,
        )
        for entry in entries
    )


def _visits(opened: OpenChild, seen: Sequence[VisitSeen]) -> tuple[VisitLine, ...]:
    states = visits.note_states(opened.actor, [visit.uuid for visit in seen])
    return tuple(_visit(opened, visit, states.get(visit.uuid)) for visit in seen)


def _visit(opened: OpenChild, visit: VisitSeen, note: NoteState | None) -> VisitLine:
    return VisitLine(
        uuid=visit.uuid,
        when=frame.moment(visit.starts_at, opened.zone_info),
        what=(number_words(visit) or _("visit")).capitalize(),
        note=note.value if note else "",
        state=_STATES.get(visit.state, ""),
        is_next=visit.is_open and visit.ends_at > opened.at,
    )


def _note_for(opened: OpenChild, seen: Sequence[VisitSeen]) -> UUID | None:
    """The visit to write about: under way or just over, else the next one."""
    if not opened.allows(Capability.WRITE_CLINICAL_NOTES):
        return None
    booked = [visit for visit in seen if visit.is_open]
    begun = [visit for visit in booked if visit.starts_at <= opened.at]
    return begun[0].uuid if begun else booked[-1].uuid if booked else None
