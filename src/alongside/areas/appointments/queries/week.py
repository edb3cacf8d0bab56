"""One week of a clinic as it is drawn: for a few therapists, for a few rooms, or for one child."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.appointments.models import Visit, VisitColleague
from alongside.areas.appointments.values import VisitState, Way
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound

LANES_AT_MOST = 64
_WIDEST_ZONE = timedelta(hours=14)
_FIELDS = (
    "room__uuid",
    "room__name",
    "place_words",
    "starts_at",
    "minutes",
    "zone",
    "number",
    "way",
    "state",
    "group__uuid",
    "group__name",
    "buffer_after",
    "travel_after",
)
_SHOWN = (VisitState.BOOKED, VisitState.DONE, VisitState.OFFERED)


class LaneOf(StrEnum):
    """Whose time a lane of the week shows."""

    THERAPIST = "THERAPIST"
    ROOM = "ROOM"
    CHILD = "CHILD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The lanes that a page asks for: uuids of therapists, of rooms, or of one child."""

    of: LaneOf
    uuids: Sequence[UUID]


class _Row(NamedTuple):
    uuid: UUID
    child: int
    therapist: UUID
    therapist_name: str
    room: UUID | None
    room_name: str | None
    place_words: str
    starts_at: datetime
    minutes: int
    zone: str
    number: int | None
    way: str
    state: str
    group: UUID | None
    group_name: str | None
    buffer_after: int
    travel_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekVisit:
    """A visit in a week: a short name, no clinical word. ``starts`` is wall time of the clinic.

    The room, ``place_words`` and ``group_name`` are empty for a reader who may not know the place, the words also for
    a carer of the child. ``is_held`` marks a time that is offered and that nobody expects yet. Children who come
    together share a ``group``. ``after`` are minutes that the therapist keeps free afterwards. A further therapist of
    a visit has it in the own lane, too.
    """

    uuid: UUID
    child: UUID
    child_name: str
    full_name: str
    therapist: UUID
    therapist_name: str
    room: UUID | None
    room_name: str
    place_words: str
    starts: datetime
    minutes: int
    number: int | None
    way: Way
    is_held: bool
    group: UUID | None
    group_name: str
    after: int


def week_seen(
    actor: Actor,
    clinic: int,
    first: date,
    days: int,
    lanes: Lanes,
    at: datetime,
    *,
    known: Sequence[OpenChild] = (),
) -> tuple[WeekVisit, ...]:
    """The visits of these lanes on ``days`` local days (1 to 7) from ``first``, in order, without cancelled ones.

    One statement for the visits, one for further therapists, and one for the children, whose records the gate opens
    for their names; those in ``known`` are open already. NotFound for a clinic where the person has no hat.
    """
    if not actor.roles_in(clinic):
        raise NotFound
    rows = _rows(clinic, bounds.day(first, "first"), first + timedelta(days=days - 1), lanes)
    by_key = {child.pk: child for child in known}
    if among := {row.child for row in rows} - by_key.keys():
        opened = gate.open_children(
            actor, Capability.READ_NAME, at, doing="appointments.week_seen", among=among
        )
        by_key |= {child.pk: child for child in opened}
    places = {key for key, child in by_key.items() if _knows_place(child)}
    return tuple(_seen(by_key[row.child], row, row.child in places) for row in rows if row.child in by_key)


def who_sees(clinic: int, first: date, days: int, zone: ZoneInfo) -> tuple[tuple[UUID, str], ...]:
    """Uuid and name of everybody who leads a visit on these local days, whether still in the team or not, by name."""
    from_at = datetime.combine(first, time.min, zone).astimezone(UTC)
    until_at = datetime.combine(first + timedelta(days=days - 1), time.max, zone).astimezone(UTC)
    found = _leading(clinic=clinic, from_at=from_at, until_at=until_at)
    return tuple(sorted(found, key=lambda one: one[1]))


def _rows(clinic: int, first: date, last: date, lanes: Lanes) -> list[_Row]:
    asked = lanes.uuids[:LANES_AT_MOST]
    if not asked:
        return []
    told: dict[str, Any] = {
        "room": room_for(asked),
        "clinic": clinic,
        "lanes": asked,
        "from_at": datetime.combine(first, time.min, UTC) - _WIDEST_ZONE,
        "until_at": datetime.combine(last, time.max, UTC) + _WIDEST_ZONE,
    }
    found = _visits(of=lanes.of, **told)
    if lanes.of is LaneOf.THERAPIST:
        found += _helped(**told)
    rows = [_Row(*row) for row in found]
    return [row for row in rows if first <= _local(row).date() <= last]


@prepared
def _visits(*, of: LaneOf, room: int) -> QuerySet[Visit, Any]:
    lane: dict[LaneOf, str] = {
        LaneOf.THERAPIST: "therapist__uuid__in",
        LaneOf.ROOM: "room__uuid__in",
        LaneOf.CHILD: "child__uuid__in",
    }
    rows = Visit.objects.filter(Q(**{lane[of]: slots("lanes", room)}), **_in_time())
    people = ("therapist__uuid", "therapist__short_name")
    return rows.order_by("starts_at", "pk").values_list("uuid", "child_id", *people, *_FIELDS)


@prepared
def _helped(*, room: int) -> QuerySet[VisitColleague, Any]:
    """Visits in which these people are further therapists, each in the name of that person."""
    only = {f"visit__{name}": value for name, value in _in_time().items()}
    rows = VisitColleague.objects.filter(Q(person__uuid__in=slots("lanes", room)), **only)
    fields = [f"visit__{name}" for name in _FIELDS]
    people = ("person__uuid", "person__short_name")
    return rows.order_by("visit__starts_at", "pk").values_list("visit__uuid", "child_id", *people, *fields)


@prepared
def _leading() -> QuerySet[Visit, Any]:
    rows = Visit.objects.filter(**_in_time()).order_by()
    return rows.values_list("therapist__uuid", "therapist__name").distinct()


def _in_time() -> dict[str, Any]:
    return {
        "clinic": Slot("clinic"),
        "starts_at__gte": Slot("from_at"),
        "starts_at__lte": Slot("until_at"),
        "state__in": _SHOWN,
    }


def _local(row: _Row) -> datetime:
    return row.starts_at.astimezone(zone_kept(row.zone))


def _knows_place(child: OpenChild) -> bool:
    return child.allows(Capability.READ_VISITS) and not child.is_restricted


def _seen(child: OpenChild, row: _Row, knows_place: bool) -> WeekVisit:  # noqa: FBT001  # a fact about the reader
    return WeekVisit(
        uuid=row.uuid,
        child=child.uuid,
        child_name=child.short_name,
        full_name=child.name,
        therapist=row.therapist,
        therapist_name=row.therapist_name,
        room=row.room if knows_place else None,
        room_name=(row.room_name or "") if knows_place else "",
        place_words=row.place_words if knows_place and not child.is_carer else "",
        starts=_local(row),
        minutes=row.minutes,
        number=row.number,
        way=Way(row.way),
        is_held=row.state == VisitState.OFFERED,
        group=row.group,
        group_name=(row.group_name or "") if knows_place else "",
        after=row.buffer_after + row.travel_after,
    )
