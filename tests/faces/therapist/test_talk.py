"""Threads: writing, and answering with what was changed."""

import pytest

from alongside.areas.conversation import queries as conversation
from alongside.areas.programme import queries as plan
from alongside.core.capabilities import Capability


@pytest.fixture
def messages(cast, opened, thread):
    return lambda: conversation.thread(opened(cast.hannah, Capability.READ_TALK), thread.uuid).messages


@pytest.fixture
def changed(cast, opened, idea):
    """What was changed last in the programme."""
    return plan.changes(opened(cast.hannah, Capability.READ_PROGRAMME))[0].uuid


def test_a_message_is_sent_once_however_often_it_arrives(hannah, url, thread, messages, new_uuid):
    typed = {"uuid": new_uuid(), "words": "Try the bigger pair."}
    for _time in range(2):
        assert hannah.post(url("send", thread.uuid), typed).status_code == 302
    assert [one.words for one in messages() if one.mine] == ["Try the bigger pair."]
    assert hannah.post(url("send", thread.uuid), {"uuid": new_uuid(), "words": " "}).status_code == 422


def test_their_words_are_answered_with_a_change(hannah, url, changed, thread, messages, new_uuid):
    typed = {"uuid": new_uuid(), "message": messages()[0].uuid, "change": f"PLACEMENT_CHANGE:{changed}"}
    refused = hannah.post(url("answer", thread.uuid), typed | {"words": ""})
    assert refused.status_code == 422
    told = typed | {"words": "We changed the size of the socks."}
    assert hannah.post(url("answer", thread.uuid), told).status_code == 302
    assert messages()[0].changes[0].words == "We changed the size of the socks."
    assert "We changed the size of the socks." in hannah.get(url("thread", thread.uuid)).content.decode()


def test_a_change_of_nobody_is_refused(hannah, url, idea, thread, messages, new_uuid):
    typed = {"uuid": new_uuid(), "message": messages()[0].uuid, "change": f"GOAL:{new_uuid()}", "words": "x"}
    assert hannah.post(url("answer", thread.uuid), typed).status_code == 422


def test_a_thread_is_started_with_the_family(hannah, url, new_uuid):
    uuid = new_uuid()
    assert hannah.post(url("start_thread"), {"uuid": uuid, "title": "School play"}).status_code == 302
    assert "School play" in hannah.get(url("thread", uuid)).content.decode()
    assert hannah.post(url("start_thread"), {"uuid": new_uuid(), "title": ""}).status_code == 422


def test_a_thread_of_another_clinic_is_not_found(cast, sign_in, url, thread):
    assert sign_in(cast.other_therapist).get(url("thread", thread.uuid)).status_code == 404
    assert sign_in(cast.tom).get(url("thread", thread.uuid)).status_code == 403
