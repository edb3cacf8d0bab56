"""Who may change the times of a clinic."""

from datetime import datetime
from uuid import UUID

from alongside.areas.people import queries as people
from alongside.core.actors import DESK, Actor
from alongside.core.refusals import NotFound
from alongside.core.words import gettext_noop

_WHOSE = gettext_noop("The owner and the front desk look after the times of the clinic.")


def check_runs(actor: Actor, clinic: int) -> None:
    """Let the owner and the front desk of the clinic through. Others of it read why not; strangers, NotFound."""
    actor.check_one_of(DESK, clinic, _WHOSE)


def whose(actor: Actor, clinic: int, person: UUID, at: datetime) -> int:
    """The pk of the colleague whose times these are: one's own, or anybody's for the owner and the front desk."""
    if person != actor.uuid:
        check_runs(actor, clinic)
    if not actor.roles_in(clinic):
        raise NotFound
    return people.member(clinic, person, at).pk
