"""Taking back that visits of a regular time were let go together: all of them come back, or none."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.areas.appointments.actions import slots
from alongside.areas.appointments.actions.booking import asked_again, stand_again
from alongside.areas.appointments.models import Series, Visit
from alongside.areas.appointments.queries.regular import series_row
from alongside.areas.appointments.queries.rows import check_at_work
from alongside.areas.appointments.queries.visits import visit_seen, with_names
from alongside.areas.appointments.values import VisitSeen, VisitState
from alongside.areas.circle import gate
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.recurrence import zone_named

_WHILE = timedelta(days=1)
_LET_GO = (VisitState.CANCELLED, VisitState.COULD_NOT_COME)


@action
def bring_back_series(
    *,
    actor: Actor,
    child: UUID,
    series: UUID,
    let_go_at: datetime,
    at: datetime,
    ended_on: date | None = None,
) -> tuple[VisitSeen, ...]:
    """Bring back what a pause or an end of a regular time let go at ``let_go_at``. Answers the visits that came back.

    Where they lie behind the end of the regular time, it ends on ``ended_on`` again, as before (None: not at all).
    Twice changes nothing and answers none, as after a day. Raises SlotTaken when one of the times is held,
    TherapistLeft, NotFound.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.bring_back_series")
    kept = series_row(opened, series)
    rows = _gone(kept, let_go_at) if _is_fresh(let_go_at, at) else []
    if not rows:
        return ()
    slots.lock_for(rows, asked_again(opened, rows[0]))
    check_at_work(opened, rows)
    _reopen(kept, rows, ended_on)
    back = _gone(kept, let_go_at)
    for row in back:
        stand_again(opened, row)
    return tuple(visit_seen(opened, row) for row in back)


def _is_fresh(let_go_at: datetime, at: datetime) -> bool:
    return let_go_at.tzinfo is not None and at - _WHILE <= let_go_at <= at


def _gone(kept: Series, let_go_at: datetime) -> list[Visit]:
    rows = Visit.objects.filter(series=kept, state__in=_LET_GO, changed_at=let_go_at)
    return list(with_names(rows).order_by("number"))


def _reopen(kept: Series, rows: Sequence[Visit], ended_on: date | None) -> None:
    """A pause lies before the end of a regular time, and leaves it."""
    zone = zone_named(kept.zone)
    last = max((row.planned_at or row.starts_at).astimezone(zone).date() for row in rows)
    if kept.ended_on is not None and kept.ended_on < last:
        Series.objects.filter(pk=kept.pk).update(ended_on=ended_on)
