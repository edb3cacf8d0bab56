"""Whose visits are expected when, for what a clinic sends by itself. It names nobody, so nothing is opened.

Whoever gets such a letter is asked at the gate first.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, QuerySet

from alongside.areas.appointments.models import Series, Visit
from alongside.areas.appointments.values import VisitState

_AT_MOST = 2000
_TOLD = [VisitState.BOOKED, VisitState.CANCELLED, VisitState.COULD_NOT_COME]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A visit by its keys: child and therapist. ``changed_at`` is when it last moved or was let go."""

    visit: UUID
    child: int
    therapist: int
    starts_at: datetime
    state: VisitState
    booked_at: datetime
    changed_at: datetime | None


def expected_between(clinic: int, since: datetime, until: datetime) -> tuple[Expected, ...]:
    """The booked visits that start from ``since`` on and before ``until``, in order; at most 2,000."""
    rows = Visit.objects.filter(clinic=clinic, state=VisitState.BOOKED, starts_at__gte=since)
    return _seen(rows.filter(starts_at__lt=until).order_by("starts_at", "pk"))


def changed_since(clinic: int, since: datetime, at: datetime) -> tuple[Expected, ...]:
    """The visits yet to come that were moved or let go after ``since``; at most 2,000."""
    rows = Visit.objects.filter(clinic=clinic, starts_at__gt=at, changed_at__gt=since, sequence__gt=0)
    return _seen(rows.filter(state__in=_TOLD).order_by("starts_at", "pk"))


def ending_between(clinic: int, since: datetime, until: datetime) -> int:
    """How many regular times have their last booked visit in this span. Those that were ended do not count."""
    booked = Visit.objects.filter(clinic=clinic, state=VisitState.BOOKED, series__isnull=False)
    last = booked.values("series").annotate(last=Max("starts_at")).filter(last__range=(since, until))
    return Series.objects.filter(pk__in=last.values("series"), ended_on=None).count()


def _seen(rows: QuerySet[Visit]) -> tuple[Expected, ...]:
    return tuple(
        Expected(
            visit=row.uuid,
            child=row.child_id,
            therapist=row.therapist_id,
            starts_at=row.starts_at,
            state=VisitState(row.state),
            booked_at=row.booked_at,
            changed_at=row.changed_at,
        )
        for row in rows[:_AT_MOST]
    )
