"""The phase chart of one goal: what was counted, else help by week or day; dated changes, all points as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import Evidence
from alongside.areas.programme import queries as plan
from alongside.core import evidence, progress
from alongside.core.evidence import BaselineLine, Comparison, CountedPoint, Design, Points, Scale
from alongside.core.progress import ChangeLine, Every, PhaseChart, Point
from alongside.core.words import gettext_noop
from alongside.ui import charts

_BY_SELF = 4
_UNITS = {
    Scale.TRIES: gettext_noop("tries"),
    Scale.MINUTES: gettext_noop("minutes"),
    Scale.STEP: gettext_noop("steps"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The chart with the same points as a table: what it says first, then how many points, then the caveat.

    ``by_help`` when the scale is the help that was needed; else it is what was counted.
    """

    title: str
    svg: SafeString
    table: SafeString
    sentence: str
    counts: str
    by_help: bool = True


def figure(opened: OpenChild, goal: UUID, title: str) -> Figure | None:
    """What was counted where a goal is counted, else help by week; None before there is a point."""
    lines = plan.phase_lines(opened, goal=goal)
    found = practice.series(opened, goal)
    if found is not None and found.probes:
        design, counted = found.plan.design, practice.points_of(found, lines)
        return _counted(title, design, counted, evidence.compare(design, counted))
    moments = practice.moments(opened, goal=goal)
    return drawn(title, progress.phase_points(moments, lines, Every.WEEK), Every.WEEK)


def counted_figure(title: str, found: Evidence) -> Figure | None:
    """The chart of what was counted, with the baseline's line where there are points enough for one."""
    if found.plan is None or found.counted is None or not found.counted.points:
        return None
    return _counted(title, found.plan.design, found.counted, found.comparison)


def _counted(title: str, design: Design, counted: Points, compared: Comparison | None) -> Figure:
    unit = design.unit or _(_UNITS[design.scale])
    phases = charts.Phases(
        title=_("%(goal)s, %(unit)s counted") % {"goal": title, "unit": unit},
        before=_at(counted.before),
        after=_at(counted.after),
        changes=tuple(_change(line, number) for number, line in enumerate(counted.lines)),
        goal=float(design.hoped),
        goal_label=_("Hoped for: %(hoped)s of %(most)s") % {"hoped": design.hoped, "most": design.most},
        maximum=design.most,
        slope=_slope(compared.line) if compared and compared.line else (),
    )
    return Figure(
        title=phases.title,
        svg=charts.phase_chart(phases),
        table=charts.phase_table(phases),
        sentence=_(compared.words.template).format(**compared.words.named)
        if compared and compared.words
        else "",
        counts=_("%(before)s points before, %(after)s with.")
        % {"before": len(counted.before), "after": len(counted.after)},
        by_help=False,
    )


def _at(points: Sequence[CountedPoint]) -> tuple[charts.Point, ...]:
    return tuple(charts.Point(on=point.on, value=round(float(point.value), 2)) for point in points)


def _slope(line: BaselineLine) -> tuple[charts.Point, ...]:
    ends = ((line.first_on, line.first), (line.last_on, line.last))
    return tuple(charts.Point(on=on, value=float(value)) for on, value in ends)


def drawn(title: str, points: PhaseChart, every: Every) -> Figure | None:
    """Draw what core computed; None without points."""
    if not points.points:
        return None
    heading = _("%(goal)s, help by week") if every is Every.WEEK else _("%(goal)s, help by day")
    before = [point for point in points.points if point.phase == 0]
    after = [point for point in points.points if point.phase > 0]
    phases = charts.Phases(
        title=heading % {"goal": title},
        before=_drawn(before),
        after=_drawn(after),
        changes=tuple(_change(line, number) for number, line in enumerate(points.lines)),
        maximum=_BY_SELF,
    )
    return Figure(
        title=phases.title,
        svg=charts.phase_chart(phases),
        table=charts.phase_table(phases),
        sentence=_sentence(before, after, every),
        counts=_counts(before, after, every),
    )


def _drawn(points: Sequence[Point]) -> tuple[charts.Point, ...]:
    return tuple(charts.Point(on=point.on, value=float(point.value)) for point in points)


def _change(line: ChangeLine, number: int) -> charts.Change:
    """The first line begins what is tried; later ones say what changed."""
    begins = number == 0 and line.about
    return charts.Change(
        on=line.on, label=_("With “%(idea)s”") % {"idea": line.about} if begins else line.label
    )


def _sentence(before: Sequence[Point], after: Sequence[Point], every: Every) -> str:
    """How often there was less help than at best before; "" without both phases."""
    if not before or not after:
        return ""
    best = max(point.value for point in before)
    counted = {"part": sum(point.value > best for point in after), "whole": len(after)}
    if every is Every.WEEK:
        return _("Less help than in the best week before, in %(part)s of %(whole)s weeks.") % counted
    return _("Less help than on the best day before, on %(part)s of %(whole)s days.") % counted


def _counts(before: Sequence[Point], after: Sequence[Point], every: Every) -> str:
    """How many points there are, and of how many weeks."""
    told = {"before": len(before), "after": len(after)}
    if not before:
        return _("%(after)s points, and none from before to compare with.") % told
    if every is Every.DAY:
        return _("Points: %(before)s days before, %(after)s with.") % told
    points = [*before, *after]
    mondays = {progress.monday_of(point.on) for point in points}
    weeks = (max(mondays) - min(mondays)).days // 7 + 1
    counted = ngettext("Notes in %(noted)s of %(weeks)s week", "Notes in %(noted)s of %(weeks)s weeks", weeks)
    points_told = _("%(before)s points before, %(after)s with.") % told
    return f"{counted % {'noted': len(mondays), 'weeks': weeks}}: {points_told}"
