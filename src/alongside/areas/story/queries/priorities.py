"""What matters most to a family, in the words it was said."""

from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.story.models import DayCapacity, Priority
from alongside.areas.story.queries.day import asking, in_sight
from alongside.areas.story.values import PrioritySeen
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound


def priorities(opened: OpenChild) -> tuple[PrioritySeen, ...]:
    """The live priorities by rank; at each rank the family's words before the child's."""
    opened.check(Capability.READ_STORY)
    return tuple(priority_seen(row) for row in _live(child=opened.pk))


def priorities_and_minutes(opened: OpenChild) -> tuple[tuple[PrioritySeen, ...], int | None]:
    """``priorities`` and the minutes of ``capacity`` in one statement (a second while no priority was named)."""
    opened.check(Capability.READ_STORY)
    asked = asking(opened) | {"sees_all": opened.sees_every_home}
    rows = _live_with_minutes(**asked)
    told = [getattr(rows[0], "minutes", None)] if rows else _minutes(**asked)
    minutes = next(iter(told), None)
    return tuple(priority_seen(row) for row in rows), minutes


def priorities_ever(opened: OpenChild) -> tuple[PrioritySeen, ...]:
    """Everything this family ever said matters, newest first, retired words included."""
    opened.check(Capability.READ_STORY)
    return tuple(priority_seen(row) for row in _ever(child=opened.pk))


def priority_key(opened: OpenChild, priority: UUID) -> int:
    """The internal key of one of this child's priorities, for rows that point at it; NotFound otherwise."""
    key = _rows(opened).filter(uuid=priority).values_list("pk", flat=True).first()
    if key is None:
        raise NotFound
    return key


def priority_seen(row: Priority) -> PrioritySeen:
    """A priority as pages show it. Needs ``said_by`` to be loaded."""
    by = By(name=row.said_by_name, voice=Voice(row.voice))
    if row.said_by:
        by = circle.by(row.said_by, row.voice)
    return PrioritySeen(
        uuid=row.uuid,
        rank=row.rank,
        words=row.words,
        by=by,
        routine=row.routine,
        said_at=row.said_at,
        retired_at=row.retired_at,
    )


@prepared
def _ever() -> QuerySet[Priority, Priority]:
    rows = Priority.objects.filter(child=Slot("child")).select_related("said_by")
    return rows.order_by("-said_at", "-pk")


@prepared
def _live() -> QuerySet[Priority, Priority]:
    rows = Priority.objects.filter(child=Slot("child"), retired_at=None).select_related("said_by")
    return rows.order_by("rank", "-voice", "said_at", "pk")


@prepared
def _live_with_minutes(*, sees_all: bool) -> QuerySet[Priority, Priority]:
    rows = Priority.objects.filter(child=Slot("child"), retired_at=None).select_related("said_by")
    newest = Subquery(_newest_minutes(OuterRef("child"), sees_all=sees_all))
    return rows.annotate(minutes=newest).order_by("rank", "-voice", "said_at", "pk")


@prepared
def _minutes(*, sees_all: bool) -> QuerySet[DayCapacity, int]:
    return _newest_minutes(Slot("child"), sees_all=sees_all)


def _newest_minutes(child: OuterRef | Slot, *, sees_all: bool) -> QuerySet[DayCapacity, int]:
    rows = DayCapacity.objects.filter(in_sight(sees_all=sees_all), child=child).order_by("-said_at", "-pk")
    return rows.values_list("minutes_a_day", flat=True)[:1]


def _rows(opened: OpenChild) -> QuerySet[Priority]:
    opened.check(Capability.READ_STORY)
    return Priority.objects.filter(child=opened.pk).select_related("said_by")
