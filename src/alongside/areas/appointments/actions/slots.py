"""Holding time. No two visits share a cell of a therapist, a child or a room: the database's constraint says so.

The look for clashes beforehand only words the refusal, and the locks only keep writers from dying in each
other's way on PostgreSQL. Neither is the guarantee.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import IntegrityError, connection
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext

from alongside.areas.appointments.models import CELL_TAKEN, Visit, VisitCell
from alongside.areas.appointments.values import CellKind
from alongside.core.cells import cells_of
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

Resource = tuple[CellKind, int]
_KIND_NUMBER = {kind: number for number, kind in enumerate(CellKind, start=1)}
_KEY_BITS = 48
_SAID_AT_MOST = 5
_MEANS_TAKEN = (
    CELL_TAKEN,
    f"{VisitCell._meta.db_table}.kind",
)  # PostgreSQL names the constraint, SQLite columns.


class SlotTaken(Refusal):
    """Another visit holds this time of the therapist, the child or the room."""

    sentence = gettext_noop("That time has just been taken. Please choose another.")

    def __init__(self, sentence: str | None = None, *, starts: tuple[datetime, ...] = ()) -> None:
        super().__init__(sentence)
        self.starts = starts


class VisitOver(Refusal):
    """A visit that was cancelled or written up keeps its time."""

    sentence = gettext_noop("This visit is over or was cancelled, so its time stays as it is.")


def resources_of(visit: Visit) -> tuple[Resource, ...]:
    """What a visit occupies, in the order of the locks."""
    room = () if visit.room_id is None else ((CellKind.ROOM, visit.room_id),)
    return (CellKind.THERAPIST, visit.therapist_id), (CellKind.CHILD, visit.child_id), *room


def lock(resources: Iterable[Resource]) -> None:
    """Queue for these resources until the transaction ends. SQLite queues all writers already."""
    if connection.vendor != "postgresql":
        return
    keys = sorted({_KIND_NUMBER[kind] << _KEY_BITS | key for kind, key in resources})
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(["pg_advisory_xact_lock(%s)"] * len(keys)), keys)


def hold(visits: Sequence[Visit]) -> None:
    """Take every cell of these visits, all or none. Raises SlotTaken."""
    refuse_clashes(visits)
    cells = [cell for visit in visits for cell in _cells(visit)]
    try:
        VisitCell.objects.bulk_create(cells)
    except IntegrityError as error:
        if not any(name in str(error) for name in _MEANS_TAKEN):
            raise
        raise SlotTaken from error


def free(visit: Visit) -> None:
    """Give back every cell of a visit."""
    VisitCell.objects.filter(visit=visit).delete()


def refuse_clashes(visits: Sequence[Visit]) -> None:
    """Raise SlotTaken with what is taken when, in the clinic's wall time; never whose visit it is."""
    wanted = Q()
    for kind, key in resources_of(visits[0]):
        wanted |= Q(kind=kind.value, resource=key)
    times = Q()
    for visit in visits:
        cells = cells_of(visit.starts_at, visit.minutes)
        times |= Q(cell__gte=cells.start, cell__lt=cells.stop)
    taken = VisitCell.objects.filter(wanted, times).exclude(visit__in=[visit.pk for visit in visits])
    found = sorted(taken.values_list("cell", "kind"))
    if found:
        raise _taken(visits, found)


def _taken(visits: Sequence[Visit], found: list[tuple[int, str]]) -> SlotTaken:
    clashing = [(visit, kind) for visit in visits for kind in _kinds(visit, found)]
    said = " ".join(_sentence(visit, kind) for visit, kind in clashing[:_SAID_AT_MOST])
    return SlotTaken(said, starts=tuple(dict.fromkeys(visit.starts_at for visit, _ in clashing)))


def _kinds(visit: Visit, found: list[tuple[int, str]]) -> list[str]:
    """Everything of this visit that is taken, in the order of the kinds, so that one look tells it all."""
    cells = cells_of(visit.starts_at, visit.minutes)
    taken = {kind for cell, kind in found if cell in cells}
    return [kind.value for kind in CellKind if kind.value in taken]


def _sentence(visit: Visit, kind: str) -> str:
    when = date_format(visit.starts_at.astimezone(ZoneInfo(visit.zone)), "l j F, H:i")
    sentences = {
        CellKind.THERAPIST: gettext("The therapist has another visit on {when}."),
        CellKind.CHILD: gettext("The child has another visit on {when}."),
        CellKind.ROOM: gettext("The room is taken on {when}."),
    }
    return sentences[CellKind(kind)].format(when=when)


def _cells(visit: Visit) -> list[VisitCell]:
    return [
        VisitCell(child_id=visit.child_id, visit=visit, kind=kind.value, resource=key, cell=cell)
        for kind, key in resources_of(visit)
        for cell in cells_of(visit.starts_at, visit.minutes)
    ]
