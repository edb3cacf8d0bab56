"""Offering a freed time to one family after the other, by itself. One call is one hop: one transaction, or nothing.

A process that is killed loses at most the hop it was in; whatever comes next reads from the rows where it stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.appointments.values import Way as VisitWay
from alongside.areas.diary import queries as diary
from alongside.areas.people import queries as people
from alongside.areas.trail.actions import action
from alongside.areas.waiting.actions import freed_steps, offers
from alongside.areas.waiting.models import FreedTime, Offer
from alongside.areas.waiting.queries.freed import asked_about
from alongside.areas.waiting.queries.places import rules_row
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
_NAME = 120


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
    elif not _is_free(row, at):
        freed_steps.end(row, StepKind.STOPPED, at, why=("BOOKED",))
    elif actor is None:
        freed_steps.stands(row, FreedState.LOOKING, look_at=at + _REST)
    else:
        _ask(
            row,
            families_for(actor, _free(row), at, doing="waiting.fill_freed", asked=asked_about(row)),
            until,
            at,
        )


def _ask(row: FreedTime, families: Sequence[Fitting], until: datetime, at: datetime) -> None:
    """Hold the time for the first of these families. Where that cannot be, the next hop asks the next one."""
    if not families:
        if freed_steps.last_kind(row) is not StepKind.NOBODY:
            freed_steps.add_step(row, StepKind.NOBODY, at)
        freed_steps.stands(row, FreedState.LOOKING, look_at=at + _REST)
        return
    offer = _hold_for(row, families[0], until, at)
    if offer is None:
        freed_steps.add_step(row, StepKind.CLASHED, at, child=families[0].opened.pk)
        freed_steps.stands(row, FreedState.LOOKING, look_at=at)
        return
    asked = families[0].opened.pk
    freed_steps.add_step(row, StepKind.OFFERED, at, child=asked, offer=offer, why=_why(families))
    freed_steps.stands(row, FreedState.OFFERED, look_at=until)


def _hold_for(row: FreedTime, family: Fitting, until: datetime, at: datetime) -> Offer | None:
    """The open offer; None where the time is not free any more, or the family is at another visit then."""
    option = _option(row, family, at)
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


def stands_behind(clinic: int, at: datetime) -> Actor | None:
    """In whose name a clinic's freed times are offered; None where it wants none, or that person has gone.

    The trail names the product, for that person: nobody did it by hand.
    """
    rules = rules_row(clinic)
    if rules is None or not rules.fills:
        return None
    actor = people.actor_for(rules.by, at)
    if not actor.roles_in(clinic) & DESK:
        return None
    return replace(actor, name=f"Alongside, for {actor.name}"[:_NAME])


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


def _is_free(row: FreedTime, at: datetime) -> bool:
    """Whether nobody has booked the time by hand meanwhile: the whole of it, on the first day that is open."""
    day = _open_days(row)[0]
    found = appointments.free_times(
        row.clinic_id,
        at=at,
        first=day,
        last=day,
        minutes=row.minutes,
        therapists=[row.therapist.uuid],
        room=row.room_id,
        way=VisitWay.IN_ROOM if row.room_id else VisitWay.VIDEO,
        buffer=0,
        step=CELL_MINUTES,
    )
    clock = row.starts_at.astimezone(zone_kept(row.zone)).time()
    return any(time.local_start.time() == clock for time in found)


def _free(row: FreedTime) -> FreeTime:
    rooms = {room.uuid: room for room in appointments.rooms(row.clinic_id)}
    features = rooms[row.room_id].features if row.room_id in rooms else ()
    return free_time(
        row.clinic_id,
        row.therapist_id,
        row.starts_at.astimezone(zone_kept(row.zone)),
        row.minutes,
        weeks=row.weeks,
        features=features,
        in_room=row.room_id is not None or not rooms,
    )


def _option(row: FreedTime, family: Fitting, at: datetime) -> OptionToOffer:
    """The freed time as this family needs it: a regular one passes over days on which it is closed."""
    needs = family.row
    by_video = needs.way == Way.VIDEO or (needs.way == Way.EITHER and row.room_id is None)
    rhythm = Rhythm.FORTNIGHTLY if needs.rhythm == Rhythm.FORTNIGHTLY else Rhythm.WEEKLY
    local, days = row.starts_at.astimezone(zone_kept(row.zone)), _open_days(row)
    every = timedelta(weeks=2 if rhythm is Rhythm.FORTNIGHTLY else 1)
    wanted = tuple(_each(days[0], days[-1], every))
    return OptionToOffer(
        time=uuid7(at),
        therapist=row.therapist.uuid,
        room=None if by_video else row.room_id,
        starts_at=datetime.combine(days[0], local.time(), local.tzinfo),
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
