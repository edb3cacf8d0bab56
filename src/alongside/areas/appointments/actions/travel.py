"""The way between places. The earlier of two visits of a therapist's day holds it, in the therapist's cells.

Read and changed under the therapist's lock. A clinic that named no travel times pays one small statement.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext

from alongside.areas.appointments.actions import slots
from alongside.areas.appointments.models import Visit
from alongside.areas.appointments.queries.claims import SlotTaken, therapist_cells
from alongside.areas.appointments.queries.ways import minutes_between, standing, stop_of, ways
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import Travels
from alongside.core.recurrence import zone_kept

_AROUND = timedelta(days=2)


def make_way(rows: Sequence[Visit]) -> None:
    """Set the way on visits that are about to be held, and give stored neighbours theirs.

    Raises SlotTaken when the way to or from a neighbour does not fit.
    """
    travels = _travels(rows)
    if travels is None:
        return
    others = _others(rows, [row.pk for row in rows if row.pk])
    for therapist, day in sorted({(row.therapist_id, _day(row)) for row in rows}):
        new = [row for row in rows if (row.therapist_id, _day(row)) == (therapist, day)]
        _settle(travels, therapist, _of_day(others, therapist, day), new)


def close_up(*rows: Visit) -> None:
    """After these visits gave their cells back, lead the ways of their neighbours on to what comes next.

    Reads where the visits stood as they are stored, so it comes before their rows change.
    """
    if _travels(rows) is None:
        return
    stored = list(Visit.objects.filter(pk__in=[row.pk for row in rows]))
    travels, others = _travels(stored), _others(stored, [row.pk for row in stored])
    for therapist, day in sorted({(row.therapist_id, _day(row)) for row in stored}):
        if travels is not None:
            _settle(travels, therapist, _of_day(others, therapist, day), ())


def _travels(rows: Sequence[Visit]) -> Travels | None:
    """The travel times of the clinic; None when there are none, or nothing to do."""
    travels = diary.travels(rows[0].clinic_id) if rows else None
    return travels if travels is not None and travels.between else None


def _others(rows: Sequence[Visit], without: Iterable[int]) -> list[tuple[int, Visit]]:
    """Stored visits around these, with the therapist in whose day they stand: as the one who leads, or a colleague."""
    span = (min(row.starts_at for row in rows) - _AROUND, max(row.starts_at for row in rows) + _AROUND)
    return standing({row.therapist_id for row in rows}, span, list(without))


def _of_day(others: Iterable[tuple[int, Visit]], therapist: int, day: date) -> list[Visit]:
    return [row for person, row in others if person == therapist and _day(row) == day]


def _settle(travels: Travels, therapist: int, others: Sequence[Visit], new: Sequence[Visit]) -> None:
    """Give each visit of one day the way to the next. A new one that leaves no time for a way is refused."""
    fresh = {id(row) for row in new}
    order = sorted((*others, *new), key=lambda row: row.starts_at)
    needed = ways(travels, [stop_of(row) for row in order])
    for (row, following), way in zip(pairwise(order), needed, strict=False):
        room = minutes_between(stop_of(row), stop_of(following))
        if {id(row), id(following)} & fresh and 0 <= room < way:
            raise _no_time(following)
        _give(row, therapist, min(way, max(room, 0)), is_new=id(row) in fresh)
    if order:
        _give(order[-1], therapist, 0, is_new=id(order[-1]) in fresh)


def _give(row: Visit, therapist: int, minutes: int, *, is_new: bool) -> None:
    """Hold so many minutes of way after a visit. Only the one who leads it holds them in its cells."""
    if row.travel_after == minutes or row.therapist_id != therapist:
        return
    before = therapist_cells(row)
    row.travel_after = minutes
    if not is_new:
        slots.reach(row, before, therapist_cells(row))
        Visit.objects.filter(pk=row.pk).update(travel_after=minutes)


def _no_time(row: Visit) -> SlotTaken:
    when = date_format(row.starts_at.astimezone(zone_kept(row.zone)), "l j F, H:i")
    said = gettext("There is not enough time for the way before {when}.").format(when=when)
    return SlotTaken(said, starts=(row.starts_at,))


def _day(row: Visit) -> date:
    return row.starts_at.astimezone(zone_kept(row.zone)).date()
