"""What is in a room, how many visits it holds and where it is: said at the desk, and used for families that wait."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.circle import gate
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import PlaceDraft
from alongside.core.capabilities import Capability
from tests.areas.diary.week import place
from tests.areas.waiting.house import family

CLINIC, CHANGE = reverse("desk:clinic"), reverse("desk:change_room")


def _room(cast, name, **facts):
    room = uuid4()
    who = {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "room": room, "at": cast.at}
    booking.add_room(**who, name=name)
    booking.change_room(**who, **facts)
    return room


@pytest.fixture
def swing(cast):
    """Idris waits for a room with a swing. There is one, and a plain one."""
    draft = PlaceDraft(since_on=cast.at.date(), room_features=("swing",))
    waiting.keep_place(actor=cast.maria.actor, child=cast.idris, place=uuid4(), draft=draft, at=cast.at)
    _room(cast, "Heron Room")
    return _room(cast, "Kite Room", features=("swing", "kitchen"))


def _names(cast, starts_at):
    who = (cast.maria.actor, cast.clinic.pk, cast.hannah.uuid)
    return [one.place.child_name for one in queries.who_fits(*who, starts_at, 45, cast.at)]


def test_the_desk_and_the_owner_say_what_is_in_a_room(cast, sign_in):
    room, site = _room(cast, "Kite Room"), place(cast, "Annexe")
    typed = {"room": room, "features": "Swing, kitchen,", "capacity": 2, "site": site}
    for player in (cast.maria, cast.olive):
        client = sign_in(player)
        assert 'name="capacity"' in client.get(CLINIC, {"room": room}).content.decode()
        assert client.post(CHANGE, typed).status_code == 302
        assert "swing, kitchen, 2 visits at a time, Annexe" in client.get(CLINIC).content.decode()
    (kept,) = appointments.rooms(cast.clinic.pk)
    assert (kept.features, kept.capacity, kept.site) == (("swing", "kitchen"), 2, site)
    for stranger in (cast.hannah, cast.samira, cast.other_therapist):
        assert sign_in(stranger).post(CHANGE, typed).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"capacity": "0"}, {"capacity": ""}, {"features": "a" * 41}, {"features": ",".join("abcdefghijklm")}],
    ids=["no visit", "no number", "a long word", "many words"],
)
def test_what_a_room_cannot_be_is_said_at_its_field_and_changes_nothing(cast, sign_in, wrong):
    room = _room(cast, "Kite Room")
    answer = sign_in(cast.maria).post(CHANGE, {"room": room, "features": "hoist", "capacity": "3"} | wrong)
    assert answer.status_code == 422
    assert 'class="err"' in answer.content.decode()
    assert appointments.rooms(cast.clinic.pk)[0].capacity == 1


def test_a_room_that_is_not_there_or_a_place_of_nobody_is_refused(cast, sign_in):
    room, client = _room(cast, "Kite Room"), sign_in(cast.maria)
    place(cast, "Annexe")
    assert client.post(CHANGE, {"room": uuid4(), "capacity": "2"}).status_code == 404
    assert client.post(CHANGE, {"room": room, "capacity": "2", "site": uuid4()}).status_code == 422
    assert 'name="capacity"' not in client.get(CLINIC, {"room": uuid4()}).content.decode()


def test_a_family_that_needs_a_swing_fits_while_the_room_with_one_is_free(cast, swing):
    starts_at = cast.at + timedelta(days=2)
    assert _names(cast, starts_at) == ["Idris"]
    taken = {
        "child": family(cast, "Ana", 1).child,
        "visit": uuid4(),
        "therapist": cast.tom.uuid,
        "minutes": 45,
    }
    booking.book_visit(actor=cast.maria.actor, **taken, room=swing, starts_at=starts_at, at=cast.at)
    assert _names(cast, starts_at) == ["Ana"]


def test_the_room_that_a_family_needs_is_offered_with_the_time(cast, sign_in, swing):
    client, starts_at = sign_in(cast.maria), cast.at + timedelta(days=2)
    one = {"therapist": cast.hannah.uuid, "starts": starts_at.strftime("%Y-%m-%dT%H:%M"), "minutes": 45}
    address = reverse("desk:offer_one", args=[cast.idris])
    page = client.get(reverse("desk:regular", args=[cast.idris])).content.decode()
    assert "Kite Room" in page
    assert "Heron Room" not in page
    typed = one | {"offer": uuid4(), "time": uuid4()}
    for _ in range(2):
        assert client.post(address, typed).status_code == 302
    opened = gate.open_child(
        cast.maria.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="tests.look"
    )
    (offered,) = queries.open_offer(opened).times
    assert (offered.uuid, offered.room_name) == (UUID(str(typed["time"])), "Kite Room")


def test_no_time_is_offered_without_the_room_that_the_family_needs(cast, sign_in, swing):
    client, starts_at = sign_in(cast.maria), cast.at + timedelta(days=2)
    booking.change_room(actor=cast.olive.actor, clinic=cast.clinic.pk, room=swing, at=cast.at)
    one = {"therapist": cast.hannah.uuid, "starts": starts_at.strftime("%Y-%m-%dT%H:%M"), "minutes": 45}
    address = reverse("desk:offer_one", args=[cast.idris])
    said = client.post(address, one | {"offer": uuid4(), "time": uuid4()}, follow=True)
    assert "No room with what this family needs is free then." in said.content.decode()
    assert queries.open_offers(cast.maria.actor, cast.clinic.pk, cast.at) == ()
