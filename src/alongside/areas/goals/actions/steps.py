"""A step is reached when one side proposes it and the other agrees."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries
from alongside.areas.goals.actions.write import AlreadyChanged, find_goal
from alongside.areas.goals.models import Goal, GoalVersion, StepProposal
from alongside.areas.goals.values import HARDER, GoalSeen, Side, StepState
from alongside.areas.trail.actions import action
from alongside.core import attainment, bounds
from alongside.core.actors import Actor
from alongside.core.attainment import Convention, Level
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop


class NotAgreedYet(Refusal):
    """Steps count on goals to which both sides said yes."""

    sentence = gettext_noop("Agree the goal first. Then its steps can be climbed.")


class AnswerFirst(Refusal):
    """The other side proposed a step that waits for an answer."""

    sentence = gettext_noop("A step is waiting for your answer. Please answer that one first.")


class AlreadyThere(InvalidInput):
    """Both agreed on this step before."""

    sentence = gettext_noop("You both agreed on this step already.")


class OwnProposal(Refusal):
    """Somebody of the same side proposed this step."""

    sentence = gettext_noop("Your side suggested this step. The other side answers it.")


class AlreadyAnswered(Refusal):
    """The step was answered, or another step took its place."""

    sentence = gettext_noop("This step has been answered already.")


@action
def propose_step(
    *, actor: Actor, child: UUID, goal: UUID, proposal: UUID, step: int, words: str = "", at: datetime
) -> GoalSeen:
    """Say which step (1 to 5) the child has reached, for the other side to agree.

    0 says that it is harder than when we started; only the therapist says that. A new proposal takes the place
    of one from the same side. Raises NotAgreedYet, AnswerFirst, AlreadyThere, InvalidInput.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="goals.propose_step")
    row = find_goal(opened, goal)
    known = StepProposal.objects.filter(uuid=proposal).first()
    if known is None:
        _propose(opened, row, proposal, step, bounds.words(words, bounds.SENTENCE, "words"))
    elif (known.goal_id, known.by_id) != (row.pk, actor.person):
        raise NotFound
    return queries.goal(opened, goal)


@action
def answer_step(
    *, actor: Actor, child: UUID, proposal: UUID, agree: bool, words: str = "", at: datetime
) -> GoalSeen:
    """Agree that a step is reached, or say not yet. Only the side that did not propose it answers.

    Giving the same answer again changes nothing. Raises OwnProposal, AlreadyAnswered, AlreadyChanged.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_GOALS, at, doing="goals.answer_step")
    found = StepProposal.objects.filter(child=opened.pk, uuid=proposal).select_related("goal").first()
    if found is None:
        raise NotFound
    goal = find_goal(opened, found.goal.uuid)
    row = StepProposal.objects.select_related("version").get(pk=found.pk)
    if row.side == queries.side_of(opened):
        raise OwnProposal
    _answer(opened, goal, row, StepState.AGREED if agree else StepState.NOT_YET, words)
    return queries.goal(opened, goal.uuid)


def _propose(opened: OpenChild, goal: Goal, proposal: UUID, step: int, words: str) -> None:
    version = queries.in_force(goal)
    if version is None:
        raise NotAgreedYet
    side = queries.side_of(opened)
    level = _level(step, version, side)
    if queries.reached(goal) is level:
        raise AlreadyThere(field="step")
    _withdraw_own(opened, goal, side)
    StepProposal.objects.create(
        child_id=opened.pk,
        goal=goal,
        version=version,
        uuid=proposal,
        level=level.value,
        side=side.value,
        by_id=opened.actor.person,
        words=words,
        proposed_at=opened.at,
        state=StepState.PROPOSED.value,
    )


def _level(step: int, version: GoalVersion, side: Side) -> Level:
    lowest = HARDER if side is Side.THERAPIST else 1
    bounds.whole(step, lowest, 5, "step")
    level = attainment.level_of(step) if step else Level.HARDER
    if level not in attainment.allowed_levels(Convention(version.convention)):
        raise InvalidInput(str(attainment.LevelOutsideConvention()), field="step")
    return level


def _withdraw_own(opened: OpenChild, goal: Goal, side: Side) -> None:
    waiting = queries.waiting_step(goal)
    if waiting is None:
        return
    if waiting.side != side:
        raise AnswerFirst
    waiting.state, waiting.answered_at = StepState.WITHDRAWN.value, opened.at
    waiting.save(update_fields=["state", "answered_at"])


def _answer(opened: OpenChild, goal: Goal, row: StepProposal, state: StepState, words: str) -> None:
    if row.state == state:
        return
    if row.state != StepState.PROPOSED:
        raise AlreadyAnswered
    scale = queries.in_force(goal)
    if scale is None or not queries.same_steps(row.version, scale):
        raise AlreadyChanged
    row.state, row.answered_by_id, row.answered_at = state.value, opened.actor.person, opened.at
    row.answer_words = bounds.words(words, bounds.SENTENCE, "words")
    row.save(update_fields=["state", "answered_by", "answered_at", "answer_words"])
