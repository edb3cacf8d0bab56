"""The regular times that hold in a clinic, as a plan of the whole caseload reads them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from alongside.areas.appointments.models import Room, Visit
from alongside.areas.appointments.values import VisitState, Way
from alongside.core.opening import minute_of
from alongside.core.recurrence import zone_kept

_AHEAD = timedelta(weeks=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingTime:
    """A child's regular time: keys of child, therapist and room, weekday (0 is Monday), minutes of the local day."""

    child: int
    therapist: int
    room: int | None
    weekday: int
    start: int
    minutes: int
    way: Way


def standing_times(clinic: int, at: datetime) -> tuple[StandingTime, ...]:
    """One for each series and weekday that has a visit in the coming six weeks; a moved visit does not count.

    For planners of the clinic's own: it names no child, so nothing is opened. The gate decides who is shown.
    """
    booked = Visit.objects.filter(
        clinic=clinic, series__isnull=False, state=VisitState.BOOKED, starts_at__range=(at, at + _AHEAD)
    )
    rows = booked.order_by("starts_at", "pk")
    return tuple({(one.child, one.therapist, one.weekday): one for one in _each(rows)}.values())


def room_keys(clinic: int) -> dict[str, int]:
    """The keys of a clinic's rooms by the text of their uuids."""
    return {str(uuid): pk for uuid, pk in Room.objects.filter(clinic=clinic).values_list("uuid", "pk")}


def _each(rows: Iterable[Visit]) -> Iterator[StandingTime]:
    for row in rows:
        if row.planned_at not in (None, row.starts_at):
            continue
        local = row.starts_at.astimezone(zone_kept(row.zone))
        yield StandingTime(
            child=row.child_id,
            therapist=row.therapist_id,
            room=row.room_id,
            weekday=local.weekday(),
            start=minute_of(local),
            minutes=row.minutes,
            way=Way(row.way),
        )
