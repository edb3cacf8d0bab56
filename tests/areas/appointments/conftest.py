"""Booking in one line, on the Thursday of the cast's week."""

from datetime import date, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import ChildDraft


@pytest.fixture
def thursday(cast):
    return cast.at + timedelta(days=3, hours=7, minutes=45)


@pytest.fixture
def room(cast, new_uuid):
    return appointments.add_room(
        actor=cast.olive.actor, clinic=cast.clinic.pk, room=new_uuid(), name="Willow Room", at=cast.at
    )


@pytest.fixture
def book(cast, thursday, new_uuid):
    """Book Idris with Hannah, as the front desk, unless said otherwise."""

    def booked(**given):
        wanted = {
            "actor": cast.maria.actor,
            "child": cast.idris,
            "visit": new_uuid(),
            "therapist": cast.hannah.uuid,
            "starts_at": thursday,
            "minutes": 45,
            "at": cast.at,
        }
        return appointments.book_visit(**(wanted | given))

    return booked


@pytest.fixture
def sibling(cast, new_uuid):
    """Another child of the same clinic, whom nobody looks after yet."""
    draft = ChildDraft(uuid=new_uuid(), name="Leila Marsh", short_name="Leila", born_on=date(2021, 1, 5))
    circle.register_child(actor=cast.maria.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)
    return draft.uuid
