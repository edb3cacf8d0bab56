"""What is in the programme now, as the planner needs it: where, how far graded, since when, and what was said to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme.models import Placement, PlacementAnswer, PlanWish
from alongside.areas.programme.values import PlacementState, WishKind
from alongside.core.planning.instance import Clearance, Confidence

_FIELDS = (
    "uuid", "strategy", "goal", "title", "routine", "minutes", "grade", "days", "state", "live_since", "shared_at",
    "home__uuid", "swap_at", "swap_instead", "planned",
)  # fmt: skip
_CLEARED = ("strategy", "override_words", "override_by__short_name", "override_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One idea in the programme. ``home`` is None where it belongs to every home; no ``days`` are all seven."""

    uuid: UUID
    strategy: str | None
    goal: UUID | None
    title: str
    routine: str
    minutes: int
    grade: int
    days: frozenset[int]
    state: PlacementState
    since: datetime | None
    home: UUID | None
    swap_wished: bool
    instead: str
    by_planner: bool

    @property
    def is_taken(self) -> bool:
        """Whether it has its place in the family's week now: live, or waiting for a yes."""
        return self.state in (PlacementState.SHARED, PlacementState.OFFERED)

    @property
    def is_own_draft(self) -> bool:
        """Whether a therapist placed it by hand and nobody shared it yet."""
        return self.state is PlacementState.DRAFT and not self.by_planner

    def is_in(self, home: UUID | None) -> bool:
        """Whether it is done in this home; what has no home is done in all."""
        return self.home is None or self.home == home


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """A yes or a no for the next plan, and whose it was."""

    uuid: UUID
    strategy: str
    kind: WishKind
    home: UUID | None
    routine: str
    words: str
    by: str


def placed_ever(opened: OpenChild) -> tuple[Placed, ...]:
    """Everything that was ever in the programme, oldest first. One statement."""
    rows = Placement.objects.filter(child=opened.pk).order_by("pk").values(*_FIELDS)
    return tuple(_placed(row) for row in rows)


def wishes(opened: OpenChild) -> tuple[Wished, ...]:
    """The pins and bans in force, oldest first."""
    rows = PlanWish.objects.filter(child=opened.pk, ended_at=None).order_by("pk")
    # The type checker takes the key of another table for a number; here it is a strategy's code.
    found: Any = rows.values_list(
        "uuid", "strategy", "kind", "home__uuid", "routine", "words", "by__short_name"
    )
    return tuple(
        Wished(
            uuid=uuid, strategy=strategy, kind=WishKind(kind), home=home, routine=routine, words=words, by=by
        )
        for uuid, strategy, kind, home, routine, words, by in found
    )


def confidences(opened: OpenChild) -> tuple[Confidence, ...]:
    """How sure each carer feels about each idea of the library: the newest word of each."""
    rows = PlacementAnswer.objects.filter(
        child=opened.pk, confidence__isnull=False, placement__strategy__isnull=False
    )
    told: Any = rows.order_by("at", "pk").values_list("person__uuid", "placement__strategy", "confidence")
    newest = {(str(carer), strategy): level for carer, strategy, level in told}
    return tuple(
        Confidence(carer=carer, strategy=strategy, level=level)
        for (carer, strategy), level in sorted(newest.items())
    )


def clearances(opened: OpenChild, held: Iterable[UUID]) -> tuple[Clearance, ...]:
    """What named therapists wrote about ideas in the programme now; not where something new holds it back again."""
    rows = Placement.objects.filter(child=opened.pk, override_at__isnull=False, strategy__isnull=False)
    rows = rows.exclude(state=PlacementState.ENDED).exclude(uuid__in=list(held))
    return tuple(
        Clearance(strategy=strategy, by=by, because=words, on=at.astimezone(opened.zone_info).date())
        for strategy, words, by, at in rows.order_by("override_at", "pk").values_list(*_CLEARED)
    )


def _placed(row: dict[str, Any]) -> Placed:
    return Placed(
        **{name: row[name] for name in ("uuid", "strategy", "goal", "title", "routine", "minutes", "grade")},
        days=frozenset(row["days"]),
        state=PlacementState(row["state"]),
        since=row["live_since"] or row["shared_at"],
        home=row["home__uuid"],
        swap_wished=row["swap_at"] is not None,
        instead=row["swap_instead"],
        by_planner=bool(row["planned"]),
    )
