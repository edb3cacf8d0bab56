"""Visits to write into calendars, and what a reader must find of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alongside.adapters.calendar_files import CalendarVisit
from alongside.core.recurrence import NoSuchLocalTime, instant
from tests.adapters.calendars.readers import Read

MADE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def weekly(
    uid: str, zone: str, first: date, wall: time, count: int, *, minutes: int = 45
) -> list[CalendarVisit]:
    """A series at one wall time, without the days on which the clocks jump over it."""
    days = [first + timedelta(weeks=week) for week in range(count)]
    return [planned(uid, zone, at, minutes=minutes) for at in _instants(days, wall, zone)]


def planned(series: str, zone: str, at: datetime, *, minutes: int = 45, **more) -> CalendarVisit:
    """One visit as its series planned it, unless ``more`` says otherwise."""
    said = {"starts_at": at, "planned_at": at, "changed_at": MADE, "title": "Visit"} | more
    return CalendarVisit(uid=f"{series}-{at:%Y%m%d%H%M}", series=series, zone=zone, minutes=minutes, **said)


def expected(visits: list[CalendarVisit]) -> list[Read]:
    """What every reader must find."""
    return sorted(
        Read(
            uid=one.series or one.uid,
            starts_at=one.starts_at,
            ends_at=one.starts_at + timedelta(minutes=one.minutes),
            is_off=one.is_off,
            title=one.title,
            place=one.place,
        )
        for one in visits
    )


def times(read: list[Read]) -> list[tuple[datetime, datetime, bool]]:
    """When something takes place, and whether it does: what readers must agree about whatever it is called."""
    return sorted((one.starts_at, one.ends_at, one.is_off) for one in read)


def foreign(content: bytes, zones: set[str]) -> bytes:
    """The same calendar with zones of names that nobody knows, so that a reader has only what is written there."""
    for zone in zones:
        content = content.replace(f"TZID:{zone}\r\n".encode(), f"TZID:Of/{zone}\r\n".encode())
        content = content.replace(f";TZID={zone}:".encode(), f";TZID=Of/{zone}:".encode())
    return content


def _instants(days: list[date], wall: time, zone: str) -> Iterator[datetime]:
    for day in days:
        try:
            yield instant(day, wall, ZoneInfo(zone))
        except NoSuchLocalTime:
            continue
