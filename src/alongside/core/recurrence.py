"""A simple weekly series: the same wall time every week, whatever the clocks do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

MOST_VISITS = 52
_YEARS = range(1970, 2200)
# Names that the IANA rules once had and dropped; renamed ones stay in them as links.
_RENAMED = {"US/Pacific-New": "America/Los_Angeles", "Asia/Hanoi": "Asia/Ho_Chi_Minh"}
_SECOND = timedelta(seconds=1)


class NoSuchZone(Refusal):
    sentence = gettext_noop("Choose a time zone from the list.")


class BadCount(Refusal):
    sentence = gettext_noop("Choose between 1 and 52 visits.")


class BadDate(Refusal):
    sentence = gettext_noop("Choose a date in this century.")


class NoSuchLocalTime(Refusal):
    """The clocks go forward over this time on that day. ``instead`` is the next time that there is."""

    sentence = gettext_noop(
        "The clocks go forward over {time} on {day}. The next possible time is {instead}."
    )

    def __init__(self, local: datetime) -> None:
        self.local = local
        self.instead = _end_of_gap(local)
        instead = (
            f"{self.instead:%H:%M}"
            if self.instead.date() == local.date()
            else f"{self.instead:%Y-%m-%d %H:%M}"
        )
        super().__init__(time=f"{local:%H:%M}", day=f"{local:%Y-%m-%d}", instead=instead)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One visit of a series, counted from 1; ``starts_at`` is in UTC."""

    number: int
    local_date: date
    starts_at: datetime


def weekly(first_local_date: date, local_time: time, zone: str, count: int) -> tuple[Occurrence, ...]:
    """``count`` visits a week apart, at ``local_time`` on the wall clock of the IANA ``zone``.

    An hour that comes twice in autumn means its first coming. Refuses ``NoSuchLocalTime`` when the spring change
    jumps over the time on any of the days, an unknown zone, and a count outside 1 to 52.
    """
    if not 1 <= count <= MOST_VISITS:
        raise BadCount
    if first_local_date.year not in _YEARS:
        raise BadDate
    return tuple(_occurrences(first_local_date, local_time, zone_named(zone), count))


def _occurrences(first: date, local_time: time, zone: ZoneInfo, count: int) -> Iterator[Occurrence]:
    for index in range(count):
        day = first + timedelta(weeks=index)
        starts_at = instant(day, local_time, zone)
        yield Occurrence(number=index + 1, local_date=day, starts_at=starts_at)


def instant(day: date, local_time: time, zone: ZoneInfo) -> datetime:
    """The UTC instant when the wall clock in ``zone`` shows ``local_time`` on ``day``, the first one if it comes twice.

    Refuses ``NoSuchLocalTime`` in the gap of a spring change.
    """
    local = datetime.combine(day, local_time.replace(tzinfo=None, fold=0), tzinfo=zone)
    starts_at = local.astimezone(UTC)
    # A time that does not exist comes back from UTC as another one.
    if starts_at.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchLocalTime(local)
    return starts_at


def instant_or_next(day: date, local_time: time, zone: ZoneInfo) -> datetime:
    """The same, and in a gap the first instant after it: what a rule plans for a time that there is not."""
    try:
        return instant(day, local_time, zone)
    except NoSuchLocalTime as gap:
        return gap.instead.astimezone(UTC)


def zone_kept(name: str) -> ZoneInfo:
    """The zone of something stored, which has to be read for ever: one that the rules no longer know is UTC."""
    try:
        return ZoneInfo(_RENAMED.get(name, name))
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def _end_of_gap(local: datetime) -> datetime:
    """The first wall time after the gap that holds this one: the clocks jump to it.

    Read with the offset from before the gap, a missing time comes out after it, by as much as it lies inside.
    """
    zone = local.tzinfo
    before, after = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    if zone is None or before is None or after is None:
        return local
    low, high = local.replace(tzinfo=UTC) - before, local.replace(tzinfo=UTC) - after
    low, high = min(low, high), max(low, high)
    while high - low > _SECOND:
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0).astimezone(zone)


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of this name; refuses ``NoSuchZone``."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise NoSuchZone from error
