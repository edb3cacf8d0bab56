"""From visits to events: a series becomes one repeating event, and whatever differs stands beside it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from math import gcd
from zoneinfo import ZoneInfo

from alongside.adapters.calendar_files import zones
from alongside.adapters.calendar_files.writing import Entry, Repeat, comes_twice, is_plain

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarVisit:
    """One visit. Instants are aware. ``planned_at`` is when its ``series`` planned it, wherever it is now.

    ``sequence`` counts the changes of this visit. ``is_off``: it does not take place.
    """

    uid: str
    starts_at: datetime
    minutes: int
    zone: str
    title: str
    changed_at: datetime
    place: str = ""
    sequence: int = 0
    is_off: bool = False
    series: str = ""
    planned_at: datetime | None = None


def entries(visits: Sequence[CalendarVisit], only: Collection[str] | None = None) -> tuple[Entry, ...]:
    """The events for these visits, in an order that only depends on them.

    With ``only`` the visits of these names alone, called and counted as among all: a visit of a series changes that one
    visit in a calendar that has the series, and stands for itself in one that has not.
    A visit in a zone that was removed since keeps its instant and is told in UTC.
    """
    visits = [replace(one, zone=zones.known(one.zone)) for one in visits]
    asked = {one.uid for one in visits} if only is None else set(only)
    alone = [_single(one) for one in visits if not one.series and one.uid in asked]
    ordered = sorted((one for one in visits if one.series), key=lambda one: (one.series, one.uid))
    several = [
        entry
        for _, together in groupby(ordered, key=lambda one: one.series)
        for entry in _of_series([*together], asked)
    ]
    return tuple(sorted([*alone, *several], key=_order))


def _order(one: Entry) -> tuple[str, bool, datetime]:
    """Events of one name stay together, the repeating one first: some readers need it so."""
    return one.uid, one.repeat is None, one.starts_at


def _of_series(visits: list[CalendarVisit], asked: set[str]) -> Iterator[Entry]:
    usual = _usual(visits)
    regular = [one for one in visits if usual is not None and _wall(one) == usual]
    yield from (_single(one) for one in visits if one not in regular and one.uid in asked)
    if regular:
        yield from _repeating(sorted(regular, key=_planned), asked)


def _usual(visits: list[CalendarVisit]) -> object:
    """The zone and the wall time that most of them were planned for."""
    seen = Counter(wall for one in visits if (wall := _wall(one)) is not None)
    return max(seen, key=lambda wall: (seen[wall], str(wall))) if seen else None


def _wall(one: CalendarVisit) -> object:
    """None for a visit that was not planned by its series, or in an hour that comes twice: it stands alone."""
    if one.planned_at is None:
        return None
    local = one.planned_at.astimezone(ZoneInfo(one.zone))
    return None if comes_twice(local) else (one.zone, local.time())


def _repeating(visits: list[CalendarVisit], asked: set[str]) -> Iterator[Entry]:
    """The visits of one wall time, in the order of their plan: the series itself, then each that differs.

    Where not all of them are asked for, each that is.
    """
    usual = _most(visits)
    sequence = len(visits) + sum(one.sequence for one in visits)
    told = [one for one in visits if one.uid in asked]
    if len(told) == len(visits):
        yield _whole(visits, usual, sequence)
        told = [one for one in visits if _differs(one, usual)]
    for one in told:
        yield replace(_single(one), uid=one.series, sequence=sequence, instead_of=_planned(one))


def _whole(visits: list[CalendarVisit], usual: CalendarVisit, sequence: int) -> Entry:
    return replace(
        _single(usual),
        uid=usual.series,
        starts_at=_planned(visits[0]),
        changed_at=max(one.changed_at for one in visits),
        sequence=sequence,
        is_off=False,
        repeat=_repeat(visits),
    )


def _most(visits: list[CalendarVisit]) -> CalendarVisit:
    """The visit whose length, title and place most of them share."""
    seen = Counter((one.minutes, one.title, one.place) for one in visits)
    usual = max(seen, key=lambda shared: (seen[shared], shared))
    return next(one for one in visits if (one.minutes, one.title, one.place) == usual)


def _differs(one: CalendarVisit, usual: CalendarVisit) -> bool:
    as_planned = one.starts_at == one.planned_at and not one.is_off
    as_usual = (one.minutes, one.title, one.place) == (usual.minutes, usual.title, usual.place)
    return not (as_planned and as_usual and is_plain(one.starts_at, one.minutes, one.zone))


def _repeat(visits: list[CalendarVisit]) -> Repeat:
    days = [_day(one) for one in visits]
    weekdays = tuple(sorted({day.weekday() for day in days}))
    mondays = [day - timedelta(days=day.weekday()) for day in days]
    weeks = gcd(*((monday - mondays[0]) // _WEEK for monday in mondays)) or 1
    made = {
        monday + timedelta(days=weekday)
        for monday in _every(mondays[0], mondays[-1], weeks)
        for weekday in weekdays
    }
    without = sorted(day for day in made - set(days) if days[0] < day < days[-1])
    return Repeat(weeks=weeks, weekdays=weekdays, last_at=_planned(visits[-1]), without=tuple(without))


def _every(first: date, last: date, weeks: int) -> Iterator[date]:
    while first <= last:
        yield first
        first += weeks * _WEEK


def _single(one: CalendarVisit) -> Entry:
    return Entry(
        uid=one.uid,
        starts_at=one.starts_at,
        minutes=one.minutes,
        zone=one.zone,
        title=one.title,
        place=one.place,
        changed_at=one.changed_at,
        sequence=one.sequence,
        is_off=one.is_off,
    )


def _planned(one: CalendarVisit) -> datetime:
    assert one.planned_at is not None  # noqa: S101  # only planned visits are regular
    return one.planned_at


def _day(one: CalendarVisit) -> date:
    return _planned(one).astimezone(ZoneInfo(one.zone)).date()
