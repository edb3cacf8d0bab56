"""What a chain of reasons is made of: read once, in nine statements, however much there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.evaluation.values import FindingSeen
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalInShort, GoalState, StepProposalSeen
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import NewestAtHome, NewestCounted
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import IdeaInShort, PlacementState
from alongside.areas.review.values.thread import Layer, Link
from alongside.areas.story import queries as story
from alongside.areas.story.values import PrioritySeen
from alongside.areas.wins import queries as wins
from alongside.areas.wins.values import WinSeen
from alongside.core.capabilities import Capability

T = TypeVar("T", PrioritySeen, FindingSeen)
NEWEST = (
    2  # Of each kind. As many are read of each idea, so the newest of several ideas are really the newest.
)
_NEEDED = {
    Layer.WORDS: Capability.READ_STORY,
    Layer.FINDING: Capability.READ_FINDINGS,
    Layer.GOAL: Capability.READ_GOALS,
    Layer.IDEA: Capability.READ_PROGRAMME,
    Layer.SIGN: Capability.READ_OWN_ENTRIES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Everything that can be tied together, as far as its reader may see it. Findings by each of their wordings."""

    words: dict[UUID, PrioritySeen]
    findings: dict[UUID, FindingSeen]
    goals: dict[UUID, GoalInShort]
    ideas: dict[UUID, IdeaInShort]
    home: dict[UUID, NewestAtHome]
    counts: dict[UUID, NewestCounted]
    wins: tuple[WinSeen, ...]
    steps: tuple[StepProposalSeen, ...]
    hidden: frozenset[Layer]

    def ideas_for(self, goal: UUID) -> tuple[IdeaInShort, ...]:
        """The ideas that are for one goal."""
        return tuple(idea for idea in self.ideas.values() if idea.goal == goal)

    def findings_of(self, goal: GoalInShort | None, ideas: Iterable[IdeaInShort]) -> tuple[FindingSeen, ...]:
        """The findings behind a goal and its ideas, each once, in the newest wording."""
        keys = [goal.finding if goal else None, *(idea.finding for idea in ideas)]
        return once(self.findings[key] for key in keys if key in self.findings)

    def words_of(self, goal: GoalInShort | None, findings: Iterable[FindingSeen]) -> tuple[PrioritySeen, ...]:
        """The family's words behind a goal and its findings, each once."""
        keys = [goal.priority if goal else None, *(finding.priority for finding in findings)]
        return once(self.words[key] for key in keys if key in self.words)


def read(opened: OpenChild) -> Links:
    """Read it all. A part that this person may not see stays empty and is named in ``hidden``."""
    told = story.priorities_ever(opened) if opened.allows(Capability.READ_STORY) else ()
    heard = [one for one in told if may_hear(opened, one.by)]
    hidden = {layer for layer, needed in _NEEDED.items() if not opened.allows(needed)}
    if len(heard) < len(told):
        hidden.add(Layer.WORDS)
    return Links(
        words={one.uuid: one for one in heard},
        findings=evaluation.every_wording(opened) if Layer.FINDING not in hidden else {},
        goals=_by_uuid(goals.goals_in_short(opened)) if Layer.GOAL not in hidden else {},
        ideas=_by_uuid(programme.ideas_in_short(opened)) if Layer.IDEA not in hidden else {},
        home=practice.newest_by_idea(opened, NEWEST) if Layer.SIGN not in hidden else {},
        counts=practice.newest_by_goal(opened, NEWEST) if Layer.GOAL not in hidden else {},
        wins=_wins(opened),
        steps=goals.steps_agreed(opened) if Layer.GOAL not in hidden else (),
        hidden=frozenset(hidden),
    )


def may_hear(opened: OpenChild, by: By) -> bool:
    """Whether this reader may hear these words: to a limited carer, no other grown-up of the family is quoted."""
    return not opened.is_restricted or by.voice is not Voice.FAMILY or by.uuid == opened.actor.uuid


def words_link(one: PrioritySeen, here: UUID | None = None) -> Link:
    """A family's words as a link."""
    return Link(
        layer=Layer.WORDS,
        uuid=one.uuid,
        words=one.words,
        by=one.by,
        on=one.said_at.date(),
        is_here=one.uuid == here,
        is_over=one.retired_at is not None,
    )


def finding_link(one: FindingSeen, here: UUID | None = None) -> Link:
    """A finding as a link; where and with what help stand in its second line."""
    around = ", ".join(part.rstrip(" .") for part in (one.where, one.with_help) if part)
    return Link(
        layer=Layer.FINDING,
        uuid=one.uuid,
        words=one.does,
        more=around,
        by=one.by,
        on=one.noticed_on,
        is_here=one.uuid == here,
    )


def goal_link(one: GoalInShort, here: UUID | None = None) -> Link:
    """A goal as a link."""
    over = one.state is GoalState.CLOSED
    return Link(layer=Layer.GOAL, uuid=one.uuid, words=one.title, is_here=one.uuid == here, is_over=over)


def idea_link(one: IdeaInShort, here: UUID | None = None, *, is_tied: bool = False) -> Link:
    """An idea as a link; unless it is tied by now, its second line says why it came without a goal or a finding."""
    return Link(
        layer=Layer.IDEA,
        uuid=one.uuid,
        words=one.title,
        more="" if is_tied else one.not_yet,
        is_here=one.uuid == here,
        is_over=one.state is PlacementState.ENDED,
    )


def once(found: Iterable[T]) -> tuple[T, ...]:
    """Each thing once, in the order in which it came first."""
    return tuple({one.uuid: one for one in found}.values())


def _wins(opened: OpenChild) -> tuple[WinSeen, ...]:
    if not opened.allows(Capability.READ_WINS):
        return ()
    return tuple(win for win in wins.wins_about(opened) if may_hear(opened, win.by))


def _by_uuid(found: Iterable[Any]) -> dict[UUID, Any]:
    return {one.uuid: one for one in found}
