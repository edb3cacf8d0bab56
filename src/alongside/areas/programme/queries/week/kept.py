"""Why the planner chose what is in the programme, as far as the reader may know the reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import PlacementSeen
from alongside.core.capabilities import Capability
from alongside.core.planning.weights import Part

_ABOUT_GOALS = frozenset({"task", "finding", "skill", "area", "real_routine"})
_FROM_FINDING = frozenset({"finding"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReason:
    """One reason as it was kept: its English template and the values that fill it."""

    part: Part
    points: int
    code: str
    template: str
    values: Mapping[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """When a placement is done (no ``days`` are all seven) and in which home, and why it was chosen."""

    days: tuple[int, ...]
    home_name: str
    reasons: tuple[KeptReason, ...]


def planned_reasons(opened: OpenChild, placed: Iterable[PlacementSeen]) -> dict[UUID, Planned]:
    """Days and reasons of these placements, which the reader was shown already; all of them, planned or not.

    What is said of a goal needs the right to read goals, what is said of a finding that it was shared with the
    reader. Two statements.
    """
    seen = {one.uuid: one for one in placed}
    rows = Placement.objects.filter(child=opened.pk, uuid__in=list(seen))
    shared = _findings(opened)
    return {
        uuid: Planned(
            days=tuple(days),
            home_name=home or "",
            reasons=_reasons(opened, planned, reads_finding=seen[uuid].finding in shared),
        )
        for uuid, days, home, planned in rows.values_list("uuid", "days", "home__name", "planned")
    }


def _findings(opened: OpenChild) -> frozenset[UUID | None]:
    if not opened.allows(Capability.READ_FINDINGS):
        return frozenset()
    return frozenset(evaluation.every_wording(opened))


def _reasons(opened: OpenChild, planned: Mapping[str, Any], *, reads_finding: bool) -> tuple[KeptReason, ...]:
    hidden = frozenset() if opened.allows(Capability.READ_GOALS) else _ABOUT_GOALS
    hidden |= frozenset() if reads_finding else _FROM_FINDING
    return tuple(
        KeptReason(
            part=Part(one["part"]),
            points=one["points"],
            code=one["code"],
            template=one["words"],
            values=one["values"],
        )
        for one in planned.get("reasons", ())
        if one["code"] not in hidden
    )
