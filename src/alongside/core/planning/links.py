"""How an idea serves a goal: the task itself, a skill that was found hard, a skill it needs, or its area."""

from alongside.core.planning.instance import Goal, Routine, Strategy
from alongside.core.planning.weights import CATCH_UP, COVERAGE, ENOUGH_DOSE_MINUTES, REAL_ROUTINE, Link


def link(strategy: Strategy, goal: Goal) -> Link:
    """The closest way in which the idea serves the goal."""
    if goal.task and goal.task in strategy.tasks:
        return Link.TASK
    if any(finding.skill in strategy.skills for finding in goal.findings):
        return Link.FINDING
    if goal.skills & strategy.skills:
        return Link.SKILL
    if goal.area and goal.area in strategy.areas:
        return Link.AREA
    return Link.NONE


def coverage(found: Link, goal: Goal) -> int:
    """The points for covering a goal, more while it was practised little."""
    catch_up = CATCH_UP if goal.dose_minutes < ENOUGH_DOSE_MINUTES else 0
    return goal.importance * (COVERAGE[found] + catch_up)


def in_real_routine(found: Link, goal: Goal, routine: Routine) -> int:
    """The points for practising where the goal lives."""
    return goal.importance * REAL_ROUTINE[found] if goal.routine == routine.code else 0
