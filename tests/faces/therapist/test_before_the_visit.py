"""Before a visit the note is a plan; it is signed once the visit has begun."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments


@pytest.fixture
def tomorrow(cast, new_uuid):
    booked = {"actor": cast.maria.actor, "child": cast.idris, "visit": new_uuid(), "at": cast.at}
    starts_at = cast.at + timedelta(days=1)
    return appointments.book_visit(
        **booked, therapist=cast.hannah.uuid, starts_at=starts_at, minutes=45, place_words="Willow Room"
    )


def test_signing_is_offered_once_the_visit_has_begun(hannah, url, tomorrow, clock):
    assert "Plan the next visit" in hannah.get(url("child")).content.decode()
    hannah.post(url("start_note", tomorrow.uuid))
    before = hannah.get(url("note", tomorrow.uuid)).content.decode()
    assert "Sign and share" not in before
    assert "You can sign once the visit has begun." in before
    clock.forward(days=1)
    assert "Start note" in hannah.get(url("child")).content.decode()
    assert "Sign and share" in hannah.get(url("note", tomorrow.uuid)).content.decode()
