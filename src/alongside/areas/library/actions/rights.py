"""Who may change the library."""

from alongside.core.actors import Actor, MemberRole
from alongside.core.words import gettext_noop

_LOOK_AFTER = frozenset({MemberRole.OWNER, MemberRole.THERAPIST})
WHOSE_IDEAS = gettext_noop("The owner and the therapists look after the ideas.")


def check_may_change(actor: Actor, clinic: int, reason: str) -> None:
    """Let the owner and the therapists of the clinic through. Others of it read the reason; strangers, NotFound."""
    actor.check_one_of(_LOOK_AFTER, clinic, reason)
