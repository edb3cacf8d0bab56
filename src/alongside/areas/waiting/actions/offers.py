"""Offering times to one family, and what comes back. An open offer holds its times; every answer lets the others go."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.people import queries as people
from alongside.areas.trail.actions import action
from alongside.areas.waiting import queries
from alongside.areas.waiting.actions import freed_steps, holding, places
from alongside.areas.waiting.models import FreedTime, Offer
from alongside.areas.waiting.queries.freed import freed_row
from alongside.areas.waiting.queries.places import place_row
from alongside.areas.waiting.values import (
    MOST_OPTIONS,
    OfferKind,
    OfferSeen,
    OfferState,
    OptionToOffer,
    Rhythm,
    StepKind,
    WhyEnded,
)
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.fairness import Night, ends_by_day
from alongside.core.instants import check_aware
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

_HOURS_AT_MOST = 336
_COSTS_AT_MOST, _SKIPS_AT_MOST, _COUNT_AT_MOST = 20, 100, 52
_KIND = 40


class OfferOpen(Refusal):
    """The family was offered something else and has not answered."""

    sentence = gettext_noop("This family has an offer already. Wait for the answer, or take it back.")


class OfferOver(Refusal):
    """The offer was answered, taken back, or went to another family."""

    sentence = gettext_noop("This offer is over, so its times are free for others. You keep your place.")


@action
def offer_times(
    *,
    actor: Actor,
    child: UUID,
    offer: UUID,
    options: Sequence[OptionToOffer],
    at: datetime,
    hours: int | None = None,
) -> OfferSeen:
    """Hold one to three times for a family and let it choose. All are held, or none.

    They are regular times (``count`` above 1) or single ones, not both. ``hours`` (1 to 336) says for how long;
    None: as the clinic's rules say. An offer never ends at night, and ends when the first of its times begins.
    Refuses OfferOpen, SlotTaken where a time is not free, and NotFound for a time's identifier that names another.
    The same identifier again answers the same.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.offer_times")
    if not Offer.objects.filter(child=opened.pk, uuid=offer).exists():
        held_for = diary.rules(opened.clinic).hold_hours if hours is None else hours
        bounds.whole(held_for, 1, _HOURS_AT_MOST, "hours")
        until = ends_by_day(at + timedelta(hours=held_for), night_of(opened.clinic))
        keep_offer(opened, offer, options, until, None)
    return queries.offer(opened, offer)


@action
def take_offer(*, actor: Actor, child: UUID, offer: UUID, time: UUID, at: datetime) -> OfferSeen:
    """The family takes one of the times; the others are free in the same moment.

    An answer after the end counts while nobody else was asked and the time has not begun. Taking the same again
    answers the same. Refuses OfferOver. With a regular time the wait is over.
    """
    opened, row, freed = _answering(actor, child, offer, at, "waiting.take_offer")
    if row.state == OfferState.TAKEN and row.times.filter(time=time, taken=True).exists():
        return queries.offer(opened, offer)
    _check_open(row)
    chosen = row.times.filter(time=time).first()
    if chosen is None:
        raise NotFound
    if chosen.starts_at <= at:
        raise OfferOver
    holding.take(opened, row, time)
    close(row, OfferState.TAKEN, at, by=actor.person)
    if freed is not None:
        freed_steps.came_back(freed, row, StepKind.TAKEN, at, by=actor.person)
    if row.kind == OfferKind.REGULAR or (row.place and row.place.rhythm == Rhythm.ONCE):
        places.end(opened, WhyEnded.HAS_TIME)
    return queries.offer(opened, offer)


@action
def decline_offer(*, actor: Actor, child: UUID, offer: UUID, at: datetime, words: str = "") -> OfferSeen:
    """The family takes none of the times; ``words`` say what would suit (up to 300 characters).

    The times are free at once, and the place on the list stays as it was. Declining twice changes nothing.
    """
    opened, row, freed = _answering(actor, child, offer, at, "waiting.decline_offer")
    kept = bounds.words(words, bounds.SENTENCE, "words")
    if row.state == OfferState.DECLINED:
        return queries.offer(opened, offer)
    _check_open(row)
    row.words = kept
    let_go(row, OfferState.DECLINED, at, by=actor.person)
    if freed is not None:
        freed_steps.came_back(freed, row, StepKind.DECLINED, at, by=actor.person)
    return queries.offer(opened, offer)


@action
def withdraw_offer(*, actor: Actor, child: UUID, offer: UUID, at: datetime) -> OfferSeen:
    """The clinic takes an offer back; its times are free. A freed time goes on to the next family."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.withdraw_offer")
    row, freed = _locked(opened, offer)
    if row.state == OfferState.OPEN:
        let_go(row, OfferState.WITHDRAWN, at, by=actor.person)
        if freed is not None:
            freed_steps.came_back(freed, row, StepKind.WITHDRAWN, at, by=actor.person)
    return queries.offer(opened, offer)


@action
def end_place(*, actor: Actor, child: UUID, why: WhyEnded, at: datetime) -> None:
    """Take a child off the waiting list; what is offered to the family is taken back. Twice changes nothing."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.end_place")
    seen = queries.open_offer(opened)
    if seen is not None:
        withdraw_offer(actor=actor, child=child, offer=seen.uuid, at=at)
    places.end(opened, why)


def keep_offer(
    opened: OpenChild,
    uuid: UUID,
    options: Sequence[OptionToOffer],
    held_until: datetime,
    freed: FreedTime | None,
) -> Offer:
    """Store an open offer and hold its times; for actions of this area."""
    kind = _checked(options)
    firsts = [holding.local_start(opened, option.starts_at) for option in options]
    gate.hold(opened)
    if Offer.objects.filter(child=opened.pk, state=OfferState.OPEN).exists():
        raise OfferOpen
    if Offer.objects.filter(uuid=uuid).exists():
        raise NotFound
    row = Offer.objects.create(
        uuid=uuid,
        child_id=opened.pk,
        clinic_id=opened.clinic,
        place=place_row(opened),
        freed=freed,
        kind=kind.value,
        state=OfferState.OPEN.value,
        held_until=min(held_until, *firsts),
        zone=opened.zone,
        by_id=opened.actor.person,
        at=opened.at,
    )
    holding.hold(opened, row, options)
    return row


def let_go(row: Offer, state: OfferState, at: datetime, *, by: int | None) -> None:
    """End an offer that nobody took: its times are free in the same moment. For actions of this area."""
    holding.release(row, at)
    close(row, state, at, by=by)


def close(row: Offer, state: OfferState, at: datetime, *, by: int | None) -> None:
    """Write down how an offer ended."""
    row.state, row.answered_at, row.answered_by_id = state.value, at, by
    row.save(update_fields=["state", "answered_at", "answered_by", "words"])


def night_of(clinic: int) -> Night:
    """The hours in which this clinic asks nobody and lets no offer end."""
    return Night(zone=people.clinic(clinic).zone)


def _answering(
    actor: Actor, child: UUID, offer: UUID, at: datetime, doing: str
) -> tuple[OpenChild, Offer, FreedTime | None]:
    """The record, the offer and its freed time, for somebody of the family or at the desk who answers for them."""
    looked = gate.open_child(actor, child, Capability.READ_VISITS, at, doing=doing)
    is_family = looked.allows(Capability.ASK_TO_CHANGE_VISIT)
    needs = Capability.ASK_TO_CHANGE_VISIT if is_family else Capability.BOOK_VISITS
    opened = gate.open_child(actor, child, needs, at, doing=doing)
    return opened, *_locked(opened, offer)


def _locked(opened: OpenChild, uuid: UUID) -> tuple[Offer, FreedTime | None]:
    """The offer and its freed time, both held until the transaction ends, always in this order: time, child, offer."""
    known = Offer.objects.filter(child=opened.pk, uuid=uuid).values_list("freed__uuid", flat=True)
    if not known:
        raise NotFound
    freed = freed_row(known[0]) if known[0] else None
    gate.hold(opened)
    rows = Offer.objects.select_related("place").select_for_update(of=("self",))
    return rows.get(child=opened.pk, uuid=uuid), freed


def _check_open(row: Offer) -> None:
    if row.state != OfferState.OPEN:
        raise OfferOver


def _checked(options: Sequence[OptionToOffer]) -> OfferKind:
    """Everything within bounds, and all of one kind."""
    if not options:
        raise InvalidInput(gettext_noop("Choose at least one time."), field="options")
    bounds.few(options, MOST_OPTIONS, "options")
    for option in options:
        check_aware(option.starts_at)
        bounds.whole(option.count, 1, _COUNT_AT_MOST, "count")
        bounds.few(option.skips, _SKIPS_AT_MOST, "skips")
        for day in option.skips:
            bounds.day(day, "skips")
        bounds.few(option.costs, _COSTS_AT_MOST, "costs")
        for kind, number in option.costs:
            bounds.words(kind, _KIND, "costs")
            bounds.whole(number, 0, 100_000, "costs")
    kinds = {OfferKind.REGULAR if option.count > 1 else OfferKind.ONE_TIME for option in options}
    if len(kinds) > 1:
        raise InvalidInput(gettext_noop("Offer regular times or single ones, not both."), field="options")
    return kinds.pop()
