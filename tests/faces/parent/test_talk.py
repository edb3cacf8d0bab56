"""Talk: one's own threads, quiet hours, and what a message changed."""

import pytest

from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as threads
from alongside.areas.conversation.values import Change
from alongside.areas.programme import actions as programme
from alongside.core.capabilities import Capability


@pytest.fixture
def said(cast, opened, thread):
    def words():
        opened_thread = threads.thread(opened(cast.samira, Capability.READ_TALK), thread.uuid)
        return [message.words for message in opened_thread.messages]

    return words


@pytest.fixture
def answered(cast, idea, new_uuid):
    """Hannah makes the idea easier because of a message, and says so."""

    def answer(message):
        by_hannah = {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at}
        change = new_uuid()
        programme.make_easier(placement=idea.uuid, change=change, because=message, **by_hannah)
        conversation.answer_with_change(
            message=message,
            answer=new_uuid(),
            change_kind=Change.PLACEMENT_CHANGE,
            change_uuid=change,
            words="the sock idea: one way easier.",
            **by_hannah,
        )

    return answer


def test_no_talk_yet_offers_a_beginning(samira, url):
    page = samira.get(url("talk")).content.decode()
    assert "Say hello, or start with: one thing that went better than expected." in page
    assert "Not for emergencies." in page


def test_a_thread_starts_with_its_first_message_once(samira, karim, url, new_uuid):
    sent = {"uuid": str(new_uuid()), "thread": str(new_uuid()), "title": "Swimming", "words": "A new pool."}
    first = samira.post(url("start_thread"), sent)
    assert first.status_code == samira.post(url("start_thread"), sent).status_code == 302
    page = karim.get(first.url).content.decode()
    assert page.count("A new pool.") == 1
    assert "Who can see this:" in page
    assert "Hannah" in page


def test_quiet_hours_are_said_and_reading_is_not(samira, url, thread, clock, new_uuid):
    clock.forward(hours=13, minutes=40)
    address = url("thread", thread=thread.uuid)
    samira.post(address, {"uuid": str(new_uuid()), "words": "Yes please to the photo."})
    page = samira.get(address).content.decode()
    assert "Delivered quietly. Hannah starts at 8:30." in page
    assert "Seen" not in page
    assert "Read " not in page


def test_twice_sent_is_once_said(samira, url, thread, new_uuid, said):
    sent = {"uuid": str(new_uuid()), "words": "Thank you."}
    for _ in range(2):
        assert samira.post(url("thread", thread=thread.uuid), sent).status_code == 302
    assert said().count("Thank you.") == 1


def test_an_empty_and_an_endless_message_are_refused_with_their_words(samira, url, thread, new_uuid, said):
    address = url("thread", thread=thread.uuid)
    empty = samira.post(address, {"uuid": str(new_uuid()), "words": "  "})
    assert empty.status_code == 422
    assert "Write a few words, then send." in empty.content.decode()
    endless = samira.post(address, {"uuid": str(new_uuid()), "words": "So long. " * 300})
    assert endless.status_code == 422
    assert "So long. So long." in endless.content.decode()
    assert len(said()) == 1


def test_what_a_message_changed_stands_under_it(samira, url, thread, cast, opened, answered):
    (asked,) = threads.last_messages(opened(cast.samira, Capability.READ_TALK))
    answered(asked.uuid)
    page = samira.get(url("thread", thread=thread.uuid)).content.decode()
    assert "We changed" in page
    assert "the sock idea: one way easier." in page


def test_grandma_is_on_no_thread_and_writes_her_own(sign_in, cast, url, thread):
    grandma = sign_in(cast.grandma)
    assert "Mornings" not in grandma.get(url("talk")).content.decode()
    assert grandma.get(url("thread", thread=thread.uuid)).status_code == 404


def test_a_restricted_carer_talks_with_the_therapist_alone(karim, samira, url, thread, restrict, new_uuid):
    restrict()
    assert karim.get(url("thread", thread=thread.uuid)).status_code == 404
    sent = {"uuid": str(new_uuid()), "thread": str(new_uuid()), "words": "How is he?"}
    own = karim.post(url("start_thread"), sent)
    page = karim.get(own.url).content.decode()
    assert "How is he?" in page
    assert "Samira" not in page
    assert samira.get(own.url).status_code == 404


def test_another_family_reads_nothing(sign_in, cast, url, thread, new_uuid):
    other = sign_in(cast.other_parent)
    assert other.get(url("thread", thread=thread.uuid)).status_code == 404
    assert other.get(url("thread", child=cast.rosa, thread=thread.uuid)).status_code == 404
    sent = {"uuid": str(new_uuid()), "words": "Hello"}
    assert other.post(url("thread", thread=thread.uuid), sent).status_code == 404
