"""What carers answered to the ideas as they are now."""

from typing import Any
from uuid import UUID

from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.programme.models import PlacementAnswer
from alongside.areas.programme.queries import homes
from alongside.areas.programme.values import AnswerSeen, Wish
from alongside.core.capabilities import Capability

_FIELDS = (
    "uuid", "placement__uuid", "person", "person__uuid", "person__short_name", "yes",
    "confidence", "wish", "question", "at",
)  # fmt: skip


def answers(opened: OpenChild, *, placement: UUID | None = None) -> tuple[AnswerSeen, ...]:
    """The newest answer of each carer to each idea as it is, oldest first; of one ``placement`` where given.

    The child's own therapist reads all of them, a carer reads their own: how sure one feels is nobody else's business.
    """
    opened.check(Capability.READ_PROGRAMME)
    rows = PlacementAnswer.objects.filter(
        homes.of_known(opened, "placement__home"), child=opened.pk, replaced_at=None
    )
    if not opened.allows(Capability.PROPOSE_PROGRAMME):
        rows = rows.filter(person=opened.actor.person)
    if placement is not None:
        rows = rows.filter(placement__uuid=placement)
    return tuple(_seen(opened, row) for row in rows.order_by("at", "pk").values(*_FIELDS))


def _seen(opened: OpenChild, row: dict[str, Any]) -> AnswerSeen:
    return AnswerSeen(
        uuid=row["uuid"],
        placement=row["placement__uuid"],
        by=By(name=row["person__short_name"], voice=Voice.FAMILY, uuid=row["person__uuid"]),
        is_mine=row["person"] == opened.actor.person,
        yes=row["yes"],
        confidence=row["confidence"],
        wish=Wish(row["wish"]) if row["wish"] else None,
        question=row["question"],
        at=row["at"],
    )
