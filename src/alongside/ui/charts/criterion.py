"""For the therapist: criterion scores over time with their error, and bands that run both ways.

A criterion score has no nought and no best, so its axis runs around the points. Bands have no good end: every place
looks the same, and only a mark says where somebody put the child.
"""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.ui.charts import paint

WIDTH, LEFT, RIGHT, TOP, PLOT_HEIGHT, UNDER = 560, 52, 24, 16, 170, 30
CAP = 6
GRID_LINES = 5
DATE_ROOM = 84
PLACES = (-2, -1, 0, 1, 2)
BAND_EDGE, BAND_WIDTH, BAND_BOX, BAND_ROW, BAND_TOP, BAND_LETTERS = 5, 78, 22, 50, 26, 54
BANDS_WIDTH = 2 * BAND_EDGE + len(PLACES) * BAND_WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One score with its standard error (None when the report printed none), both in points of its own metric."""

    on: date
    value: float
    error: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """The scores of one scale, oldest first."""

    title: str
    points: tuple[Measured, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One scale on bands from −2 to 2, with the words of its place."""

    name: str
    place: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BothWays:
    """Several scales on the same bands; ``ends`` name the first and the last band, ``middle`` the one between."""

    title: str
    ends: tuple[str, str]
    middle: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axes:
    first: date
    last: date
    low: float
    high: float

    def x(self, on: date) -> float:
        span = max((self.last - self.first).days, 1)
        return round(LEFT + 20 + (on - self.first).days / span * (WIDTH - LEFT - RIGHT - 40), 1)

    def y(self, value: float) -> float:
        return round(TOP + PLOT_HEIGHT * (1 - (value - self.low) / (self.high - self.low)), 1)


def criterion_chart(criterion: Criterion, *, standalone: bool = False) -> SafeString:
    """The scores by date, each with a bar of one standard error either way. Needs at least one point."""
    axes, step = _axes(criterion.points)
    parts = [*_grid(axes, step), *_trace(criterion, axes)]
    for point in criterion.points:
        parts += _point(point, axes)
    return paint.framed(
        [*parts, *_dates(criterion, axes)],
        width=WIDTH,
        height=TOP + PLOT_HEIGHT + UNDER,
        title=criterion.title,
        description=" ".join(_told(point) for point in criterion.points),
        standalone=standalone,
        css="chart wide",
    )


def criterion_table(criterion: Criterion) -> SafeString:
    """The same points as a table."""
    rows = format_html_join(
        "",
        '<tr><th scope="row">{}</th><td class="num">{}</td><td class="num">{}</td></tr>',
        ((_day(point.on), paint.number(point.value), _error(point) or "–") for point in criterion.points),
    )
    heads = (_("When"), _("Score"), _("Standard error"))
    return _table(criterion.title, heads, rows)


def both_ways(shown: BothWays, *, standalone: bool = False) -> SafeString:
    """A row a scale and a column a band, all columns alike: the mark says where somebody put the child."""
    first, last = shown.ends
    parts = [
        paint.text(BAND_EDGE, BAND_TOP - 10, first, "label"),
        paint.text(_column(0), BAND_TOP - 10, shown.middle, "label mid"),
        paint.text(BANDS_WIDTH - BAND_EDGE, BAND_TOP - 10, last, "label end"),
    ]
    for number, band in enumerate(shown.bands):
        parts += _band(band, BAND_TOP + number * BAND_ROW)
    return paint.framed(
        parts,
        width=BANDS_WIDTH,
        height=BAND_TOP + len(shown.bands) * BAND_ROW + 4,
        title=shown.title,
        description=" ".join(f"{band.name}: {band.words}." for band in shown.bands),
        standalone=standalone,
    )


def _column(place: int) -> float:
    """The middle of a band's column."""
    return BAND_EDGE + (place + 2.5) * BAND_WIDTH


def _band(band: Band, top: int) -> list[str]:
    boxes = "".join(
        f"M{_column(place) - BAND_WIDTH / 2:g} {top + 20}h{BAND_WIDTH}v{BAND_BOX}h-{BAND_WIDTH}z"
        for place in PLACES
    )
    name = band.name if len(band.name) <= BAND_LETTERS else f"{band.name[: BAND_LETTERS - 1]}…"
    return [
        paint.text(BAND_EDGE, top + 14, name, "strong"),
        f'<path class="grid" d="{boxes}"/>',
        f'<circle class="before" cx="{_column(band.place):g}" cy="{top + 20 + BAND_BOX / 2:g}" r="7"/>',
    ]


def _table(caption: str, heads: tuple[str, ...], rows: SafeString) -> SafeString:
    top = format_html_join("", '<th scope="col">{}</th>', ((head,) for head in heads))
    return format_html(
        '<table class="tbl"><caption class="vh">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        caption,
        top,
        rows,
    )


def _axes(points: tuple[Measured, ...]) -> tuple[_Axes, float]:
    """Around the points and their bars, on round numbers, never flat."""
    low = min(point.value - (point.error or 0) for point in points)
    high = max(point.value + (point.error or 0) for point in points)
    step = _round_step(max(high - low, 1) / GRID_LINES)
    days = [point.on for point in points]
    low, high = floor(low / step) * step, ceil(high / step) * step
    return _Axes(first=min(days), last=max(days), low=low, high=max(high, low + step)), step


def _round_step(wanted: float) -> float:
    """The next of 1, 2, 5, 10, 20 … (or 0.1, 0.2, 0.5)."""
    power = 10.0 ** floor(log10(wanted))
    return float(next(times * power for times in (1, 2, 5, 10) if times * power >= wanted * 0.999))


def _grid(axes: _Axes, step: float) -> list[str]:
    lines = []
    for number in range(round((axes.high - axes.low) / step) + 1):
        value = axes.low + number * step
        y = axes.y(value)
        lines.append(f'<path class="grid" d="M{LEFT} {y:g}H{WIDTH - 8}"/>')
        lines.append(paint.text(LEFT - 8, y + 4, paint.number(round(value, 2)), "end"))
    return lines


def _trace(criterion: Criterion, axes: _Axes) -> list[str]:
    places = " ".join(f"{axes.x(point.on):g} {axes.y(point.value):g}" for point in criterion.points)
    return [f'<path class="trace" d="M{places}"/>'] if len(criterion.points) > 1 else []


def _point(point: Measured, axes: _Axes) -> list[str]:
    x, y = axes.x(point.on), axes.y(point.value)
    dot = f'<circle class="after" cx="{x:g}" cy="{y:g}" r="6"/>'
    if not point.error:
        return [dot]
    top, floor_ = axes.y(point.value + point.error), axes.y(point.value - point.error)
    ends = "".join(f"M{x - CAP:g} {end:g}H{x + CAP:g}" for end in (top, floor_))
    return [f'<path class="change" d="M{x:g} {top:g}V{floor_:g}{ends}"/>', dot]


def _dates(criterion: Criterion, axes: _Axes) -> list[str]:
    parts, free_from = [], 0.0
    for point in criterion.points:
        x = axes.x(point.on)
        if x >= free_from:
            parts.append(paint.text(x, TOP + PLOT_HEIGHT + 22, _day(point.on), "mid"))
            free_from = x + DATE_ROOM
    return parts


def _told(point: Measured) -> str:
    told = {"day": _day(point.on), "value": paint.number(point.value), "error": _error(point)}
    if point.error is None:
        return _("%(day)s: %(value)s, no standard error printed.") % told
    return _("%(day)s: %(value)s, standard error %(error)s.") % told


def _error(point: Measured) -> str:
    return "" if point.error is None else paint.number(point.error)


def _day(on: date) -> str:
    """A short date with its year: instruments are given months and years apart."""
    return date_format(on, "j M Y")
