"""Reading what is offered to a family, and what became of it."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.waiting.models import Offer, OfferedTime
from alongside.areas.waiting.values import OfferedTimeSeen, OfferKind, OfferSeen, OfferState, Rhythm
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_SHOWN_AT_MOST = 50


def offer(opened: OpenChild, uuid: UUID) -> OfferSeen:
    """One offer to this child's family; NotFound for any other."""
    opened.check(Capability.READ_VISITS)
    row = _offers().filter(child=opened.pk, uuid=uuid).first()
    if row is None:
        raise NotFound
    return offer_seen(opened, row)


def offers(opened: OpenChild, limit: int = 10) -> tuple[OfferSeen, ...]:
    """What was offered to this child's family, newest first."""
    opened.check(Capability.READ_VISITS)
    rows = _offers().filter(child=opened.pk).order_by("-pk")[: min(limit, _SHOWN_AT_MOST)]
    return tuple(offer_seen(opened, row) for row in rows)


def open_offer(opened: OpenChild) -> OfferSeen | None:
    """The offer that waits for this family's answer; None without one."""
    opened.check(Capability.READ_VISITS)
    row = _offers().filter(child=opened.pk, state=OfferState.OPEN).first()
    return None if row is None else offer_seen(opened, row)


def open_offers(actor: Actor, clinic: int, at: datetime) -> tuple[OfferSeen, ...]:
    """Offers of a clinic that wait for an answer, the one that ends first at the top."""
    if not actor.roles_in(clinic):
        raise NotFound
    rows = list(
        _offers().filter(clinic=clinic, state=OfferState.OPEN).order_by("held_until")[:_SHOWN_AT_MOST]
    )
    among = [row.child_id for row in rows]
    if not among:
        return ()
    found = gate.open_children(actor, Capability.READ_VISITS, at, doing="waiting.open_offers", among=among)
    opened = {child.pk: child for child in found if child.allows(Capability.BOOK_VISITS)}
    return tuple(offer_seen(opened[row.child_id], row) for row in rows if row.child_id in opened)


def children_with_open_offer(children: Iterable[int]) -> frozenset[int]:
    """Which of these children (keys) have an offer open, for actions of this area."""
    rows = Offer.objects.filter(child__in=list(children), state=OfferState.OPEN)
    return frozenset(rows.values_list("child_id", flat=True))


def offer_seen(opened: OpenChild, row: Offer) -> OfferSeen:
    """An offer as this reader may see it: the place is never told to a restricted carer.

    What a carer wrote with the answer is for them and the clinic: another home's words can be an address.
    """
    is_told = not opened.is_carer or row.answered_by_id == opened.actor.person
    return OfferSeen(
        uuid=row.uuid,
        child=opened.uuid,
        child_name=opened.short_name,
        kind=OfferKind(row.kind),
        state=OfferState(row.state),
        held_until=row.held_until,
        zone=row.zone,
        times=tuple(_time(opened, row, time) for time in row.times.all()),
        freed=row.freed.uuid if row.freed else None,
        words=row.words if is_told else "",
        by_name=row.by.short_name,
        at=row.at,
        answered_by=row.answered_by.short_name if row.answered_by and is_told else "",
        answered_at=row.answered_at,
    )


def _time(opened: OpenChild, offer: Offer, row: OfferedTime) -> OfferedTimeSeen:
    return OfferedTimeSeen(
        uuid=row.time,
        kind=OfferKind(offer.kind),
        therapist=row.therapist.uuid,
        therapist_name=row.therapist.name,
        room_name=row.room.name if row.room and not opened.is_restricted else "",
        starts_at=row.starts_at,
        minutes=row.minutes,
        zone=offer.zone,
        rhythm=Rhythm(row.rhythm),
        count=row.count,
        skips=tuple(date.fromisoformat(day) for day in row.skips),
        last_at=row.last_at,
        costs=tuple((kind, number) for kind, number in row.costs),
        taken=row.taken,
    )


def _offers() -> QuerySet[Offer]:
    times = OfferedTime.objects.select_related("therapist", "room").order_by("pk")
    rows = Offer.objects.select_related("freed", "by", "answered_by")
    return rows.prefetch_related(Prefetch("times", queryset=times))
