"""Which families a time fits, in the order in which they are asked. The rules are those of core.fairness."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import RoomSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values.windows import WindowSeen, wishes
from alongside.areas.people import queries as people
from alongside.areas.waiting.models import WaitingPlace
from alongside.areas.waiting.queries.freed import asked_last
from alongside.areas.waiting.queries.offers import children_with_open_offer
from alongside.areas.waiting.queries.places import open_waiting, place_seen, rows_of
from alongside.areas.waiting.queries.places import place as waited_for
from alongside.areas.waiting.values import FittingSeen, Rhythm, Urgency, Way
from alongside.core import fairness
from alongside.core.actors import Actor
from alongside.core.cells import CELL_MINUTES
from alongside.core.fairness import Fit, Waiting
from alongside.core.fitting import CostKind, told
from alongside.core.fitting.costs import is_ruled_out
from alongside.core.opening import minute_of
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop

_URGENCY = {urgency.value: number for number, urgency in enumerate(Urgency)}
_FITS = {CostKind.PREFERRED, CostKind.IN_TIMES}
_SATURDAY = 5


class NoRoomFits(Refusal):
    """No room that has what the family needs is free at that time."""

    sentence = gettext_noop("No room with what this family needs is free then. Choose another time.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTime:
    """A free time as a family sees it: keys of the clinic and the therapist, and what is in each room that is free.

    ``starts_at`` is on the clinic's clock; ``in_school`` says that it takes lessons of the school day; without
    ``in_room`` it is for families that come by video.
    """

    clinic: int
    therapist: int
    starts_at: datetime
    minutes: int
    weeks: int
    rooms: tuple[frozenset[str], ...]
    in_school: bool
    in_room: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """A family that a time fits: its place, its child's opened record, and what its turn is decided by."""

    row: WaitingPlace
    opened: OpenChild
    standing: Waiting


def who_fits(
    actor: Actor, clinic: int, therapist: UUID, starts_at: datetime, minutes: int, at: datetime
) -> tuple[FittingSeen, ...]:
    """Families that wait and that a free time (aware start) of a therapist fits, in the order of the rules.

    For whoever books their visits. A family with an open offer is left out. Both single and regular times count,
    since a person decides which to book.
    """
    if not actor.roles_in(clinic):
        raise NotFound
    zone = people.clinic(clinic).zone
    key, local = people.therapist(clinic, therapist, at).pk, starts_at.astimezone(ZoneInfo(zone))
    known = [room for room in appointments.rooms(clinic) if room.features]
    rooms = _free_then(known, clinic, therapist, local, minutes, at)
    single = free_time(clinic, key, local, minutes, rooms=[room.features for room in rooms])
    found = families_for(actor, single, at, doing="waiting.who_fits", by_person=True)
    return tuple(
        FittingSeen(place=place_seen(one.opened, one.row), they_could=one.standing.fit is Fit.THEY_COULD)
        for one in found
    )


def room_for(opened: OpenChild, therapist: UUID, starts_at: datetime, minutes: int) -> UUID | None:
    """The room for a family at a free time: it has what the family waits for, and of those the least besides.

    None for a family by video, or where no room is free and none is needed. Raises NoRoomFits.
    """
    place = waited_for(opened)
    if place is not None and place.way is Way.VIDEO:
        return None
    needs = set() if place is None else set(place.room_features)
    known = [room for room in appointments.rooms(opened.clinic) if needs <= set(room.features)]
    known.sort(key=lambda room: len(room.features))
    local = starts_at.astimezone(opened.zone_info)
    found = next(_free_then(known, opened.clinic, therapist, local, minutes, opened.at), None)
    if needs and found is None:
        raise NoRoomFits
    return None if found is None else found.uuid


def _free_then(
    rooms: Iterable[RoomSeen], clinic: int, therapist: UUID, local: datetime, minutes: int, at: datetime
) -> Iterator[RoomSeen]:
    """Those of these rooms that are free together with the therapist."""
    for room in rooms:
        found = appointments.free_times(
            clinic,
            at=at,
            first=local.date(),
            last=local.date(),
            minutes=minutes,
            therapists=[therapist],
            room=room.uuid,
            step=CELL_MINUTES,
        )
        if any(one.starts_at == local for one in found):
            yield room


def free_time(
    clinic: int,
    therapist: int,
    local_start: datetime,
    minutes: int,
    *,
    weeks: int = 1,
    rooms: Iterable[Iterable[str]] = (),
    in_room: bool = True,
) -> FreeTime:
    """A free time with what the diary says about school at that hour."""
    rules = diary.rules(clinic)
    end = local_start + timedelta(minutes=minutes)
    lessons = local_start.time() < rules.school_until and end.time() > rules.school_from
    is_school_day = local_start.weekday() < _SATURDAY and diary.is_term(clinic, local_start.date())
    return FreeTime(
        clinic=clinic,
        therapist=therapist,
        starts_at=local_start,
        minutes=minutes,
        weeks=weeks,
        rooms=tuple(frozenset(room) for room in rooms),
        in_school=lessons and is_school_day,
        in_room=in_room,
    )


def families_for(
    actor: Actor,
    time: FreeTime,
    at: datetime,
    *,
    doing: str,
    by_person: bool = False,
    asked: frozenset[int] = frozenset(),
) -> tuple[Fitting, ...]:
    """Families that a time fits, the next to be asked first; ``asked`` are children (keys) who were asked already.

    Without ``by_person`` a family must have said that it comes at short notice to be asked about a single time.
    """
    rows = [row for row in rows_of(time.clinic) if row.child_id not in asked and _needs(row, time)]
    if not by_person:
        rows = [row for row in rows if _rhythm(row, time)]
    busy = children_with_open_offer(row.child_id for row in rows)
    opened = open_waiting(actor, (row for row in rows if row.child_id not in busy), at, doing=doing)
    said, last = diary.windows_of(list(opened.values())), asked_last(time.clinic)
    found = [_fitting(row, opened[row.child_id], time, said, last) for row in rows if row.child_id in opened]
    return _ordered([one for one in found if one is not None])


def _ordered(found: Sequence[Fitting]) -> tuple[Fitting, ...]:
    by_child = {one.standing.child: one for one in found}
    return tuple(by_child[standing.child] for standing in fairness.in_order(one.standing for one in found))


def _needs(row: WaitingPlace, time: FreeTime) -> bool:
    """Whether length, therapist, room, school and the way of coming are as the family needs them."""
    return (
        row.minutes <= time.minutes
        and row.therapist_id in (None, time.therapist)
        and (not row.room_features or any(set(row.room_features) <= room for room in time.rooms))
        and (time.in_room or row.way != Way.IN_ROOM)
        and not (row.only_after_school and time.in_school)
    )


def _rhythm(row: WaitingPlace, time: FreeTime) -> bool:
    if time.weeks == 1:
        return row.short_notice or row.rhythm == Rhythm.ONCE
    return row.rhythm != Rhythm.ONCE


def _fitting(
    row: WaitingPlace,
    opened: OpenChild,
    time: FreeTime,
    said: Mapping[int, Sequence[WindowSeen]],
    last: int | None,
) -> Fitting | None:
    fit = _fit(said.get(row.child_id, ()), time, row.minutes)
    if fit is None:
        return None
    standing = Waiting(
        child=row.child_id,
        order=row.pk,
        urgency=_URGENCY[row.urgency],
        asked_last=row.child_id == last,
        fit=fit,
        since_on=row.since_on,
    )
    return Fitting(row=row, opened=opened, standing=standing)


def _fit(windows: Sequence[WindowSeen], time: FreeTime, minutes: int) -> Fit | None:
    """How the time lies in what the family said; None where it said that it could not, or named other times."""
    start = minute_of(time.starts_at)
    on, known = time.starts_at.date(), wishes(windows)
    if is_ruled_out(known, on, start, start + minutes):
        return None
    cost = told(known, on, start, start + minutes)
    if cost is None:
        return Fit.NOTHING_AGAINST
    return Fit.THEY_COULD if cost.kind in _FITS else None
