"""A thread, and saying something in it, in one line each."""

import pytest

from alongside.areas.conversation import actions as conversation


@pytest.fixture
def start(cast, new_uuid):
    def started(player=None, **given):
        wanted = {
            "actor": (player or cast.samira).actor,
            "child": cast.idris,
            "thread": new_uuid(),
            "title": "Mornings",
            "at": cast.at,
        }
        return conversation.start_thread(**(wanted | given))

    return started


@pytest.fixture
def say(cast, new_uuid):
    def said(thread, player=None, words="The right heel still makes him cross.", **given):
        wanted = {
            "actor": (player or cast.samira).actor,
            "child": cast.idris,
            "thread": thread.thread.uuid,
            "message": new_uuid(),
            "words": words,
            "at": cast.at,
        }
        return conversation.send_message(**(wanted | given))

    return said
