"""Who may change the library."""

from alongside.core.actors import Actor, MemberRole
from alongside.core.refusals import NotAllowed, NotFound
from alongside.core.words import gettext_noop

WHOSE_IDEAS = gettext_noop("The owner and the therapists look after the ideas.")


def check_may_change(actor: Actor, clinic: int, reason: str) -> None:
    """Let the owner and the therapists of the clinic through. Others of it read the reason; strangers, NotFound."""
    roles = actor.roles_in(clinic)
    if not roles:
        raise NotFound
    if not roles & {MemberRole.OWNER, MemberRole.THERAPIST}:
        raise NotAllowed(reason)
