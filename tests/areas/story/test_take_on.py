"""A story becomes a family without asking anything twice."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle_read
from alongside.areas.circle.models import Child
from alongside.areas.people import queries as people
from alongside.areas.story import actions as story
from alongside.areas.story import queries
from alongside.areas.story.values import How, StoryContact
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


@pytest.fixture
def take_on(cast):
    def taking(enquiry, draft, player=None):
        actor = (player or cast.maria).actor
        return story.turn_story_into_family(actor=actor, enquiry=enquiry, draft=draft, at=cast.at)

    return taking


def test_the_words_are_copied_to_the_letter_and_the_therapist_reads_them(
    cast, opened, send, take_on, family_draft
):
    sent = send()
    made = take_on(sent.uuid, family_draft)
    told = queries.story_of(opened(cast.hannah, Capability.READ_STORY, child=made.child))
    assert told is not None
    assert (told.answers, told.told_by_name, told.told_at) == (sent.answers, "Ana Lima", cast.at)
    assert queries.story_of(opened(cast.hannah, Capability.READ_STORY)) is None


def test_the_teller_is_invited_at_the_address_in_the_story_and_finds_own_number(
    cast, opened, send, contact, take_on, family_draft
):
    made = take_on(send().uuid, family_draft)
    teller = people.person_by_email("ana@example.org")
    assert teller is not None
    actor = people.actor_for(teller, cast.at)
    assert circle.accept_invitation(actor=actor, token=made.token, at=cast.at) == made.child
    came_in = gate.open_child(actor, made.child, Capability.READ_CONTACT, cast.at, doing="tests.look")
    assert queries.contact_told(came_in) == contact
    as_hannah = opened(cast.hannah, Capability.READ_CONTACT, child=made.child)
    assert queries.contact_told(as_hannah) == contact
    assert [one.name for one in circle_read.therapists_of(as_hannah)] == ["Hannah Reid"]


def test_the_front_desk_keeps_the_number_and_no_longer_finds_the_words_of_a_family(
    cast, opened, send, take_on, family_draft
):
    enquiry = send().uuid
    made = take_on(enquiry, family_draft)
    assert queries.contact_told(opened(cast.maria, Capability.READ_CONTACT, child=made.child)) is not None
    assert story.open_board(actor=cast.maria.actor, at=cast.at) == ()
    for closed in (story.open_enquiry, story.close_story):
        with pytest.raises(NotAllowed, match="belongs to a family"):
            closed(actor=cast.tom.actor, enquiry=enquiry, at=cast.at)
    with pytest.raises(NotAllowed):
        story.answer_story(
            actor=cast.maria.actor, enquiry=enquiry, reply=uuid4(), words="Hello", how=How.WROTE, at=cast.at
        )


def test_a_second_delivery_makes_no_second_child_and_another_child_finds_nothing(send, take_on, family_draft):
    enquiry = send().uuid
    made = take_on(enquiry, family_draft)
    count = Child.objects.count()
    assert take_on(enquiry, family_draft) == replace(made, token="")
    assert Child.objects.count() == count
    with pytest.raises(NotFound):
        take_on(enquiry, replace(family_draft, child=uuid4()))


def test_only_the_front_desk_takes_a_family_on(cast, send, take_on, family_draft):
    enquiry = send().uuid
    with pytest.raises(NotAllowed, match="front desk takes families on"):
        take_on(enquiry, family_draft, cast.hannah)
    with pytest.raises(NotFound):
        take_on(enquiry, family_draft, cast.other_therapist)
    assert not Child.objects.filter(uuid=family_draft.child).exists()


def test_without_an_address_one_is_asked_for_and_the_corrected_one_is_used(send, take_on, family_draft):
    enquiry = send(contact=StoryContact(name="Ana Lima", phone="01632 960001")).uuid
    with pytest.raises(InvalidInput, match="Add an email address") as refused:
        take_on(enquiry, family_draft)
    assert refused.value.field == "carer_email"
    made = take_on(enquiry, replace(family_draft, carer_name="Ana P Lima", carer_email="ana.p@example.org"))
    assert made.token
    invited = people.person_by_email("ana.p@example.org")
    assert invited is not None
    assert invited.name == "Ana P Lima"


def test_a_refusal_half_way_leaves_nothing_behind(cast, send, take_on, family_draft):
    enquiry = send().uuid
    wrong = [
        replace(family_draft, therapist=cast.other_therapist.uuid),
        replace(family_draft, relation=" "),
        replace(family_draft, born_on=date(2026, 11, 23) + timedelta(days=9)),
    ]
    for draft in wrong:
        with pytest.raises((InvalidInput, NotFound)):
            take_on(enquiry, draft)
    assert not Child.objects.filter(uuid=family_draft.child).exists()
    assert take_on(enquiry, family_draft).token


def test_a_closed_story_is_not_turned_into_a_family(cast, send, take_on, family_draft):
    enquiry = send().uuid
    story.close_story(actor=cast.maria.actor, enquiry=enquiry, at=cast.at)
    with pytest.raises(story.StoryClosed):
        take_on(enquiry, family_draft)


def test_another_carer_does_not_see_the_tellers_number(cast, opened):
    assert queries.contact_told(opened(cast.samira, Capability.READ_CONTACT)) is None


def test_a_story_never_lands_on_a_child_who_has_a_record_already(cast, send, take_on, family_draft):
    enquiry = send().uuid
    for known in (cast.idris, cast.rosa):
        with pytest.raises(NotFound):
            take_on(enquiry, replace(family_draft, child=known))
    assert take_on(enquiry, family_draft).token
