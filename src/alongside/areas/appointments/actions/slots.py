"""Holding time. No two visits share a cell of a therapist, a child, a room's lane or a grown-up: a constraint says so.

The locks only keep writers from dying in each other's way on PostgreSQL. They are not the guarantee.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, connection

from alongside.areas.appointments.models import CELL_TAKEN, Visit, VisitCell
from alongside.areas.appointments.queries.claims import (
    PLAIN,
    THE_CLINICS,
    Asked,
    Claim,
    Held,
    SlotTaken,
    claims_of,
    find,
)
from alongside.areas.appointments.queries.visits import session_of
from alongside.areas.appointments.values import CellKind
from alongside.areas.circle.queries.told import carers_to_tell
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

Resource = tuple[CellKind, int]
_KIND_NUMBER = {kind: number for number, kind in enumerate(CellKind, start=1)}
_KEY_BITS = 48
_MEANS_TAKEN = (
    CELL_TAKEN,
    f"{VisitCell._meta.db_table}.kind",
)  # PostgreSQL names the constraint, SQLite columns.


class VisitOver(Refusal):
    """A visit that was cancelled or written up keeps its time."""

    sentence = gettext_noop("This visit is over or was cancelled, so its time stays as it is.")


def check_ahead(visit: Visit, at: datetime) -> None:
    """Refuse VisitOver once a visit has ended."""
    if visit.starts_at + timedelta(minutes=visit.minutes) <= at:
        raise VisitOver


def lock(resources: Iterable[Resource]) -> None:
    """Queue for these resources until the transaction ends. SQLite queues all writers already."""
    if connection.vendor != "postgresql":
        return
    keys = sorted({_KIND_NUMBER[kind] << _KEY_BITS | key for kind, key in resources})
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(["pg_advisory_xact_lock(%s)"] * len(keys)), keys)


def lock_for(visits: Iterable[Visit], asked: Asked) -> None:
    """Queue for everything that these visits want, in one order for everybody."""
    claims = (claim for visit in visits for claim in claims_of(visit, asked))
    lock({(claim.kind, key) for claim in claims for key in claim.of})


def take(found: Iterable[Held]) -> None:
    """Write the cells, all or none. Raises SlotTaken when somebody was quicker."""
    cells = [cell for held in found for cell in _cells(held)]
    try:
        VisitCell.objects.bulk_create(cells)
    except IntegrityError as error:
        if not any(name in str(error) for name in _MEANS_TAKEN):
            raise
        raise SlotTaken from error


def hold(visits: Sequence[Visit], asked: Asked = PLAIN) -> None:
    """Take every cell of stored visits, all or none. Raises SlotTaken."""
    take(find(visits, asked))


def free(*visits: Visit) -> None:
    """Give back every cell of these visits."""
    VisitCell.objects.filter(visit__in=visits).delete()


def reach(visit: Visit, before: range, now: range) -> None:
    """Let a stored visit hold more or fewer cells of its therapist at its end. Raises SlotTaken."""
    mine = VisitCell.objects.filter(visit=visit, kind=CellKind.THERAPIST, resource=visit.therapist_id)
    mine.filter(cell__gte=now.stop).delete()
    claim = Claim(
        visit=visit, kind=CellKind.THERAPIST, of=(visit.therapist_id,), cells=range(before.stop, now.stop)
    )
    take([Held(claim=claim, resource=visit.therapist_id, lane=0)])


def hand_on(visit: Visit, at: datetime) -> None:
    """Let other children of the same group session hold the therapists, the room and the grown-up who came with both.

    Under the therapist's lock, before the visit gives its cells back.
    """
    others = list(session_of(visit).order_by("pk"))
    if not others:
        return
    _give_cells(visit, others[0], THE_CLINICS)
    Visit.objects.filter(pk=others[0].pk).update(travel_after=visit.travel_after)
    alone = [other for other in others if other.comes_with_id is None]
    carers = carers_to_tell((other.child_id for other in alone), at)
    heir = next((other for other in alone if visit.comes_with_id in carers.get(other.child_id, ())), None)
    if heir is not None and _give_cells(visit, heir, {CellKind.CARER}):
        Visit.objects.filter(pk=heir.pk).update(comes_with=visit.comes_with_id)
        Visit.objects.filter(pk=visit.pk).update(comes_with=None)


def _give_cells(visit: Visit, heir: Visit, kinds: Collection[CellKind]) -> int:
    cells = VisitCell.objects.filter(visit=visit, kind__in=kinds)
    return cells.update(visit=heir, child_id=heir.child_id)


def _cells(held: Held) -> list[VisitCell]:
    visit, kind = held.claim.visit, held.claim.kind.value
    return [
        VisitCell(
            child_id=visit.child_id, visit=visit, kind=kind, resource=held.resource, cell=cell, lane=held.lane
        )
        for cell in held.claim.cells
    ]
