"""Loose ends in a child's plan, for the therapist alone: a quiet list, never a measure of anybody."""

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation.values import FindingKind, FindingSeen
from alongside.areas.goals.values import GoalInShort, GoalState
from alongside.areas.programme.values import IdeaInShort, PlacementState
from alongside.areas.review.queries import links as reading
from alongside.areas.review.queries.links import Links
from alongside.areas.review.queries.signs import newest_signs
from alongside.areas.review.values.thread import Coverage
from alongside.core.capabilities import Capability


def coverage(opened: OpenChild) -> Coverage:
    """Live words and findings without an open goal, open goals without an idea, agreed goals without data, ideas
    without a goal. Strengths need no goal. Nine statements. NotAllowed for everybody but the child's own therapist.
    """
    opened.check(Capability.READ_CLINICAL_NOTES)
    links = reading.read(opened)
    goals = [goal for goal in links.goals.values() if goal.state is not GoalState.CLOSED]
    ideas = [idea for idea in links.ideas.values() if idea.state is not PlacementState.ENDED]
    answered = {one.uuid for goal in goals for one in _findings(links, goal)}
    meant = {one.uuid for goal in goals for one in links.words_of(goal, _findings(links, goal))}
    words = [one for one in links.words.values() if one.retired_at is None and one.uuid not in meant]
    findings = [
        one
        for one in reading.once(links.findings.values())
        if one.kind is FindingKind.FINDING and one.uuid not in answered
    ]
    return Coverage(
        words_without_goal=tuple(reading.words_link(one) for one in sorted(words, key=lambda one: one.rank)),
        findings_without_goal=tuple(reading.finding_link(one) for one in findings),
        goals_without_idea=tuple(reading.goal_link(one) for one in goals if not _has_idea(one, ideas)),
        goals_without_data=tuple(reading.goal_link(one) for one in goals if _lacks_data(opened, links, one)),
        ideas_without_goal=tuple(reading.idea_link(one) for one in ideas if one.goal not in links.goals),
    )


def _findings(links: Links, goal: GoalInShort) -> tuple[FindingSeen, ...]:
    return links.findings_of(goal, links.ideas_for(goal.uuid))


def _has_idea(goal: GoalInShort, ideas: list[IdeaInShort]) -> bool:
    return any(idea.goal == goal.uuid for idea in ideas)


def _lacks_data(opened: OpenChild, links: Links, goal: GoalInShort) -> bool:
    """Nobody can tell anything about a goal that is still being talked about."""
    if goal.state is not GoalState.AGREED:
        return False
    return newest_signs(opened, links, goal, links.ideas_for(goal.uuid)).of == 0
