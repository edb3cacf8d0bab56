"""Booking, moving and letting go: clashes are said at the field, and nothing is booked twice."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.core.capabilities import Capability
from tests.faces.desk.building import booked, typed

NOBODY = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def address(cast):
    return reverse("desk:book", args=[cast.idris])


@pytest.fixture
def upcoming(cast, opened):
    return lambda: appointments.upcoming(opened(cast.maria, Capability.READ_VISITS))


def test_a_visit_is_booked_once_however_often_the_form_arrives(cast, sign_in, address, upcoming):
    client, form = sign_in(cast.maria), typed(cast.at + timedelta(days=1), cast.hannah)
    for _ in range(2):
        assert client.post(address, form)["Location"].startswith(reverse("desk:week"))
    assert [visit.minutes for visit in upcoming()] == [45]


def test_a_weekly_series_is_booked_whole_or_not_at_all(cast, sign_in, address, upcoming):
    client = sign_in(cast.maria)
    taken = cast.at + timedelta(days=15)
    booked(cast, hours=15 * 24)
    answer = client.post(address, typed(taken - timedelta(weeks=2), cast.hannah, weeks="4"))
    assert answer.status_code == 422
    assert "has another visit on" in answer.content.decode()
    assert len(upcoming()) == 1
    assert client.post(address, typed(taken + timedelta(hours=2), cast.hannah, weeks="4")).status_code == 302
    assert len(upcoming()) == 5


def test_a_clash_is_said_at_the_time_and_keeps_what_was_typed(cast, sign_in, address):
    booked(cast, hours=24)
    answer = sign_in(cast.maria).post(
        address, typed(cast.at + timedelta(days=1), cast.hannah, place_words="By video")
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.index('id="id_time_error"') < page.index("has another visit on")
    assert "By video" in page


def test_a_clash_names_everything_that_is_taken(cast, sign_in, address):
    room = booking.add_room(
        actor=cast.olive.actor, clinic=cast.clinic.pk, room=uuid4(), name="Willow", at=cast.at
    )
    booked(cast, hours=24, room=room.uuid)
    form = typed(cast.at + timedelta(days=1), cast.hannah, room=str(room.uuid))
    page = sign_in(cast.maria).post(address, form).content.decode()
    for taken in ("The therapist has another visit", "The child has another visit", "The room is taken"):
        assert taken in page


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("time", "09:03", "Start on a five-minute mark"),
        ("time", "late", "Write the time like 15:45."),
        ("minutes", "7", "Choose a length from 5 minutes"),
        ("weeks", "53", "Please choose a number from 1 to 52."),
        ("day", "2036-01-01", "Choose a day within the next eighteen months."),
        ("day", "2027-03-28", "clocks change"),
        ("room", NOBODY, "Please choose from the list."),
    ],
)
def test_each_refusal_says_what_to_do(cast, sign_in, address, field, value, says):
    start = cast.at.replace(hour=1, minute=30) + timedelta(days=1)
    form = typed(start, cast.hannah, **{"unusual": "on", field: value})
    answer = sign_in(cast.maria).post(address, form)
    assert answer.status_code == 422
    assert says in answer.content.decode()


@pytest.mark.parametrize("when", ["2026-11-29T10:00", "2026-11-30T03:00", "2026-11-30T19:30"])
def test_a_sunday_or_a_night_is_booked_only_when_somebody_says_yes(cast, sign_in, address, upcoming, when):
    client, form = (
        sign_in(cast.maria),
        typed(datetime.fromisoformat(when), cast.hannah, place_words="At home"),
    )
    answer = client.post(address, form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Yes, at this unusual time" in page
    assert "At home" in page
    assert upcoming() == ()
    assert client.post(address, form | {"unusual": "on"}).status_code == 302
    assert len(upcoming()) == 1


def test_booking_starts_with_the_childs_own_therapist(cast, sign_in, address):
    page = sign_in(cast.maria).get(address).content.decode()
    assert f'<option value="{cast.hannah.uuid}" selected>' in page


def test_an_ordinary_time_is_not_asked_about(cast, sign_in, address):
    client = sign_in(cast.maria)
    assert "unusual" not in client.get(address).content.decode()
    assert (
        client.post(address, typed(datetime.fromisoformat("2026-11-30T19:15"), cast.hannah)).status_code
        == 302
    )


def test_who_may_book(cast, sign_in, client, address):
    for player in (cast.maria, cast.olive, cast.hannah):
        assert sign_in(player).get(address).status_code == 200
    for player in (cast.tom, cast.samira, cast.grandma):
        assert sign_in(player).get(address).status_code == 403
    for player in (cast.other_therapist, cast.other_parent):
        assert sign_in(player).get(address).status_code == 404
        assert sign_in(player).post(address, typed(cast.at, cast.hannah)).status_code == 404
    assert client.get(address).status_code == 302


def test_a_visit_moves_and_its_old_time_is_free(cast, sign_in, upcoming):
    visit = booked(cast, hours=24)
    client = sign_in(cast.maria)
    address = reverse("desk:move", args=[cast.idris, visit.uuid])
    assert client.post(address, typed(cast.at + timedelta(days=2), cast.tom)).status_code == 302
    (moved,) = upcoming()
    assert (moved.therapist, moved.starts_at) == (cast.tom.uuid, cast.at + timedelta(days=2))
    assert booked(cast, hours=24)


def test_moving_onto_a_taken_time_is_refused_at_the_field(cast, sign_in):
    visit = booked(cast, hours=24)
    booked(cast, hours=48)
    answer = sign_in(cast.maria).post(
        reverse("desk:move", args=[cast.idris, visit.uuid]), typed(cast.at + timedelta(days=2), cast.hannah)
    )
    assert answer.status_code == 422
    assert "has another visit on" in answer.content.decode()


def test_letting_a_visit_go_frees_its_time(cast, sign_in, upcoming):
    visit = booked(cast, hours=24)
    client = sign_in(cast.maria)
    address = reverse("desk:cancel", args=[cast.idris, visit.uuid])
    for _ in range(2):
        assert client.post(address, {"why": "family"}).status_code == 302
    assert upcoming() == ()
    page = client.get(reverse("desk:visit", args=[cast.idris, visit.uuid])).content.decode()
    assert "its time stays as it is" in page


def test_a_familys_wish_is_answered(cast, sign_in):
    visit, wish = booked(cast, hours=24), uuid4()
    booking.ask_to_change(
        actor=cast.samira.actor,
        child=cast.idris,
        visit=visit.uuid,
        request=wish,
        words="Could it be after school?",
        at=cast.at,
    )
    client = sign_in(cast.maria)
    assert "Could it be after school?" in client.get(reverse("desk:week")).content.decode()
    address = reverse("desk:answer_request", args=[cast.idris, wish])
    assert client.post(address, {"words": ""}).status_code == 422
    assert client.post(address, {"words": "From January on, yes."}).status_code == 302
    page = client.get(reverse("desk:visit", args=[cast.idris, visit.uuid])).content.decode()
    assert "We answered: From January on, yes." in page
    assert client.post(reverse("desk:answer_request", args=[cast.idris, uuid4()]), {}).status_code == 404
