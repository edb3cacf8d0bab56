"""The chart of one goal of a report, drawn for paper by the same function that draws it on a page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.areas.review.reports.paper.blocks import Content, Drawn
from alongside.core.moments import HELP_LABELS
from alongside.ui.charts import Change, Phases, Point, phase_chart
from alongside.ui.charts.phases import describe


def goal_chart(goal: Content) -> Drawn | None:
    """Each day's usual help from 0 to 4, before the plan and with it; None where nothing was written."""
    chart = goal["home"]["chart"]
    if chart is None:
        return None
    phases = Phases(
        title=goal["title"],
        before=_points(chart["before"]),
        after=_points(chart["after"]),
        changes=tuple(Change(on=date.fromisoformat(on), label=label) for on, label in chart["changes"]),
        maximum=len(HELP_LABELS) - 1,
    )
    scale = _("0 is a grown-up did it, 4 is all by self.")
    words = " ".join((f"{goal['title']}.", scale, describe(phases)))
    return Drawn(svg=str(phase_chart(phases, standalone=True)), alt=words)


def _points(pairs: Iterable[tuple[str, Any]]) -> tuple[Point, ...]:
    return tuple(Point(on=date.fromisoformat(on), value=value) for on, value in pairs)
