"""The phase chart of one goal: weekly help levels, a line at every dated change, all points as they are."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.values import GoalSeen
from alongside.areas.practice import queries as practice
from alongside.areas.programme import queries as plan
from alongside.core import progress
from alongside.core.progress import Every, PhaseChart
from alongside.ui import charts

_BY_SELF = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The chart with the same points as a table, and the sentence under it."""

    title: str
    svg: SafeString
    table: SafeString
    caption: str


def figure(opened: OpenChild, goal: GoalSeen) -> Figure | None:
    """The chart of a goal by week; None before anybody said how much help there was."""
    moments = practice.moments(opened, goal=goal.uuid)
    lines = plan.phase_lines(opened, goal=goal.uuid)
    return drawn(goal.title, progress.phase_points(moments, lines, Every.WEEK))


def drawn(title: str, points: PhaseChart) -> Figure | None:
    """Draw what core computed; None without points."""
    if not points.points:
        return None
    heading = _("%(goal)s, help by week") % {"goal": title}
    phases = charts.Phases(
        title=heading,
        before=tuple(charts.Point(on=p.on, value=float(p.value)) for p in points.points if p.phase == 0),
        after=tuple(charts.Point(on=p.on, value=float(p.value)) for p in points.points if p.phase > 0),
        changes=tuple(charts.Change(on=line.on, label=line.label) for line in points.lines),
        maximum=_BY_SELF,
    )
    return Figure(
        title=heading,
        svg=charts.phase_chart(phases),
        table=charts.phase_table(phases),
        caption=_medians(points.medians),
    )


def _medians(medians: tuple[Decimal | None, ...]) -> str:
    """The middle of each phase, in order; a phase without points stays out."""
    told = [f"{float(middle):g}" for middle in medians if middle is not None]
    return _("Middle of each phase: %(values)s of 4.") % {"values": " → ".join(told)}
