"""Every idea that was ever placed, with what it is for: one prepared statement, and nothing of safety."""

from typing import Any

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.programme.models import Placement
from alongside.areas.programme.queries import homes
from alongside.areas.programme.values import IdeaInShort, PlacementState
from alongside.core.capabilities import Capability

_FIELDS = (
    "uuid", "title", "routine", "state", "goal", "finding", "not_yet_words", "proposed_by__uuid",
    "proposed_by__short_name", "proposed_at", "home",
)  # fmt: skip


def ideas_in_short(opened: OpenChild) -> tuple[IdeaInShort, ...]:
    """All ideas in the order they were placed, ended ones too. Drafts only for the child's own therapist."""
    opened.check(Capability.READ_PROGRAMME)
    rows = _placed(drafts=opened.allows(Capability.PROPOSE_PROGRAMME), child=opened.pk)
    return tuple(_in_short(row) for row in homes.known(opened, rows))


@prepared
def _placed(*, drafts: bool) -> QuerySet[Placement, dict[str, Any]]:
    rows = Placement.objects.filter(child=Slot("child"))
    rows = rows if drafts else rows.filter(shared_at__isnull=False)
    found: QuerySet[Placement, dict[str, Any]] = rows.order_by("pk").values(*_FIELDS)
    return found


def _in_short(row: dict[str, Any]) -> IdeaInShort:
    by = By(name=row["proposed_by__short_name"], voice=Voice.THERAPIST, uuid=row["proposed_by__uuid"])
    return IdeaInShort(
        uuid=row["uuid"],
        title=row["title"],
        routine=row["routine"],
        state=PlacementState(row["state"]),
        goal=row["goal"],
        finding=row["finding"],
        not_yet=row["not_yet_words"],
        proposed_by=by,
        proposed_at=row["proposed_at"],
    )
