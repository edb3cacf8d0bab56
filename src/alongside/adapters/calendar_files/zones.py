"""Time zones as a calendar file tells them: every change of the clock within the years that it speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

_STEP = timedelta(days=7)  # No zone changes its clocks twice within a week.
_EXACT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The clocks change at ``at`` (UTC) from one distance to UTC to another."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


@cache
def known(zone: str) -> str:
    """The zone itself, or UTC in place of one that this machine does not know (any more)."""
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return "UTC"
    return zone


def changes(zone: str, first: datetime, last: datetime) -> tuple[Change, ...]:
    """Every change of the clocks of ``zone`` after ``first`` and up to ``last`` (aware), in order."""
    clock = ZoneInfo(zone)
    return tuple(_change(clock, before, at) for before, at in _found(clock, first, last))


@cache
def told(zone: str, first_year: int, last_year: int) -> tuple[str, ...]:
    """The lines of a VTIMEZONE that is right from 1 January of the first year to the end of the last one."""
    start, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    clock = ZoneInfo(zone)
    offset = _offset(clock, start)
    held = Change(
        at=start, before=offset, after=offset, name=_name(clock, start), is_summer=_summer(clock, start)
    )
    observed = (line for change in (held, *changes(zone, start, end)) for line in _observed(change))
    return "BEGIN:VTIMEZONE", f"TZID:{zone}", *observed, "END:VTIMEZONE"


def _found(clock: ZoneInfo, first: datetime, last: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Pairs of instants a second apart between which the distance to UTC differs."""
    at = first
    while at < last:
        until = min(at + _STEP, last)
        if _offset(clock, at) != _offset(clock, until):
            yield _narrowed(clock, at, until)
        at = until


def _narrowed(clock: ZoneInfo, low: datetime, high: datetime) -> tuple[datetime, datetime]:
    before = _offset(clock, low)
    while high - low > _EXACT:
        middle = low + timedelta(seconds=(high - low) // _EXACT // 2)
        low, high = (middle, high) if _offset(clock, middle) == before else (low, middle)
    return low, high


def _change(clock: ZoneInfo, before: datetime, at: datetime) -> Change:
    return Change(
        at=at,
        before=_offset(clock, before),
        after=_offset(clock, at),
        name=_name(clock, at),
        is_summer=_summer(clock, at),
    )


def _observed(change: Change) -> Iterator[str]:
    """One onset. It begins when the clock still shows the time before the change."""
    kind = "DAYLIGHT" if change.is_summer else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{(change.at + change.before).strftime('%Y%m%dT%H%M%S')}"
    yield f"TZOFFSETFROM:{_written(change.before)}"
    yield f"TZOFFSETTO:{_written(change.after)}"
    yield f"TZNAME:{change.name}"
    yield f"END:{kind}"


def _written(offset: timedelta) -> str:
    seconds = abs(int(offset.total_seconds()))
    sign = "-" if offset < timedelta(0) else "+"
    text = f"{sign}{seconds // 3600:02}{seconds % 3600 // 60:02}"
    return text + (f"{seconds % 60:02}" if seconds % 60 else "")


def _offset(clock: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(clock).utcoffset() or timedelta(0)


def _name(clock: ZoneInfo, at: datetime) -> str:
    return at.astimezone(clock).tzname() or ""


def _summer(clock: ZoneInfo, at: datetime) -> bool:
    return bool(at.astimezone(clock).dst())
