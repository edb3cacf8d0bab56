"""The child page: the brief, what matters most, notes and visits, the last moments at home."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import VisitSeen, VisitState
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import ChildAbout, OpenChild
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import EntrySeen
from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability
from alongside.core.moments import FELT_LABELS, HELP_LABELS, KIND_LABELS
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import briefs, door, frame
from alongside.faces.therapist.briefs import BriefRow
from alongside.faces.therapist.children import age_words
from alongside.faces.therapist.day import number_words
from alongside.faces.therapist.frame import Frame, Said
from alongside.ui.nav import Nav

_VISITS_SHOWN = 8
_ENTRIES_SHOWN = 50
_NOT_HELD = {VisitState.CANCELLED, VisitState.COULD_NOT_COME}


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
    since: str
    brief: tuple[BriefRow, ...]
    matters: tuple[Said, ...]
    entries: tuple[EntryLine, ...]
    visits: tuple[VisitLine, ...]
    note_for: UUID | None


def child(request: Request, child: UUID) -> HttpResponse:
    """One child on one page. The goals with their chart are a page of their own, which this one brings in."""
    opened = door.own_child(request, child, "child")
    seen = visits.visits_of(opened, limit=_VISITS_SHOWN)
    entries = practice.last_entries(opened, limit=_ENTRIES_SHOWN)
    page = ChildPage(
        nav=frame.rail(request),
        frame=frame.frame(opened),
        age=age_words(opened),
        about=circle.about(opened),
        since=_since_words(opened, seen),
        brief=_brief(opened, seen, entries),
        matters=_matters(opened),
        entries=_entries(entries),
        visits=tuple(_visit(opened, visit) for visit in seen),
        note_for=_note_for(opened, seen),
    )
    return pages.page(request, "therapist/child.html", page)


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
    opened: OpenChild, seen: Sequence[VisitSeen], entries: Sequence[EntrySeen]
) -> tuple[BriefRow, ...]:
    last = _last(opened, seen)
    since = last.ends_at if last else opened.at - briefs.TWO_WEEKS
    whole = len(entries) < _ENTRIES_SHOWN or entries[-1].happened_at < since
    return briefs.brief_rows(opened, since, entries if whole else None)


def _matters(opened: OpenChild) -> tuple[Said, ...]:
    return tuple(
        frame.said(one.words, one.by, one.said_at, opened.zone_info) for one in story.priorities(opened)
    )


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


def _visit(opened: OpenChild, visit: VisitSeen) -> VisitLine:
    return VisitLine(
        uuid=visit.uuid,
        when=frame.moment(visit.starts_at, opened.zone_info),
        what=(number_words(visit) or _("visit")).capitalize(),
        state=visit.state.value,
        is_next=visit.is_open and visit.ends_at > opened.at,
    )


def _note_for(opened: OpenChild, seen: Sequence[VisitSeen]) -> UUID | None:
    """The visit to write about: under way or just over, else the next one."""
    if not opened.allows(Capability.WRITE_CLINICAL_NOTES):
        return None
    booked = [visit for visit in seen if visit.is_open]
    begun = [visit for visit in booked if visit.starts_at <= opened.at]
    return begun[0].uuid if begun else booked[-1].uuid if booked else None
