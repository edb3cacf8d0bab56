"""What the trail keeps of what the clinic does about waiting as a whole."""

from datetime import datetime

from alongside.areas.trail import actions as trail
from alongside.areas.trail.values import Kind, Row
from alongside.core.actors import Actor


def keep_trail(actor: Actor, doing: str, clinic: int, at: datetime) -> None:
    """A line of the trail about the clinic, no child."""
    row = Row(
        at=at,
        kind=Kind.WRITE,
        doing=doing,
        person=actor.person,
        person_name=actor.name,
        roles=",".join(sorted(actor.roles_in(clinic))),
        clinic=clinic,
        child=None,
    )
    trail.record([row])
