"""Why an idea is in the plan: the family's words, what was noticed, the goal, the idea."""

from collections.abc import Iterable
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.evaluation.values import FindingSeen
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalSeen
from alongside.areas.programme.values import PlacementSeen, ReasonChain
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound


def reason_chains(opened: OpenChild, placements: Iterable[PlacementSeen]) -> dict[UUID, ReasonChain]:
    """The chains of several placements by their uuid, in as many statements as for one.

    A link that this person may not see stays empty.
    """
    goal_of, finding_of = _goals(opened), _findings(opened)
    return {
        placed.uuid: _chain(placed, goal_of.get(placed.goal), _finding(opened, finding_of, placed.finding))
        for placed in placements
    }


def reason_chain(opened: OpenChild, placement: PlacementSeen) -> ReasonChain:
    """The chain of one placement."""
    return reason_chains(opened, [placement])[placement.uuid]


def _goals(opened: OpenChild) -> dict[UUID | None, GoalSeen]:
    if not opened.allows(Capability.READ_GOALS):
        return {}
    return {goal.uuid: goal for goal in goals.goals_of(opened)}


def _findings(opened: OpenChild) -> dict[UUID | None, FindingSeen]:
    if not opened.allows(Capability.READ_FINDINGS):
        return {}
    return {finding.uuid: finding for finding in evaluation.findings(opened)}


def _finding(
    opened: OpenChild, known: dict[UUID | None, FindingSeen], uuid: UUID | None
) -> FindingSeen | None:
    """The finding in its newest wording. Only one that was amended since needs another look."""
    if uuid is None or uuid in known or not opened.allows(Capability.READ_FINDINGS):
        return known.get(uuid)
    try:
        return evaluation.finding(opened, uuid)
    except NotFound:
        return None


def _chain(placed: PlacementSeen, goal: GoalSeen | None, finding: FindingSeen | None) -> ReasonChain:
    return ReasonChain(
        family_words=(goal and goal.priority_words) or (finding and finding.priority_words) or "",
        finding=_finding_words(finding) if finding else "",
        goal=goal.title if goal else "",
        idea=placed.title,
        not_yet=placed.not_yet,
    )


def _finding_words(finding: FindingSeen) -> str:
    """One line; a full stop that somebody wrote after a part does not stand before the next comma."""
    parts = (part.rstrip(" .") for part in (finding.does, finding.where, finding.with_help))
    return ", ".join(part for part in parts if part)
