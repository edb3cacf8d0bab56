"""Booking, moving and letting go of single visits."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.appointments.actions import slots, travel
from alongside.areas.appointments.models import ChangeRequest, Room, Visit, VisitColleague
from alongside.areas.appointments.queries import visit_row, visit_seen
from alongside.areas.appointments.queries.claims import THE_FAMILYS, Asked, claims_of, find
from alongside.areas.appointments.queries.rows import (
    Where,
    carers_of,
    check_at_work,
    check_mine,
    ground,
    the_room,
    the_therapist,
    visit_of,
    when,
    where,
)
from alongside.areas.appointments.queries.visits import session_of
from alongside.areas.appointments.values import (
    USUAL,
    CellKind,
    Unchanged,
    VisitDetails,
    VisitSeen,
    VisitState,
    Way,
)
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop


class OfAGroup(Refusal):
    """The visit of one child in a group has no time of its own."""

    sentence = gettext_noop(
        "Several children come together at this time. Take this child out of the group first."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What was named to become different for visits that stand, keys that were checked; a room may be none."""

    minutes: int | None
    therapist: int | None
    room: Room | Unchanged | None


class VisitChanged(Refusal):
    """Somebody has changed the visit since the person saw it."""

    sentence = gettext_noop("This visit was changed since then. It stays as it is now.")


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
    details: VisitDetails = USUAL,
) -> VisitSeen:
    """Book one visit. ``starts_at`` is aware, on a five-minute mark; the same uuid again answers the same.

    Raises SlotTaken when the therapist, the child, the room or the grown-up who comes is not free, NotFound for a
    therapist, a room or a place of another clinic.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.book_visit")
    place = where(opened, therapist, room, minutes, place_words, details)
    row = visit_of(ground(opened), place, visit, when(starts_at, minutes, at))
    store_once(opened, row, place)
    return visit_seen(opened, visit_row(opened, visit))


def store_once(opened: OpenChild, row: Visit, place: Where) -> None:
    """Hold the time and keep the row, unless this uuid was kept before."""
    slots.lock_for([row], place.asked)
    known = next(iter(_kept(uuid=row.uuid)), None)
    if known is None:
        store([row], place.asked)
    else:
        check_mine(ground(opened), known.child_id, known.booked_by_id)


@prepared
def _kept() -> QuerySet[Visit, Visit]:
    return Visit.objects.filter(uuid=Slot("uuid"))


def store(rows: list[Visit], asked: Asked) -> None:
    """Keep new visits with their cells and colleagues, under the locks. Raises SlotTaken."""
    travel.make_way(rows)
    found = find(rows, asked)
    if len(rows) == 1:
        rows[0].save(force_insert=True)
    else:
        Visit.objects.bulk_create(rows)
    slots.take(found)
    keep_colleagues(rows, asked.colleagues)


def keep_colleagues(rows: list[Visit], colleagues: tuple[int, ...]) -> None:
    """Write down the further therapists of new visits."""
    if colleagues:
        VisitColleague.objects.bulk_create(
            VisitColleague(child_id=row.child_id, visit=row, person_id=one)
            for row in rows
            for one in colleagues
        )


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
    room: UUID | Unchanged | None = Unchanged.UNCHANGED,
    sequence: int | None = None,
) -> VisitSeen:
    """Give a booked visit another time, and another length, therapist or room where one is named.

    ``room`` None means none of the clinic's. The old time is free in the same moment as the new one is held. Open
    wishes to change it count as answered. The same again changes nothing. ``sequence`` is the count of its changes
    that the person saw.
    Raises SlotTaken, VisitOver, OfAGroup, TherapistLeft, NotFound, and VisitChanged where ``sequence`` differs by now.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.move_visit")
    row = visit_row(opened, visit)
    if row.group_id:
        raise OfAGroup
    asked, named = asked_again(opened, row), named_of(opened, minutes, therapist, room)
    if therapist is None:
        check_at_work(opened, [row])
    claims = (*claims_of(row, asked), *claims_of(_moved(row, starts_at, named, at), asked))
    slots.lock({(claim.kind, key) for claim in claims for key in claim.of})
    row = visit_row(opened, visit)
    _check_seen(row, sequence)
    if row.state != VisitState.BOOKED:
        raise slots.VisitOver
    stood = _stands(row)
    if stood != _stands(_moved(row, starts_at, named, at)):
        hold_again(opened, row, asked)
    return visit_seen(opened, visit_row(opened, visit))


def named_of(
    opened: OpenChild, minutes: int | None, therapist: UUID | None, room: UUID | Unchanged | None
) -> Named:
    """What was named, checked. Raises NotFound for somebody or something of another clinic."""
    return Named(
        minutes=minutes,
        therapist=the_therapist(opened, therapist) if therapist else None,
        room=the_room(opened.clinic, room) if isinstance(room, UUID) else room,
    )


def _moved(row: Visit, starts_at: datetime, named: Named, at: datetime) -> Visit:
    put(row, named)
    row.starts_at = when(starts_at, row.minutes, at)
    return row


def _stands(row: Visit) -> tuple[datetime, int, int, int | None]:
    return row.starts_at, row.minutes, row.therapist_id, row.room_id


def put(row: Visit, named: Named) -> None:
    """Give a visit what was named for it. Another room is at its own place."""
    row.minutes = named.minutes or row.minutes
    row.therapist_id = named.therapist or row.therapist_id
    if named.room is not Unchanged.UNCHANGED and named.room != row.room:
        row.room, row.site_id = named.room, named.room.site_id if named.room else None


def _check_seen(row: Visit, sequence: int | None) -> None:
    if sequence not in (None, row.sequence):
        raise VisitChanged


def hold_again(opened: OpenChild, row: Visit, asked: Asked) -> None:
    """Let the stored time go, hold the one that the row has now, and keep the row."""
    slots.free(row)
    travel.close_up(row)
    if CellKind.THERAPIST in asked.kinds:
        travel.make_way([row])
    slots.hold([row], asked)
    row.sequence += 1
    row.changed_at = opened.at
    row.save()
    open_wishes = ChangeRequest.objects.filter(visit=row, answered_at=None)
    open_wishes.update(answered_at=opened.at, answered_by=opened.actor.person, answer="")


@action
def cancel_visit(
    *, actor: Actor, child: UUID, visit: UUID, at: datetime, family_could_not_come: bool = False
) -> VisitSeen:
    """Let a visit go; its time is free at once. Cancelling twice changes nothing. Raises VisitOver when done."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.cancel_visit")
    state = VisitState.COULD_NOT_COME if family_could_not_come else VisitState.CANCELLED
    return _let_go(opened, _locked(opened, visit), state)


@action
def could_not_come(*, actor: Actor, child: UUID, visit: UUID, at: datetime) -> VisitSeen:
    """The family says that this visit does not work for them; no reason is asked. Twice changes nothing.

    It can say so until the visit would have ended: then it is over, and the clinic knows who came. Raises VisitOver.
    """
    opened = gate.open_child(
        actor, child, Capability.ASK_TO_CHANGE_VISIT, at, doing="appointments.could_not_come"
    )
    row = _locked(opened, visit)
    if row.state == VisitState.BOOKED:
        slots.check_ahead(row, at)
    return _let_go(opened, row, VisitState.COULD_NOT_COME)


@action
def bring_back_visit(
    *, actor: Actor, child: UUID, visit: UUID, at: datetime, sequence: int | None = None
) -> VisitSeen:
    """Undo a cancellation, if the time is still free. Bringing back a booked visit changes nothing.

    Raises SlotTaken when somebody has the time by now, VisitOver for a visit that was written up, TherapistLeft, and
    VisitChanged when it was let go again since: ``sequence`` is the count of its changes that the person saw.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.bring_back_visit")
    row = visit_row(opened, visit)
    slots.lock_for([row], asked_again(opened, row))
    row = visit_row(opened, visit)
    if row.state == VisitState.DONE:
        raise slots.VisitOver
    if row.state != VisitState.BOOKED:
        _check_seen(row, sequence)
        check_at_work(opened, [row])
        stand_again(opened, row)
    return visit_seen(opened, visit_row(opened, visit))


def stand_again(opened: OpenChild, row: Visit) -> None:
    """Hold the time of a visit that was let go, under the locks. Raises SlotTaken.

    A visit behind the end of its series comes back as a single one, one of a group to its session.
    """
    asked, others = asked_again(opened, row), session_of(row)
    if others.exists():
        asked = beside(asked, set(others.values_list("comes_with", flat=True)))
        row.comes_with = None
    if (
        row.series
        and row.series.ended_on
        and row.starts_at.astimezone(opened.zone_info).date() > row.series.ended_on
    ):
        row.series = row.number = row.planned_at = None
    row.state = VisitState.BOOKED.value
    hold_again(opened, row, asked)


def beside(asked: Asked, coming: set[int | None]) -> Asked:
    """What a further child of a group asks for. A grown-up who comes with a brother or a sister comes with both."""
    carers = () if coming & set(asked.carers) else asked.carers
    return replace(asked, carers=carers, kinds=THE_FAMILYS)


def asked_again(opened: OpenChild, row: Visit) -> Asked:
    """What a stored visit asks for: its colleagues, and the grown-up who came before any other."""
    colleagues = VisitColleague.objects.filter(visit=row).values_list("person", flat=True)
    carers = carers_of(opened, VisitDetails(way=Way(row.way)))
    first = () if row.comes_with_id is None else (row.comes_with_id,)
    return Asked(colleagues=tuple(colleagues), carers=tuple(dict.fromkeys((*first, *carers))))


def let_go(row: Visit, state: VisitState, at: datetime) -> None:
    """Give the time of one booked visit back, under the locks."""
    slots.free(row)
    travel.close_up(row)
    row.state, row.changed_at = state.value, at
    row.sequence += 1
    row.save(update_fields=["state", "changed_at", "sequence"])


def _locked(opened: OpenChild, visit: UUID) -> Visit:
    """The visit as it is once its child and its therapist are locked."""
    found = visit_row(opened, visit)
    slots.lock([(CellKind.CHILD, opened.pk), (CellKind.THERAPIST, found.therapist_id)])
    return visit_row(opened, visit)


def _let_go(opened: OpenChild, row: Visit, state: VisitState) -> VisitSeen:
    if row.state == VisitState.DONE:
        raise slots.VisitOver
    if row.state == VisitState.BOOKED:
        slots.hand_on(row, opened.at)
        let_go(row, state, opened.at)
    return visit_seen(opened, row)
