"""The end of a visit in under a minute, and what comes back from the phone."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk
from alongside.areas.programme import actions as programme
from alongside.core.capabilities import Capability
from tests.areas.programme import building


@pytest.fixture
def my_day(hannah):
    return lambda: page(hannah, reverse("therapist:day"))


def page(client, address):
    return client.get(address).content.decode()


@pytest.fixture
def handed(cast, hannah, url, idea, visit, opened):
    hannah.post(url("start_note", visit.uuid))
    sent = {"uuid": uuid4(), "placement": idea.uuid, "tried": [idea.title], "words": "Only the left sock."}
    answer = hannah.post(url("hand_over", visit.uuid), sent)
    assert (answer.status_code, answer.url) == (302, url("handover", visit.uuid))
    return talk.handover_of(opened(cast.hannah, Capability.READ_PROGRAMME), visit.uuid)


def test_the_note_leads_to_a_form_that_is_nearly_filled(hannah, url, idea, visit):
    hannah.post(url("start_note", visit.uuid))
    assert url("handover", visit.uuid) in page(hannah, url("note", visit.uuid))
    text = page(hannah, url("handover", visit.uuid))
    assert text.count(idea.title) >= 2
    assert "checked" in text


def test_one_pick_is_enough_and_the_ideas_own_words_go_along(hannah, cast, url, idea, visit, opened):
    hannah.post(url("hand_over", visit.uuid), {"uuid": uuid4(), "placement": idea.uuid, "words": ""})
    kept = talk.handover_of(opened(cast.hannah, Capability.READ_PROGRAMME), visit.uuid)
    assert (kept.words, kept.tried) == (idea.family_words, ())


def test_nothing_picked_is_said_at_the_field_and_nothing_at_home_leads_to_the_plan(hannah, url, visit, cast):
    assert "Share an idea first" in page(hannah, url("handover", visit.uuid))
    building.live(cast)
    refused = hannah.post(url("hand_over", visit.uuid), {"uuid": uuid4(), "words": "Left"})
    assert refused.status_code == 422
    assert "Pick one idea." in refused.content.decode()


def test_the_answer_comes_back_on_my_day_the_visit_and_the_child(hannah, cast, url, handed, visit, my_day):
    told = building.by(cast.samira, cast) | {"handover": handed.uuid, "answer": uuid4()}
    conversation.answer_handover(**told, clear=False, question="Which drawer?")
    line = f"Samira: not clear yet, {handed.title} (Idris)"
    assert line in my_day()
    for address in (url("handover", visit.uuid), url("loose_ends")):
        assert "Samira: not clear yet" in page(hannah, address)
    conversation.answer_handover(**told | {"answer": uuid4()}, clear=True)
    assert f"Samira: clear, {handed.title} (Idris)" in my_day()


def test_what_rests_for_safety_waits_on_my_day_until_it_is_settled(hannah, cast, url, my_day):
    swing = building.live(cast, strategy="S35", routine="play.outdoor")
    fact = {"fact": uuid4(), "code": "seizures_uncontrolled", "words": ""}
    programme.record_safety_fact(**building.by(cast.hannah, cast), **fact)
    rests = f"{swing.title} rests for safety (Idris)"
    assert rests in my_day()
    assert "Resting for safety" in page(hannah, url("loose_ends"))
    assert "Leave it resting" in page(hannah, url("programme"))
    programme.end_safety_fact(**building.by(cast.hannah, cast), fact=fact["fact"])
    assert f"{swing.title} may come back: look first (Idris)" in my_day()
    hannah.post(url("change_placement", swing.uuid), {"uuid": uuid4(), "do": "leave"})
    assert swing.title not in my_day()
    assert "Leave it resting" not in page(hannah, url("programme"))


def test_a_new_fact_says_at_the_desk_what_rests_now(hannah, cast, url):
    swing = building.live(cast, strategy="S35", routine="play.outdoor")
    sent = {"uuid": uuid4(), "code": "shunt", "words": ""}
    text = hannah.post(url("record_fact"), sent, follow=True).content.decode()
    assert f"These rest now, and the family reads so: {swing.title}." in text
