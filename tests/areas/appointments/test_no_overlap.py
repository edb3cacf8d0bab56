"""No two visits of a therapist, a child or a room overlap: the database says so."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.appointments.actions import SlotTaken, cancel_visit, slots
from alongside.areas.appointments.models import Visit, VisitCell
from alongside.areas.appointments.queries import claims

FIVE = timedelta(minutes=5)


def test_one_therapist_cannot_be_with_two_children(cast, book, sibling, thursday):
    book()
    for minutes in (-40, 0, 40):
        with pytest.raises(SlotTaken, match="therapist has another visit on Thursday 26 November, "):
            book(child=sibling, starts_at=thursday + timedelta(minutes=minutes))
    assert book(child=sibling, starts_at=thursday + timedelta(minutes=45)).is_open
    assert Visit.objects.count() == 2


def test_one_child_cannot_be_with_two_therapists(cast, book):
    book()
    with pytest.raises(SlotTaken, match="child has another visit"):
        book(therapist=cast.tom.uuid)


def test_one_room_holds_one_visit(cast, book, sibling, room):
    book(room=room.uuid)
    with pytest.raises(SlotTaken, match="room is taken"):
        book(child=sibling, therapist=cast.tom.uuid, room=room.uuid)
    assert book(child=sibling, therapist=cast.tom.uuid).is_open


def test_a_refusal_never_names_the_other_child(book, sibling):
    book()
    with pytest.raises(SlotTaken) as refused:
        book(child=sibling)
    assert "Idris" not in str(refused.value)


def test_a_cancelled_visit_gives_its_time_back(cast, book, sibling):
    first = book()
    cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=first.uuid, at=cast.at)
    assert book(child=sibling).is_open


def test_the_constraint_holds_where_no_look_beforehand_can_help(book, thursday):
    """Two visits that are not yet in the database cannot see each other; only the constraint parts them."""
    pair = [Visit.objects.get(uuid=book(starts_at=start).uuid) for start in (thursday, thursday + 12 * FIVE)]
    for visit in pair:
        slots.free(visit)
        visit.starts_at = thursday
    found = [held for visit in pair for held in claims.find([visit], claims.PLAIN)]
    with pytest.raises(SlotTaken, match="just been taken"), transaction.atomic():
        slots.take(found)
    assert VisitCell.objects.count() == 0


def test_the_database_itself_refuses_a_second_cell(book):
    book()
    cell = VisitCell.objects.first()
    for kind in ("THERAPIST", "CHILD"):
        twin = VisitCell(child_id=cell.child_id, visit=cell.visit, kind=kind, resource=0, cell=cell.cell)
        twin.resource = VisitCell.objects.filter(kind=kind).first().resource
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save(force_insert=True)


def test_another_fault_of_the_database_is_not_called_taken(book):
    visit = Visit.objects.get(uuid=book().uuid)
    slots.free(visit)
    visit.child_id = None
    with pytest.raises(IntegrityError), transaction.atomic():
        slots.hold([visit])


@pytest.mark.parametrize(
    ("field", "value"), [("state", "LOST"), ("minutes", 0), ("minutes", 500), ("number", 3)]
)
def test_the_database_refuses_a_visit_that_cannot_be(book, field, value):
    made = book()
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.filter(uuid=made.uuid).update(**{field: value})
