"""Rooms of a clinic."""

from dataclasses import replace

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.core.actors import Hat, MemberRole
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def test_the_owner_and_the_front_desk_keep_the_rooms(cast, room, new_uuid):
    again = appointments.add_room(
        actor=cast.maria.actor, clinic=cast.clinic.pk, room=room.uuid, name="Willow Room", at=cast.at
    )
    appointments.add_room(
        actor=cast.maria.actor, clinic=cast.clinic.pk, room=new_uuid(), name="Kingfisher Room", at=cast.at
    )
    assert again == room
    assert [one.name for one in queries.rooms(cast.clinic.pk)] == ["Kingfisher Room", "Willow Room"]
    assert queries.rooms(cast.other_clinic.pk) == ()


def test_a_room_of_another_clinic_is_unknown(cast, room):
    hat = Hat(clinic=cast.other_clinic.pk, role=MemberRole.OWNER)
    owner = replace(cast.other_therapist.actor, hats=(hat,))
    with pytest.raises(NotFound):
        appointments.add_room(
            actor=owner, clinic=cast.other_clinic.pk, room=room.uuid, name="Mine", at=cast.at
        )


def test_nobody_else_adds_a_room(cast, new_uuid):
    for player, refusal in [
        (cast.hannah, NotAllowed),
        (cast.samira, NotFound),
        (cast.other_therapist, NotFound),
    ]:
        with pytest.raises(refusal):
            appointments.add_room(
                actor=player.actor, clinic=cast.clinic.pk, room=new_uuid(), name="Attic", at=cast.at
            )


def test_two_rooms_do_not_share_a_name(cast, room, new_uuid):
    said = {"actor": cast.olive.actor, "name": room.name, "at": cast.at}
    with pytest.raises(InvalidInput, match="with this name"):
        appointments.add_room(clinic=cast.clinic.pk, room=new_uuid(), **said)
    assert [one.name for one in queries.rooms(cast.clinic.pk)] == [room.name]
