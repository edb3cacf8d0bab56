"""Counts of one child: a plan from a Monday, and values day by day."""

from datetime import date, timedelta

from alongside.core.evidence import Counted, Design, Scale, counted_points
from alongside.core.progress import ChangeLine, Every

MONDAY = date(2026, 9, 7)


def design(**more):
    """Five tries a day, the more the better; the idea starts after six days."""
    plan = {
        "scale": Scale.TRIES,
        "every": Every.DAY,
        "more_is_better": True,
        "most": 5,
        "hoped": 4,
        "starts_on": MONDAY,
        "baseline": 6,
        "starts": 1,
        "idea_starts_on": MONDAY + timedelta(days=6),
        "unit": "tries",
    }
    return Design(**plan | more)


def line(days, label="With it"):
    """A dated change, so many days after the Monday."""
    return ChangeLine(on=MONDAY + timedelta(days=days), label=label)


def daily(values, *, first=0, of=5, step=1):
    """One count a day; None is a day without one."""
    return [
        Counted(on=MONDAY + timedelta(days=first + number * step), value=value, of=of)
        for number, value in enumerate(values)
        if value is not None
    ]


def points(values, *lines, plan=None, **more):
    """The points of these counts with the dated changes."""
    return counted_points(plan or design(), daily(values, **more), lines)
