"""An invitation is for one person: looking never uses it up, and nobody else comes in with it."""

import re
from uuid import uuid4

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries
from alongside.areas.people.values import PersonDraft

EMAIL = "nana@family.example"


@pytest.fixture
def link(cast):
    cache.clear()
    _, token = circle.invite_carer(
        actor=cast.maria.actor,
        child=cast.idris,
        invitation=uuid4(),
        draft=PersonDraft(uuid=uuid4(), name="Nadia Osman", short_name="Nadia", email=EMAIL),
        relation="Aunt",
        responsible=False,
        at=cast.at,
    )
    return reverse("public:invitation", args=[token])


def _code():
    return re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[-1].body, re.MULTILINE).group()


def test_looking_shows_who_invites_and_uses_nothing_up(client, link):
    for _ in range(3):
        page = client.get(link).content.decode()
    assert "Willow House invites you" in page
    assert "n•••@family.example" in page
    assert EMAIL not in page
    assert "Idris" not in page
    assert mail.outbox == []


def test_the_invited_person_comes_in_by_code_and_reads_first(cast, client, link):
    asked = client.post(link)
    answer = client.post(asked["Location"], {"code": _code(), "next": link})
    assert answer["Location"] == link
    page = client.get(link).content.decode()
    assert "Five things about Idris’s plan" in page
    answer = client.post(link)
    assert answer["Location"] == reverse("parent:start", args=[cast.idris])
    assert client.post(link)["Location"] == answer["Location"]


def test_somebody_else_cannot_use_it(cast, sign_in, link):
    client = sign_in(cast.other_parent)
    page = client.get(link).content.decode()
    assert "for another address" in page
    assert "Idris" not in page
    assert client.post(link).status_code == 422
    assert [name for _, name in queries.children_of(cast.other_parent.actor, cast.at)] == ["Rosa"]


def test_an_unknown_or_ended_link_says_so_alike(client, db):
    answer = client.get(reverse("public:invitation", args=["never-was"]))
    assert answer.status_code == 404
    assert "This invitation has ended" in answer.content.decode()
    assert client.post(reverse("public:invitation", args=["never-was"])).status_code == 404
    assert mail.outbox == []


def test_codes_through_an_invitation_are_limited_too(client, link):
    for _ in range(3):
        assert client.post(link).status_code == 302
        client.post(reverse("public:start_again"))
    assert client.post(link).status_code == 429
