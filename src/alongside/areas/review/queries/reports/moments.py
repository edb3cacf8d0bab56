"""What the moments at home in the time of a report say about one goal: counts, then and now, and how sure."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from math import ceil, floor
from typing import Any

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.values import GoalSeen
from alongside.areas.practice import queries as practice
from alongside.areas.programme import queries as programme
from alongside.areas.review.queries.reports.counted import said
from alongside.core import progress, single_case
from alongside.core.moments import Kind, Moment
from alongside.core.progress import PhaseChart

_POINTS_TO_COMPARE = 3


def written_at_home(opened: OpenChild, goal: GoalSeen, span: tuple[datetime, datetime]) -> dict[str, Any]:
    """What was written at home in the time of the report: days, help, and how sure the change is."""
    since, until = span
    moments = [
        one for one in practice.moments(opened, goal=goal.uuid, since=since) if one.happened_at < until
    ]
    trend = progress.trend(moments)
    return {
        "moments": sum(one.kind is Kind.TRIED for one in moments),
        "days": len({one.day for one in moments if one.kind is Kind.TRIED}),
        "help_known": len({one.day for one in moments if one.rank is not None}),
        "trend": trend.code.value,
        "says": said(trend.phrase),
        "counts": said(trend.counts),
        "then_now": _then_now(moments),
        "chart": _chart(opened, goal, moments, until.date()),
    }


def _then_now(moments: Sequence[Moment]) -> list[dict[str, Any]]:
    """The first and the latest week that we know; empty before there are two."""
    both = progress.then_now(moments)
    if both is None:
        return []
    return [
        {
            "week": one.starts_on.isoformat(),
            "by_self": one.by_self,
            "known": one.known,
            "help": one.help.value,
        }
        for one in (both.then, both.now)
    ]


def _chart(
    opened: OpenChild, goal: GoalSeen, moments: Sequence[Moment], before: date
) -> dict[str, Any] | None:
    """The days as points from 0 (a grown-up did it) to 4 (by self), before and after the plan began."""
    lines = [
        line for line in programme.phase_lines(opened, goal=goal.uuid, everywhere=True) if line.on < before
    ]
    drawn = progress.phase_points(moments, lines)
    if not drawn.points:
        return None
    return {
        "before": [[one.on.isoformat(), float(one.value)] for one in drawn.points if not one.phase],
        "after": [[one.on.isoformat(), float(one.value)] for one in drawn.points if one.phase],
        "changes": [[line.on.isoformat(), line.label] for line in drawn.lines],
        "overlap": _overlap(drawn),
    }


def _overlap(drawn: PhaseChart) -> dict[str, Any] | None:
    """How often a day with the plan was better than one before it, with its interval; None under three days each."""
    before = [point.value for point in drawn.points if not point.phase]
    after = [point.value for point in drawn.points if point.phase]
    if min(len(before), len(after)) < _POINTS_TO_COMPARE:
        return None
    found = single_case.nap_ci_newcombe5(before, after)
    told = single_case.cautions(before, after)
    return {
        "of_100": _of_100(found.nap),
        "low": max(0, floor(found.ci_lower * 100)),
        "high": min(100, ceil(found.ci_upper * 100)),
        "before": len(before),
        "after": len(after),
        "cautions": [said(one.phrase) for one in told],
    }


def _of_100(nap: Fraction) -> int:
    """So many of 100 comparisons; nearly all is not all, and nearly none is not none."""
    if nap in (0, 1):
        return int(nap) * 100
    return min(max(round(nap * 100), 1), 99)
