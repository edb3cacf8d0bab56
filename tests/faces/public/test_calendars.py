"""The address that a calendar program asks: no session, one answer for everything unknown, and not too often."""

import io
import logging
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars import queries
from alongside.areas.calendars.values import FeedKind
from alongside.areas.circle import queries as circle
from alongside.core.capabilities import Capability
from alongside.faces.public import calendars as face


@pytest.fixture
def book(cast):
    def booked(**later):
        return appointments.book_visit(
            actor=cast.maria.actor,
            child=cast.idris,
            visit=uuid4(),
            therapist=cast.hannah.uuid,
            starts_at=cast.at + timedelta(days=3, **later),
            minutes=45,
            at=cast.at,
        )

    return booked


@pytest.fixture
def link(cast, book):
    cache.clear()
    book()
    _, token = calendars.make_feed(actor=cast.samira.actor, kind=FeedKind.CARER, feed=uuid4(), at=cast.at)
    return reverse("public:calendar", args=[token])


@pytest.fixture
def logged():
    """What the product's own log says from here on."""
    console = next(one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler)
    before = console.setStream(io.StringIO())
    yield console.stream
    console.setStream(before)


def test_a_calendar_program_reads_without_a_session(client, link):
    answer = client.get(link)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert answer.content.count(b"BEGIN:VEVENT") == 1
    assert answer["Cache-Control"].startswith("private")
    assert answer.cookies == {}
    assert client.head(link).status_code == 200
    assert client.head(link).content == b""


def test_what_did_not_change_is_not_sent_again(client, link, book):
    tag = client.get(link)["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        answer = client.get(link, headers={"If-None-Match": known})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
    book(hours=2)
    assert client.get(link, headers={"If-None-Match": tag}).status_code == 200


def test_an_unknown_a_revoked_and_an_odd_link_answer_alike(cast, client, link):
    feed = queries.feed(cast.samira.actor, FeedKind.CARER).uuid
    calendars.revoke_feed(actor=cast.samira.actor, feed=feed, at=cast.at)
    paths = (link, "/calendar/unknown.ics", "/calendar/%ED%A0%80%00.ics", f"/calendar/{'x' * 5000}.ics")
    answers = [client.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert len({answer.content for answer in answers}) == 1


def test_writing_to_a_link_is_not_a_thing(client, link):
    assert [client.post(link).status_code, client.put(link).status_code] == [405, 405]


def test_guessing_and_asking_all_the_time_are_slowed_down(client, link, clock):
    cache.clear()
    tried = [client.get(f"/calendar/{number}.ics").status_code for number in range(face.GUESSES_AN_HOUR + 1)]
    assert tried == [404] * face.GUESSES_AN_HOUR + [429]
    read = [client.get(link).status_code for _ in range(face.READS_AN_HOUR + 1)]
    assert read == [200] * face.READS_AN_HOUR + [429]
    assert client.get(link)["Retry-After"] == "3600"
    clock.forward(hours=1)
    assert client.get(link).status_code == 200


def test_the_log_tells_of_a_refused_read_and_keeps_the_link_to_itself(client, link, logged):
    token = link.removeprefix("/calendar/").removesuffix(".ics")
    answers = [client.get(link) for _ in range(face.READS_AN_HOUR + 1)] + [client.post(link)]
    assert [answers[-2].status_code, answers[-1].status_code] == [429, 405]
    assert Client(enforce_csrf_checks=True).post(link).status_code in {403, 405}
    for path in ("/invitation/a-secret/", "/enter/password/reset/key/a-secret/"):
        assert client.put(path).status_code == 405
    said = logged.getvalue()
    assert said.count("/calendar/…") >= 2
    assert said.count("/invitation/…") == said.count("/enter/password/reset/key/…") == 1
    assert token not in said
    assert "a-secret" not in said


def test_many_who_guess_at_links_make_no_other_limit_forgotten(db, client):
    cache.clear()
    cache.set("a-limit-of-signing-in", 5, 3600)
    for number in range(320):
        place = f"10.0.{number // 250}.{number % 250}"
        assert client.get("/calendar/unknown.ics", REMOTE_ADDR=place).status_code == 404
    assert cache.get("a-limit-of-signing-in") == 5


def test_a_read_that_comes_too_often_opens_no_record(cast, client, link, book, opened):
    def looks():
        found = circle.who_looked(opened(cast.hannah, Capability.READ_TRAIL))
        return [one for one in found if one.doing == "calendars.read_feed"]

    for _ in range(face.READS_AN_HOUR):
        client.get(link)
    assert len(looks()) == 1
    book(hours=2)
    assert client.get(link).status_code == 429
    assert len(looks()) == 1


def test_the_owner_sees_that_it_is_read(cast, client, link):
    client.get(link)
    assert queries.feed(cast.samira.actor, FeedKind.CARER).last_read_at == cast.at
