"""Telling a story: any question may be skipped, nothing typed is lost, nothing is kept twice."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.story import actions as story

WORDS = "Mornings are loud, and he is so funny."


@pytest.fixture
def address(cast):
    return reverse("public:story", args=[cast.clinic.slug])


def _typed(**more):
    return {"uuid": str(uuid4()), "name": "Ana Neves", "phone": "01632 960999"} | more


def _board(cast):
    return story.open_board(actor=cast.maria.actor, at=cast.at)


def test_a_story_with_one_answer_reaches_the_clinic(cast, client, address):
    typed = _typed(ordinary_day=WORDS, topics=["dressing", "feelings"], ring_when="after nine")
    answer = client.post(address, typed, follow=True)
    assert "Thank you" in answer.content.decode()
    (kept,) = _board(cast)
    assert kept.answers.ordinary_day == WORDS
    assert kept.answers.topics == ("dressing", "feelings")
    assert kept.contact.ring_when == "after nine"


def test_a_second_delivery_keeps_one_story(cast, client, address):
    typed = _typed(hopes="A calm breakfast.")
    assert client.post(address, typed).status_code == client.post(address, typed).status_code == 302
    assert len(_board(cast)) == 1


def test_a_form_without_a_way_to_answer_keeps_every_word(cast, client, address):
    answer = client.post(address, {"uuid": str(uuid4()), "ordinary_day": WORDS, "topics": ["sleep"]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Add your name so we know whom to ask for." in page
    assert '<a href="#id_name">' in page
    assert WORDS in page
    answer = client.post(address, _typed(phone="", ordinary_day=WORDS))
    assert answer.status_code == 422
    assert "Add a phone number so we can ring you." in answer.content.decode()
    assert _board(cast) == ()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("ordinary_day", "a" * 2001, "Please keep this to 2000 characters."),
        ("email", "nobody", "Write the address like name@example.org."),
        ("topics", "everything", "Please choose from the list."),
    ],
)
def test_each_refusal_says_what_to_do(client, address, field, value, says):
    answer = client.post(address, _typed(**{field: value}))
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_machine_is_thanked_and_not_heard(cast, client, address):
    assert client.post(address, _typed(website="https://spam.example")).status_code == 302
    assert _board(cast) == ()


def test_too_many_stories_from_one_sender_are_answered_429_and_the_draft_stays(cast, client, address):
    for _ in range(5):
        assert client.post(address, _typed()).status_code == 302
    answer = client.post(address, _typed(ordinary_day=WORDS))
    assert answer.status_code == 429
    assert "data-kept" in answer.content.decode()
    assert client.post(address, _typed(), REMOTE_ADDR="192.0.2.7").status_code == 302
    assert len(_board(cast)) == 6


def test_the_draft_can_be_cleared_and_help_is_one_tap_away(client, address):
    page = client.get(address).content.decode()
    assert 'data-draft="story-willow"' in page
    assert 'data-clear-draft="story-willow"' in page
    assert reverse("public:safety") in page


def test_everything_is_cleared_only_after_a_second_tap(client, address):
    page = client.get(address).content.decode()
    assert page.index("Clear this") < page.index("All your words go, for good.") < page.index('type="reset"')
