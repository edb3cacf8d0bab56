"""What became of each goal and of the whole plan, newest first. Both views stay where they differ."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.values import Side
from alongside.areas.review.models import GoalDecision, PlanDecision
from alongside.areas.review.models.cycle import Decision
from alongside.areas.review.queries.looking_back.cycles import cycle_row
from alongside.areas.review.values import Ahead, AheadSeen, Decided, Ending, EndingSeen
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_PEOPLE = ("by", "answered_by", "thread")


def endings(opened: OpenChild, cycle: UUID) -> tuple[EndingSeen, ...]:
    """Everything that was proposed about the goals in one look back, newest first."""
    rows = _endings(opened).filter(cycle=cycle_row(opened, cycle))
    return tuple(_ending(row) for row in rows.order_by("-pk"))


def ending(opened: OpenChild, uuid: UUID) -> EndingSeen:
    """One decision about a goal; NotFound for anything else."""
    row = _endings(opened).filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    return _ending(row)


def aheads(opened: OpenChild, cycle: UUID) -> tuple[AheadSeen, ...]:
    """Everything that was proposed about the whole plan in one look back, newest first."""
    rows = _aheads(opened).filter(cycle=cycle_row(opened, cycle))
    return tuple(_ahead(row) for row in rows.order_by("-pk"))


def ahead(opened: OpenChild, uuid: UUID) -> AheadSeen:
    """One decision about the whole plan; NotFound for anything else."""
    row = _aheads(opened).filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    return _ahead(row)


def _endings(opened: OpenChild) -> QuerySet[GoalDecision]:
    opened.check(Capability.READ_GOALS)
    return GoalDecision.objects.filter(child=opened.pk).select_related(*_PEOPLE, "goal", "version")


def _aheads(opened: OpenChild) -> QuerySet[PlanDecision]:
    opened.check(Capability.READ_GOALS)
    return PlanDecision.objects.filter(child=opened.pk).select_related(*_PEOPLE)


def _ending(row: GoalDecision) -> EndingSeen:
    return EndingSeen(
        **_shared(row),
        goal=row.goal.uuid,
        goal_title=row.version.title,
        version=row.version.number,
        ending=Ending(row.ending),
        other=Ending(row.other_ending) if row.other_ending else None,
    )


def _ahead(row: PlanDecision) -> AheadSeen:
    return AheadSeen(
        **_shared(row),
        ahead=Ahead(row.ahead),
        other=Ahead(row.other_ahead) if row.other_ahead else None,
        check_in_on=row.check_in_on,
    )


def _shared(row: Decision) -> dict[str, Any]:
    side = Side(row.side)
    return {
        "uuid": row.uuid,
        "words": row.words,
        "side": side,
        "by": circle.by(row.by, side.voice),
        "proposed_at": row.proposed_at,
        "state": Decided(row.state),
        "answered_by": circle.by(row.answered_by, side.other.voice) if row.answered_by else None,
        "answered_at": row.answered_at,
        "answer_words": row.answer_words,
        "thread": row.thread.uuid if row.thread else None,
    }
