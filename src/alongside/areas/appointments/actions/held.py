"""Times held for a family until it chose: they hold the therapist and the room, and nobody expects them yet."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q

from alongside.areas.appointments.actions import slots, travel
from alongside.areas.appointments.actions.booking import asked_again, store
from alongside.areas.appointments.actions.regular import keep_series, offered_asks
from alongside.areas.appointments.models import Visit
from alongside.areas.appointments.queries.claims import THE_CLINICS, THE_FAMILYS, Asked
from alongside.areas.appointments.queries.offered import offered, offered_rows
from alongside.areas.appointments.queries.rows import (
    Ground,
    Where,
    check_mine,
    ground,
    visit_of,
    when,
    where,
)
from alongside.areas.appointments.queries.visits import visit_seen, with_names
from alongside.areas.appointments.values import NEVER_EXPECTED, USUAL, VisitDetails, VisitSeen, VisitState
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound, Refusal
from alongside.core.series import Rhythm, Rule
from alongside.core.words import gettext_noop


class NoLongerHeld(Refusal):
    """The time was let go, or somebody chose already."""

    sentence = gettext_noop("This time is no longer held. The clinic can offer another.")


@action
def hold_visit(
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
) -> tuple[VisitSeen, ...]:
    """Hold one time for a family, as ``book_visit`` would book it. Raises SlotTaken, NotFound."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.hold_visit")
    place = where(opened, therapist, room, minutes, place_words, details)
    _keep_held(ground(opened), place, visit, when(starts_at, minutes, at))
    return offered(opened, visit)


@action
def hold_series(
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
    rhythm: Rhythm = Rhythm.WEEKLY,
    days: tuple[int, ...] = (),
    skips: Collection[date] = (),
    moves: Mapping[date, datetime] | None = None,
    details: VisitDetails = USUAL,
) -> tuple[VisitSeen, ...]:
    """Hold a regular time for a family, as ``book_series`` would book it: all of it or nothing."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.hold_series")
    place = where(opened, therapist, room, minutes, place_words, details)
    rule = Rule(
        first_on=first_on,
        local_time=local_time,
        zone=opened.zone,
        count=count,
        rhythm=rhythm,
        days=days,
        skips=frozenset(skips),
    )
    keep_series(ground(opened), place, rule, series, moves or {}, offered=True)
    return offered(opened, series)


@action
def take_held(*, actor: Actor, child: UUID, held: UUID, at: datetime) -> tuple[VisitSeen, ...]:
    """The family, or the desk for it, takes a held time: it is booked now. Taking it twice answers the same.

    ``held`` is the uuid of the visit or the series. Raises NoLongerHeld, and SlotTaken when the child or everybody
    who could come is at another visit by now.
    """
    opened = _open(actor, child, at, "appointments.take_held")
    rows = offered_rows(opened.pk, held)
    if not rows:
        return _taken_before(opened, held)
    carers = asked_again(opened, rows[0]).carers
    asked = Asked(carers=carers, kinds=THE_FAMILYS)
    slots.lock_for(rows, asked)
    if len(offered_rows(opened.pk, held)) != len(rows):
        raise NoLongerHeld
    slots.hold(rows, asked)
    for row in rows:
        row.state, row.booked_at = VisitState.BOOKED.value, at
    Visit.objects.bulk_update(rows, ["state", "booked_at", "comes_with"])
    return tuple(visit_seen(opened, row) for row in rows)


def release_held(child: int, held: UUID, at: datetime) -> int:
    """Give a held time back; answers how many visits it held. What was taken or let go before stays as it is.

    Within a transaction, and without a person: for an answer, or a time that lapsed. ``child`` is the internal key.
    """
    rows = offered_rows(child, held)
    if not rows:
        return 0
    slots.lock_for(rows, Asked(kinds=THE_CLINICS))
    rows = offered_rows(child, held)
    slots.free(*rows)
    for row in rows:
        travel.close_up(row)
    Visit.objects.filter(pk__in=[row.pk for row in rows]).update(state=VisitState.NOT_TAKEN, changed_at=at)
    return len(rows)


def _keep_held(on: Ground, place: Where, uuid: UUID, starts_at: datetime) -> None:
    """Hold the time and keep the offered row, unless this uuid was kept before."""
    row = visit_of(on, place, uuid, starts_at)
    row.state = VisitState.OFFERED.value
    asked = offered_asks(place.asked)
    slots.lock_for([row], asked)
    known = Visit.objects.filter(uuid=uuid).first()
    if known is None:
        store([row], asked)
    else:
        check_mine(on, known.child_id, known.booked_by_id)


def _open(actor: Actor, child: UUID, at: datetime, doing: str) -> OpenChild:
    opened = gate.open_child(actor, child, Capability.READ_VISITS, at, doing=doing)
    if not opened.allows(Capability.BOOK_VISITS):
        opened.check(Capability.ASK_TO_CHANGE_VISIT, doing)
    return opened


def _taken_before(opened: OpenChild, held: UUID) -> tuple[VisitSeen, ...]:
    rows = Visit.objects.filter(Q(uuid=held) | Q(series__uuid=held), child=opened.pk)
    standing = with_names(rows.exclude(state__in=NEVER_EXPECTED)).order_by("starts_at")
    if standing:
        return tuple(visit_seen(opened, row) for row in standing)
    raise NoLongerHeld if rows.exists() else NotFound
