"""Booking, moving and cancelling visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from alongside.areas.appointments.actions import slots
from alongside.areas.appointments.models import ChangeRequest, Room, Series, Visit
from alongside.areas.appointments.queries import visit_row, visit_seen
from alongside.areas.appointments.values import CellKind, RoomSeen, VisitSeen, VisitState
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind, Row
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability
from alongside.core.cells import cells_of
from alongside.core.ids import uuid7
from alongside.core.recurrence import weekly
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from alongside.core.words import gettext_noop

_BOOK_BACK = timedelta(days=14)
_BOOK_AHEAD = timedelta(days=550)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """Who sees the child where: keys that were checked to belong to the clinic."""

    therapist: int
    room: int | None
    minutes: int
    place_words: str


@action
def add_room(*, actor: Actor, clinic: int, room: UUID, name: str, at: datetime) -> RoomSeen:
    """Keep a room of the clinic. The owner and the front desk may."""
    roles = actor.roles_in(clinic)
    if not roles:
        raise NotFound
    if not roles & {MemberRole.OWNER, MemberRole.FRONT_DESK}:
        raise NotAllowed(gettext_noop("The owner and the front desk look after the rooms."))
    kept = bounds.words(name, bounds.TITLE, "name", required=True)
    if Room.objects.filter(clinic=clinic, name=kept).exclude(uuid=room).exists():
        raise InvalidInput(gettext_noop("There is a room with this name. Choose another name."), field="name")
    row, _ = Room.objects.get_or_create(uuid=room, defaults={"clinic_id": clinic, "name": kept})
    if row.clinic_id != clinic:
        raise NotFound
    trail.record([_clinic_row(actor, clinic, at)])
    return RoomSeen(uuid=row.uuid, name=row.name)


@action
def book_visit(
    *,
    actor: Actor,
    child: UUID,
    visit: UUID,
    therapist: UUID,
    starts_at: datetime,
    minutes: int,
    at: datetime,
    room: UUID | None = None,
    place_words: str = "",
) -> VisitSeen:
    """Book one visit. ``starts_at`` is aware, on a five-minute mark; the same uuid again answers the same.

    Raises SlotTaken when the therapist, the child or the room is not free, NotFound for a therapist or a room
    of another clinic.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.book_visit")
    where = _where(opened, therapist, room, minutes, place_words)
    row = _visit(opened, where, visit, _when(starts_at, minutes, at))
    slots.lock(slots.resources_of(row))
    known = Visit.objects.filter(uuid=visit).first()
    if known is None:
        row.save(force_insert=True)
        slots.hold([row])
    else:
        _check_mine(opened, known.child_id, known.booked_by_id)
    return visit_seen(opened, visit_row(opened, visit))


@action
def book_series(
    *,
    actor: Actor,
    child: UUID,
    series: UUID,
    therapist: UUID,
    first_on: date,
    local_time: time,
    count: int,
    minutes: int,
    at: datetime,
    room: UUID | None = None,
    place_words: str = "",
) -> tuple[VisitSeen, ...]:
    """Book ``count`` (1 to 52) visits a week apart at the same wall time of the clinic: all of them or none.

    Raises SlotTaken naming the times that are not free (``starts`` holds them in UTC).
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.book_series")
    where = _where(opened, therapist, room, minutes, place_words)
    times = weekly(first_on, local_time, opened.zone, count)
    _when(times[0].starts_at, minutes, at)
    rows = [_visit(opened, where, uuid7(at), time.starts_at) for time in times]
    slots.lock(slots.resources_of(rows[0]))
    known = Series.objects.filter(uuid=series).first()
    if known is None:
        kept = _series(opened, where, series, first_on, local_time, count)
        _book_all(kept, rows)
    else:
        _check_mine(opened, known.child_id, known.by_id)
    booked = Visit.objects.filter(series__uuid=series).select_related("child", "therapist", "room", "series")
    return tuple(visit_seen(opened, row) for row in booked.order_by("number"))


@action
def move_visit(
    *,
    actor: Actor,
    child: UUID,
    visit: UUID,
    starts_at: datetime,
    at: datetime,
    minutes: int | None = None,
    therapist: UUID | None = None,
    room: UUID | None = None,
) -> VisitSeen:
    """Give a booked visit another time, and another length, therapist or room where one is named.

    The old time is free in the same moment as the new one is held. Open wishes to change it count as answered.
    Raises SlotTaken, VisitOver, NotFound.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.move_visit")
    row = visit_row(opened, visit)
    row.minutes = minutes or row.minutes
    row.starts_at = _when(starts_at, row.minutes, at)
    row.therapist_id = _therapist(opened, therapist) if therapist else row.therapist_id
    row.room_id = _room(opened, room) if room else row.room_id
    slots.lock(slots.resources_of(row))
    _check_booked(visit)
    slots.free(row)
    slots.hold([row])
    row.changed_at = at
    row.save(update_fields=["starts_at", "minutes", "therapist", "room", "changed_at"])
    open_wishes = ChangeRequest.objects.filter(visit=row, answered_at=None)
    open_wishes.update(answered_at=at, answered_by=actor.person, answer="")
    return visit_seen(opened, visit_row(opened, visit))


@action
def cancel_visit(
    *, actor: Actor, child: UUID, visit: UUID, at: datetime, family_could_not_come: bool = False
) -> VisitSeen:
    """Let a visit go; its time is free at once. Cancelling twice changes nothing. Raises VisitOver when done."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.cancel_visit")
    state = VisitState.COULD_NOT_COME if family_could_not_come else VisitState.CANCELLED
    return _let_go(opened, visit, state)


@action
def could_not_come(*, actor: Actor, child: UUID, visit: UUID, at: datetime) -> VisitSeen:
    """The family says that this visit does not work for them; no reason is asked. Twice changes nothing."""
    opened = gate.open_child(
        actor, child, Capability.ASK_TO_CHANGE_VISIT, at, doing="appointments.could_not_come"
    )
    return _let_go(opened, visit, VisitState.COULD_NOT_COME)


def _let_go(opened: OpenChild, visit: UUID, state: VisitState) -> VisitSeen:
    slots.lock([(CellKind.CHILD, opened.pk)])
    row = visit_row(opened, visit)
    if row.state == VisitState.DONE:
        raise slots.VisitOver
    if row.state == VisitState.BOOKED:
        slots.free(row)
        row.state, row.changed_at = state.value, opened.at
        row.save(update_fields=["state", "changed_at"])
    return visit_seen(opened, row)


def _check_booked(visit: UUID) -> None:
    """Read again under the locks: somebody may have cancelled it while we waited."""
    if not Visit.objects.filter(uuid=visit, state=VisitState.BOOKED).exists():
        raise slots.VisitOver


def _book_all(series: Series, rows: Sequence[Visit]) -> None:
    for number, row in enumerate(rows, start=1):
        row.series, row.number = series, number
    Visit.objects.bulk_create(rows)
    slots.hold(rows)


def _series(
    opened: OpenChild, where: _Where, uuid: UUID, first_on: date, local_time: time, count: int
) -> Series:
    return Series.objects.create(
        uuid=uuid,
        clinic_id=opened.clinic,
        child_id=opened.pk,
        therapist_id=where.therapist,
        room_id=where.room,
        first_on=first_on,
        local_time=local_time,
        zone=opened.zone,
        minutes=where.minutes,
        count=count,
        by_id=opened.actor.person,
        at=opened.at,
    )


def _visit(opened: OpenChild, where: _Where, uuid: UUID, starts_at: datetime) -> Visit:
    return Visit(
        uuid=uuid,
        clinic_id=opened.clinic,
        child_id=opened.pk,
        therapist_id=where.therapist,
        room_id=where.room,
        starts_at=starts_at,
        minutes=where.minutes,
        zone=opened.zone,
        place_words=where.place_words,
        state=VisitState.BOOKED.value,
        booked_by_id=opened.actor.person,
        booked_at=opened.at,
    )


def _where(opened: OpenChild, therapist: UUID, room: UUID | None, minutes: int, place_words: str) -> _Where:
    return _Where(
        therapist=_therapist(opened, therapist),
        room=_room(opened, room) if room else None,
        minutes=minutes,
        place_words=bounds.words(place_words, bounds.SENTENCE, "place_words"),
    )


def _therapist(opened: OpenChild, therapist: UUID) -> int:
    return people.therapist(opened.clinic, therapist, opened.at).pk


def _room(opened: OpenChild, room: UUID) -> int:
    key = Room.objects.filter(clinic=opened.clinic, uuid=room).values_list("pk", flat=True).first()
    if key is None:
        raise NotFound
    return key


def _when(starts_at: datetime, minutes: int, at: datetime) -> datetime:
    """The instant in UTC, from two weeks back (a visit that is written up late) to eighteen months ahead."""
    cells_of(starts_at, minutes)  # refuses what does not fit five-minute cells, before anything is written
    if not at - _BOOK_BACK <= starts_at <= at + _BOOK_AHEAD:
        raise InvalidInput(gettext_noop("Choose a day within the next eighteen months."), field="starts_at")
    return starts_at.astimezone(UTC)


def _check_mine(opened: OpenChild, child: int, person: int) -> None:
    """A uuid that was used for somebody or something else is unknown here."""
    if (child, person) != (opened.pk, opened.actor.person):
        raise NotFound


def _clinic_row(actor: Actor, clinic: int, at: datetime) -> Row:
    return Row(
        at=at,
        kind=Kind.WRITE,
        doing="appointments.add_room",
        person=actor.person,
        person_name=actor.name,
        roles=",".join(sorted(actor.roles_in(clinic))),
        clinic=clinic,
        child=None,
    )
