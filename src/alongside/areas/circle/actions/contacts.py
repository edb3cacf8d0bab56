"""How to reach a grown-up. Never shown between homes unless the person shares it."""

from datetime import datetime, time
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.models import Contact
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability


@action
def keep_contact(
    *,
    actor: Actor,
    child: UUID,
    phone: str,
    address: str,
    shared: bool,
    quiet_from: time | None = None,
    quiet_until: time | None = None,
    at: datetime,
) -> None:
    """Keep one's own phone, address and quiet hours; ``shared`` lets the others of the circle see the first two."""
    opened = gate.open_child(actor, child, Capability.WRITE_OWN_CONTACT, at, doing="circle.keep_contact")
    Contact.objects.update_or_create(
        child_id=opened.pk,
        person_id=actor.person,
        defaults={
            "phone": bounds.words(phone, 40, "phone"),
            "address": bounds.words(address, bounds.SENTENCE, "address"),
            "shared": shared,
            "quiet_from": quiet_from,
            "quiet_until": quiet_until,
            "kept_at": at,
        },
    )
