"""Goals as both sides see them, in four statements however many there are."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import Agreement, Goal, GoalVersion, StepProposal
from alongside.areas.goals.queries import history
from alongside.areas.goals.queries.wording import step_label, version_seen
from alongside.areas.goals.values import GoalSeen, GoalState, Side, StepProposalSeen, StepState, VersionSeen
from alongside.core.attainment import level_from
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound


def goals_of(opened: OpenChild) -> tuple[GoalSeen, ...]:
    """All goals of a child, oldest first, closed ones last."""
    rows = sorted(goal_rows(opened), key=lambda row: (row.state == GoalState.CLOSED, row.pk))
    return tuple(_seen(opened, row) for row in rows)


def goal(opened: OpenChild, uuid: UUID) -> GoalSeen:
    """One goal; NotFound for anything else."""
    return _seen(opened, goal_row(opened, uuid))


def versions(opened: OpenChild, uuid: UUID) -> tuple[VersionSeen, ...]:
    """Every version of one goal, newest first: who changed what, and who said yes."""
    return _versions(opened, goal_row(opened, uuid))[::-1]


def step_proposals(opened: OpenChild) -> tuple[StepProposalSeen, ...]:
    """Every step that was proposed for any goal, newest first."""
    found = [(row, goal) for goal in goal_rows(opened) for row in goal.proposals.all()]
    found.sort(key=lambda pair: (pair[0].proposed_at, pair[0].pk), reverse=True)
    return tuple(_proposal(row, goal) for row, goal in found)


def goal_rows(opened: OpenChild) -> QuerySet[Goal]:
    """This child's goals with everything that is needed to show them."""
    opened.check(Capability.READ_GOALS)
    rows = Goal.objects.filter(child=opened.pk).select_related("priority", "finding")
    return rows.prefetch_related(
        Prefetch("versions", GoalVersion.objects.select_related("by")),
        Prefetch("versions__agreements", Agreement.objects.select_related("person", "recorded_by")),
        Prefetch("proposals", StepProposal.objects.select_related("by", "answered_by")),
    )


def goal_row(opened: OpenChild, uuid: UUID) -> Goal:
    """One goal's row; NotFound for another child's."""
    row = goal_rows(opened).filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    return row


def _seen(opened: OpenChild, row: Goal) -> GoalSeen:
    wordings = _versions(opened, row)
    agreed = next((one for one in reversed(wordings) if one.agreed_at), None)
    current, waiting = agreed or wordings[-1], history.waiting_for(row)
    step, level = history.waiting_step(row), history.reached(row)
    reads_story = opened.allows(Capability.READ_STORY)
    return GoalSeen(
        uuid=row.uuid,
        state=GoalState(row.state),
        title=current.title,
        sentence=current.sentence,
        steps=current.steps,
        family_words=current.family_words,
        review_on=current.words.by_when,
        version=current.number,
        versions=len(wordings),
        in_force=agreed,
        proposed=wordings[-1] if waiting else None,
        waiting_for=waiting if row.state != GoalState.CLOSED else None,
        reached=None if level is None else history.step_number(level),
        reached_label="" if level is None else step_label(history.step_number(level)),
        step_proposal=_proposal(step, row) if step else None,
        priority=row.priority.uuid if row.priority else None,
        priority_words=row.priority.words if row.priority and reads_story else "",
        finding=row.finding.uuid if row.finding else None,
        created_at=row.created_at,
        closed_at=row.closed_at,
        closed_words=row.closed_words,
    )


def _versions(opened: OpenChild, row: Goal) -> tuple[VersionSeen, ...]:
    rows = history.ordered(row)
    pairs = zip(rows, [None, *rows[:-1]], strict=True)
    return tuple(version_seen(version, before, for_team=opened.is_team) for version, before in pairs)


def _proposal(row: StepProposal, goal: Goal) -> StepProposalSeen:
    step = history.step_number(level_from(row.level))
    side = Side(row.side)
    return StepProposalSeen(
        uuid=row.uuid,
        goal=goal.uuid,
        goal_title=(history.in_force(goal) or history.latest(goal)).title,
        step=step,
        label=step_label(step),
        words=row.words,
        by=circle.by(row.by, side.voice),
        side=side,
        proposed_at=row.proposed_at,
        state=StepState(row.state),
        answered_by=circle.by(row.answered_by, side.other.voice) if row.answered_by else None,
        answered_at=row.answered_at,
        answer_words=row.answer_words,
    )
