"""Stories and visits for the desk's pages, made through actions."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.core.mail.backends.base import BaseEmailBackend

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.story import actions as story
from alongside.areas.story.values import EnquirySeen, StoryAnswers, StoryContact

WORDS = "Mornings are loud, and she is so funny."


def told(cast, **contact) -> EnquirySeen:
    """A story that Ana sent to Willow House."""
    return story.send_story(
        clinic_slug="willow",
        uuid=uuid4(),
        answers=StoryAnswers(ordinary_day=WORDS, topics=("dressing",), child_first_name="Lia"),
        contact=StoryContact(**{"name": "Ana Neves", "email": "ana@family.example"} | contact),
        sender=str(uuid4()),
        at=cast.at,
    )


def booked(cast, hours: int = 2, child: UUID | None = None, therapist=None, room=None) -> VisitSeen:
    """A visit some hours after the cast's moment."""
    return booking.book_visit(
        actor=cast.maria.actor,
        child=child or cast.idris,
        visit=uuid4(),
        therapist=(therapist or cast.hannah).uuid,
        room=room,
        starts_at=cast.at + timedelta(hours=hours),
        minutes=45,
        at=cast.at,
    )


def typed(start: datetime, therapist, **more) -> dict[str, str]:
    """A booking form as a browser sends it."""
    local = {"day": f"{start:%Y-%m-%d}", "time": f"{start:%H:%M}"}
    plain = {"uuid": str(uuid4()), "therapist": str(therapist.uuid), "minutes": "45", "weeks": "1"}
    return plain | local | more


class NoPost(BaseEmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, email_messages) -> int:
        raise ConnectionRefusedError(f"No post today for {len(email_messages)} letters.")
