"""A family's words and the change they led to."""

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries
from alongside.areas.conversation.actions import NotTheirWords
from alongside.areas.conversation.models import Answered
from alongside.areas.conversation.values import Change
from alongside.areas.programme import actions as programme
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.review.loop import agreed_goal, live_idea


@pytest.fixture
def idea(cast, new_uuid):
    return live_idea(cast, new_uuid)


@pytest.fixture
def change(cast, new_uuid, idea):
    """Hannah rests the idea: a change that a message may have led to."""
    uuid = new_uuid()
    programme.rest_placement(
        actor=cast.hannah.actor, child=cast.idris, placement=idea, change=uuid, words="A pause", at=cast.at
    )
    return uuid


@pytest.fixture
def answer(cast, new_uuid, change):
    def answered(message, **given):
        wanted = {
            "actor": cast.hannah.actor,
            "child": cast.idris,
            "message": message.uuid,
            "answer": new_uuid(),
            "change_kind": Change.PLACEMENT_CHANGE,
            "change_uuid": change,
            "words": "We changed the plan: the socks rest for now.",
            "at": cast.at,
        }
        return conversation.answer_with_change(**(wanted | given))

    return answered


def test_the_family_sees_what_its_words_did(cast, start, say, answer, change, opened):
    message = say(start())
    answer(message)
    family = opened(cast.samira, Capability.READ_TALK)
    [seen] = queries.last_messages(family)
    [linked] = seen.changes
    assert (linked.kind, linked.change, linked.by.name) == (Change.PLACEMENT_CHANGE, change, "Hannah")
    assert linked.words.startswith("We changed")
    assert queries.asks(family) == ()
    assert not queries.threads(family)[0].waiting


def test_the_same_answer_twice_is_one(start, say, answer, new_uuid):
    thread = start()
    message, uuid = say(thread), new_uuid()
    assert answer(message, answer=uuid) == answer(message, answer=uuid) == answer(message)
    assert Answered.objects.count() == 1
    with pytest.raises(NotFound):
        answer(say(thread), answer=uuid)


def test_a_message_of_another_child_is_unknown(cast, start, say, answer):
    message = say(start())
    with pytest.raises(NotFound):
        answer(message, actor=cast.other_therapist.actor)
    with pytest.raises(NotFound):
        answer(message, actor=cast.other_therapist.actor, child=cast.rosa)


def test_an_idea_a_goal_or_a_visit_can_be_the_answer(cast, start, say, answer, idea, new_uuid):
    visit = new_uuid()
    said = {"actor": cast.maria.actor, "child": cast.idris, "therapist": cast.hannah.uuid, "at": cast.at}
    appointments.book_visit(visit=visit, starts_at=cast.at, minutes=45, **said)
    goal = agreed_goal(cast, new_uuid).uuid
    message = say(start())
    for kind, uuid in [(Change.IDEA, idea), (Change.GOAL, goal), (Change.VISIT, visit)]:
        seen = answer(message, change_kind=kind, change_uuid=uuid)
        with pytest.raises(NotFound):
            answer(message, change_kind=kind, change_uuid=new_uuid())
    assert len(seen.changes) == 3


def test_only_the_therapist_answers_and_only_the_familys_words(cast, start, say, answer, new_uuid):
    thread = start()
    message = say(thread)
    with pytest.raises(NotAllowed):
        answer(message, actor=cast.samira.actor)
    with pytest.raises(NotTheirWords):
        answer(say(thread, cast.hannah))
    with pytest.raises(NotFound):
        answer(message, change_uuid=new_uuid())
    with pytest.raises(InvalidInput):
        answer(message, words="")
    assert Answered.objects.count() == 0


def test_an_answer_that_is_known_stays_with_its_message_and_its_author(cast, start, say, new_uuid):
    thread = start()
    placement = live_idea(cast, new_uuid)
    other = live_idea(cast, new_uuid, title="Ten quiet minutes")
    said = {
        "child": cast.idris,
        "message": say(thread).uuid,
        "answer": new_uuid(),
        "change_kind": Change.IDEA,
        "words": "We made it easier",
        "at": cast.at,
    }
    first = conversation.answer_with_change(actor=cast.hannah.actor, change_uuid=placement, **said)
    again = conversation.answer_with_change(actor=cast.hannah.actor, change_uuid=other, **said)
    assert first.changes == again.changes
    circle.place_therapist(actor=cast.maria.actor, child=cast.idris, therapist=cast.tom.uuid, at=cast.at)
    say(thread)  # puts Tom on the thread
    with pytest.raises(NotFound):
        conversation.answer_with_change(actor=cast.tom.actor, change_uuid=placement, **said)
