"""Reading when somebody is busy out of a calendar file that a stranger may have made. Only starts and ends come out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from alongside.adapters.calendar_files.rhythm import Budget, Rhythm, TooMuchWork, UnknownRhythm, days, rhythm
from alongside.adapters.calendar_files.writing import OURS

MOST_BYTES = 1_000_000
MOST_EVENTS = 5_000
_MOST_DAYS = 300_000
_LONGEST_RULE = 4_000
_LONGEST = timedelta(days=400)
_PATH_OF_ZONE = re.compile(rb';TZID="?/([^:;"]+)"?', re.IGNORECASE)
_READ = frozenset(
    b"DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID UID STATUS TRANSP"
    b" X-MICROSOFT-CDO-BUSYSTATUS".split()
)


class Trouble(StrEnum):
    """Why a calendar could not be read."""

    NO_CALENDAR = "NO_CALENDAR"
    TOO_LARGE = "TOO_LARGE"
    TOO_MANY = "TOO_MANY"
    UNKNOWN_ZONE = "UNKNOWN_ZONE"
    UNKNOWN_RHYTHM = "UNKNOWN_RHYTHM"


class Unreadable(Exception):
    """The calendar was not read, and nothing of it is to be kept."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Busy:
    """A stretch of time that is taken, in UTC."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """``wall`` is the start on the clock of ``zone``. ``instead_of`` is the planned start of a changed occurrence."""

    uid: str
    wall: datetime
    zone: ZoneInfo
    lasts: timedelta
    counts: bool
    rule: Rhythm | None
    until: date | datetime | None
    more: tuple[datetime, ...]
    without: frozenset[datetime]
    instead_of: datetime | None


def busy_times(content: bytes, zone: str, first: datetime, last: datetime) -> tuple[Busy, ...]:
    """When somebody is busy from ``first`` to ``last`` (aware): joined where they touch, in order.

    ``zone`` is that of times without one and of whole days. What is cancelled or marked as free counts for nothing, and
    neither do our own visits. Raises Unreadable for what is no calendar, for more than a megabyte, 5,000 events or
    5,000 stretches, and for zones and rhythms that nobody can work out.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(Trouble.TOO_LARGE)
    try:
        joined = tuple(_joined(sorted(_found(content, ZoneInfo(zone), first, last))))
    except UnknownRhythm as error:
        raise Unreadable(Trouble.UNKNOWN_RHYTHM) from error
    except TooMuchWork as error:
        raise Unreadable(Trouble.TOO_MANY) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise Unreadable(Trouble.NO_CALENDAR) from error
    if len(joined) > MOST_EVENTS:
        raise Unreadable(Trouble.TOO_MANY)
    return joined


def _found(content: bytes, zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Busy]:
    """What counts, cut to the time that is asked about."""
    for one in _occurrences(_events(content, zone), first, last):
        starts_at, ends_at = max(one.starts_at, first), min(one.ends_at, last)
        if starts_at < ends_at:
            yield Busy(starts_at=starts_at, ends_at=ends_at)


def _events(content: bytes, zone: ZoneInfo) -> list[_Event]:
    # Imported where it reads: it would cost every web process six megabytes.
    import icalendar

    told = list(_kept_lines(content))
    if sum(line == b"BEGIN:VEVENT" for line in told) > MOST_EVENTS:
        raise Unreadable(Trouble.TOO_MANY)
    calendar: Any = icalendar.Calendar.from_ical(b"\r\n".join(told) + b"\r\n")
    return [_event(one, zone) for one in calendar.walk("VEVENT") if one.errors or "DTSTART" in one]


def _kept_lines(content: bytes) -> Iterator[bytes]:
    """Of each event the lines that say when. Everything else, zones and titles first, is not even looked at."""
    if b"BEGIN:VCALENDAR" not in content[:2000].upper():
        raise Unreadable(Trouble.NO_CALENDAR)
    yield b"BEGIN:VCALENDAR"
    inside: list[bytes] = []
    for line in _unfolded(content):
        name = line.split(b":", 1)[0].split(b";", 1)[0].upper()
        part = line[len(name) + 1 :].strip().upper()
        if name == b"RRULE" and len(line) > _LONGEST_RULE:
            raise UnknownRhythm
        if name == b"BEGIN":
            inside.append(part)
        if inside[-1:] == [b"VEVENT"] and (name in _READ or name in {b"BEGIN", b"END"}):
            yield line if name in _READ else b"%b:VEVENT" % name
        if name == b"END" and inside and inside.pop() != part:
            raise Unreadable(Trouble.NO_CALENDAR)
    yield b"END:VCALENDAR"


def _unfolded(content: bytes) -> Iterator[bytes]:
    whole = content.replace(b"\r\n", b"\n").replace(b"\n ", b"").replace(b"\n\t", b"")
    return (_PATH_OF_ZONE.sub(rb";TZID=\1", line) for line in whole.split(b"\n"))


def _event(told: Any, zone: ZoneInfo) -> _Event:
    if told.errors:  # A line that says when could not be read: rather nothing than half of somebody's day.
        raise ValueError(told.errors)
    wall, clock = _wall(told["DTSTART"], zone)
    if "EXRULE" in told or "RANGE" in getattr(told.get("RECURRENCE-ID"), "params", {}):
        raise UnknownRhythm
    rule = told.get("RRULE")
    if isinstance(rule, list):
        raise UnknownRhythm
    return _Event(
        uid=str(told.get("UID", "")),
        wall=wall,
        zone=clock,
        lasts=_lasts(told, zone),
        counts=_counts(told),
        rule=rhythm(rule) if rule else None,
        until=(rule or {}).get("UNTIL", [None])[0],
        more=tuple(_several(told, "RDATE", zone)),
        without=frozenset(_several(told, "EXDATE", zone)),
        instead_of=_instant(*_wall(told["RECURRENCE-ID"], zone)) if "RECURRENCE-ID" in told else None,
    )


def _counts(told: Any) -> bool:
    """Whether somebody is busy then: not cancelled, not marked as free, and none of our own visits."""
    is_off = str(told.get("STATUS", "")).upper() == "CANCELLED"
    is_free = str(told.get("TRANSP", "")).upper() == "TRANSPARENT"
    is_free |= str(told.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE"
    return not (is_off or is_free or str(told.get("UID", "")).endswith(f"@{OURS}"))


def _lasts(told: Any, zone: ZoneInfo) -> timedelta:
    """The exact length; a whole day where a day has no end. Nobody is busy for more than a year on end."""
    if "DURATION" in told:
        lasts = told["DURATION"].dt
    elif "DTEND" in told:
        lasts = _instant(*_wall(told["DTEND"], zone)) - _instant(*_wall(told["DTSTART"], zone))
    else:
        lasts = timedelta(0 if isinstance(told["DTSTART"].dt, datetime) else 1)
    if not isinstance(lasts, timedelta) or lasts > _LONGEST:
        raise ValueError(lasts)
    return lasts


def _several(told: Any, name: str, zone: ZoneInfo) -> Iterator[datetime]:
    lists = told.get(name, [])
    for one in lists if isinstance(lists, list) else [lists]:
        for held in one.dts:
            held.params = held.params or one.params
            yield _instant(*_wall(held, zone))


def _wall(told: Any, zone: ZoneInfo) -> tuple[datetime, ZoneInfo]:
    """The wall time and its clock. A day begins at midnight where its owner is."""
    at = told.dt
    if isinstance(at, tuple):
        raise UnknownRhythm
    if not isinstance(at, datetime):
        return datetime.combine(at, time.min), zone
    if at.tzinfo is not None:
        return at.replace(tzinfo=None), at.tzinfo if isinstance(at.tzinfo, ZoneInfo) else _clock(at)
    return at, _named(str(told.params["TZID"])) if "TZID" in told.params else zone


def _clock(at: datetime) -> ZoneInfo:
    if at.utcoffset() == timedelta(0):
        return ZoneInfo("UTC")
    raise Unreadable(Trouble.UNKNOWN_ZONE)


def _named(name: str) -> ZoneInfo:
    """Some programs write a path before the name of the zone."""
    parts = name.strip("/").split("/")
    for tried in ("/".join(parts[-2:]), "/".join(parts[-3:]), parts[-1]):
        try:
            return ZoneInfo(tried)
        except (KeyError, ValueError, OSError):
            continue
    raise Unreadable(Trouble.UNKNOWN_ZONE)


def _instant(wall: datetime, clock: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=clock).astimezone(UTC)


def _occurrences(events: list[_Event], first: datetime, last: datetime) -> Iterator[Busy]:
    changed: dict[str, set[datetime]] = defaultdict(set)
    for one in events:
        if one.instead_of is not None:
            changed[one.uid].add(one.instead_of)
    budget = Budget(_MOST_DAYS)
    for one in events:
        if one.counts and one.lasts > timedelta(0):
            skipped = one.without if one.instead_of else one.without | changed[one.uid]
            starts = set(_starts(one, first, last, budget)) - skipped
            yield from (Busy(starts_at=at, ends_at=at + one.lasts) for at in starts)


def _starts(one: _Event, first: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
    yield from one.more
    if one.rule is None:
        yield _instant(one.wall, one.zone)
        return
    near = (first - one.lasts).date() - timedelta(days=2)
    for day in days(one.rule, one.wall.date(), near, last.date() + timedelta(days=2), budget):
        wall = datetime.combine(day, one.wall.time())
        if _is_over(one, wall):
            return
        yield _instant(wall, one.zone)


def _is_over(one: _Event, wall: datetime) -> bool:
    if one.until is None:
        return False
    if not isinstance(one.until, datetime):
        return wall.date() > one.until
    if one.until.tzinfo is None:
        return wall > one.until
    return _instant(wall, one.zone) > one.until


def _joined(found: list[Busy]) -> Iterator[Busy]:
    held: Busy | None = None
    for one in found:
        if held is None or one.starts_at > held.ends_at:
            if held is not None:
                yield held
            held = one
        elif one.ends_at > held.ends_at:
            held = Busy(starts_at=held.starts_at, ends_at=one.ends_at)
    if held is not None:
        yield held
