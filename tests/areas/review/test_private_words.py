"""What was written to the therapist alone is never shown unasked on a screen that two may look at."""

from datetime import timedelta

import pytest

from alongside.areas.conversation import actions as conversation
from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import SeenBy
from alongside.areas.review import queries
from alongside.core.brief import RowCode
from alongside.core.capabilities import Capability


@pytest.fixture
def rows(cast, opened):
    def looked():
        child = opened(cast.hannah, Capability.READ_CLINICAL_NOTES, at=cast.at + timedelta(days=6))
        return {row.code: row for row in queries.brief(child, cast.at - timedelta(hours=1)).rows}

    return looked


def _ask(cast, new_uuid, words, **how):
    said = {"actor": cast.samira.actor, "child": cast.idris, "thread": new_uuid(), "at": cast.at}
    conversation.start_thread(**said, **how)
    conversation.send_message(message=new_uuid(), words=words, **said)


def test_a_message_to_the_therapist_alone_is_not_quoted(cast, new_uuid, rows):
    _ask(cast, new_uuid, "Can we make a card?")
    _ask(cast, new_uuid, "His dad and I argue about socks.", alone=True)
    asked = rows()[RowCode.THEY_ASK].text
    assert asked == "Can we make a card? Something private waits in Talk."


@pytest.mark.parametrize(("seen_by", "private"), [(SeenBy.TEAM, True), (SeenBy.ALL, False)])
def test_a_noticing_for_the_therapist_alone_is_marked(cast, new_uuid, rows, seen_by, private):
    said = {"actor": cast.samira.actor, "child": cast.idris, "noticing": new_uuid(), "at": cast.at}
    practice.notice(**said, words="I cried too.", seen_by=seen_by)
    told = rows()
    assert (told[RowCode.THEY_SAID].text, told[RowCode.THEY_SAID].private) == ("I cried too.", private)
    assert not any(told[code].private for code in RowCode if code is not RowCode.THEY_SAID)
