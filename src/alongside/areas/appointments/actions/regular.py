"""A regular time: booking a series, all of it or nothing."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from alongside.areas.appointments.actions.booking import store
from alongside.areas.appointments.actions.slots import lock_for
from alongside.areas.appointments.models import Series
from alongside.areas.appointments.queries import series_visits
from alongside.areas.appointments.queries.claims import THE_CLINICS, Asked
from alongside.areas.appointments.queries.regular import rows_of
from alongside.areas.appointments.queries.rows import Ground, Where, check_mine, ground, where
from alongside.areas.appointments.values import USUAL, VisitDetails, VisitSeen, VisitState
from alongside.areas.circle import gate
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.recurrence import MOST_VISITS, BadCount
from alongside.core.series import Rhythm, Rule


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
    rhythm: Rhythm = Rhythm.WEEKLY,
    days: tuple[int, ...] = (),
    skips: Collection[date] = (),
    moves: Mapping[date, datetime] | None = None,
    details: VisitDetails = USUAL,
) -> tuple[VisitSeen, ...]:
    """Book ``count`` (1 to 52) visits at the same wall time of the clinic: all of them or none.

    The rhythm passes over ``skips`` without counting them; ``moves`` give single planned days another instant.
    Raises SlotTaken naming the times that are not free (``starts`` holds them in UTC), NoSuchLocalTime for a
    planned day whose clock jumps over the time.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.book_series")
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
    keep_series(ground(opened), place, rule, series, moves or {})
    return series_visits(opened, series)


def keep_series(
    on: Ground, place: Where, rule: Rule, uuid: UUID, moves: Mapping[date, datetime], *, offered: bool = False
) -> None:
    """Hold and keep a series, unless this uuid was kept before; offered ones hold what is the clinic's alone."""
    bounds.few(moves, MOST_VISITS, "moves")
    rows = rows_of(on, place, rule, moves)
    if not rows:
        raise BadCount
    asked = offered_asks(place.asked) if offered else place.asked
    lock_for(rows[:1], asked)
    known = Series.objects.filter(uuid=uuid).first()
    if known is not None:
        check_mine(on, known.child_id, known.by_id)
        return
    kept = new_series(on, place, rule, uuid)
    for row in rows:
        row.series = kept
        row.state = (VisitState.OFFERED if offered else VisitState.BOOKED).value
    store(rows, asked)


def offered_asks(asked: Asked) -> Asked:
    """What an offered visit holds: nobody of the family is expected yet."""
    return replace(asked, kinds=THE_CLINICS)


def new_series(on: Ground, place: Where, rule: Rule, uuid: UUID, follows: Series | None = None) -> Series:
    """A stored series with this rule."""
    return Series.objects.create(
        uuid=uuid,
        clinic_id=on.clinic,
        child_id=on.child,
        therapist_id=place.therapist,
        room=place.room,
        first_on=rule.first_on,
        local_time=rule.local_time,
        zone=rule.zone,
        minutes=place.minutes,
        count=rule.count,
        rhythm=rule.rhythm.value,
        days=sorted(set(rule.days)),
        skips=sorted(day.isoformat() for day in rule.skips),
        first_number=rule.first_number,
        ended_on=rule.ended_on,
        follows=follows,
        by_id=on.by,
        at=on.at,
    )
