"""What holds among a goal's versions and proposals. Works on rows whose versions and yeses were prefetched."""

from datetime import datetime

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import Goal, GoalVersion, StepProposal
from alongside.areas.goals.queries.wording import SCALE, agreed_at
from alongside.areas.goals.values import HARDER, Side, StepState
from alongside.core import attainment
from alongside.core.attainment import Convention, Level


def side_of(opened: OpenChild) -> Side:
    """The side on which this person writes; a therapist of the child is never also the family."""
    return Side.THERAPIST if opened.is_team else Side.FAMILY


def ordered(goal: Goal) -> list[GoalVersion]:
    """All versions, oldest first."""
    return sorted(goal.versions.all(), key=lambda version: version.number)


def latest(goal: Goal) -> GoalVersion:
    """The newest version, agreed or not. Every goal has one."""
    return ordered(goal)[-1]


def in_force(goal: Goal, until: datetime | None = None) -> GoalVersion | None:
    """The newest version to which both sides said yes (before ``until``); None when there is none."""
    for version in reversed(ordered(goal)):
        when = agreed_at(version)
        if when is not None and (until is None or when < until):
            return version
    return None


def waiting_for(goal: Goal) -> Side | None:
    """The side whose yes to the newest version is still missing."""
    said = {Side(yes.side) for yes in latest(goal).agreements.all()}
    return next((side for side in Side if side not in said), None)


def waiting_step(goal: Goal) -> StepProposal | None:
    """The step that one side proposed and the other has not answered."""
    return next((row for row in goal.proposals.all() if row.state == StepState.PROPOSED), None)


def reached(goal: Goal, until: datetime | None = None) -> Level | None:
    """The level both sides agreed on last (before ``until``); None while the goal is not agreed.

    Only steps with the same five texts as those in force count: a new scale starts where we start.
    """
    scale = in_force(goal, until)
    if scale is None:
        return None
    by_key = {version.pk: version for version in goal.versions.all()}
    counted = [row for row in _agreed(goal, until) if same_steps(by_key[row.version_id], scale)]
    if not counted:
        return attainment.baseline_of(Convention(scale.convention))
    return attainment.level_from(max(counted, key=lambda row: (row.answered_at, row.pk)).level)


def same_steps(one: GoalVersion, other: GoalVersion) -> bool:
    """Whether two versions measure alike: the same texts of all levels, and the same convention."""
    return all(getattr(one, part) == getattr(other, part) for part in SCALE)


def step_number(level: Level) -> int:
    """The step of a level for families; 0 is harder than when we started."""
    return attainment.step_of(level) or HARDER


def _agreed(goal: Goal, until: datetime | None) -> list[StepProposal]:
    return [
        row
        for row in goal.proposals.all()
        if row.state == StepState.AGREED
        and row.answered_at is not None
        and (until is None or row.answered_at < until)
    ]
