"""Offering a freed time to one family after the other, by itself. One call is one hop: one transaction, or nothing.

A process that is killed loses at most the hop it was in; whatever comes next reads from the rows where it stood.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.appointments.values import Way as VisitWay
from alongside.areas.diary import queries as diary
from alongside.areas.trail.actions import action
from alongside.areas.waiting.actions import freed_steps, offers
from alongside.areas.waiting.models import FreedTime, Offer
from alongside.areas.waiting.queries.freed import asked_about
from alongside.areas.waiting.queries.places import stands_behind
from alongside.areas.waiting.queries.who_fits import Fitting, FreeTime, families_for, free_time
from alongside.areas.waiting.values import (
    FreedState,
    OfferState,
    OptionToOffer,
    Rhythm,
    StepKind,
    Way,
)
from alongside.core import fairness
from alongside.core.actors import DESK, Actor
from alongside.core.cells import CELL_MINUTES
from alongside.core.fairness import Fit
from alongside.core.ids import uuid7
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound, Refusal

_AT_MOST = 50
_REST = timedelta(hours=6)


def look_for_freed(*, at: datetime) -> int:
    """One hop for each freed time that is due, and for each other offer whose time is over. How many there were.

    What breaks in one hop keeps no other from being taken; it is raised at the end.
    """
    due = FreedTime.objects.filter(next_look_at__lte=at).order_by("next_look_at", "pk")
    hops, broken = list(due.values_list("uuid", flat=True)[:_AT_MOST]), []
    for uuid in hops:
        try:
            fill_freed(freed=uuid, at=at)
        except Exception as error:  # Whatever it is, the other families are asked all the same.
            broken.append(error)
    lapsed = lapse_offers(at=at)
    if broken:
        raise ExceptionGroup("some freed times could not be looked at", broken)
    return len(hops) + lapsed


@action
def fill_freed(*, freed: UUID, at: datetime) -> FreedState | None:
    """One hop for one freed time: let an offer go whose time is over, or ask the next family. None: not due.

    Asking again changes nothing: what is due is read under a lock, and one open offer for a time is all that the
    database keeps.
    """
    row = _due(freed, at)
    if row is None:
        return None
    if row.state == FreedState.OFFERED:
        _after_offer(row, at)
    else:
        _ask_next(row, at)
    return FreedState(row.state)


def lapse_offers(*, at: datetime) -> int:
    """Let offers go whose time is over and that came from no freed time. How many there were."""
    over = Offer.objects.filter(state=OfferState.OPEN, held_until__lte=at, freed=None).order_by("held_until")
    return sum(lapse_offer(offer=uuid, at=at) for uuid in over.values_list("uuid", flat=True)[:_AT_MOST])


@action
def lapse_offer(*, offer: UUID, at: datetime) -> bool:
    """Let one offer go whose time is over; False where somebody answered meanwhile."""
    rows = Offer.objects.filter(uuid=offer, state=OfferState.OPEN, held_until__lte=at, freed=None)
    row = rows.select_for_update(of=("self",), skip_locked=True).first()
    if row is None:
        return False
    offers.let_go(row, OfferState.LAPSED, at, by=None)
    return True


@action
def stop_freed(*, actor: Actor, freed: UUID, at: datetime) -> None:
    """The desk stops offering a freed time; an open offer of it is taken back. Twice changes nothing."""
    row = _for_desk(actor, freed)
    offer = freed_steps.open_offer(row)
    if offer is not None:
        offers.let_go(offer, OfferState.WITHDRAWN, at, by=actor.person)
        freed_steps.add_step(row, StepKind.WITHDRAWN, at, child=offer.child_id, offer=offer, by=actor.person)
    if row.next_look_at is not None:
        freed_steps.end(row, StepKind.STOPPED, at, why=("BY_DESK",), by=actor.person)


def _for_desk(actor: Actor, freed: UUID) -> FreedTime:
    row = FreedTime.objects.select_for_update(of=("self",)).filter(uuid=freed).first()
    if row is None or not actor.roles_in(row.clinic_id) & DESK:
        raise NotFound
    return row


def _due(freed: UUID, at: datetime) -> FreedTime | None:
    """The time under a lock, if it is still due; another worker that holds it is left alone."""
    rows = FreedTime.objects.select_related("therapist", "room").filter(uuid=freed, next_look_at__lte=at)
    return rows.select_for_update(of=("self",), skip_locked=True).first()


def _after_offer(row: FreedTime, at: datetime) -> None:
    offer = freed_steps.open_offer(row)
    if offer is not None and offer.held_until > at:
        freed_steps.stands(row, FreedState.OFFERED, look_at=offer.held_until)
    elif offer is not None:
        offers.let_go(offer, OfferState.LAPSED, at, by=None)
        freed_steps.came_back(row, offer, StepKind.LAPSED, at, by=None)


def _ask_next(row: FreedTime, at: datetime) -> None:
    night = offers.night_of(row.clinic_id)
    over = night.over_at(at)
    until = fairness.held_until(over, row.starts_at, diary.rules(row.clinic_id).hold_hours, night)
    actor = stands_behind(row.clinic_id, at)
    if until is None:
        freed_steps.end(row, StepKind.PASSED, at)
    elif over > at:
        freed_steps.stands(row, FreedState.LOOKING, look_at=over)
    elif not _open_days(row):
        freed_steps.end(row, StepKind.STOPPED, at, why=("CLOSED",))
    elif not (days := _free_days(row, at)):
        freed_steps.end(row, StepKind.STOPPED, at, why=("BOOKED",))
    elif actor is None:
        freed_steps.stands(row, FreedState.LOOKING, look_at=at + _REST)
    else:
        _ask(row, days, actor, until, at)


def _ask(row: FreedTime, days: Sequence[date], actor: Actor, until: datetime, at: datetime) -> None:
    """Hold the time for the first family that it fits. Where that cannot be, the next hop asks the next one."""
    families = families_for(actor, _free(row, days), at, doing="waiting.fill_freed", asked=asked_about(row))
    if not families:
        if freed_steps.last_kind(row) is not StepKind.NOBODY:
            freed_steps.add_step(row, StepKind.NOBODY, at)
        freed_steps.stands(row, FreedState.LOOKING, look_at=at + _REST)
        return
    offer, asked = _hold_for(row, days, families[0], until, at), families[0].opened.pk
    if offer is None:
        # A day that somebody else took in this moment is no reason to pass the family over: the next hop sees it.
        if _free_days(row, at) == days:
            freed_steps.add_step(row, StepKind.CLASHED, at, child=asked)
        freed_steps.stands(row, FreedState.LOOKING, look_at=at)
        return
    freed_steps.add_step(row, StepKind.OFFERED, at, child=asked, offer=offer, why=_why(families))
    freed_steps.stands(row, FreedState.OFFERED, look_at=until)


def _hold_for(
    row: FreedTime, days: Sequence[date], family: Fitting, until: datetime, at: datetime
) -> Offer | None:
    """The open offer; None where the time is not free any more, or the family is at another visit then."""
    option = _option(row, days, family, at)
    if any(_meets(visit, option) for visit in appointments.upcoming(family.opened)):
        return None
    try:
        with transaction.atomic():
            return offers.keep_offer(family.opened, uuid7(at), [option], until, row)
    except Refusal:
        return None


def _meets(visit: VisitSeen, option: OptionToOffer) -> bool:
    ends_at = option.starts_at + timedelta(minutes=option.minutes)
    return visit.starts_at < ends_at and option.starts_at < visit.ends_at


def _why(families: Sequence[Fitting]) -> tuple[str, ...]:
    standings = [family.standing for family in families]
    fits = ("THEY_COULD",) if standings[0].fit is Fit.THEY_COULD else ()
    return (fairness.why_first(standings).value, *fits)


def _open_days(row: FreedTime) -> tuple[date, ...]:
    """The days on which the therapist works then and nothing is kept free: leave that came later closes the time."""
    local = row.starts_at.astimezone(zone_kept(row.zone))
    days = [local.date() + timedelta(weeks=week) for week in range(row.weeks)]
    openings = diary.openings(row.clinic_id, [row.therapist_id], days[0], days[-1])
    times = (datetime.combine(day, local.time(), local.tzinfo) for day in days)
    return tuple(one.date() for one in times if openings.is_open(row.therapist_id, one, row.minutes))


def _free_days(row: FreedTime, at: datetime) -> tuple[date, ...]:
    """The days on which the time is open, and nobody has booked any of it by hand meanwhile."""
    local = row.starts_at.astimezone(zone_kept(row.zone))
    found = appointments.free_times(
        row.clinic_id,
        at=at,
        first=local.date(),
        last=local.date() + timedelta(weeks=row.weeks - 1),
        minutes=row.minutes,
        therapists=[row.therapist.uuid],
        room=row.room_id,
        way=VisitWay.IN_ROOM if _in_room(row) else VisitWay.VIDEO,
        step=CELL_MINUTES,
    )
    starts = {time.local_start for time in found}
    return tuple(
        day for day in _open_days(row) if datetime.combine(day, local.time(), local.tzinfo) in starts
    )


def _in_room(row: FreedTime) -> bool:
    """Whether a family can come: there is the room, or the clinic named none."""
    return row.room_id is not None or not appointments.rooms(row.clinic_id)


def _free(row: FreedTime, days: Sequence[date]) -> FreeTime:
    return free_time(
        row.clinic_id,
        row.therapist_id,
        _first(row, days),
        row.minutes,
        weeks=len(days),
        rooms=[] if row.room is None else [row.room.features],
        in_room=_in_room(row),
    )


def _first(row: FreedTime, days: Sequence[date]) -> datetime:
    """The start on the first of these days, on the clinic's clock."""
    local = row.starts_at.astimezone(zone_kept(row.zone))
    return datetime.combine(days[0], local.time(), local.tzinfo)


def _option(row: FreedTime, days: Sequence[date], family: Fitting, at: datetime) -> OptionToOffer:
    """The freed time as this family needs it: a regular one passes over days on which it is closed or taken."""
    needs = family.row
    by_video = needs.way == Way.VIDEO or (needs.way == Way.EITHER and row.room_id is None)
    rhythm = Rhythm.FORTNIGHTLY if needs.rhythm == Rhythm.FORTNIGHTLY else Rhythm.WEEKLY
    every = timedelta(weeks=2 if rhythm is Rhythm.FORTNIGHTLY else 1)
    wanted = tuple(_each(days[0], days[-1], every))
    return OptionToOffer(
        time=uuid7(at),
        therapist=row.therapist.uuid,
        room=None if by_video else row.room_id,
        starts_at=_first(row, days),
        minutes=needs.minutes,
        rhythm=rhythm,
        count=sum(day in days for day in wanted),
        skips=tuple(day for day in wanted if day not in days),
        by_video=by_video,
    )


def _each(first: date, last: date, every: timedelta) -> Iterator[date]:
    while first <= last:
        yield first
        first += every
