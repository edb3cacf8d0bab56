"""Visits as calendars tell them: when, where, and whether they take place. Nothing that says why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.areas.appointments.models import Visit, VisitColleague
from alongside.areas.appointments.values import NEVER_EXPECTED, VisitState
from alongside.areas.circle.values import OpenChild
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability

AT_MOST = 5_000
_FIELDS = (
    "uuid",
    "child_id",
    "starts_at",
    "minutes",
    "zone",
    "state",
    "series__uuid",
    "planned_at",
    "sequence",
    "changed_at",
    "booked_at",
    "room__name",
    "site__name",
    "group__uuid",
    "clinic__name",
)
_OFF = frozenset({VisitState.CANCELLED.value, VisitState.COULD_NOT_COME.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A visit in a calendar. Instants are in UTC; ``child`` is its internal key, which never leaves the server.

    ``place`` is the clinic's own name of a room and a site, empty for a reader who may not know it: words that somebody
    typed about a place may be a family's address. ``sequence`` counts the changes, the last one at ``changed_at``.
    """

    uuid: UUID
    child: int
    starts_at: datetime
    minutes: int
    zone: str
    is_off: bool
    series: UUID | None
    planned_at: datetime | None
    sequence: int
    changed_at: datetime
    place: str
    group: UUID | None
    clinic_name: str


def own_lines(actor: Actor, since: datetime) -> tuple[VisitLine, ...]:
    """A therapist's own visits from ``since`` (aware) on, also as a colleague, cancelled ones among them.

    A series that reaches beyond ``since`` comes whole, so that its name in a calendar never means another thing.
    No record is opened: nothing here tells who comes.
    """
    with_others = VisitColleague.objects.filter(person=actor.person).values("visit")
    rows = Visit.objects.filter(Q(therapist=actor.person) | Q(pk__in=with_others))
    return _lines(rows.filter(clinic__in=actor.clinics_as(MemberRole.THERAPIST)), since)


def lines_of(opened: OpenChild, since: datetime) -> tuple[VisitLine, ...]:
    """The same for one child. A restricted carer is not told the place."""
    opened.check(Capability.READ_VISITS)
    rows = Visit.objects.filter(child=opened.pk)
    return _lines(rows, since, tells_place=not opened.is_restricted)


def _lines(rows: QuerySet[Visit], since: datetime, *, tells_place: bool = True) -> tuple[VisitLine, ...]:
    expected = rows.exclude(state__in=NEVER_EXPECTED)
    lasting = expected.filter(starts_at__gte=since, series__isnull=False).values("series")
    seen: Iterable[tuple[Any, ...]] = (
        expected.filter(Q(starts_at__gte=since) | Q(series__in=lasting))
        .order_by("-starts_at", "-pk")
        .values_list(*_FIELDS)[:AT_MOST]
    )
    return tuple(_line(row, tells_place=tells_place) for row in seen)


def _line(row: tuple[Any, ...], *, tells_place: bool) -> VisitLine:
    told = dict(zip(_FIELDS, row, strict=True))
    place = " · ".join(filter(None, (told["room__name"], told["site__name"])))
    return VisitLine(
        uuid=told["uuid"],
        child=told["child_id"],
        starts_at=told["starts_at"],
        minutes=told["minutes"],
        zone=told["zone"],
        is_off=told["state"] in _OFF,
        series=told["series__uuid"],
        planned_at=told["planned_at"],
        sequence=told["sequence"],
        changed_at=told["changed_at"] or told["booked_at"],
        place=place if tells_place else "",
        group=told["group__uuid"],
        clinic_name=told["clinic__name"],
    )
