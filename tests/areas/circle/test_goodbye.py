"""Goodbye is a good ending: everything stays readable, the record stops growing, and it can begin again."""

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate, queries
from alongside.areas.conversation import actions as conversation
from alongside.core.capabilities import AFTER_GOODBYE, TABLE, Capability
from alongside.core.refusals import NotAllowed, NotFound


@pytest.fixture
def goodbye(cast):
    circle.say_goodbye(actor=cast.hannah.actor, child=cast.idris, at=cast.at)
    return {"child": cast.idris, "at": cast.at}


def test_only_the_childs_therapist_says_goodbye_and_begins_again(cast):
    for player, refusal in (
        (cast.samira, NotAllowed),
        (cast.tom, NotAllowed),
        (cast.maria, NotAllowed),
        (cast.other_parent, NotFound),
    ):
        for action in (circle.say_goodbye, circle.open_again):
            with pytest.raises(refusal):
                action(actor=player.actor, child=cast.idris, at=cast.at)


def test_after_a_goodbye_everybody_reads_what_they_read_before(cast, opened, goodbye):
    reading = [capability for capability in Capability if capability.is_read]
    for player in (cast.samira, cast.grandma, cast.hannah):
        before = gate.open_child(player.actor, cast.idris, Capability.READ_NAME, cast.at, doing="tests.look")
        allowed = {one for one in reading if before.allows(one)}
        assert allowed == {one for one in reading if before.roles & TABLE[one].roles}
        assert Capability.READ_PROGRAMME in allowed


def test_after_a_goodbye_nothing_new_is_written_but_who_is_in_the_circle(cast, opened, goodbye, new_uuid):
    seen = opened(cast.hannah, Capability.READ_NAME)
    written = {one for one in Capability if not one.is_read and seen.allows(one)}
    assert written == AFTER_GOODBYE & {one for one in Capability if seen.roles & TABLE[one].roles}
    with pytest.raises(NotAllowed, match="said goodbye"):
        conversation.start_thread(actor=cast.samira.actor, thread=new_uuid(), **goodbye)
    circle.keep_contact(actor=cast.samira.actor, phone="1", address="", shared=False, **goodbye)
    circle.end_place(actor=cast.hannah.actor, person=cast.karim.uuid, **goodbye)


def test_who_may_not_do_something_anyway_reads_that_reason_and_not_the_goodbye(cast, opened, goodbye):
    seen = opened(cast.grandma, Capability.READ_NAME)
    assert "responsible" in seen.why_not(Capability.AGREE_GOALS).sentence


def test_the_child_leaves_the_teams_lists_and_stays_in_the_familys(cast, goodbye):
    found = gate.open_children(cast.hannah.actor, Capability.READ_NAME, cast.at, doing="tests.look")
    assert found == ()
    assert queries.find_children(cast.hannah.actor, "Idris") == ()
    assert [uuid for uuid, _ in queries.children_of(cast.samira.actor, cast.at)] == [str(cast.idris)]


def test_beginning_again_is_as_before_and_the_trail_keeps_both(cast, opened, goodbye, new_uuid):
    circle.say_goodbye(actor=cast.hannah.actor, **goodbye)
    circle.open_again(actor=cast.hannah.actor, **goodbye)
    circle.open_again(actor=cast.hannah.actor, **goodbye)
    assert opened(cast.hannah, Capability.READ_NAME).closed_at is None
    conversation.start_thread(actor=cast.samira.actor, thread=new_uuid(), **goodbye)
    done = [look.doing for look in queries.who_looked(opened(cast.samira, Capability.READ_TRAIL))]
    assert done.count("circle.say_goodbye") == 2
    assert done.count("circle.open_again") == 2
