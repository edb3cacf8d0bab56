"""Reading the trail. The gate decides who may; this only fetches."""

from alongside.areas.trail.models import TrailRow
from alongside.areas.trail.values import Kind, Look

LIMIT = 500


def who_looked(child: int, limit: int = 100) -> tuple[Look, ...]:
    """The newest lines about one child (internal key), newest first, at most ``limit`` (and 500)."""
    rows = TrailRow.objects.filter(child=child).order_by("-at", "-pk")[: min(limit, LIMIT)]
    return tuple(_look(row) for row in rows)


def _look(row: TrailRow) -> Look:
    return Look(
        at=row.at,
        kind=Kind(row.kind),
        doing=row.doing,
        person=row.person,
        person_name=row.person_name,
        roles=row.roles,
    )
