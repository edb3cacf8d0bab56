"""Reading visits as calendars: behind a link, or as a file."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext

from alongside.adapters import calendar_files
from alongside.adapters.calendar_files import CalendarVisit
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.queries.lines import VisitLine, lines_of, own_lines
from alongside.areas.appointments.values import NEVER_EXPECTED
from alongside.areas.calendars.models import Feed
from alongside.areas.calendars.values import FeedKind, FeedSeen
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound

LOOKS_BACK = timedelta(days=60)


def feed(actor: Actor, kind: FeedKind) -> FeedSeen | None:
    """The reader's own calendar link of this kind that works."""
    row = Feed.objects.filter(person=actor.person, kind=kind.value, revoked_at=None).first()
    return feed_seen(row) if row else None


def feed_seen(row: Feed) -> FeedSeen:
    """A stored link as its owner sees it, for actions of this area."""
    return FeedSeen(
        uuid=row.uuid,
        kind=FeedKind(row.kind),
        with_names=row.with_names,
        made_at=row.made_at,
        last_read_at=row.last_read_at,
    )


def may_have(actor: Actor, kind: FeedKind, at: datetime) -> bool:
    """Whether this person has visits of this kind at all: a therapist's hat, or a child they care for."""
    if kind is FeedKind.THERAPIST:
        return bool(actor.clinics_as(MemberRole.THERAPIST))
    return bool(circle.children_of(actor, at))


def working_feed(token: str) -> Feed:
    """The stored link behind a token, for actions of this area.

    NotFound for an unknown or a revoked one, and for one of somebody who was switched off.
    """
    row = Feed.objects.select_related("person").filter(token_hash=hash_of(token), revoked_at=None).first()
    if row is None or not row.person.is_active:
        raise NotFound
    return row


def feed_behind(token: str) -> UUID:
    """Which link a token opens. NotFound for one that works no more or never was."""
    return working_feed(token).uuid


def told_by(row: Feed, at: datetime) -> list[CalendarVisit]:
    """The visits behind a link, read now: rights that ended since end it too.

    NotFound for somebody whose hat or place in a circle ended. The gate opens every child whose visits are told.
    """
    actor, kind = people.actor_for(row.person, at), FeedKind(row.kind)
    if not may_have(actor, kind, at):
        raise NotFound
    return _own(actor, at, with_names=row.with_names) if kind is FeedKind.THERAPIST else _family(actor, at)


def visit_file(opened: OpenChild, visit: UUID) -> bytes:
    """One visit as a file for the reader's calendar, in the words of the link. NotFound for a visit nobody expects."""
    seen = appointments.visit(opened, visit)
    if seen.state in NEVER_EXPECTED:
        raise NotFound
    lines = lines_of(opened, seen.starts_at)
    return written([_visit(line, _title(opened.clinic_name)) for line in lines], {_uid(visit)})


def family_letter(opened: Iterable[OpenChild], at: datetime, is_told: Callable[[VisitLine], bool]) -> bytes:
    """Those visits of a carer's children that a letter tells of, called and counted as behind their link.

    Without a place: a letter goes further than a link. b"" where there are none.
    """
    lines = [replace(line, place="") for child in opened for line in lines_of(child, at - LOOKS_BACK)]
    told = {_uid(line.uuid) for line in lines if is_told(line)}
    return written([_visit(line, _title(line.clinic_name)) for line in lines], told) if told else b""


def own_letter(actor: Actor, at: datetime, is_told: Callable[[VisitLine], bool]) -> bytes:
    """The same for a therapist, as behind a link without names: children who come together are one visit."""
    lines = [replace(line, place="") for line in own_lines(actor, at - LOOKS_BACK)]
    among = {_together(line) for line in lines if is_told(line)}
    kept = _once_a_group(lines)
    told = {_uid(line.uuid) for line in kept if _together(line) in among}
    return written([_visit(line, _title("")) for line in kept], told) if told else b""


def hash_of(kept: str | bytes) -> str:
    """What is kept of a link's secret, and of what it told."""
    plain = kept.encode(errors="surrogatepass") if isinstance(kept, str) else kept
    return hashlib.sha256(plain).hexdigest()


def written(visits: list[CalendarVisit], only: set[str] | None = None) -> bytes:
    """Visits as an .ics file; with ``only`` those alone, counted as among all."""
    return calendar_files.written(gettext("Visits"), calendar_files.entries(visits, only))


def _own(actor: Actor, at: datetime, *, with_names: bool) -> list[CalendarVisit]:
    lines = own_lines(actor, at - LOOKS_BACK)
    names = _names(actor, lines, at) if with_names else {}
    told = lines if with_names else _once_a_group(lines)
    return [_visit(line, _title(names.get(line.child, ""))) for line in told]


def _names(actor: Actor, lines: Iterable[VisitLine], at: datetime) -> Mapping[int, str]:
    """Through the gate, like every name."""
    among = {line.child for line in lines}
    opened = gate.open_children(actor, Capability.READ_NAME, at, doing="calendars.read_feed", among=among)
    return {child.pk: child.short_name for child in opened}


def _once_a_group(lines: Iterable[VisitLine]) -> list[VisitLine]:
    """Children who come together are one visit for a calendar without names: the first that takes place."""
    kept: dict[object, VisitLine] = {}
    for line in sorted(lines, key=lambda line: (line.is_off, line.uuid)):
        kept.setdefault(_together(line), line)
    return list(kept.values())


def _together(line: VisitLine) -> object:
    return (line.group, line.starts_at) if line.group else line.uuid


def _family(actor: Actor, at: datetime) -> list[CalendarVisit]:
    opened = gate.open_children(actor, Capability.READ_VISITS, at, doing="calendars.read_feed")
    mine = (child for child in opened if child.is_carer)
    lines = (line for child in mine for line in lines_of(child, at - LOOKS_BACK))
    return [_visit(line, _title(line.clinic_name)) for line in lines]


def _title(more: str) -> str:
    return gettext("Visit, {more}").format(more=more) if more else gettext("Visit")


def _visit(line: VisitLine, title: str) -> CalendarVisit:
    return CalendarVisit(
        uid=_uid(line.uuid),
        starts_at=line.starts_at,
        minutes=line.minutes,
        zone=zone_kept(line.zone).key,
        title=title,
        place=line.place,
        changed_at=line.changed_at,
        sequence=line.sequence,
        is_off=line.is_off,
        series=_uid(line.series) if line.series else "",
        planned_at=line.planned_at,
    )


def _uid(uuid: UUID) -> str:
    return f"{uuid}@{calendar_files.OURS}"
