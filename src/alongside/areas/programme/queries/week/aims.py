"""Goals as the planner reads them: how much they matter, where they live, and the codes of what they need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.evaluation.values import FindingKind, FindingSeen
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalSeen, GoalState
from alongside.areas.story import queries as story
from alongside.areas.story.values import RatedPriority
from alongside.core.icf import plain_words
from alongside.core.planning.instance import Finding, Goal

MIDDLE = 3
_BY_RANK: Mapping[int, int] = MappingProxyType({1: 5, 2: 4})
_BY_MATTERS: Mapping[int, int] = MappingProxyType({1: 2, 2: 3, 3: 5})
_SHORTEST = 4  # «d540»: a chapter alone says too little to be related to.

# The area of a finding, and the domain of ideas that belongs to the same part of life.
DOMAINS: Mapping[str, str] = MappingProxyType(
    {
        "dressing": "self_care",
        "mornings": "planning",
        "writing": "handwriting",
        "meals": "feeding",
        "sleep": "sleep",
        "attention": "attention",
        "memory": "memory",
        "feelings": "emotional_regulation",
        "change": "emotional_regulation",
        "senses": "sensory_regulation",
        "play": "play",
        "friends": "social",
        "school": "planning",
        "going_out": "sensory_regulation",
        "washing": "self_care",
        "toilet": "self_care",
        "moving": "gross_motor",
        "two_hands": "fine_motor",
        "confidence": "wellbeing",
        "family": "wellbeing",
        "helping": "planning",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal that both agreed on, with the findings behind it and the ICF codes of its own activity.

    ``needs`` are the codes that its area usually speaks of.
    """

    goal: GoalSeen
    importance: int
    routine: str
    area: str
    findings: tuple[FindingSeen, ...]
    activities: frozenset[str]
    needs: frozenset[str]

    @property
    def codes(self) -> frozenset[str]:
        """Every ICF code that speaks of it."""
        return self.needs | {code for finding in self.findings for code in finding.icf}


def aims(opened: OpenChild) -> tuple[Aim, ...]:
    """The goals in force, oldest first."""
    weights = goals.weights_in_force(opened) or {}
    rated = {one.priority.uuid: one for one in story.priority_ratings(opened).priorities}
    found = evaluation.every_wording(opened)
    agreed = [one for one in goals.goals_of(opened) if one.state is GoalState.AGREED]
    return tuple(_aim(goal, weights.get(str(goal.uuid)), rated, found) for goal in agreed)


def planned_goal(aim: Aim, dose_minutes: int) -> Goal:
    """The goal as the planner takes it. A finding stands under the plain words of its codes."""
    return Goal(
        id=str(aim.goal.uuid),
        words=aim.goal.title,
        importance=aim.importance,
        routine=aim.routine,
        task=str(aim.goal.uuid) if aim.activities else "",
        area=aim.area,
        skills=frozenset(plain(code) for code in aim.codes),
        findings=tuple(
            Finding(skill=plain(code), on=finding.noticed_on)
            for finding in aim.findings
            for code in finding.icf
        ),
        dose_minutes=dose_minutes,
    )


def plain(code: str) -> str:
    """An ICF code in plain words; the code itself where the list has none."""
    return plain_words().get(code, code)


def related(one: str, other: str) -> bool:
    """Whether one ICF code is the other or a part of it."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.startswith(short)


def touches(codes: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """Those of ``others`` to which one of ``codes`` is related."""
    mine = tuple(codes)
    return frozenset(other for other in others if any(related(code, other) for code in mine))


def practised(tasks: Iterable[str], activities: Iterable[str]) -> bool:
    """Whether one of an idea's tasks is one of these activities, or a part of it. The whole is not its part."""
    return any(task.startswith(activity) for task in tasks for activity in activities)


def _aim(
    goal: GoalSeen,
    weight: int | None,
    rated: Mapping[UUID, RatedPriority],
    found: Mapping[UUID, FindingSeen],
) -> Aim:
    own = found.get(goal.finding) if goal.finding else None
    behind = _behind(goal, own, found.values())
    area = own.area if own else next((one.area for one in behind), "")
    priority = rated.get(goal.priority) if goal.priority else None
    return Aim(
        goal=goal,
        importance=_importance(goal, weight, priority),
        routine=priority.priority.routine if priority else "",
        area=DOMAINS.get(area, ""),
        findings=behind,
        activities=frozenset(code for one in behind for code in one.icf if code.startswith("d")),
        needs=_needs(area),
    )


def _behind(
    goal: GoalSeen, own: FindingSeen | None, everything: Iterable[FindingSeen]
) -> tuple[FindingSeen, ...]:
    """The goal's own finding, and those that answer the same words of the family; no strengths."""
    same = {one.uuid: one for one in everything if goal.priority and one.priority == goal.priority}
    mine = {own.uuid: own} if own else {}
    return tuple(one for one in {**mine, **same}.values() if one.kind is FindingKind.FINDING)


def _needs(area: str) -> frozenset[str]:
    return frozenset(code.code for one in evaluation.areas() if one.code == area for code in one.icf)


def _importance(goal: GoalSeen, weight: int | None, rated: RatedPriority | None) -> int:
    """1 to 5: the weight in force (1 to 3), else the family's own rating, else its rank, else what both wrote."""
    if weight:
        return 2 * min(weight, 3) - 1
    if rated:
        newest = rated.latest or rated.first
        return (newest.importance + 1) // 2 if newest else _BY_RANK.get(rated.priority.rank, MIDDLE)
    wording = goal.in_force
    return _BY_MATTERS.get(wording.matters, MIDDLE) if wording and wording.matters else MIDDLE
