"""The clinic's board of stories. The action that opens the board says who may and writes the trail."""

from collections.abc import Iterable

from alongside.areas.story.models import Answers, Enquiry, EnquiryReply
from alongside.areas.story.values import (
    EnquirySeen,
    EnquiryState,
    How,
    ReplySeen,
    StoryAnswers,
    StoryContact,
)


def enquiries_waiting(clinics: Iterable[int]) -> tuple[EnquirySeen, ...]:
    """Stories that are neither closed nor a family's yet, oldest first."""
    rows = Enquiry.objects.filter(
        clinic__in=tuple(clinics), state__in=[EnquiryState.NEW, EnquiryState.ANSWERED]
    )
    rows = rows.select_related("answered_by", "child").prefetch_related("replies__by")
    return tuple(enquiry_seen(row) for row in rows.order_by("sent_at", "pk"))


def enquiry_seen(row: Enquiry) -> EnquirySeen:
    """One story with its answers, for people whom an action let in."""
    replies = sorted(row.replies.all(), key=lambda reply: reply.pk)
    return EnquirySeen(
        uuid=row.uuid,
        clinic=row.clinic_id,
        answers=answers(row),
        contact=contact(row),
        state=EnquiryState(row.state),
        sent_at=row.sent_at,
        answer_by=row.answer_by,
        answered_by=row.answered_by.name if row.answered_by else "",
        answered_at=row.answered_at,
        replies=tuple(_reply(reply) for reply in replies),
        child=row.child.uuid if row.child else None,
    )


def answers(row: Answers) -> StoryAnswers:
    """The answers of a story, to the letter."""
    return StoryAnswers(
        ordinary_day=row.ordinary_day,
        hopes=row.hopes,
        good_at=row.good_at,
        anything_else=row.anything_else,
        topics=tuple(row.topics),
        child_first_name=row.child_first_name,
    )


def contact(row: Enquiry) -> StoryContact:
    """Whom to answer."""
    return StoryContact(name=row.name, email=row.email, phone=row.phone, ring_when=row.ring_when)


def _reply(row: EnquiryReply) -> ReplySeen:
    return ReplySeen(uuid=row.uuid, by=row.by.name, words=row.words, how=How(row.how), at=row.at)
