"""Goals for lists: one statement for all goals of a child, two for what waits in many children's goals."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import Agreement, GoalVersion, StepProposal
from alongside.areas.goals.queries.history import step_number
from alongside.areas.goals.queries.wording import SCALE
from alongside.areas.goals.values import GoalInShort, GoalState, GoalWaiting, Side, StepState
from alongside.core import attainment
from alongside.core.attainment import Convention, level_from
from alongside.core.capabilities import Capability

_FIELDS = (
    "goal__uuid", "goal__state", "goal_id", "title", "by_when", *SCALE, "family_at", "therapist_at", "level",
    "reached_at", "goal__priority__uuid", "goal__finding__uuid",
)  # fmt: skip
_Row = Mapping[str, Any]


def goals_in_short(opened: OpenChild) -> tuple[GoalInShort, ...]:
    """All goals of a child as a list shows them, oldest first, closed ones last; the same answers as ``goals_of``."""
    opened.check(Capability.READ_GOALS)
    rows = _versions(child=opened.pk)
    seen = [_in_short(list(group)) for _goal, group in groupby(rows, key=lambda row: row["goal_id"])]
    return tuple(sorted(seen, key=lambda one: one.state is GoalState.CLOSED))


def waiting_for_therapist(openeds: Sequence[OpenChild]) -> tuple[GoalWaiting, ...]:
    """Wordings and steps of families that their own therapist has not answered, the longest waiting first."""
    readable = {child.pk: child for child in openeds if child.is_team and child.allows(Capability.READ_GOALS)}
    if not readable:
        return ()
    found = [*_wordings(readable), *_steps(readable)]
    return tuple(sorted(found, key=lambda one: one.since))


@prepared
def _versions() -> QuerySet[GoalVersion, dict[str, Any]]:
    climbed = StepProposal.objects.filter(version=OuterRef("pk"), state=StepState.AGREED)
    latest = climbed.order_by("-answered_at", "-pk")
    versions = GoalVersion.objects.filter(child=Slot("child")).annotate(
        family_at=_yes(Side.FAMILY),
        therapist_at=_yes(Side.THERAPIST),
        level=Subquery(latest.values("level")[:1]),
        reached_at=Subquery(latest.values("answered_at")[:1]),
    )
    rows: QuerySet[GoalVersion, dict[str, Any]] = versions.order_by("goal_id", "number").values(*_FIELDS)
    return rows


def _yes(side: Side) -> Subquery:
    return Subquery(Agreement.objects.filter(version=OuterRef("pk"), side=side).values("at")[:1])


def _in_short(versions: list[_Row]) -> GoalInShort:
    newest = versions[-1]
    agreed = next((row for row in reversed(versions) if _agreed_at(row)), None)
    shown, state = agreed or newest, GoalState(newest["goal__state"])
    return GoalInShort(
        uuid=newest["goal__uuid"],
        state=state,
        title=shown["title"],
        review_on=shown["by_when"],
        waiting_for=None if state is GoalState.CLOSED else _waiting_for(newest),
        reached=None if agreed is None else _reached(versions, agreed),
        priority=newest["goal__priority__uuid"],
        finding=newest["goal__finding__uuid"],
    )


def _agreed_at(row: _Row) -> datetime | None:
    return max(row["family_at"], row["therapist_at"]) if row["family_at"] and row["therapist_at"] else None


def _waiting_for(newest: _Row) -> Side | None:
    if not newest["family_at"]:
        return Side.FAMILY
    return None if newest["therapist_at"] else Side.THERAPIST


def _reached(versions: list[_Row], scale: _Row) -> int:
    """The step agreed last among the versions that measure with the same five steps."""
    same = [row for row in versions if all(row[part] == scale[part] for part in SCALE)]
    climbed = [row for row in same if row["level"] is not None]
    if not climbed:
        return step_number(attainment.baseline_of(Convention(scale["convention"])))
    return step_number(level_from(max(climbed, key=lambda row: row["reached_at"])["level"]))


def _wordings(readable: Mapping[int, OpenChild]) -> list[GoalWaiting]:
    """The newest version of an open goal that the family said yes to and the therapist did not."""
    newer = GoalVersion.objects.filter(goal=OuterRef("goal")).order_by("-number").values("pk")[:1]
    open_ones = GoalVersion.objects.filter(~Q(goal__state=GoalState.CLOSED), child__in=list(readable))
    said = open_ones.annotate(newest=Subquery(newer), ours=_yes(Side.THERAPIST), theirs=_yes(Side.FAMILY))
    waiting = said.filter(pk=F("newest"), ours=None, theirs__isnull=False)
    rows = waiting.values_list("child_id", "goal__uuid", "title", "by__short_name", "written_at")
    return [_waiting(readable, row, is_step=False) for row in rows]


def _steps(readable: Mapping[int, OpenChild]) -> list[GoalWaiting]:
    """The step that the family saw and the therapist has not answered."""
    rows = StepProposal.objects.filter(
        ~Q(goal__state=GoalState.CLOSED), child__in=list(readable), state=StepState.PROPOSED, side=Side.FAMILY
    ).values_list("child_id", "goal__uuid", "version__title", "by__short_name", "proposed_at")
    return [_waiting(readable, row, is_step=True) for row in rows]


def _waiting(
    readable: Mapping[int, OpenChild], row: tuple[int, UUID, str, str, datetime], *, is_step: bool
) -> GoalWaiting:
    child, goal, title, name, since = row
    opened = readable[child]
    return GoalWaiting(
        child=opened.uuid,
        child_name=opened.short_name,
        goal=goal,
        title=title,
        is_step=is_step,
        by_name=name,
        since=since,
    )
