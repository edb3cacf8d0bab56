"""Several children at one time: each has a visit, the therapists and the room are held once."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.actions import NotInTheGroup, OfAGroup, SlotTaken
from alongside.areas.appointments.models import Visit, VisitCell, VisitColleague
from alongside.areas.appointments.values import VisitDetails
from alongside.core.refusals import InvalidInput, NotFound

WEEK = timedelta(weeks=1)


@pytest.fixture
def group(cast, sibling, room, thursday, new_uuid):
    uuid = new_uuid()

    def booked(**given):
        wanted = {
            "actor": cast.maria.actor,
            "children": (cast.idris, sibling),
            "group": uuid,
            "name": "Scissors club",
            "therapist": cast.hannah.uuid,
            "times": (thursday, thursday + WEEK),
            "minutes": 60,
            "room": room.uuid,
            "details": VisitDetails(colleagues=(cast.tom.uuid,)),
            "at": cast.at,
        }
        return appointments.book_group(**(wanted | given))

    return booked


def held_by(kind):
    return VisitCell.objects.filter(kind=kind).count()


def test_the_therapists_and_the_room_are_held_once_and_each_child_for_itself(group):
    made = group()
    assert [visit.child_name for visit in made] == ["Idris", "Leila", "Idris", "Leila"]
    assert {visit.group_name for visit in made} == {"Scissors club"}
    assert (held_by("THERAPIST"), held_by("ROOM"), held_by("CHILD")) == (2 * 2 * 12, 2 * 12, 2 * 2 * 12)
    assert group() == made
    assert VisitColleague.objects.count() == 4


def test_no_one_of_the_group_can_be_elsewhere(cast, group, book, sibling):
    group()
    for given in (
        {"therapist": cast.tom.uuid},
        {"child": sibling, "therapist": cast.tom.uuid},
        {"minutes": 5},
    ):
        with pytest.raises(SlotTaken):
            book(**given)
    assert Visit.objects.count() == 4


def test_when_the_child_who_holds_the_time_leaves_the_others_keep_it(
    cast, group, book, sibling, room, thursday
):
    made = group()
    left = {"actor": cast.maria.actor, "group": made[0].group, "at": cast.at}
    for _ in range(2):
        appointments.leave_group(**left, child=cast.idris)
    assert (held_by("THERAPIST"), held_by("ROOM"), held_by("CHILD")) == (48, 24, 24)
    with pytest.raises(SlotTaken, match="therapist"):
        book()
    appointments.leave_group(**left, child=sibling)
    assert VisitCell.objects.count() == 0
    assert book(room=room.uuid).is_open


def test_a_child_who_never_came_to_a_group_cannot_leave_it(cast, group, sibling):
    made = group(children=(cast.idris,))
    left = {"actor": cast.maria.actor, "group": made[0].group, "at": cast.at}
    with pytest.raises(NotInTheGroup):
        appointments.leave_group(**left, child=sibling)
    assert held_by("CHILD") == 2 * 12
    assert [visit.is_open for visit in appointments.leave_group(**left, child=cast.idris)] == [False, False]


def test_one_childs_visit_is_cancelled_and_brought_back_but_not_moved(cast, group, thursday):
    first = group()[0]
    said = {"actor": cast.maria.actor, "child": cast.idris, "visit": first.uuid, "at": cast.at}
    with pytest.raises(OfAGroup):
        appointments.move_visit(**said, starts_at=thursday + timedelta(hours=2))
    appointments.cancel_visit(**said)
    assert held_by("THERAPIST") == 48
    assert appointments.bring_back_visit(**said).is_open
    assert (held_by("THERAPIST"), held_by("CHILD")) == (48, 48)


def test_a_group_has_bounds_and_stays_in_its_clinic(cast, group, new_uuid):
    for given in (
        {"children": ()},
        {"times": ()},
        {"name": " "},
        {"children": tuple(new_uuid() for _ in range(13))},
    ):
        with pytest.raises(InvalidInput):
            group(**given)
    for given in ({"children": (cast.idris, cast.rosa)}, {"therapist": cast.other_therapist.uuid}):
        with pytest.raises(NotFound):
            group(**given)
    with pytest.raises(NotFound):
        appointments.leave_group(actor=cast.maria.actor, child=cast.idris, group=new_uuid(), at=cast.at)
    assert VisitCell.objects.count() == 0
