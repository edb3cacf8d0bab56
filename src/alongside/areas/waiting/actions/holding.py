"""Holding the times of an offer, taking one of them, and giving them back."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.actions import slots
from alongside.areas.appointments.queries.rows import the_room
from alongside.areas.appointments.values import CellKind, VisitDetails, VisitSeen
from alongside.areas.appointments.values import Way as VisitWay
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.waiting.models import Offer, OfferedTime
from alongside.areas.waiting.values import OfferKind, OptionToOffer, Rhythm
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.series import Rhythm as SeriesRhythm
from alongside.core.words import gettext_noop

_AHEAD = timedelta(days=550)


def hold(opened: OpenChild, offer: Offer, options: Sequence[OptionToOffer]) -> None:
    """Hold every one of these times for an open offer, or none. Raises SlotTaken, NotFound, InvalidInput."""
    _check_new({option.time for option in options}, len(options))
    rows = [_row(opened, offer, option) for option in options]
    _lock(rows)
    for row, option in zip(rows, options, strict=True):
        visits = _hold(opened, option, OfferKind(offer.kind))
        if not visits:
            raise NotFound
        row.starts_at = min(visit.starts_at for visit in visits)
        row.last_at = max(visit.starts_at for visit in visits)
        row.save(force_insert=True)


def take(opened: OpenChild, offer: Offer, time: UUID) -> None:
    """Book one of the times and give the others back. Raises SlotTaken when the child is elsewhere by now."""
    rows = list(offer.times.select_related("room"))
    _lock(rows)
    for row in rows:
        if row.time != time:
            appointments.release_held(row.child_id, row.time, opened.at)
    appointments.take_held(actor=opened.actor, child=opened.uuid, held=time, at=opened.at)
    offer.times.filter(time=time).update(taken=True)


def release(offer: Offer, at: datetime) -> None:
    """Give every time of an offer back."""
    rows = list(offer.times.select_related("room"))
    _lock(rows)
    for row in rows:
        appointments.release_held(row.child_id, row.time, at)


def _check_new(times: Collection[UUID], wanted: int) -> None:
    """NotFound for an identifier that stands twice, or names a time of some offer already."""
    if len(times) < wanted or OfferedTime.objects.filter(time__in=times).exists():
        raise NotFound


def _lock(rows: Iterable[OfferedTime]) -> None:
    """Queue for everything of the offer at once, in the order that everybody keeps: nobody waits crosswise."""
    wanted = {
        resource
        for row in rows
        for resource in (
            (CellKind.THERAPIST, row.therapist_id),
            (CellKind.CHILD, row.child_id),
            *([] if row.room is None else [(CellKind.ROOM, row.room.pk)]),
        )
    }
    slots.lock(wanted)


def _row(opened: OpenChild, offer: Offer, option: OptionToOffer) -> OfferedTime:
    """What is kept of an option, before its times are held. Everything named belongs to the clinic."""
    return OfferedTime(
        child_id=opened.pk,
        offer=offer,
        time=option.time,
        therapist_id=people.therapist(opened.clinic, option.therapist, opened.at).pk,
        room=the_room(opened.clinic, option.room) if option.room else None,
        minutes=option.minutes,
        rhythm=option.rhythm.value,
        count=option.count,
        skips=[day.isoformat() for day in option.skips],
        costs=[list(cost) for cost in option.costs],
    )


def _hold(opened: OpenChild, option: OptionToOffer, kind: OfferKind) -> Sequence[VisitSeen]:
    """Hold a series or a visit. Everything named is checked to belong to the clinic there."""
    local = local_start(opened, option.starts_at)
    asked: dict[str, Any] = {
        "actor": opened.actor,
        "child": opened.uuid,
        "therapist": option.therapist,
        "room": option.room,
        "minutes": option.minutes,
        "details": VisitDetails(way=VisitWay.VIDEO if option.by_video else VisitWay.IN_ROOM),
        "at": opened.at,
    }
    if kind is OfferKind.ONE_TIME:
        return appointments.hold_visit(**asked, visit=option.time, starts_at=option.starts_at)
    return appointments.hold_series(
        **asked,
        series=option.time,
        first_on=local.date(),
        local_time=local.time(),
        count=option.count,
        rhythm=SeriesRhythm.FORTNIGHTLY if option.rhythm is Rhythm.FORTNIGHTLY else SeriesRhythm.WEEKLY,
        skips=option.skips,
    )


def local_start(opened: OpenChild, starts_at: datetime) -> datetime:
    """The first start on the clinic's clock: from now on, and within eighteen months."""
    if not opened.at <= starts_at <= opened.at + _AHEAD:
        raise InvalidInput(gettext_noop("Choose a day within the next eighteen months."), field="options")
    return starts_at.astimezone(opened.zone_info)
