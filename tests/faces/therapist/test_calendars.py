"""A therapist's calendar page: the link, with names only by choice, and busy times from a file or an address."""

import re
import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.diary import queries as diary

PATH = "/work/calendar/"
EVENT = (
    b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\nDTSTART:20261124T100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
)
FILE = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + EVENT + b"END:VCALENDAR\r\n"


@pytest.fixture
def hannah(cast, sign_in):
    cache.clear()
    appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=uuid4(),
        therapist=cast.hannah.uuid,
        starts_at=cast.at + timedelta(days=3),
        minutes=45,
        at=cast.at,
    )
    return sign_in(cast.hannah)


def _upload(client, content, name="mine.ics"):
    file = SimpleUploadedFile(name, content, content_type="text/calendar")
    return client.post(reverse("therapist:bring_busy"), {"uuid": str(uuid4()), "file": file})


def _read(made, client):
    found = re.search(r'value="http://localhost:8000(/calendar/[^"]+\.ics)"', made.content.decode())
    return client.get(found.group(1)).content.decode()


def test_a_link_asks_for_a_fresh_sign_in(hannah):
    session = hannah.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time() - 16 * 60}]
    session.save()
    answer = hannah.post(PATH, {"uuid": str(uuid4())})
    assert answer["Location"].startswith(reverse("public:fresh_code"))
    assert b"Make my link" in hannah.get(PATH).content


def test_names_are_told_only_by_choice_and_the_link_can_be_stopped(hannah, client):
    quiet = _read(hannah.post(PATH, {"uuid": str(uuid4())}), client)
    assert "SUMMARY:Visit\r\n" in quiet
    made = hannah.post(PATH, {"uuid": str(uuid4()), "with_names": "on"})
    assert "SUMMARY:Visit\\, Idris\r\n" in _read(made, client)
    page = hannah.get(PATH).content.decode()
    assert "/calendar/" not in re.sub(r"/work/calendar/", "", page)
    hannah.post(reverse("therapist:end_calendar"))
    with pytest.raises(AttributeError):
        _read(hannah.get(PATH), client)
    assert "Make my link" in hannah.get(PATH).content.decode()


def test_a_file_keeps_its_times_free_until_it_is_taken_away(cast, hannah):
    assert _upload(hannah, FILE)["Location"] == PATH
    page = hannah.get(PATH).content.decode()
    assert "1 time kept free" in page
    assert "Dentist" not in page
    (kept,) = diary.busy_sources(cast.hannah.actor)
    hannah.post(reverse("therapist:forget_busy", args=[kept.uuid]))
    assert diary.busy_sources(cast.hannah.actor) == ()


def test_what_is_no_calendar_is_said_at_its_field(hannah):
    for content in (b"<html></html>", b"", FILE + b"x" * 1_000_000):
        answer = _upload(hannah, content)
        assert answer.status_code == 422
        assert 'class="err"' in answer.content.decode()
    assert hannah.post(reverse("therapist:bring_busy"), {}).status_code == 422


def test_an_address_is_asked_for_only_where_a_host_is_allowed(hannah, settings):
    path, told = reverse("therapist:follow_calendar"), {"address": "https://calendar.example/private/1.ics"}
    assert path not in hannah.get(PATH).content.decode()
    assert hannah.post(path, told | {"uuid": str(uuid4())}).status_code == 422
    settings.CALENDAR_HOSTS = ["calendar.example"]
    assert path in hannah.get(PATH).content.decode()
    assert hannah.post(path, told | {"uuid": str(uuid4())})["Location"] == PATH
    page = hannah.get(PATH).content.decode()
    assert "calendar.example" in page
    assert "private/1" not in page
    inside = hannah.post(path, {"uuid": str(uuid4()), "address": "https://10.0.0.1/x.ics"})
    assert inside.status_code == 422
    assert "https://10.0.0.1/x.ics" in inside.content.decode()


def test_only_therapists_have_this_page(cast, sign_in):
    for player in (cast.maria, cast.samira):
        assert sign_in(player).get(PATH).status_code == 404
