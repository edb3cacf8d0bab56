"""What becomes of each goal: one side proposes, the other agrees or sees it differently."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals
from alongside.areas.goals.actions import GoalClosed
from alongside.areas.goals.models import Goal
from alongside.areas.goals.queries.goals import goal_row
from alongside.areas.goals.values import GoalState
from alongside.areas.review.actions.cycle import two_sides
from alongside.areas.review.actions.cycle.finding import find
from alongside.areas.review.models import Cycle, GoalDecision
from alongside.areas.review.queries import looking_back as queries
from alongside.areas.review.values import Decided, Ending, EndingSeen
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

_LIVE = (Decided.PROPOSED.value, Decided.AGREED.value)


@action
def propose_ending(
    *,
    actor: Actor,
    child: UUID,
    cycle: UUID,
    goal: UUID,
    decision: UUID,
    ending: Ending,
    words: str = "",
    at: datetime,
) -> EndingSeen:
    """Say what becomes of one goal, for the other side to answer.

    A new proposal takes the place of one from the same side. After two views either side may propose again.
    Raises GoalClosed, AnswerFirst, AlreadyDecided, CycleClosed.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="review.propose_ending")
    row = find(opened, cycle)
    known = GoalDecision.objects.select_related("goal").filter(uuid=decision).first()
    if known is None:
        _propose(opened, row, goal_row(opened, goal), decision, ending, words)
    elif (known.cycle_id, known.by_id, known.goal.uuid) != (row.pk, actor.person, goal):
        raise NotFound
    return queries.ending(opened, decision)


@action
def answer_ending(
    *,
    actor: Actor,
    child: UUID,
    decision: UUID,
    agree: bool,
    other: Ending | None = None,
    words: str = "",
    thread: UUID,
    at: datetime,
) -> EndingSeen:
    """Agree, or say what one sees instead. Only the side that did not propose it answers.

    Two views stay beside each other, and a conversation about the goal begins as ``thread``.
    Raises OwnDecision, AlreadyDecided, CycleClosed, InvalidInput without a view of one's own.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_GOALS, at, doing="review.answer_ending")
    row = _decision(opened, decision)
    find(opened, row.cycle.uuid)
    state = Decided.AGREED if agree else Decided.DIFFERENT
    if two_sides.check_answerable(opened, row, state):
        two_sides.answered(opened, row, state, words)
        if not agree:
            _differ(opened, row, other, thread)
        row.save()
    return queries.ending(opened, decision)


def _propose(opened: OpenChild, row: Cycle, goal: Goal, decision: UUID, ending: Ending, words: str) -> None:
    if goal.state == GoalState.CLOSED:
        raise GoalClosed
    two_sides.make_room(opened, GoalDecision.objects.filter(cycle=row, goal=goal, state__in=_LIVE))
    GoalDecision.objects.create(
        cycle=row,
        goal=goal,
        version=goals.in_force(goal) or goals.latest(goal),
        ending=ending.value,
        **two_sides.proposed(opened, decision, words),
    )


def _differ(opened: OpenChild, row: GoalDecision, other: Ending | None, thread: UUID) -> None:
    if other is None or other == row.ending:
        raise InvalidInput(gettext_noop("Choose what you see instead."), field="other")
    row.other_ending = other.value
    title, words = row.version.title, row.answer_words
    row.thread_id = two_sides.talk_about(opened, thread, title, words, goal=row.goal.uuid)


def _decision(opened: OpenChild, uuid: UUID) -> GoalDecision:
    rows = GoalDecision.objects.select_related("cycle", "goal", "version")
    row = rows.filter(child=opened.pk, uuid=uuid).first()
    if row is None:
        raise NotFound
    return row
