"""The way between places: what it takes from each visit of a therapist's day to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from alongside.areas.appointments.models import Visit, VisitCell, VisitColleague
from alongside.areas.appointments.values import CellKind, VisitState, Way
from alongside.areas.diary.values import Travels
from alongside.core.cells import CELL_MINUTES, cells_of

_HOLDING = (VisitState.OFFERED, VisitState.BOOKED, VisitState.DONE)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where a therapist is, from when on, and how long with what is kept free after it. ``site`` None is the base."""

    starts_at: datetime
    minutes: int
    way: Way
    site: int | None

    @property
    def is_known(self) -> bool:
        """Whether somebody said where: a visit away without a place of the clinic is at a home or a school."""
        return self.way is Way.IN_ROOM or self.site is not None


def stop_of(row: Visit) -> Stop:
    """A visit as a stop, its buffer included."""
    return Stop(
        starts_at=row.starts_at,
        minutes=row.minutes + row.buffer_after,
        way=Way(row.way),
        site=row.site_id,
    )


def ways(travels: Travels, order: Sequence[Stop]) -> list[int]:
    """Minutes from each stop to the next, in whole cells. A video visit is wherever the one before it was."""
    found = [0] * len(order)
    at = None
    for place, stop in enumerate(order):
        if stop.way is Way.VIDEO:
            continue
        if at is not None and order[at].is_known and stop.is_known:
            minutes = travels.minutes(order[at].site, stop.site)
            found[place - 1] = -(-minutes // CELL_MINUTES) * CELL_MINUTES
        at = place
    return found


def minutes_between(stop: Stop, following: Stop) -> int:
    """Minutes from the end of a stop to the start of the next; negative when they overlap."""
    return (following.starts_at - stop.starts_at) // _MINUTE - stop.minutes


def leaves_time(travels: Travels, others: Iterable[Stop], new: Stop) -> bool:
    """Whether the ways to and from a new stop fit between it and the others of the therapist's day."""
    order = sorted((*others, new), key=lambda stop: stop.starts_at)
    needed, place = ways(travels, order), order.index(new)
    around = range(max(place - 1, 0), min(place + 1, len(order) - 1))
    return not any(0 <= minutes_between(order[one], order[one + 1]) < needed[one] for one in around)


def way_cells(row: Visit) -> range:
    """The cells of its therapist that a visit holds for the way to the next."""
    ends = cells_of(row.starts_at, row.minutes).stop - (-row.buffer_after // CELL_MINUTES)
    return range(ends, ends - (-row.travel_after // CELL_MINUTES))


def standing(
    people: Iterable[int], span: tuple[datetime, datetime], without: Sequence[int] = ()
) -> list[tuple[int, Visit]]:
    """Stored visits of these therapists in a span of time, each beside the one in whose day it stands.

    That is the one who leads it, or a colleague. Of a group one child's visit stands for all.
    """
    persons = set(people)
    holding = Q(starts_at__range=span, state__in=_HOLDING)
    holds = VisitCell.objects.filter(visit=OuterRef("pk"), kind=CellKind.THERAPIST)
    mine = Visit.objects.filter(holding, Exists(holds), therapist__in=persons).exclude(pk__in=without)
    joined = VisitColleague.objects.filter(person__in=persons, visit__in=Visit.objects.filter(holding))
    joined = joined.exclude(visit__in=without).select_related("visit")
    return [(row.therapist_id, row) for row in mine] + [(one.person_id, one.visit) for one in joined]
