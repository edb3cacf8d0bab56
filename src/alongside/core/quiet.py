"""Quiet hours: from one time of the day to another, often past midnight, on somebody's own clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Nothing is sent from ``since`` until ``until``; the same time twice means never quiet.

    With ``weekends`` Saturday and Sunday are quiet as well.
    """

    since: time
    until: time
    weekends: bool = False


FAMILY = Quiet(since=time(20), until=time(8))
TEAM = Quiet(since=time(17), until=time(8, 30), weekends=True)


def is_quiet(quiet: Quiet, at: datetime, zone: str) -> bool:
    """Whether ``at`` lies in the quiet hours on the clock of ``zone``."""
    local = at.astimezone(ZoneInfo(zone))
    return (quiet.weekends and local.weekday() >= _SATURDAY) or _hours(quiet, local.time())


def next_loud(quiet: Quiet, at: datetime, zone: str) -> datetime:
    """``at`` itself, or the end of the quiet hours it lies in, in UTC.

    An end that the clock jumps over is the first instant after the jump.
    """
    if not is_quiet(quiet, at, zone):
        return at.astimezone(UTC)
    local = at.astimezone(ZoneInfo(zone))
    ends = (_end(quiet, local, days, zone) for days in range(5))
    return next(end for end in ends if end > at and not is_quiet(quiet, end, zone))


def _hours(quiet: Quiet, local: time) -> bool:
    if quiet.since <= quiet.until:
        return quiet.since <= local < quiet.until
    return local >= quiet.since or local < quiet.until


def _end(quiet: Quiet, local: datetime, days: int, zone: str) -> datetime:
    day = local.date() + timedelta(days=days)
    return datetime.combine(day, quiet.until, ZoneInfo(zone)).astimezone(UTC)
