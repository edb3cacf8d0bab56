"""The steps that both sides agreed on, in one prepared statement."""

from typing import Any

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.values import By, OpenChild
from alongside.areas.goals.models import StepProposal
from alongside.areas.goals.queries.history import step_number
from alongside.areas.goals.queries.wording import step_label
from alongside.areas.goals.values import Side, StepProposalSeen, StepState
from alongside.core.attainment import level_from
from alongside.core.capabilities import Capability

_FIELDS = (
    "uuid", "goal__uuid", "version__title", "level", "words", "by__uuid", "by__short_name", "side", "proposed_at",
    "answered_by__uuid", "answered_by__short_name", "answered_at", "answer_words",
)  # fmt: skip


def steps_agreed(opened: OpenChild) -> tuple[StepProposalSeen, ...]:
    """Every step of any goal of this child to which both sides said yes, the newest first. One statement."""
    opened.check(Capability.READ_GOALS)
    return tuple(_seen(row) for row in _agreed(child=opened.pk))


@prepared
def _agreed() -> QuerySet[StepProposal, dict[str, Any]]:
    rows = StepProposal.objects.filter(child=Slot("child"), state=StepState.AGREED)
    found: QuerySet[StepProposal, dict[str, Any]] = rows.order_by("-answered_at", "-pk").values(*_FIELDS)
    return found


def _seen(row: dict[str, Any]) -> StepProposalSeen:
    step, side = step_number(level_from(row["level"])), Side(row["side"])
    return StepProposalSeen(
        uuid=row["uuid"],
        goal=row["goal__uuid"],
        goal_title=row["version__title"],
        step=step,
        label=step_label(step),
        words=row["words"],
        by=By(name=row["by__short_name"], voice=side.voice, uuid=row["by__uuid"]),
        side=side,
        proposed_at=row["proposed_at"],
        state=StepState.AGREED,
        answered_by=By(
            name=row["answered_by__short_name"], voice=side.other.voice, uuid=row["answered_by__uuid"]
        ),
        answered_at=row["answered_at"],
        answer_words=row["answer_words"],
    )
