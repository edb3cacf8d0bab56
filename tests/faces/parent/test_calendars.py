"""A family's own calendar link: made, shown once, stopped; and one visit as a file."""

import re
import time
from datetime import timedelta
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from alongside.areas.appointments import actions as appointments


@pytest.fixture
def visit(cast):
    cache.clear()
    made = appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=uuid4(),
        therapist=cast.hannah.uuid,
        starts_at=cast.at + timedelta(days=3),
        minutes=45,
        at=cast.at,
    )
    return made.uuid


@pytest.fixture
def samira(cast, sign_in, visit):
    return sign_in(cast.samira)


@pytest.fixture
def path(cast):
    return reverse("parent:calendar", args=[cast.idris])


def _address(answer):
    found = re.search(r'value="http://localhost:8000(/calendar/[^"]+\.ics)"', answer.content.decode())
    return found and found.group(1)


def test_a_link_is_made_shown_once_and_read_by_a_calendar(samira, client, path):
    assert "Make my link" in samira.get(path).content.decode()
    uuid = str(uuid4())
    made = samira.post(path, {"uuid": uuid})
    address = _address(made)
    assert 'href="webcal://localhost:8000/calendar/' in made.content.decode()
    assert b"BEGIN:VEVENT" in client.get(address).content
    for again in (samira.post(path, {"uuid": uuid}), samira.get(path)):
        assert _address(again) is None
        assert "Your link works" in again.content.decode()
    assert "Last read by a calendar" in samira.get(path).content.decode()


def test_a_link_is_made_only_by_somebody_who_has_just_signed_in(samira, sign_in, cast, path):
    uuid = {"uuid": str(uuid4())}
    session = samira.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time() - 16 * 60}]
    session.save()
    for client in (samira, sign_in(cast.samira, second_factor=False)):
        answer = client.post(path, uuid)
        assert answer["Location"] == f"{reverse('public:fresh_code')}?next={quote(path, safe='')}"
        assert "Make my link" in client.get(path).content.decode()
    asked = samira.post(answer["Location"])
    code = re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[-1].body, re.MULTILINE).group()
    back = samira.post(asked["Location"], {"code": code, "next": path}, follow=True)
    assert back.redirect_chain[-1][0] == path
    assert _address(samira.post(path, uuid))


def test_a_new_link_lets_the_old_one_stop_and_so_does_stopping(cast, samira, client, path):
    first, second = (_address(samira.post(path, {"uuid": str(uuid4())})) for _ in range(2))
    assert [client.get(address).status_code for address in (first, second)] == [404, 200]
    for _ in range(2):
        samira.post(reverse("parent:end_calendar", args=[cast.idris]))
    assert client.get(second).status_code == 404


def test_what_is_no_identifier_makes_no_link(samira, path):
    assert [samira.post(path, {"uuid": odd}).status_code for odd in ("", "x")] == [422, 422]


def test_one_visit_comes_as_a_file(cast, samira, sign_in, visit):
    answer = samira.get(reverse("parent:visit_file", args=[cast.idris, visit]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="visit.ics"'
    assert answer.content.count(b"BEGIN:VEVENT") == 1
    assert samira.get(reverse("parent:visit_file", args=[cast.idris, uuid4()])).status_code == 404
    other = sign_in(cast.other_parent)
    assert other.get(reverse("parent:visit_file", args=[cast.idris, visit])).status_code == 404


def test_the_page_of_visits_leads_there(cast, samira, path, visit):
    page = samira.get(reverse("parent:visits", args=[cast.idris])).content.decode()
    assert path in page
    assert reverse("parent:visit_file", args=[cast.idris, visit]) in page
