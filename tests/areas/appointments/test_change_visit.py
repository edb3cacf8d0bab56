"""Moving, cancelling, and not being able to come."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import SlotTaken, VisitOver
from alongside.areas.appointments.models import ChangeRequest, Visit, VisitCell
from alongside.areas.appointments.values import VisitState
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound

HOUR = timedelta(hours=1)


@pytest.fixture
def move(cast, thursday):
    def moved(visit, **given):
        wanted = {"actor": cast.maria.actor, "child": cast.idris, "starts_at": thursday - HOUR, "at": cast.at}
        return appointments.move_visit(visit=visit.uuid, **(wanted | given))

    return moved


def test_moving_frees_the_old_time_and_holds_the_new(book, move, sibling, thursday):
    visit = book()
    assert move(visit).starts_at == thursday - HOUR
    assert book(child=sibling).starts_at == thursday
    with pytest.raises(SlotTaken):
        move(visit, starts_at=thursday)
    assert Visit.objects.get(uuid=visit.uuid).starts_at == thursday - HOUR
    assert VisitCell.objects.filter(visit__uuid=visit.uuid).count() == 27


def test_a_visit_can_move_by_less_than_its_length(book, move, thursday):
    visit = book()
    assert move(visit, starts_at=thursday + timedelta(minutes=15)).starts_at.minute == 0
    assert move(visit, starts_at=thursday + timedelta(minutes=15)).starts_at.minute == 0


def test_a_move_to_where_the_visit_is_changes_nothing(cast, book, move, room, thursday):
    visit = book(room=room.uuid)
    asked = {"actor": cast.samira.actor, "child": cast.idris, "visit": visit.uuid, "at": cast.at}
    appointments.ask_to_change(**asked, request=visit.uuid, words="Earlier, if you can.")
    same = {"minutes": 45, "therapist": cast.hannah.uuid, "room": room.uuid}
    still = move(visit, starts_at=thursday, **same)
    assert (still.sequence, still.changed_at) == (0, None)
    assert ChangeRequest.objects.get().answered_at is None
    assert [move(visit, **same).sequence for _ in range(2)] == [1, 1]
    assert [move(visit, room=None).sequence for _ in range(2)] == [2, 2]
    assert ChangeRequest.objects.get().answered_at == cast.at


def test_length_therapist_and_room_change_with_it(cast, book, move, room):
    moved = move(book(), minutes=60, therapist=cast.tom.uuid, room=room.uuid)
    assert (moved.minutes, moved.therapist_name, moved.room_name) == (60, "Tom Adeyemi", "Willow Room")


def test_only_the_clinic_moves_and_only_what_is_booked(cast, book, move):
    visit = book()
    with pytest.raises(NotAllowed):
        move(visit, actor=cast.samira.actor)
    appointments.cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=visit.uuid, at=cast.at)
    with pytest.raises(VisitOver):
        move(visit)


def test_another_childs_visit_is_unknown(cast, book, move, sibling):
    visit = book()
    with pytest.raises(NotFound):
        move(visit, child=sibling)
    for act in (appointments.cancel_visit,):
        with pytest.raises(NotFound):
            act(actor=cast.maria.actor, child=sibling, visit=visit.uuid, at=cast.at)


def test_cancelling_twice_changes_nothing(cast, book):
    visit = book()
    said = {"actor": cast.maria.actor, "child": cast.idris, "visit": visit.uuid, "at": cast.at}
    assert appointments.cancel_visit(**said) == appointments.cancel_visit(**said)
    assert VisitCell.objects.count() == 0


def test_the_family_says_it_could_not_come_without_a_reason(cast, book, opened):
    visit = book()
    said = {"child": cast.idris, "visit": visit.uuid, "at": cast.at}
    with pytest.raises(NotAllowed):
        appointments.could_not_come(actor=cast.grandma.actor, **said)
    assert appointments.could_not_come(actor=cast.karim.actor, **said).state is VisitState.COULD_NOT_COME
    assert queries.next_visit(opened(cast.samira, Capability.READ_VISITS)) is None


def test_the_clinic_can_note_that_a_family_could_not_come(cast, book):
    gone = appointments.cancel_visit(
        actor=cast.hannah.actor,
        child=cast.idris,
        visit=book().uuid,
        at=cast.at,
        family_could_not_come=True,
    )
    assert gone.state is VisitState.COULD_NOT_COME


def test_a_visit_that_was_written_up_stays(cast, book, move):
    visit = book()
    Visit.objects.filter(uuid=visit.uuid).update(state=VisitState.DONE)
    for act in (appointments.cancel_visit, appointments.could_not_come):
        player = cast.maria if act is appointments.cancel_visit else cast.samira
        with pytest.raises(VisitOver):
            act(actor=player.actor, child=cast.idris, visit=visit.uuid, at=cast.at)
    with pytest.raises(VisitOver):
        move(visit)
