"""Times that are still free."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from operator import attrgetter
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from alongside.areas.appointments.models import Room, VisitCell
from alongside.areas.appointments.queries.rows import the_buffer
from alongside.areas.appointments.queries.ways import Stop, leaves_time, standing, stop_of, way_cells
from alongside.areas.appointments.values import CellKind, FreeTime, Way
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import Openings, Travels
from alongside.areas.people import queries as people
from alongside.areas.people.values import Colleague
from alongside.core.cells import CELL_MINUTES, cells_of
from alongside.core.opening import clock_at, starts
from alongside.core.recurrence import instant, zone_kept, zone_named
from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop

_DAYS_AT_MOST = 400
_DAY = timedelta(days=1)
Busy = dict[tuple[str, int], dict[int, set[int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What is asked: how long, where, and what is taken already."""

    zone: ZoneInfo
    minutes: int
    buffer: int
    step: int
    rooms: Sequence[Room]
    needs_room: bool
    child: int | None
    busy: Busy
    getting: "_Getting | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Getting:
    """Where the visit is, and what the clinic's places and the visits of each therapist's days say of getting there.

    ``cells`` are held for ways by now: a way is led on from whatever comes between, so they are free.
    """

    way: Way
    site: int | None
    travels: Travels
    days: Mapping[tuple[int, date], Sequence[Stop]]
    cells: Mapping[int, Iterable[int]]

    def fits(self, person: int, day: date, starts_at: datetime, minutes: int, room: Room | None) -> bool:
        """Whether the therapist gets there, and from there to the next visit."""
        others = self.days.get((person, day), ())
        site = room.site_id if room else self.site
        new = Stop(starts_at=starts_at, minutes=minutes, way=self.way, site=site)
        return not others or leaves_time(self.travels, others, new)


def free_times(
    clinic: int,
    *,
    at: datetime,
    first: date,
    last: date,
    minutes: int,
    therapists: Iterable[UUID] | None = None,
    features: Iterable[str] = (),
    room: UUID | None = None,
    way: Way = Way.IN_ROOM,
    child: int | None = None,
    buffer: int | None = None,
    step: int = 15,
    needs_room: bool = True,
    site: int | None = None,
) -> tuple[FreeTime, ...]:
    """Every time from ``first`` to ``last`` (local days, at most 400) that these therapists, or all, have free.

    They work then, nobody holds them for ``minutes`` and the buffer, the way to room, ``site`` (a key) or base fits,
    a room with ``features`` (or the one ``room``) is free where one is needed, and so is ``child`` (a key). In order.
    """
    days, team = _days(first, last), _team(clinic, at, therapists)
    wanted, persons = frozenset(features), [one.pk for one in team]
    openings = diary.openings(clinic, persons, first, last)
    rooms = _rooms(clinic) if way is Way.IN_ROOM and needs_room else []
    getting = _getting(clinic, persons, (first, last), way, site)
    search = _Search(
        zone=zone_named(openings.zone),
        minutes=minutes,
        buffer=the_buffer(clinic, buffer),
        step=step,
        rooms=[one for one in rooms if _fits(one, wanted, room)],
        needs_room=bool(rooms or wanted),
        child=child,
        busy=_without_ways(_busy(persons, child, _cells_between(first, last)), getting),
        getting=getting,
    )
    found = (time for one in team for time in _of(one, openings, days, search) if time.starts_at > at)
    return tuple(sorted(found, key=attrgetter("starts_at", "therapist_name")))


def _team(clinic: int, at: datetime, therapists: Iterable[UUID] | None) -> list[Colleague]:
    asked = None if therapists is None else set(therapists)
    return [one for one in people.colleagues(clinic, at) if asked is None or one.uuid in asked]


def _of(one: Colleague, openings: Openings, days: Sequence[date], search: _Search) -> Iterator[FreeTime]:
    for day in days:
        midnight = _midnight(day, search.zone)
        for span in starts(openings.of(one.pk, day), search.minutes, search.step):
            plain = midnight + timedelta(minutes=span.start) if midnight else None
            starts_at = plain or instant(day, clock_at(span.start), search.zone)
            found = _free(one, starts_at, day, span.site, search)
            if found is not None:
                yield found


def _midnight(day: date, zone: ZoneInfo) -> datetime | None:
    """When a day begins, in UTC, from where its minutes can be counted; None for one whose clock changes."""
    begins, ends = datetime.combine(day, time(), zone), datetime.combine(day + _DAY, time(), zone)
    return begins.astimezone(UTC) if begins.utcoffset() == ends.utcoffset() else None


def _free(
    one: Colleague, starts_at: datetime, day: date, site: int | None, search: _Search
) -> FreeTime | None:
    cells = cells_of(starts_at, search.minutes)
    held = range(cells.start, cells.stop + -(-search.buffer // CELL_MINUTES))
    taken = search.busy.get((CellKind.THERAPIST, one.pk), {})
    child = search.busy.get((CellKind.CHILD, search.child or 0), {})
    getting, minutes = search.getting, search.minutes + search.buffer
    if not (taken.keys().isdisjoint(held) and child.keys().isdisjoint(cells)):
        return None
    room = _room(cells, site, search)
    if search.needs_room and room is None:
        return None
    if getting and not getting.fits(one.pk, day, starts_at, minutes, room):
        return None
    return FreeTime(
        therapist=one.uuid,
        therapist_name=one.name,
        room=room.uuid if room else None,
        room_name=room.name if room else "",
        site=site,
        starts_at=starts_at,
        local_start=starts_at.astimezone(search.zone),
        minutes=search.minutes,
    )


def _getting(
    clinic: int, people: Sequence[int], between: tuple[date, date], way: Way, site: int | None
) -> _Getting | None:
    """None for a clinic that named no travel times. By the days of each visit's own clock."""
    travels = diary.travels(clinic)
    if not travels.between:
        return None
    days: dict[tuple[int, date], list[Stop]] = {}
    cells: dict[int, set[int]] = {}
    for person, row in standing(people, _span(*between)):
        day = row.starts_at.astimezone(zone_kept(row.zone)).date()
        days.setdefault((person, day), []).append(stop_of(row))
        if row.therapist_id == person:
            cells.setdefault(person, set()).update(way_cells(row))
    return _Getting(way=way, site=site, travels=travels, days=days, cells=cells)


def _without_ways(busy: Busy, getting: _Getting | None) -> Busy:
    for person, cells in getting.cells.items() if getting else ():
        for cell in cells:
            busy.get((CellKind.THERAPIST, person), {}).pop(cell, None)
    return busy


def _room(cells: range, site: int | None, search: _Search) -> Room | None:
    """The first room at this place with a lane that is free for all these cells."""
    for room in search.rooms:
        taken = search.busy.get((CellKind.ROOM, room.pk), {})
        is_used = not taken.keys().isdisjoint(cells)
        lanes = {lane for cell in cells for lane in taken.get(cell, ())} if is_used else ()
        if room.site_id in (None, site) and len(lanes) < room.capacity:
            return room
    return None


def _rooms(clinic: int) -> list[Room]:
    return list(Room.objects.filter(clinic=clinic).order_by("name"))


def _fits(room: Room, features: frozenset[str], only: UUID | None) -> bool:
    return features <= set(room.features) and only in (None, room.uuid)


def _busy(therapists: Sequence[int], child: int | None, cells: tuple[int, int]) -> Busy:
    """Taken cells with their lanes by kind and resource: the therapists', the child's, every room's. One statement."""
    theirs = Q(kind=CellKind.THERAPIST, resource__in=therapists) | Q(kind=CellKind.ROOM)
    if child is not None:
        theirs |= Q(kind=CellKind.CHILD, resource=child)
    rows = VisitCell.objects.filter(theirs, cell__gte=cells[0], cell__lt=cells[1])
    busy: Busy = {}
    for kind, resource, cell, lane in rows.values_list("kind", "resource", "cell", "lane"):
        busy.setdefault((kind, resource), {}).setdefault(cell, set()).add(lane)
    return busy


def _cells_between(first: date, last: date) -> tuple[int, int]:
    """All cells of these days in any zone."""
    start, stop = _span(first, last)
    return cells_of(start, CELL_MINUTES).start, cells_of(stop, CELL_MINUTES).stop


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    return datetime.combine(first - _DAY, time(), UTC), datetime.combine(last + 2 * _DAY, time(), UTC)


def _days(first: date, last: date) -> list[date]:
    if not 0 <= (last - first).days < _DAYS_AT_MOST:
        raise InvalidInput(gettext_noop("Look at a year at most."), field="last")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
