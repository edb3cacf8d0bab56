"""A series before it is booked: every date, and what stands in its way."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from uuid import UUID

from alongside.areas.appointments.queries.claims import clashes
from alongside.areas.appointments.queries.free import free_times
from alongside.areas.appointments.queries.rows import Where, ground, visit_of, where
from alongside.areas.appointments.values import USUAL, FreeTime, Happens, PlannedDate, VisitDetails
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import DaySeen, Openings
from alongside.core.capabilities import Capability
from alongside.core.recurrence import BadCount, instant_or_next, zone_named
from alongside.core.series import Planned, Rhythm, Rule, planned, rhythm_days

_LOOKS_AHEAD = 400  # days
_MINUTE = timedelta(minutes=1)
_INSTEAD = 3


def preview_series(
    opened: OpenChild,
    *,
    therapist: UUID,
    first_on: date,
    local_time: time,
    count: int,
    minutes: int,
    room: UUID | None = None,
    rhythm: Rhythm = Rhythm.WEEKLY,
    days: tuple[int, ...] = (),
    skips: Collection[date] = (),
    moves: Mapping[date, datetime] | None = None,
    details: VisitDetails = USUAL,
) -> tuple[PlannedDate, ...]:
    """Every date that ``book_series`` would plan with the same keywords, skipped days among them, in order.

    Each says whether it is kept, skipped or moved, and what stands in its way: another visit, a holiday, a time
    outside the working hours or one that the clocks jump over. Nothing is written.
    """
    opened.check(Capability.BOOK_VISITS)
    place = where(opened, therapist, room, minutes, "", details)
    rule = Rule(
        first_on=first_on,
        local_time=local_time,
        zone=opened.zone,
        count=count,
        rhythm=rhythm,
        days=days,
        skips=frozenset(skips),
    )
    look = _look(opened, place, rule, moves or {})
    return _with_instead(opened, place, therapist, _with_clock_changes(_shown(look)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A rule with everything that is known of its dates."""

    rule: Rule
    dates: Mapping[date, Planned]
    moves: Mapping[date, datetime]
    clashes: Mapping[date, tuple[str, ...]]
    days: Mapping[date, DaySeen]
    openings: Openings
    therapist: int
    minutes: int


def _look(opened: OpenChild, place: Where, rule: Rule, moves: Mapping[date, datetime]) -> _Look:
    dates = planned(rule)
    if not dates:
        raise BadCount
    rows = [visit_of(ground(opened), place, opened.uuid, moves.get(one.on, one.starts_at)) for one in dates]
    until = dates[-1].on
    return _Look(
        rule=rule,
        dates={one.on: one for one in dates},
        moves=moves,
        clashes=dict(zip((one.on for one in dates), clashes(rows, place.asked), strict=True)),
        days=diary.days(opened.clinic, rule.first_on, until),
        openings=diary.openings(opened.clinic, [place.therapist], rule.first_on, until),
        therapist=place.therapist,
        minutes=place.minutes,
    )


def _shown(look: _Look) -> list[PlannedDate]:
    until = max(look.dates)
    days = takewhile(lambda day: day <= until, rhythm_days(look.rule))
    return [_kept(look, look.dates[on]) if on in look.dates else _skipped(look, on) for on in days]


def _skipped(look: _Look, on: date) -> PlannedDate:
    zone = zone_named(look.rule.zone)
    starts_at = instant_or_next(on, look.rule.local_time, zone)
    return PlannedDate(
        number=None,
        on=on,
        starts_at=starts_at,
        local_start=starts_at.astimezone(zone),
        happens=Happens.SKIP,
        closed=look.days[on].closed,
    )


def _kept(look: _Look, one: Planned) -> PlannedDate:
    moved = look.moves.get(one.on)
    starts_at = (moved or one.starts_at).astimezone(UTC)
    local_start = starts_at.astimezone(zone_named(look.rule.zone))
    day = look.days.get(local_start.date())
    return PlannedDate(
        number=one.number,
        on=one.on,
        starts_at=starts_at,
        local_start=local_start,
        happens=Happens.KEEP if moved is None else Happens.MOVE,
        exists=one.exists or moved is not None,
        clashes=look.clashes[one.on],
        closed=day.closed if day else "",
        is_outside=day is not None and not look.openings.is_open(look.therapist, local_start, look.minutes),
    )


def _with_clock_changes(dates: Sequence[PlannedDate]) -> list[PlannedDate]:
    """Each date with the minutes by which the clocks moved since the one before."""
    offsets = [one.local_start.utcoffset() or timedelta() for one in dates]
    moved = [timedelta(), *(now - before for before, now in pairwise(offsets))]
    return [
        replace(one, clock_change=by // _MINUTE) if by else one for one, by in zip(dates, moved, strict=True)
    ]


def _with_instead(
    opened: OpenChild, place: Where, therapist: UUID, dates: Sequence[PlannedDate]
) -> tuple[PlannedDate, ...]:
    """Each date that is in the way with other times of its day that are free."""
    stuck = [one.on for one in dates if one.is_in_the_way]
    if not stuck or (stuck[-1] - stuck[0]).days >= _LOOKS_AHEAD:
        return tuple(dates)
    free = free_times(
        opened.clinic,
        at=opened.at,
        first=stuck[0],
        last=stuck[-1],
        minutes=place.minutes,
        therapists=[therapist],
        room=place.room.uuid if place.room else None,
        way=place.way,
        needs_room=place.room is not None,
        site=place.site,
        child=opened.pk,
        buffer=place.buffer,
    )
    return tuple(replace(one, instead=_nearest(one, free)) if one.is_in_the_way else one for one in dates)


def _nearest(one: PlannedDate, free: Sequence[FreeTime]) -> tuple[datetime, ...]:
    there = [time.starts_at for time in free if time.local_start.date() == one.on]
    return tuple(sorted(sorted(there, key=lambda starts_at: abs(starts_at - one.starts_at))[:_INSTEAD]))
