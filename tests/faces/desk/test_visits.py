"""Booking, moving and letting go: clashes are said at the field, and nothing is booked twice."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.diary import actions as diary
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


def test_what_a_therapist_beside_the_circle_sees_is_said_before_it_is_booked(cast, sign_in, address):
    client, start = sign_in(cast.maria), cast.at + timedelta(days=1)
    anybody = "Whoever is not in Idris’s circle sees the name and the time, not the record."
    for_tom = f"{cast.tom.name} is not in Idris’s circle. They see the name and the time, not the record."
    assert anybody in client.get(address).content.decode()
    asked = {"therapist": str(cast.tom.uuid), "starts": f"{start:%Y-%m-%dT%H:%M}"}
    page = client.get(address, asked).content.decode()
    assert (for_tom in page, anybody in page) == (True, False)
    assert for_tom in client.post(address, typed(start, cast.tom, weeks="4")).content.decode()
    assert anybody in client.post(address, typed(start, cast.hannah, weeks="4")).content.decode()
    visit = booked(cast, hours=30, therapist=cast.tom)
    assert for_tom in client.get(reverse("desk:visit", args=[cast.idris, visit.uuid])).content.decode()
    told = sign_in(cast.tom).get(reverse("desk:visit", args=[cast.idris, visit.uuid]))
    assert told.status_code == 403


def test_a_weekly_series_is_booked_whole_or_not_at_all(cast, sign_in, address, upcoming):
    client = sign_in(cast.maria)
    taken = cast.at + timedelta(days=15)
    booked(cast, hours=15 * 24)
    form = typed(taken - timedelta(weeks=2), cast.hannah, weeks="4", do="book")
    answer = client.post(address, form | {"seen": ""})
    assert answer.status_code == 422
    assert "has another visit on" in answer.content.decode()
    assert len(upcoming()) == 1
    other = typed(taken + timedelta(hours=2), cast.hannah, weeks="4", do="book", seen="")
    assert client.post(address, other).status_code == 302
    assert len(upcoming()) == 5


def test_every_date_is_shown_before_anything_is_booked(cast, sign_in, address, upcoming):
    client, first = sign_in(cast.maria), cast.at + timedelta(days=1)
    booked(cast, hours=15 * 24)
    diary.close_clinic(
        actor=cast.olive.actor,
        clinic=cast.clinic.pk,
        kept=uuid4(),
        first=date(2026, 12, 1),
        last=date(2026, 12, 1),
        words="Painting the rooms",
        at=cast.at,
    )
    form = typed(first, cast.hannah, weeks="4")
    page = client.post(address, form).content.decode()
    assert "Nothing is booked yet." in page
    for words in ("Painting the rooms", "has another visit on", "Book 4 visits", "Tue 29 December, 8:00"):
        assert words in page
    assert 'name="seen" value="2026-12-01 2026-12-08"' in page
    assert len(upcoming()) == 1
    left_out = {"on-2026-12-01": "skip", "on-2026-12-08": "skip", "on-2026-12-15": "skip"}
    looked = client.post(address, form | left_out | {"do": "book", "seen": "2026-12-01 2026-12-08"})
    assert "Tue 5 January, 8:00" in looked.content.decode()
    assert len(upcoming()) == 1
    seen = {"do": "book", "seen": "2026-12-01 2026-12-08 2026-12-15"}
    assert client.post(address, form | left_out | seen).status_code == 302
    days = [visit.local_start.date().isoformat() for visit in upcoming()]
    assert days == ["2026-11-24", "2026-12-08", "2026-12-22", "2026-12-29", "2027-01-05"]


def test_a_date_can_be_moved_before_it_is_booked(cast, sign_in, address, upcoming):
    client, form = sign_in(cast.maria), typed(cast.at + timedelta(days=1), cast.hannah, weeks="2")
    moved = {"on-2026-12-01": "2026-12-01T11:00:00+00:00"}
    page = client.post(address, form | moved).content.decode()
    assert "Moved to Tue 1 December, 11:00" in page
    seen = {"do": "book", "seen": "2026-12-01>2026-12-01T11:00:00+00:00"}
    assert client.post(address, form | moved | seen).status_code == 302
    assert [visit.local_start.hour for visit in upcoming()] == [8, 11]


def test_several_days_a_week_need_days(cast, sign_in, address, upcoming):
    client = sign_in(cast.maria)
    form = typed(cast.at + timedelta(days=1), cast.hannah, weeks="6", rhythm="WEEKDAYS")
    answer = client.post(address, form)
    assert answer.status_code == 422
    assert "Choose at least one day of the week." in answer.content.decode()
    page = client.post(address, form | {"days": ["1", "3"]}).content.decode()
    assert "Thu 10 December, 8:00" in page


def test_a_video_visit_has_its_link(cast, sign_in, address, upcoming):
    client = sign_in(cast.maria)
    form = typed(cast.at + timedelta(days=1), cast.hannah, way="VIDEO")
    answer = client.post(address, form | {"link": "http://video.example/room"})
    assert answer.status_code == 422
    assert "https://" in answer.content.decode()
    assert client.post(address, form | {"link": "https://video.example/room"}).status_code == 302
    assert [visit.link for visit in upcoming()] == ["https://video.example/room"]


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
        ("day", "2027-03-28", "clocks go forward"),
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
    late = typed(datetime.fromisoformat("2026-11-30T17:15"), cast.hannah)
    assert client.post(address, late).status_code == 302


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


def _undo_of(client, answer):
    """What the button of the band sends."""
    page = client.get(answer["Location"]).content.decode()
    return {"undo": page.split('name="undo" value="')[1].split('"')[0]}


def test_letting_go_and_moving_can_be_taken_back(cast, sign_in, upcoming):
    visit = booked(cast, hours=24)
    client = sign_in(cast.maria)
    address, undo = reverse("desk:cancel", args=[cast.idris, visit.uuid]), reverse("desk:undo")
    band = _undo_of(client, client.post(address, {"why": "clinic"}))
    assert upcoming() == ()
    assert sign_in(cast.olive).post(undo, band).status_code == 404
    client = sign_in(cast.maria)
    assert client.post(undo, band).status_code == 302
    assert [one.uuid for one in upcoming()] == [visit.uuid]
    move = reverse("desk:move", args=[cast.idris, visit.uuid])
    band = _undo_of(client, client.post(move, typed(cast.at + timedelta(days=2), cast.tom)))
    assert client.post(undo, band).status_code == 302
    (back,) = upcoming()
    assert (back.therapist, back.starts_at) == (cast.hannah.uuid, visit.starts_at)
    assert client.post(undo, {"undo": "forged"}).status_code == 404


def test_what_somebody_has_by_now_stays(cast, sign_in, upcoming, clock):
    visit = booked(cast, hours=24)
    client = sign_in(cast.maria)
    address = reverse("desk:cancel", args=[cast.idris, visit.uuid])
    band = _undo_of(client, client.post(address, {"why": "clinic"}))
    taken = booked(cast, hours=24)
    answer = client.post(reverse("desk:undo"), band, follow=True)
    assert "has another visit on" in answer.content.decode()
    assert [one.uuid for one in upcoming()] == [taken.uuid]
    clock.forward(minutes=11)
    assert client.post(reverse("desk:undo"), band).status_code == 404


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
