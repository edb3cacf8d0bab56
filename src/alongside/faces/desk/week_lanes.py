"""Where everything stands in the drawn week: quarters of an hour down, lanes side by side, days beside each other.

Everything is wall time of the clinic, in minutes from midnight.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.safestring import SafeString, mark_safe

from alongside.core.opening import Span, without

_BLOCK = (
    '<li class="slot {}" data-k="{}"><a{}><strong>{}</strong> <span class="num">{}</span>'
    '<span class="more">{}</span></a></li>'
)
_GAP = '<li class="gap wide-only {}"><a{} data-t="{}"><span class="vh">{}</span></a></li>'
QUARTER = 15
QUARTERS_OF_A_DAY = 96
SHORTEST_FREE = 30  # A shorter rest is no target for a finger; its time can still be typed.
_HOUR = 60
FIRST_HOUR, LAST_HOUR = 8, 19  # Always shown; what lies outside lengthens the grid and shifts nothing.


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One time in the grid: a visit, a time kept free, or a free time that can be booked.

    ``kind`` is "" for a visit, "first", "school", "held" or "free" (kept free). ``more`` is read on a phone and by a
    screen reader. ``href`` is the finished attribute, or nothing.
    """

    css: str
    kind: str
    start: int
    name: str
    time: str
    more: str
    href: SafeString

    @property
    def html(self) -> SafeString:
        """The block as the grid draws it: in one step, because a week has hundreds."""
        name, more = escape(self.name), escape(self.more)
        return mark_safe(_BLOCK.format(self.css, self.kind, self.href, name, self.time, more))  # noqa: S308  # typed words are escaped, the rest are our own classes and hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A free time as a link that books it; ``said`` is read by a screen reader."""

    css: str
    time: str
    said: str
    href: SafeString

    @property
    def html(self) -> SafeString:
        """The same for a free time."""
        return mark_safe(_GAP.format(self.css, self.href, self.time, escape(self.said)))  # noqa: S308  # as for a block: names are escaped


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """One day of the week. ``school`` places the shaded school day; ``shut`` says why the clinic is closed."""

    number: int
    iso: str
    label: str
    month: str
    lanes: int
    heads: str
    school: str
    shut: str
    is_today: bool
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...]

    @property
    def html(self) -> SafeString:
        """Everything that stands in the day, drawn."""
        drawn = (*(one.html for one in self.blocks), *(one.html for one in self.gaps))
        return mark_safe("".join(drawn))  # noqa: S308  # each escapes its own words


def hours(spans: Iterable[Span]) -> tuple[int, int]:
    """The first hour of the grid and the hour it ends with: the clinic's day, and every time of the week whole."""
    found = list(spans)
    first = min([FIRST_HOUR, *(span.start // _HOUR for span in found)])
    last = max([LAST_HOUR, *(-(-span.end // _HOUR) for span in found)])
    return first, min(24, last)


def place(start: int, end: int, lane: int, first_hour: int) -> str:
    """The classes that put a time into the grid. Both ends are rounded down, so neighbours never overlap."""
    top = max(0, start // QUARTER - first_hour * 4)
    length = max(1, min(end // QUARTER, QUARTERS_OF_A_DAY) - start // QUARTER)
    return f"{row(top)} h{length // 10} q{length % 10} l{lane}"


def row(quarter: int) -> str:
    """The classes of the row that begins with a quarter of an hour, counted from the top of the grid."""
    return f"x{quarter // 10} y{quarter % 10}"


def clock(minute: int) -> str:
    """9:05."""
    return f"{minute // _HOUR}:{minute % _HOUR:02}"


def free_times(openings: Sequence[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of the openings, cut at full hours, so that every free time is one step for the arrow keys."""
    for rest in without(openings, taken):
        yield from _by_the_hour(rest)


def _by_the_hour(rest: Span) -> Iterator[Span]:
    at = -(-rest.start // 5) * 5
    while rest.end - at >= SHORTEST_FREE:
        hour = (at // _HOUR + 1) * _HOUR
        end = min(rest.end, hour if hour - at >= SHORTEST_FREE else hour + _HOUR)
        yield Span(start=at, end=end)
        at = end


def iso(day: date, minute: int) -> str:
    """2026-11-24T13:15, as addresses carry a time."""
    return f"{day.isoformat()}T{minute // _HOUR:02}:{minute % _HOUR:02}"
