"""The phase chart: points before the plan and with it, a line at every dated change, the goal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.ui.charts import paint
from alongside.ui.charts.values import Phases, Point

WIDTH, LEFT, RIGHT = 560, 40, 16
PLOT_HEIGHT, UNDER = 170, 30
LABEL_ROW, LABEL_ROWS = 17, 3
MOST_GRID_LINES = 6
LETTER_WIDTH = 6.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where a date and a value lie on the picture."""

    first: date
    last: date
    top: int
    maximum: int

    def x(self, on: date) -> float:
        span = max((self.last - self.first).days, 1)
        return round(LEFT + 20 + (on - self.first).days / span * (WIDTH - LEFT - RIGHT - 40), 1)

    def y(self, value: float) -> float:
        kept = max(0.0, min(value, self.maximum))
        return round(self.top + PLOT_HEIGHT * (1 - kept / self.maximum), 1)

    @property
    def floor(self) -> int:
        return self.top + PLOT_HEIGHT


def phase_chart(phases: Phases, *, standalone: bool = False) -> SafeString:
    """The chart as SVG. The y axis runs from 0 to ``maximum``; x is by date; all points are drawn as they are."""
    scale = _scale(phases)
    parts = [*_plan(phases, scale), *_grid(scale), *_goal(phases, scale), *_changes(phases, scale)]
    parts += _slope(phases, scale)
    parts += [*_series(phases.before, scale, "before"), *_series(phases.after, scale, "after")]
    return paint.framed(
        [*parts, *_dates(phases, scale)],
        width=WIDTH,
        height=scale.floor + UNDER,
        title=phases.title,
        description=describe(phases),
        standalone=standalone,
        css="chart wide",
    )


def describe(phases: Phases) -> str:
    """The chart in words and numbers, for readers who do not see it."""
    sentences = [
        _("Before the plan: %(values)s.") % {"values": _values(phases.before)},
        _("With the plan: %(values)s.") % {"values": _values(phases.after)},
    ]
    if phases.goal is not None:
        sentences.append(_goal_words(phases) + ".")
    if len(phases.slope) == 2:
        ends = {"first": _rounded(phases.slope[0]), "last": _rounded(phases.slope[1])}
        sentences.append(_("The line before the plan runs from %(first)s to %(last)s.") % ends)
    changes = (f"{paint.day(change.on)}: {change.label}." for change in phases.changes)
    return " ".join((*sentences, *changes))


def phase_table(phases: Phases) -> SafeString:
    """The same points as a table, for ``<details>`` under the figure."""
    rows = format_html_join(
        "",
        '<tr><th scope="row">{}</th><td>{}</td><td class="num">{}</td></tr>',
        _table_rows(phases),
    )
    heads = format_html_join("", '<th scope="col">{}</th>', ((_("When"),), (_("Phase"),), (_("How many"),)))
    return format_html(
        '<table class="tbl"><caption class="vh">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        phases.title,
        heads,
        rows,
    )


def _table_rows(phases: Phases) -> Iterable[tuple[str, str, str]]:
    for name, points in ((_("Before"), phases.before), (_("With the plan"), phases.after)):
        for point in points:
            yield paint.day(point.on), name, f"{paint.number(point.value)} / {phases.maximum}"


def _scale(phases: Phases) -> Scale:
    days = [point.on for point in (*phases.before, *phases.after)] + [change.on for change in phases.changes]
    days = days or [date.min]
    rows = min(max(len(phases.changes), 1), LABEL_ROWS)
    return Scale(first=min(days), last=max(days), top=12 + rows * LABEL_ROW, maximum=max(phases.maximum, 1))


def _values(points: tuple[Point, ...]) -> str:
    return ", ".join(paint.number(point.value) for point in points) or _("no points yet")


def _rounded(point: Point) -> str:
    return paint.number(round(point.value, 1))


def _goal_words(phases: Phases) -> str:
    goal = paint.number(phases.goal or 0)
    return phases.goal_label or _("Goal: %(goal)s of %(maximum)s") % {"goal": goal, "maximum": phases.maximum}


def _plan(phases: Phases, scale: Scale) -> list[str]:
    """The tinted part of the picture where the plan is at work."""
    if not phases.changes:
        return []
    x = scale.x(min(change.on for change in phases.changes))
    wide, high = WIDTH - RIGHT + 8 - x, PLOT_HEIGHT + 8
    return [f'<rect class="with" x="{x:g}" y="{scale.top - 8}" width="{wide:g}" height="{high}" rx="8"/>']


def _grid(scale: Scale) -> list[str]:
    step = max(1, -(-scale.maximum // MOST_GRID_LINES))
    lines = []
    for value in range(0, scale.maximum + 1, step):
        y = scale.y(value)
        lines.append(f'<path class="grid" d="M{LEFT} {y:g}H{WIDTH - 8}"/>')
        lines.append(paint.text(LEFT - 10, y + 4, str(value), "end"))
    return lines


def _goal(phases: Phases, scale: Scale) -> list[str]:
    if phases.goal is None:
        return []
    y = scale.y(phases.goal)
    words = paint.text(LEFT + 4, y + 15, _goal_words(phases), "label")
    return [f'<path class="goal" d="M{LEFT} {y:g}H{WIDTH - 8}"/>', words]


def _changes(phases: Phases, scale: Scale) -> list[str]:
    """A line a change. Its label stands in the first row where it touches no other, or only in the description."""
    parts = _before_label(phases, scale)
    taken: list[list[tuple[float, float]]] = [[] for _row in range(LABEL_ROWS)]
    for change in sorted(phases.changes, key=lambda change: change.on):
        x = scale.x(change.on)
        words, css, span = _placed(x, change.label)
        row = next((number for number, spans in enumerate(taken) if _is_free(spans, span)), None)
        y = 14 + (row or 0) * LABEL_ROW
        parts.append(f'<path class="change" d="M{x:g} {y + 4}V{scale.floor}"/>')
        if row is not None:
            taken[row].append(span)
            parts.append(paint.text(span[1] if "end" in css else span[0], y, words, css))
    return parts


def _is_free(spans: list[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in spans)


def _before_label(phases: Phases, scale: Scale) -> list[str]:
    """Names the baseline, where the label of the first change leaves room."""
    if not phases.before or not phases.changes:
        return []
    first = min(phases.changes, key=lambda change: change.on)
    words, x = _("Before"), scale.x(first.on)
    is_clear = LEFT + 8 + len(words) * LETTER_WIDTH < x and len(first.label) <= (WIDTH - x) / LETTER_WIDTH
    return [paint.text(LEFT + 4, 14, words, "label")] if is_clear else []


def _placed(x: float, label: str) -> tuple[str, str, tuple[float, float]]:
    """The label with its place: from its line on, or up to it where the picture would cut it off."""
    if len(label) <= int((WIDTH - x) / LETTER_WIDTH):
        return label, "label", (x + 4, x + 4 + len(label) * LETTER_WIDTH)
    room = int(x / LETTER_WIDTH)
    short = label if len(label) <= room else f"{label[: room - 1]}…"
    return short, "label end", (x - 4 - len(short) * LETTER_WIDTH, x - 4)


def _slope(phases: Phases, scale: Scale) -> list[str]:
    """The line through the points before, from its first to its last day."""
    if len(phases.slope) < 2:
        return []
    line = " ".join(f"{scale.x(point.on):g} {scale.y(point.value):g}" for point in phases.slope)
    return [f'<path class="slope" d="M{line}"/>']


def _series(points: tuple[Point, ...], scale: Scale, css: str) -> list[str]:
    places = [(scale.x(point.on), scale.y(point.value)) for point in points]
    line = " ".join(f"{x:g} {y:g}" for x, y in places)
    trace = [f'<path class="trace" d="M{line}"/>'] if len(places) > 1 else []
    return trace + [f'<circle class="{css}" cx="{x:g}" cy="{y:g}" r="6"/>' for x, y in places]


def _dates(phases: Phases, scale: Scale) -> list[str]:
    """As many dates as fit without touching."""
    parts, free_from = [], 0.0
    for point in (*phases.before, *phases.after):
        x = scale.x(point.on)
        if x >= free_from:
            parts.append(paint.text(x, scale.floor + 22, paint.day(point.on), "mid"))
            free_from = x + 58
    return parts
