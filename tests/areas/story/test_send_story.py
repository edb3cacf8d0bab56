"""Sending a story: every question may stay empty, phones may send twice, and floods are turned away."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from alongside.areas.story import actions as story
from alongside.areas.story.models import Enquiry
from alongside.areas.story.values import EnquiryState, StoryAnswers, StoryContact, promised_on
from alongside.core.refusals import InvalidInput, NotFound

FRIDAY = datetime(2026, 11, 27, 16, 0, tzinfo=UTC)


def test_a_story_is_kept_to_the_letter_with_the_day_of_the_promise(send, answers, contact):
    seen = send(at=FRIDAY)
    assert seen.answers == replace(answers, topics=("dressing", "feelings"))
    assert seen.contact == contact
    assert seen.state is EnquiryState.NEW
    assert seen.answer_by == date(2026, 12, 1)


def test_every_question_may_be_skipped_but_we_need_a_way_to_answer(send):
    assert send(answers=StoryAnswers(), contact=StoryContact(name="Jo", phone="01632 960002"))
    with pytest.raises(InvalidInput, match="phone number so we can ring") as refused:
        send(contact=StoryContact(name="Jo"))
    assert refused.value.field == "phone"


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("name", {"contact": StoryContact(name=" ", phone="1")}),
        ("email", {"contact": StoryContact(name="Jo", email="jo at home")}),
        ("ordinary_day", {"answers": StoryAnswers(ordinary_day="x" * 2001)}),
        ("hopes", {"answers": StoryAnswers(hopes="a\x00b")}),
        ("topics", {"answers": StoryAnswers(topics=("weather",))}),
    ],
)
def test_what_cannot_be_kept_says_what_to_do_at_its_field(send, field, changed):
    with pytest.raises(InvalidInput) as refused:
        send(**changed)
    assert refused.value.field == field


def test_sending_the_same_story_again_changes_nothing_and_other_words_find_nothing(send, answers):
    uuid = uuid4()
    first = send(uuid=uuid)
    assert send(uuid=uuid, sender="198.51.100.9") == first
    assert Enquiry.objects.count() == 1
    with pytest.raises(NotFound):
        send(uuid=uuid, answers=replace(answers, hopes="Somebody else’s"))


def test_the_same_story_at_another_clinic_or_at_none_finds_nothing(send, cast):
    uuid = uuid4()
    send(uuid=uuid)
    for slug in (cast.other_clinic.slug, "nowhere"):
        with pytest.raises(NotFound):
            send(uuid=uuid, clinic_slug=slug)


def test_one_sender_writes_five_stories_a_day_to_one_clinic(send, cast):
    for _ in range(5):
        send()
    with pytest.raises(story.TooManyStories, match="ring us"):
        send()
    assert send(sender="198.51.100.9")
    assert send(clinic_slug=cast.other_clinic.slug)
    assert send(at=cast.at + timedelta(days=1, minutes=1))


def test_one_clinic_is_not_flooded_from_many_addresses(send, monkeypatch):
    monkeypatch.setattr("alongside.areas.story.actions.send.TO_ONE_CLINIC", 2)
    send(sender="192.0.2.1")
    send(sender="192.0.2.2")
    with pytest.raises(story.TooManyStories):
        send(sender="192.0.2.3")


def test_the_address_of_the_sender_is_not_kept(send):
    send(sender="192.0.2.7")
    kept = Enquiry.objects.values().get()
    assert not any("192.0.2.7" in str(value) for value in kept.values())


def test_the_promise_counts_working_days_in_the_clinics_zone():
    assert promised_on(FRIDAY, "Europe/London", 1) == date(2026, 11, 30)
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert promised_on(late, "Europe/Berlin", 2) == date(2026, 11, 26)
