"""What was hoped, done, noticed, moved, said and decided over the days of one look back. Only what is stored."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitSeen, VisitState
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalSeen, Rater, RatingKind, StepProposalSeen, StepState
from alongside.areas.goals.values import RatingSeen as GoalRatingSeen
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import NoticingSeen
from alongside.areas.review.queries.looking_back.decisions import aheads, endings
from alongside.areas.review.queries.looking_back.matters import matters_moved
from alongside.areas.review.queries.looking_back.views import own_view, shown_views
from alongside.areas.review.values import CycleSeen, EndingSeen, GoalLooked, LookBack, Stage
from alongside.areas.story import queries as story
from alongside.areas.wins import queries as wins
from alongside.areas.wins.values import WinSeen
from alongside.core.capabilities import Capability
from alongside.core.moments import Help, Kind, Moment
from alongside.core.progress import Trend

_SHOWN = 50


def look_back(opened: OpenChild, cycle: CycleSeen) -> LookBack:
    """Everything about the days of ``cycle`` that the reader may see; other parts are empty."""
    until_on = cycle.held_on or opened.today
    return LookBack(
        cycle=cycle,
        until_on=until_on,
        goals=_goals(opened, cycle, until_on),
        mine=own_view(opened, cycle.uuid),
        shown=shown_views(opened, cycle.uuid),
        ahead=aheads(opened, cycle.uuid) if opened.allows(Capability.READ_GOALS) else (),
        **_hoped(opened, cycle),
        **_done(opened, cycle.from_on, until_on),
        **_noticed(opened, cycle.from_on, until_on),
    )


def _hoped(opened: OpenChild, cycle: CycleSeen) -> dict[str, Any]:
    if not opened.allows(Capability.READ_STORY):
        return {"priorities": (), "matters": ()}
    live = story.priorities(opened)
    return {"priorities": live, "matters": matters_moved(opened, live, cycle)}


def _done(opened: OpenChild, first: date, last: date) -> dict[str, Any]:
    tried = _tried(opened, first, last)
    return {
        "moments": len(tried),
        "by_self": _by_self(tried),
        "days_written": len({moment.day for moment in tried}),
        "visits": _visits(opened, first, last),
    }


def _noticed(opened: OpenChild, first: date, last: date) -> dict[str, Any]:
    reads_wins = opened.allows(Capability.READ_WINS)
    return {
        "wins": _wins(opened, first, last) if reads_wins else (),
        "wins_ever": wins.count(opened) if reads_wins else 0,
        "noticings": _noticings(opened, first, last),
    }


def _goals(opened: OpenChild, cycle: CycleSeen, last: date) -> tuple[GoalLooked, ...]:
    if not opened.allows(Capability.READ_GOALS):
        return ()
    decided = endings(opened, cycle.uuid)
    steps = goals.step_proposals(opened)
    looked = {one.goal for one in decided}
    return tuple(
        _goal(opened, goal, cycle, last, steps, decided)
        for goal in goals.goals_of(opened)
        if goal.uuid in looked or _was_open(opened, goal, cycle.from_on, last)
    )


def _was_open(opened: OpenChild, goal: GoalSeen, first: date, last: date) -> bool:
    begun = _day(opened, goal.created_at) <= last
    return begun and (goal.closed_at is None or _day(opened, goal.closed_at) >= first)


def _goal(
    opened: OpenChild,
    goal: GoalSeen,
    cycle: CycleSeen,
    last: date,
    steps: Sequence[StepProposalSeen],
    decided: Sequence[EndingSeen],
) -> GoalLooked:
    tried = _tried(opened, cycle.from_on, last, goal)
    climbed = [one for one in steps if one.goal == goal.uuid and _climbed(opened, one, cycle.from_on, last)]
    return GoalLooked(
        goal=goal,
        tried=len(tried),
        by_self=_by_self(tried),
        steps=tuple(reversed(climbed)),
        ratings=_ratings(opened, goal, cycle.from_on, last),
        counted=_counted(opened, goal) if cycle.stage is not Stage.CLOSED else None,
        decisions=tuple(one for one in decided if one.goal == goal.uuid),
    )


def _climbed(opened: OpenChild, step: StepProposalSeen, first: date, last: date) -> bool:
    if step.state is not StepState.AGREED or step.answered_at is None:
        return False
    return first <= _day(opened, step.answered_at) <= last


def _ratings(opened: OpenChild, goal: GoalSeen, first: date, last: date) -> tuple[GoalRatingSeen, ...]:
    """The newest of each rater: a parent and the therapist first, then others."""
    newest: dict[Rater, GoalRatingSeen] = {}
    for one in goals.ratings(opened, goal.uuid).all:
        if one.counts and one.kind is RatingKind.REVIEW and first <= one.about_on <= last:
            newest.setdefault(one.rater, one)
    return tuple(newest[rater] for rater in Rater if rater in newest)


def _counted(opened: OpenChild, goal: GoalSeen) -> Trend | None:
    may = opened.allows(Capability.READ_ALL_ENTRIES) and opened.allows(Capability.READ_PROGRAMME)
    return practice.evidence(opened, goal.uuid).told if may else None


def _tried(opened: OpenChild, first: date, last: date, goal: GoalSeen | None = None) -> list[Moment]:
    if not opened.allows(Capability.READ_OWN_ENTRIES):
        return []
    found = practice.moments(opened, since=_start(opened, first), goal=goal.uuid if goal else None)
    return [one for one in found if one.kind is Kind.TRIED and first <= one.day <= last]


def _by_self(tried: Sequence[Moment]) -> int:
    return sum(moment.help is Help.BY_SELF for moment in tried)


def _visits(opened: OpenChild, first: date, last: date) -> tuple[VisitSeen, ...]:
    if not opened.allows(Capability.READ_VISITS):
        return ()
    found = appointments.visits_of(opened)
    was = [one for one in found if _took_place(opened, one) and first <= one.local_start.date() <= last]
    return tuple(sorted(was, key=lambda one: one.starts_at))


def _took_place(opened: OpenChild, visit: VisitSeen) -> bool:
    return visit.state is VisitState.DONE or (visit.is_open and visit.ends_at <= opened.at)


def _wins(opened: OpenChild, first: date, last: date) -> tuple[WinSeen, ...]:
    return tuple(one for one in wins.wins(opened) if first <= one.happened_on <= last)


def _noticings(opened: OpenChild, first: date, last: date) -> tuple[NoticingSeen, ...]:
    if not opened.allows(Capability.READ_OWN_ENTRIES):
        return ()
    found = practice.noticings(opened, since=_start(opened, first), limit=_SHOWN)
    return tuple(one for one in found if one.day <= last)


def _start(opened: OpenChild, first: date) -> datetime:
    """A day before the local midnight: where it happened the clock may have shown an earlier day."""
    return datetime.combine(first, time(), opened.zone_info) - timedelta(days=1)


def _day(opened: OpenChild, at: datetime) -> date:
    return at.astimezone(opened.zone_info).date()
