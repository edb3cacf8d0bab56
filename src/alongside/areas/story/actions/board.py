"""The clinic's board: reading stories and answering them by name, within the promised time."""

from datetime import datetime
from uuid import UUID

from alongside.areas.story.models import Enquiry, EnquiryReply
from alongside.areas.story.queries import enquiries_waiting, enquiry_seen
from alongside.areas.story.values import EnquirySeen, EnquiryState, How
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.refusals import NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

READERS = (MemberRole.FRONT_DESK, MemberRole.THERAPIST)
_NOT_A_READER = gettext_noop("Only the front desk and the therapists read stories.")
_TAKEN_ON = gettext_noop("This story belongs to a family now. Their own therapist can see it.")


class StoryClosed(Refusal):
    """The story was closed, so nothing more can be added to it."""

    sentence = gettext_noop("This story is closed. A new one can be sent at any time.")


@action
def open_board(*, actor: Actor, at: datetime) -> tuple[EnquirySeen, ...]:
    """The stories that wait for an answer or for a family's start, oldest first, in all the actor's clinics."""
    clinics = actor.clinics_as(*READERS)
    if not clinics:
        raise NotAllowed(_NOT_A_READER) if actor.hats else NotFound
    for clinic in clinics:
        trail.record_doing(actor, "story.open_board", clinic, at, Kind.READ)
    return enquiries_waiting(clinics)


@action
def open_enquiry(*, actor: Actor, enquiry: UUID, at: datetime) -> EnquirySeen:
    """One story. Once it is a family's, only the child's own record shows it."""
    row = find_enquiry(actor, enquiry)
    check_not_taken_on(row)
    trail.record_doing(actor, "story.open_enquiry", row.clinic_id, at, Kind.READ)
    return enquiry_seen(row)


@action
def answer_story(
    *, actor: Actor, enquiry: UUID, reply: UUID, words: str, how: How, at: datetime
) -> EnquirySeen:
    """Keep what a named person answered. The first answer keeps the promise."""
    row = find_enquiry(actor, enquiry)
    check_not_taken_on(row)
    known = EnquiryReply.objects.filter(uuid=reply).first()
    if known is None:
        _reply(actor, row, reply, words, how, at)
    elif known.enquiry_id != row.pk or known.by_id != actor.person:
        raise NotFound
    return enquiry_seen(row)


@action
def close_story(*, actor: Actor, enquiry: UUID, at: datetime) -> EnquirySeen:
    """Take a story off the board when the family found another way. Nothing is deleted."""
    row = find_enquiry(actor, enquiry)
    check_not_taken_on(row)
    if row.state != EnquiryState.CLOSED:
        row.state = EnquiryState.CLOSED.value
        row.save(update_fields=["state"])
        trail.record_doing(actor, "story.close_story", row.clinic_id, at)
    return enquiry_seen(row)


def find_enquiry(actor: Actor, enquiry: UUID) -> Enquiry:
    """A story of one of the actor's clinics, locked for a change; NotFound outside, NotAllowed for other hats."""
    row = Enquiry.objects.select_for_update(of=("self",)).filter(uuid=enquiry).first()
    roles = actor.roles_in(row.clinic_id) if row else frozenset()
    if row is None or not roles:
        raise NotFound
    if not roles.intersection(READERS):
        raise NotAllowed(_NOT_A_READER)
    return row


def check_not_taken_on(row: Enquiry) -> None:
    """Refuse once the story is a family's."""
    if row.state == EnquiryState.FAMILY:
        raise NotAllowed(_TAKEN_ON)


def _reply(actor: Actor, row: Enquiry, reply: UUID, words: str, how: How, at: datetime) -> None:
    if row.state == EnquiryState.CLOSED:
        raise StoryClosed
    kept = bounds.words(words, bounds.WORDS, "words", required=True)
    EnquiryReply.objects.create(enquiry=row, uuid=reply, by_id=actor.person, words=kept, how=how.value, at=at)
    if row.answered_at is None:
        row.state, row.answered_by_id, row.answered_at = EnquiryState.ANSWERED.value, actor.person, at
        row.save(update_fields=["state", "answered_by", "answered_at"])
    trail.record_doing(actor, "story.answer_story", row.clinic_id, at)
