"""What a safety rule put to rest: told to the family once, and to the therapist until it is settled."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Value
from django.utils.translation import gettext

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme.models import Placement, PlacementChange
from alongside.areas.programme.queries.placements import live_placements
from alongside.areas.programme.queries.safety import RULED, ChildFacts, facts_of, held
from alongside.areas.programme.values import PlacementSeen, PlacementState, RestedSeen, What
from alongside.core.capabilities import Capability
from alongside.core.words import gettext_noop

# Marks the dated change that a rule made. Everybody who reads the plan may read it: it says what, never why.
SAFETY = "safety"
RESTS = "rests"
_TOLD_FOR = timedelta(days=60)
_EVER = datetime.min.replace(tzinfo=UTC)
_FIRST = gettext_noop("Your therapist looks at this one first.")
_FIELDS = (
    "uuid", "at", "placement__uuid", "placement__title", "placement__home",
    *(f"placement__{name}" for name in RULED if name != "home"),
)  # fmt: skip


def rested(opened: OpenChild) -> tuple[RestedSeen, ...]:
    """What safety put to rest in the reader's homes in the last two months and what still rests, the newest first.

    One statement when there is nothing to tell. A reader without the safety facts reads words that name none.
    """
    opened.check(Capability.READ_PROGRAMME)
    return _rested(opened, opened.at - _TOLD_FOR)


def live_and_rested(opened: OpenChild) -> tuple[tuple[PlacementSeen, ...], tuple[RestedSeen, ...]]:
    """What is on the phone now, as ``live_placements``, and what safety put to rest, always asked for alike."""
    return live_placements(opened), rested(opened)


def rests_about(own: Sequence[OpenChild]) -> tuple[tuple[UUID, RestedSeen], ...]:
    """What waits for the therapist of these children: each idea that rests for safety, until it is settled."""
    children = {child.pk: child for child in own if child.allows(Capability.PROPOSE_PROGRAMME)}
    open_ones = Placement.objects.filter(child__in=children, state=PlacementState.RESTING)
    placed = dict(open_ones.exclude(rests_because=[]).values_list("uuid", "child"))
    if not placed:
        return ()
    found = {child: _rested(children[child], _EVER) for child in dict.fromkeys(placed.values())}
    return tuple(
        (children[child].uuid, one)
        for child, seen in found.items()
        for one in seen
        if one.placement in placed
    )


def _rested(opened: OpenChild, since: datetime) -> tuple[RestedSeen, ...]:
    rows = _changes(child=opened.pk, since=since)
    if not rows:
        return ()
    homes, facts = circle.my_homes(opened), facts_of(opened)
    mine = [row for row in rows if homes is None or row["placement__home"] in {None, *homes}]
    newest = {row["placement__uuid"]: row for row in reversed(mine)}
    return tuple(_seen(facts, row) for row in mine if newest[row["placement__uuid"]] is row)


def resting_among(children: Sequence[Any]) -> QuerySet[Placement, str]:
    """RESTS when something rests for safety in one of these children's programmes; for a prepared read."""
    rows = Placement.objects.filter(child__pk__in=children, state=PlacementState.RESTING)
    return rows.exclude(rests_because=[]).values_list(Value(RESTS), flat=True)


@prepared
def _changes() -> QuerySet[PlacementChange, dict[str, Any]]:
    rows = PlacementChange.objects.filter(
        child=Slot("child"),
        at__gte=Slot("since"),
        what=What.RESTED,
        after__has_key=SAFETY,
        placement__state=PlacementState.RESTING,
    )
    found: QuerySet[PlacementChange, dict[str, Any]] = rows.order_by("-at", "-pk").values(*_FIELDS)
    return found


def _seen(facts: ChildFacts, row: Mapping[str, Any]) -> RestedSeen:
    asked = {name: row[f"placement__{name}"] for name in RULED}
    first = next(iter(held(facts, asked)), None)
    return RestedSeen(
        change=row["uuid"],
        placement=row["placement__uuid"],
        title=row["placement__title"],
        at=row["at"],
        sentence=gettext(first.sentence if first else _FIRST),
        because=gettext(first.because) if first else "",
        is_free_again=first is None,
    )
