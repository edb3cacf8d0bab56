"""Sending a story: no login, no diagnosis, no referral. Every question may stay empty."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.crypto import salted_hmac

from alongside.areas.people import queries as people
from alongside.areas.people.actions import check_address
from alongside.areas.people.values import ClinicSeen
from alongside.areas.story.models import Enquiry
from alongside.areas.story.queries import enquiry_seen
from alongside.areas.story.values import (
    TOPICS,
    EnquirySeen,
    EnquiryState,
    StoryAnswers,
    StoryContact,
    promised_on,
)
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind, Row
from alongside.core import bounds
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

A_DAY = timedelta(days=1)
FROM_ONE_SENDER = 5
TO_ONE_CLINIC = 200


class TooManyStories(Refusal):
    """More stories in a day than one sender writes, or than one clinic can read."""

    sentence = gettext_noop(
        "We have had many stories from here today. Please ring us, or try again tomorrow."
    )


@action
def send_story(
    *,
    clinic_slug: str,
    uuid: UUID,
    answers: StoryAnswers,
    contact: StoryContact,
    sender: str,
    at: datetime,
) -> EnquirySeen:
    """Send a story to a clinic. ``sender`` is the client's address; only a keyed hash of it is kept.

    Sending the same story again (phones retry) answers as the first time. Raises NotFound for an unknown clinic
    or another story with this uuid, InvalidInput, and TooManyStories.
    """
    clinic = people.clinic_by_slug(clinic_slug)
    fields = _fields(answers, contact)
    known = Enquiry.objects.filter(uuid=uuid).first()
    if known is not None:
        return _same_story(known, clinic, fields)
    sender_hash = salted_hmac("alongside.story.sender", sender).hexdigest()
    _check_not_too_many(clinic.pk, sender_hash, at)
    row = Enquiry.objects.create(
        uuid=uuid,
        clinic_id=clinic.pk,
        state=EnquiryState.NEW.value,
        sent_at=at,
        answer_by=promised_on(at, clinic.zone, clinic.answer_days),
        sender_hash=sender_hash,
        **fields,
    )
    trail.record([_trail_row(clinic, at)])
    return enquiry_seen(row)


def _fields(answers: StoryAnswers, contact: StoryContact) -> dict[str, object]:
    unknown = set(answers.topics) - TOPICS.keys()
    if unknown:
        raise InvalidInput(gettext_noop("Please choose from the list."), field="topics")
    return _told(answers) | _reachable(contact)


def _told(answers: StoryAnswers) -> dict[str, object]:
    questions = ("ordinary_day", "hopes", "good_at", "anything_else")
    told: dict[str, object] = {
        question: bounds.words(getattr(answers, question), bounds.WORDS, question) for question in questions
    }
    told["topics"] = [code for code in TOPICS if code in answers.topics]
    told["child_first_name"] = bounds.words(answers.child_first_name, 60, "child_first_name")
    return told


def _reachable(contact: StoryContact) -> dict[str, object]:
    email = bounds.words(contact.email, 254, "email")
    phone = bounds.words(contact.phone, 40, "phone")
    if not email and not phone:
        raise InvalidInput(gettext_noop("Add a phone number so we can ring you."), field="phone")
    check_address(email, "email")
    return {
        "name": bounds.words(contact.name, bounds.TITLE, "name", required=True),
        "email": email,
        "phone": phone,
        "ring_when": bounds.words(contact.ring_when, bounds.TITLE, "ring_when"),
    }


def _same_story(known: Enquiry, clinic: ClinicSeen, fields: dict[str, object]) -> EnquirySeen:
    """Nobody is signed in, so the same sender is whoever sends the same words with the same contact."""
    if known.clinic_id != clinic.pk or any(getattr(known, name) != value for name, value in fields.items()):
        raise NotFound
    return enquiry_seen(known)


def _check_not_too_many(clinic: int, sender_hash: str, at: datetime) -> None:
    today = Enquiry.objects.filter(clinic=clinic, sent_at__gt=at - A_DAY)
    if today.filter(sender_hash=sender_hash).count() >= FROM_ONE_SENDER or today.count() >= TO_ONE_CLINIC:
        raise TooManyStories


def _trail_row(clinic: ClinicSeen, at: datetime) -> Row:
    return Row(
        at=at,
        kind=Kind.WRITE,
        doing="story.send_story",
        person=None,
        person_name="",
        roles="",
        clinic=clinic.pk,
        child=None,
    )
