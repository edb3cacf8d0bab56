"""Proposing a goal and changing it. Whoever writes a version has said yes to it; the other side has not."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.goals import queries
from alongside.areas.goals.models import Agreement, Goal, GoalVersion
from alongside.areas.goals.values import WORD_GROUPS, GoalDraft, GoalSeen, GoalState
from alongside.areas.story import queries as story
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.attainment import DEFAULT_CONVENTION
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

LOOK_BACK_WITHIN = timedelta(days=366)
HARDEST_AT_MOST = 10
_TEAM_CLOSES = gettext_noop("Your therapist closes a goal that both agreed. Tell them when it is time.")


class AlreadyChanged(Refusal):
    """There is a newer version than the one the person looked at."""

    sentence = gettext_noop("Somebody changed these words in the meantime. Please look at them again.")


class GoalClosed(Refusal):
    """The goal is closed, so it no longer changes."""

    sentence = gettext_noop("This goal is finished. You can start a new one.")


@action
def propose_goal(
    *,
    actor: Actor,
    child: UUID,
    goal: UUID,
    draft: GoalDraft,
    priority: UUID | None = None,
    finding: UUID | None = None,
    at: datetime,
) -> GoalSeen:
    """Write the first version of a goal. It counts once the other side says yes, too.

    ``priority`` and ``finding`` say what it comes from. The first version's uuid is the goal's own.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="goals.propose_goal")
    known = Goal.objects.filter(uuid=goal).first()
    if known is None:
        draft = draft if opened.is_team else replace(draft, harder="")
        row = Goal.objects.create(
            child_id=opened.pk,
            uuid=goal,
            priority_id=story.priority_key(opened, priority) if priority else None,
            finding_id=evaluation.finding_key(opened, finding) if finding else None,
            state=GoalState.TALKING.value,
            created_at=at,
            by_id=actor.person,
        )
        _write(opened, row, goal, 1, DEFAULT_CONVENTION.value, draft)
    elif (known.child_id, known.by_id) != (opened.pk, actor.person):
        raise NotFound
    return queries.goal(opened, goal)


@action
def change_goal(
    *, actor: Actor, child: UUID, goal: UUID, version: UUID, seen: int, draft: GoalDraft, at: datetime
) -> GoalSeen:
    """Propose other words for a goal as ``version``. What both agreed before stays in force meanwhile.

    ``seen`` is the number of the newest version on the writer's page; AlreadyChanged when there is a newer one.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="goals.change_goal")
    row = find_goal(opened, goal)
    known = GoalVersion.objects.filter(uuid=version).first()
    if known is None:
        newest = check_newest(row, seen)
        if not opened.is_team:  # What harder looks like is the therapist's: a family's change keeps it.
            draft = replace(draft, harder=newest.harder)
        _write(opened, row, version, newest.number + 1, newest.convention, draft)
    elif (known.goal_id, known.by_id) != (row.pk, actor.person):
        raise NotFound
    return queries.goal(opened, goal)


@action
def close_goal(*, actor: Actor, child: UUID, goal: UUID, words: str = "", at: datetime) -> GoalSeen:
    """Finish a goal. An agreed one is closed by the therapist; one that is talked about by either side."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="goals.close_goal")
    row = Goal.objects.select_for_update().filter(child=opened.pk, uuid=goal).first()
    if row is None:
        raise NotFound
    if row.state == GoalState.AGREED and not opened.is_team:
        raise NotAllowed(_TEAM_CLOSES, child=opened.pk, doing="goals.close_goal")
    if row.state != GoalState.CLOSED:
        row.state, row.closed_at = GoalState.CLOSED.value, at
        row.closed_words = bounds.words(words, bounds.SENTENCE, "words")
        row.save(update_fields=["state", "closed_at", "closed_words"])
    return queries.goal(opened, goal)


def find_goal(opened: OpenChild, goal: UUID) -> Goal:
    """An open goal of this child, locked for a change; NotFound for another child's, GoalClosed."""
    row = Goal.objects.select_for_update().filter(child=opened.pk, uuid=goal).first()
    if row is None:
        raise NotFound
    if row.state == GoalState.CLOSED:
        raise GoalClosed
    return row


def check_newest(row: Goal, seen: int) -> GoalVersion:
    """The newest version when that is the one the person looked at; AlreadyChanged otherwise."""
    newest = queries.latest(row)
    if newest.number != seen:
        raise AlreadyChanged
    return newest


def say_yes(opened: OpenChild, version: GoalVersion) -> None:
    """Keep the yes of the side on which this person writes."""
    Agreement.objects.create(
        child_id=opened.pk,
        version=version,
        person_id=opened.actor.person,
        side=queries.side_of(opened).value,
        recorded_by_id=opened.actor.person,
        at=opened.at,
    )


def _write(opened: OpenChild, row: Goal, uuid: UUID, number: int, convention: str, draft: GoalDraft) -> None:
    version = GoalVersion.objects.create(
        child_id=opened.pk,
        goal=row,
        number=number,
        uuid=uuid,
        convention=convention,
        by_id=opened.actor.person,
        voice=opened.voice.value,
        written_at=opened.at,
        **_texts(draft),
        **_steps(draft),
        **_answers(opened, draft),
    )
    say_yes(opened, version)


def _texts(draft: GoalDraft) -> dict[str, str]:
    groups = asdict(draft.words)
    limits = dict.fromkeys(WORD_GROUPS, bounds.TITLE) | {"who": 60}
    return {
        "title": bounds.words(draft.title, bounds.TITLE, "title", required=True),
        "family_words": bounds.words(draft.family_words, bounds.WORDS, "family_words"),
        "harder": bounds.words(draft.harder, bounds.SENTENCE, "harder"),
        "scored_by": draft.scored_by.value if draft.scored_by else "",
        "scored_from": bounds.words(draft.scored_from, bounds.TITLE, "scored_from"),
    } | {name: bounds.words(groups[name], limit, name, required=True) for name, limit in limits.items()}


def _steps(draft: GoalDraft) -> dict[str, str]:
    names = [f"step_{number}" for number in range(1, 6)]
    return {
        name: bounds.words(text, bounds.SENTENCE, name, required=True)
        for name, text in zip(names, draft.steps, strict=True)
    }


def _answers(opened: OpenChild, draft: GoalDraft) -> dict[str, object]:
    if not opened.today < draft.words.by_when <= opened.today + LOOK_BACK_WITHIN:
        sentence = gettext_noop("Choose a day from tomorrow on, within a year.")
        raise InvalidInput(sentence, field="by_when")
    if len(draft.hardest) > HARDEST_AT_MOST:
        raise InvalidInput(gettext_noop("Ten parts at a time is plenty."), field="hardest")
    return {
        "by_when": draft.words.by_when,
        "hardest": [bounds.words(part, bounds.TITLE, "hardest") for part in draft.hardest],
        "matters": _one_to_three(draft.matters, "matters"),
        "hopeful": _one_to_three(draft.hopeful, "hopeful"),
    }


def _one_to_three(value: int | None, field: str) -> int | None:
    return None if value is None else bounds.whole(value, 1, 3, field)
