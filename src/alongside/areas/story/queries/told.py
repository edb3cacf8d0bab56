"""The story of a child, and how its teller can be reached."""

from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.story.models import Enquiry, Story
from alongside.areas.story.queries.board import answers, contact
from alongside.areas.story.values import StoryContact, StorySeen
from alongside.core.capabilities import Capability


def story_of(opened: OpenChild) -> StorySeen | None:
    """The family's story, word for word; None when none was sent."""
    opened.check(Capability.READ_STORY)
    row = Story.objects.filter(child=opened.pk).first()
    if row is None:
        return None
    return StorySeen(answers=answers(row), told_by_name=row.told_by_name, told_at=row.told_at)


def contact_told(opened: OpenChild) -> StoryContact | None:
    """How the teller of the story said to be reached: for the clinic, and for the teller: nobody asks twice.

    Other carers get None: a phone number belongs to one person.
    """
    opened.check(Capability.READ_CONTACT)
    row = Enquiry.objects.filter(child=opened.pk).first()
    if row is None or not (opened.allows(Capability.INVITE) or _is_teller(opened, row)):
        return None
    return contact(row)


def _is_teller(opened: OpenChild, row: Enquiry) -> bool:
    teller = people.person_by_email(row.email)
    return teller is not None and teller.pk == opened.actor.person
