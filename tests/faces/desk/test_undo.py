"""Taking back a move or a cancellation: as it was before, and never over what a colleague did since."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.core.capabilities import Capability
from tests.faces.desk.building import booked, typed

UNDO = reverse("desk:undo")
CHANGED = "This visit was changed since then."


@pytest.fixture
def seen(cast, opened):
    return lambda visit: appointments.visit(opened(cast.maria, Capability.READ_VISITS), visit.uuid)


@pytest.fixture
def room(cast, new_uuid):
    named = {"room": new_uuid(), "name": "Willow Room"}
    return booking.add_room(actor=cast.olive.actor, clinic=cast.clinic.pk, **named, at=cast.at)


def band(client, answer):
    page = client.get(answer["Location"]).content.decode()
    return {"undo": page.split('name="undo" value="')[1].split('"')[0]}


def moved(client, visit, start, therapist, **more):
    address = reverse("desk:move", args=[visit.child, visit.uuid])
    return client.post(address, typed(start, therapist, **more))


def test_what_a_colleague_moved_since_stays(cast, sign_in, seen):
    visit, client = booked(cast, hours=24), sign_in(cast.maria)
    mine = band(client, moved(client, visit, cast.at + timedelta(days=2), cast.tom))
    who = {"actor": cast.olive.actor, "child": cast.idris, "visit": visit.uuid, "at": cast.at}
    theirs = booking.move_visit(**who, starts_at=cast.at + timedelta(days=3))
    assert CHANGED in client.post(UNDO, mine, follow=True).content.decode()
    assert seen(visit).starts_at == theirs.starts_at


def shown_before(client, address):
    """What the forms of a page carry of how things were."""
    return {"before": client.get(address).content.decode().split('name="before" value="')[1].split('"')[0]}


def test_a_move_sent_twice_is_taken_back_to_where_it_was(cast, sign_in, seen, clock):
    visit, client, later = booked(cast, hours=24), sign_in(cast.maria), cast.at + timedelta(days=2)
    before = shown_before(client, reverse("desk:visit", args=[visit.child, visit.uuid]))
    clock.forward(minutes=15)
    moved(client, visit, later, cast.tom, **before)
    again = band(client, moved(client, visit, later, cast.tom, **before))
    assert seen(visit).starts_at == later
    assert client.post(UNDO, again).status_code == 302
    assert (seen(visit).starts_at, seen(visit).therapist) == (visit.starts_at, cast.hannah.uuid)


def test_where_nothing_moved_nothing_is_taken_back(cast, sign_in, seen):
    visit, client, later = booked(cast, hours=24), sign_in(cast.maria), cast.at + timedelta(days=2)
    page = reverse("desk:visit", args=[visit.child, visit.uuid])
    assert (
        "undo"
        not in moved(client, visit, visit.starts_at, cast.hannah, **shown_before(client, page))["Location"]
    )
    moved(client, visit, later, cast.hannah)
    assert "undo" not in moved(client, visit, later, cast.hannah, **shown_before(client, page))["Location"]
    assert "undo" not in moved(client, visit, later, cast.hannah, before="forged")["Location"]
    assert seen(visit).sequence == 1


def test_what_a_colleague_let_go_again_stays_away(cast, sign_in, seen):
    visit, client = booked(cast, hours=24), sign_in(cast.maria)
    cancel = reverse("desk:cancel", args=[cast.idris, visit.uuid])
    mine = band(client, client.post(cancel, {"why": "clinic"}))
    who = {"actor": cast.olive.actor, "child": cast.idris, "visit": visit.uuid, "at": cast.at}
    booking.bring_back_visit(**who)
    booking.cancel_visit(**who)
    assert CHANGED in client.post(UNDO, mine, follow=True).content.decode()
    assert not seen(visit).is_open


def test_no_room_of_ours_is_kept_as_it_was_said_and_taken_back(cast, sign_in, seen, room):
    visit, client, later = booked(cast, hours=24, room=room.uuid), sign_in(cast.maria), timedelta(days=2)
    out = band(client, moved(client, visit, cast.at + later, cast.hannah, room=""))
    assert seen(visit).room is None
    assert client.post(UNDO, out).status_code == 302
    assert seen(visit).room == room.uuid
    bare = booked(cast, hours=30)
    into = band(client, moved(client, bare, cast.at + later, cast.hannah, room=str(room.uuid)))
    assert seen(bare).room == room.uuid
    assert client.post(UNDO, into).status_code == 302
    assert seen(bare).room is None


def test_the_visits_that_follow_leave_the_room_where_the_form_says_so(cast, sign_in, opened, room):
    first = cast.at + timedelta(days=1)
    rule = {
        "first_on": first.date(),
        "local_time": first.time(),
        "count": 3,
        "minutes": 45,
        "room": room.uuid,
    }
    who = {"actor": cast.maria.actor, "child": cast.idris, "at": cast.at}
    three = booking.book_series(**who, series=uuid4(), therapist=cast.hannah.uuid, **rule)
    client = sign_in(cast.maria)
    reach = {"room": "", "reach": "following"}
    assert moved(client, three[1], three[1].starts_at, cast.hannah, **reach).status_code == 302
    coming = appointments.upcoming(opened(cast.maria, Capability.READ_VISITS))
    assert [one.room for one in coming] == [room.uuid, None, None]
