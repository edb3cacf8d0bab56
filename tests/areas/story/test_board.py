"""The board: the front desk and the therapists read stories and answer them by name."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.story import actions as story
from alongside.areas.story.models import EnquiryReply
from alongside.areas.story.values import EnquiryState, How
from alongside.areas.trail.models import TrailRow
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


@pytest.fixture
def answer(cast):
    def answering(player, enquiry, reply=None, words="We talked for ten minutes.", at=None):
        return story.answer_story(
            actor=player.actor,
            enquiry=enquiry,
            reply=reply or uuid4(),
            words=words,
            how=How.RANG,
            at=at or cast.at,
        )

    return answering


def test_the_board_shows_waiting_stories_oldest_first_to_desk_and_therapists(cast, send):
    later = send(at=cast.at + timedelta(hours=1))
    first = send()
    send(clinic_slug=cast.other_clinic.slug)
    for player in (cast.maria, cast.tom):
        seen = story.open_board(actor=player.actor, at=cast.at)
        assert [one.uuid for one in seen] == [first.uuid, later.uuid]


def test_the_owner_reads_why_not_and_families_find_no_board(cast, send):
    enquiry = send().uuid
    with pytest.raises(NotAllowed, match="front desk and the therapists"):
        story.open_board(actor=cast.olive.actor, at=cast.at)
    with pytest.raises(NotAllowed):
        story.open_enquiry(actor=cast.olive.actor, enquiry=enquiry, at=cast.at)
    with pytest.raises(NotFound):
        story.open_board(actor=cast.samira.actor, at=cast.at)


def test_another_clinic_finds_neither_the_story_nor_a_way_to_answer_it(cast, send, answer):
    enquiry = send().uuid
    assert story.open_board(actor=cast.other_therapist.actor, at=cast.at) == ()
    for outsider in (cast.other_therapist, cast.samira):
        with pytest.raises(NotFound):
            story.open_enquiry(actor=outsider.actor, enquiry=enquiry, at=cast.at)
        with pytest.raises(NotFound):
            answer(outsider, enquiry)
    with pytest.raises(NotFound):
        story.open_enquiry(actor=cast.maria.actor, enquiry=uuid4(), at=cast.at)


def test_looking_leaves_a_line_without_words_on_the_trail(cast, send):
    enquiry = send().uuid
    story.open_board(actor=cast.maria.actor, at=cast.at)
    story.open_enquiry(actor=cast.maria.actor, enquiry=enquiry, at=cast.at)
    rows = TrailRow.objects.filter(person=cast.maria.pk, doing__startswith="story.").order_by("-pk")[:2]
    assert [(row.doing, row.kind) for row in rows] == [
        ("story.open_enquiry", "READ"),
        ("story.open_board", "READ"),
    ]


def test_a_named_person_answers_and_the_first_answer_keeps_the_promise(cast, send, answer):
    enquiry, reply = send().uuid, uuid4()
    first = answer(cast.maria, enquiry, reply)
    again = answer(cast.maria, enquiry, reply)
    assert first == again
    assert (first.state, first.answered_by) == (EnquiryState.ANSWERED, "Maria Silva")
    more = answer(cast.tom, enquiry, words="I rang, too.", at=cast.at + timedelta(days=1))
    assert [one.by for one in more.replies] == ["Maria Silva", "Tom Adeyemi"]
    assert (more.answered_by, more.answered_at) == ("Maria Silva", cast.at)
    assert EnquiryReply.objects.count() == 2


def test_an_answer_needs_words_and_its_own_uuid(cast, send, answer):
    enquiry, other, reply = send().uuid, send().uuid, uuid4()
    with pytest.raises(InvalidInput) as refused:
        answer(cast.maria, enquiry, words=" ")
    assert refused.value.field == "words"
    answer(cast.maria, enquiry, reply)
    for player, elsewhere in ((cast.maria, other), (cast.tom, enquiry)):
        with pytest.raises(NotFound):
            answer(player, elsewhere, reply)


def test_a_closed_story_leaves_the_board_and_takes_no_more_answers(cast, send, answer):
    enquiry = send().uuid
    closed = story.close_story(actor=cast.maria.actor, enquiry=enquiry, at=cast.at)
    assert closed == story.close_story(actor=cast.maria.actor, enquiry=enquiry, at=cast.at)
    assert closed.state is EnquiryState.CLOSED
    assert story.open_board(actor=cast.maria.actor, at=cast.at) == ()
    with pytest.raises(story.StoryClosed):
        answer(cast.maria, enquiry)
