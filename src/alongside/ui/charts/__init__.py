"""Charts as our own SVG: the same function draws for a page (classes) and for paper (``standalone=True``)."""

from alongside.ui.charts.dots import dots_by_week
from alongside.ui.charts.phases import phase_chart, phase_table
from alongside.ui.charts.stairs import stairs_svg, then_now
from alongside.ui.charts.values import Change, Phases, Point, Stairs, ThenNow, Week, Weeks

__all__ = [
    "Change",
    "Phases",
    "Point",
    "Stairs",
    "ThenNow",
    "Week",
    "Weeks",
    "dots_by_week",
    "phase_chart",
    "phase_table",
    "stairs_svg",
    "then_now",
]
