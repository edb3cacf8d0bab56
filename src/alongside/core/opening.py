"""Spans of a day on the wall clock: joined, cut out of each other, and read from instants.

A span counts whole minutes from midnight on the clock on the wall, 0 to 1,440, whatever the clocks do that day. On a
day of 23 hours the skipped hour is in no free span; on a day of 25 hours a minute that comes twice is taken as soon
as one of the two is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from alongside.core.instants import check_aware

DAY = 24 * 60
_SECOND, _MINUTE, _HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
_FURTHEST = 27 * _HOUR  # No clock is a whole day and more away from UTC, nor was.
_HOURS = 3 * 27  # From there to well past the end of the local day.


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """From ``start`` up to ``end``, in minutes of a local day; ``site`` is where, when that is known."""

    start: int
    end: int
    site: int | None = None


def minute_of(clock: time | datetime) -> int:
    """The minute of the day that a wall clock shows; seconds are let go."""
    return clock.hour * 60 + clock.minute


def clock_at(minute: int) -> time:
    """What a wall clock shows at this minute of the day, 0 to 1,439."""
    return time(minute // 60, minute % 60)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same minutes in as few spans as can be, in order, without places. Empty spans vanish."""
    kept: list[Span] = []
    for one in sorted((span for span in spans if span.start < span.end), key=_start):
        if kept and one.start <= kept[-1].end:
            kept[-1] = Span(start=kept[-1].start, end=max(kept[-1].end, one.end))
        else:
            kept.append(Span(start=one.start, end=one.end))
    return tuple(kept)


def without(free: Sequence[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of each free span, with its place, once every taken minute is gone; in order."""
    cuts = joined(taken)
    if not cuts:
        return tuple(sorted((one for one in free if one.start < one.end), key=_start))
    return tuple(sorted((part for one in free for part in _parts(one, cuts)), key=_start))


def shared(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """The minutes that lie in both, with the places of the first; in order."""
    return without(spans, _gaps(joined(others)))


def starts(free: Iterable[Span], minutes: int, step: int = 5) -> Iterator[Span]:
    """Every span of ``minutes`` that fits, from each ``step`` of the day on, earliest first."""
    for one in free:
        first = one.start + -one.start % step
        for start in range(first, one.end - minutes + 1, step):
            yield Span(start=start, end=start + minutes, site=one.site)


def on_day(starts_at: datetime, ends_at: datetime, day: date, zone: str) -> tuple[Span, ...]:
    """The minutes of a local day in which the wall clock stands between two instants. TimeWithoutZone for naive ones.

    A minute that is only begun counts as a whole one.
    """
    check_aware(starts_at)
    check_aware(ends_at)
    begun, over = starts_at.astimezone(UTC), ends_at.astimezone(UTC)
    return joined(
        _wall(max(begun, since), min(over, until), offset, day)
        for since, until, offset in _stretches(day, zone)
        if begun < until and since < over
    )


@lru_cache(maxsize=4096)
def skipped(day: date, zone: str) -> tuple[Span, ...]:
    """The minutes of a local day that the clock on the wall never shows. Nearly always none."""
    shown = (_wall(since, until, offset, day) for since, until, offset in _stretches(day, zone))
    return _gaps(joined(shown))


def _start(span: Span) -> int:
    return span.start


def _parts(free: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    at = free.start
    for cut in cuts:
        if cut.end <= at or cut.start >= free.end:
            continue
        if at < cut.start:
            yield Span(start=at, end=cut.start, site=free.site)
        at = cut.end
    if at < free.end:
        yield Span(start=at, end=free.end, site=free.site)


def _gaps(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The minutes of the day outside these spans, which are joined already."""
    edges = (Span(start=0, end=0), *spans, Span(start=DAY, end=DAY))
    between = (Span(start=one.end, end=following.start) for one, following in pairwise(edges))
    return tuple(span for span in between if span.start < span.end)


def _wall(since: datetime, until: datetime, offset: timedelta, day: date) -> Span:
    """The minutes of the day between two instants that share an offset; empty when the day has none of them."""
    midnight = datetime.combine(day, time(), UTC)
    start = (since + offset - midnight) // _MINUTE
    end = -((midnight - until - offset) // _MINUTE)
    return Span(start=max(start, 0), end=min(end, DAY))


@lru_cache(maxsize=4096)
def _stretches(day: date, zone: str) -> tuple[tuple[datetime, datetime, timedelta], ...]:
    """The stretches of one offset around a local day, as instants in UTC."""
    first = datetime.combine(day, time(), UTC) - _FURTHEST
    marks = [first + number * _HOUR for number in range(_HOURS + 1)]
    changes = [
        _change(one, following, zone)
        for one, following in pairwise(marks)
        if _offset(one, zone) != _offset(following, zone)
    ]
    edges = (first, *changes, marks[-1])
    return tuple((one, following, _offset(one, zone)) for one, following in pairwise(edges))


def _change(before: datetime, after: datetime, zone: str) -> datetime:
    """The first second between two instants at which the offset is that of the second."""
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if _offset(middle, zone) == _offset(after, zone):
            after = middle
        else:
            before = middle
    return after


def _offset(moment: datetime, zone: str) -> timedelta:
    """How far the clocks of the zone are ahead of UTC."""
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
