"""Ask about this: one talk for each goal, idea and note for the family."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft
from alongside.areas.conversation import queries as threads
from alongside.areas.conversation.values import About
from alongside.core.capabilities import Capability


@pytest.fixture
def sent(new_uuid):
    """A first message, with the identifiers of a phone."""
    return lambda words="Which heel first?": {
        "uuid": str(new_uuid()),
        "thread": str(new_uuid()),
        "words": words,
    }


@pytest.fixture
def all_threads(cast, opened):
    return lambda player=None: threads.threads(opened(player or cast.samira, Capability.READ_TALK))


@pytest.fixture
def note(cast, visit, clock, new_uuid):
    """What Hannah wrote for the family after Thursday's visit."""
    clock.forward(days=3, hours=9)
    whose = {"actor": cast.hannah.actor, "child": cast.idris, "visit": visit.uuid, "at": clock.at}
    made = appointments.start_note(note=new_uuid(), **whose)
    draft = NoteDraft(
        version=made.version,
        did="Socks.",
        saw="He turned the heel.",
        next_plan="Shoes.",
        for_family="He turned the heel himself.",
        ticked=frozenset(),
    )
    appointments.sign_note(draft=draft, **whose)
    return made


def test_a_question_about_an_idea_opens_one_talk_and_keeps_to_it(samira, karim, url, idea, sent, all_threads):
    address = url("ask_about_idea", placement=idea.uuid)
    assert address in samira.get(url("idea", placement=idea.uuid)).content.decode()
    assert "Ask about this" in samira.get(address).content.decode()
    first = sent()
    answer = samira.post(address, first)
    assert answer["Location"].endswith(f"{first['thread']}/#newest")
    samira.post(address, first)
    (only,) = all_threads()
    assert (only.about, only.about_uuid, only.title) == (About.IDEA, idea.uuid, idea.title)
    assert only.last.words == "Which heel first?"
    led = karim.get(address)
    assert (led.status_code, led["Location"]) == (302, url("thread", thread=only.uuid))
    karim.post(address, sent("The left one."))
    assert [one.last.words for one in all_threads()] == ["The left one."]


def test_the_talk_leads_back_to_what_it_is_about(samira, url, goal, sent, all_threads):
    address = url("ask_about_goal", goal=goal)
    assert address in samira.get(url("goal", goal=goal)).content.decode()
    samira.post(address, sent())
    page = samira.get(url("thread", thread=all_threads()[0].uuid)).content.decode()
    assert f'href="{url("goal", goal=goal)}"' in page
    assert "Look at the goal" in page


def test_a_note_for_the_family_can_be_asked_about(samira, url, visit, note, sent, all_threads):
    address = url("ask_about_note", visit=visit.uuid)
    assert address in samira.get(url("visits")).content.decode()
    assert "For the family, 26 Nov" in samira.get(address).content.decode()
    samira.post(address, sent("Which shoes?"))
    assert (all_threads()[0].about, all_threads()[0].about_uuid) == (About.NOTE, note.uuid)


def test_a_visit_without_a_note_has_nothing_to_ask_about(samira, url, visit, sent):
    assert samira.get(url("ask_about_note", visit=visit.uuid)).status_code == 404
    assert samira.post(url("ask_about_note", visit=visit.uuid), sent()).status_code == 404


def test_an_empty_question_is_asked_for_and_starts_nothing(samira, url, idea, sent, all_threads):
    answer = samira.post(url("ask_about_idea", placement=idea.uuid), sent("  "))
    assert answer.status_code == 422
    assert "Write a few words, then send." in answer.content.decode()
    assert all_threads() == ()


def test_a_restricted_carer_asks_the_therapist_alone(karim, url, idea, restrict, sent, all_threads):
    restrict(Capability.READ_PROGRAMME)
    address = url("ask_about_idea", placement=idea.uuid)
    assert "Only the therapist reads this." in strip_tags(karim.get(address).content.decode())
    karim.post(address, sent())
    assert all_threads() == ()


def test_a_restricted_carer_asks_only_about_what_is_named(karim, url, goal, restrict, sent):
    restrict(Capability.READ_PROGRAMME)
    assert karim.get(url("ask_about_goal", goal=goal)).status_code == 403
    assert karim.post(url("ask_about_goal", goal=goal), sent()).status_code == 403


def test_another_childs_idea_is_not_there(samira, cast, idea, sent):
    elsewhere = reverse("parent:ask_about_idea", kwargs={"child": cast.rosa, "placement": idea.uuid})
    assert samira.post(elsewhere, sent()).status_code == 404
