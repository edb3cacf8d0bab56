"""The phase chart of one goal: help levels by week or day, a line at every dated change, all points as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries as practice
from alongside.areas.programme import queries as plan
from alongside.core import progress
from alongside.core.progress import ChangeLine, Every, PhaseChart, Point
from alongside.ui import charts

_BY_SELF = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The chart with the same points as a table: what it says first, then how many points, then the caveat."""

    title: str
    svg: SafeString
    table: SafeString
    sentence: str
    counts: str


def figure(opened: OpenChild, goal: UUID, title: str) -> Figure | None:
    """The chart of a goal by week; None before anybody said how much help there was."""
    moments = practice.moments(opened, goal=goal)
    lines = plan.phase_lines(opened, goal=goal)
    return drawn(title, progress.phase_points(moments, lines, Every.WEEK), Every.WEEK)


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
