"""Writing a calendar file: one event after the other, in the words of RFC 5545.

Written here and not with a library: it is a page of text, and what the web processes save in memory they need.
The tests read it back with two libraries and a program that know nothing of us.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.adapters.calendar_files import zones

OURS = "visits.alongside"  # behind the @ in the names of our own events
_LINE = 75  # octets, the line break not among them
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_ASK_AGAIN = "PT4H"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Every ``weeks`` weeks on ``weekdays`` (0 is Monday) up to ``last_at`` (aware, itself included).

    ``without`` are the days of the zone's calendar on which nothing is planned.
    """

    weeks: int
    weekdays: tuple[int, ...]
    last_at: datetime
    without: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event. ``starts_at`` and ``changed_at`` are aware; ``zone`` is the IANA zone whose wall time it keeps.

    With ``repeat`` it stands for a series; ``instead_of`` names the planned start (aware) of that visit of the series
    ``uid`` which differs from the others. ``sequence`` grows with every change. ``is_off``: it does not take place.
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
    repeat: Repeat | None = None
    instead_of: datetime | None = None


def written(name: str, entries: Sequence[Entry]) -> bytes:
    """A calendar called ``name`` with these events, as the bytes of an .ics file."""
    lines = [
        *_head(name),
        *_zones(entries),
        *(line for one in entries for line in _event(one)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def is_plain(starts_at: datetime, minutes: int, zone: str) -> bool:
    """Whether the wall clock of ``zone`` tells these minutes without doubt: no change of the clocks within them.

    By the standard an hour that comes twice means its first coming, but readers differ: it can only be told in UTC.
    """
    local = starts_at.astimezone(ZoneInfo(zone))
    ends = (starts_at + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
    return not comes_twice(local) and local.utcoffset() == ends.utcoffset()


def comes_twice(local: datetime) -> bool:
    """Whether the wall clock shows this time twice on that day."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _head(name: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Alongside//Calendar 1//EN", "CALSCALE:GREGORIAN")
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(name)}"
    yield f"NAME:{_text(name)}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_ASK_AGAIN}"
    yield f"X-PUBLISHED-TTL:{_ASK_AGAIN}"


def _zones(entries: Sequence[Entry]) -> Iterator[str]:
    years: dict[str, set[int]] = {}
    for one in entries:
        for at in _instants(one):
            years.setdefault(one.zone, set()).add(at.year)
    for zone, seen in sorted(years.items()):
        if not _is_utc(zone):
            yield from zones.told(zone, min(seen) - 1, max(seen) + 1)


def _instants(one: Entry) -> Iterator[datetime]:
    yield one.starts_at
    if one.repeat is not None:
        yield one.repeat.last_at
    if one.instead_of is not None:
        yield one.instead_of


def _event(one: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}"
    yield f"DTSTAMP:{_utc(one.changed_at)}"
    yield f"LAST-MODIFIED:{_utc(one.changed_at)}"
    yield f"SEQUENCE:{one.sequence}"
    if one.instead_of is not None:
        yield f"RECURRENCE-ID{_local(one.instead_of, one.zone)}"
    yield f"DTSTART{_start(one)}"
    yield f"DURATION:PT{one.minutes}M"
    yield from _repeated(one)
    yield f"SUMMARY:{_text(one.title)}"
    if one.place:
        yield f"LOCATION:{_text(one.place)}"
    yield f"STATUS:{'CANCELLED' if one.is_off else 'CONFIRMED'}"
    yield f"TRANSP:{'TRANSPARENT' if one.is_off else 'OPAQUE'}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _repeated(one: Entry) -> Iterator[str]:
    if one.repeat is None:
        return
    days = ",".join(_DAYS[day] for day in sorted(one.repeat.weekdays))
    yield f"RRULE:FREQ=WEEKLY;INTERVAL={one.repeat.weeks};BYDAY={days};UNTIL={_utc(one.repeat.last_at)}"
    start = one.starts_at.astimezone(ZoneInfo(one.zone))
    for day in one.repeat.without:
        yield f"EXDATE{_wall(datetime.combine(day, start.time()), one.zone)}"


def _start(one: Entry) -> str:
    if one.repeat is None and not is_plain(one.starts_at, one.minutes, one.zone):
        return f":{_utc(one.starts_at)}"
    return _local(one.starts_at, one.zone)


def _local(at: datetime, zone: str) -> str:
    return _wall(at.astimezone(ZoneInfo(zone)).replace(tzinfo=None), zone)


def _wall(wall: datetime, zone: str) -> str:
    if _is_utc(zone):
        return f":{wall.strftime('%Y%m%dT%H%M%S')}Z"
    return f";TZID={zone}:{wall.strftime('%Y%m%dT%H%M%S')}"


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _is_utc(zone: str) -> bool:
    return zone in {"UTC", "Etc/UTC"}


def _text(words: str) -> str:
    kept = "".join(sign for sign in words if sign >= " " or sign == "\n")
    return kept.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """The line with its break; a long one goes on behind a blank, never within a character."""
    parts: list[bytes] = []
    part = b""
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > _LINE - bool(parts):
            parts.append(part)
            part = b""
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
