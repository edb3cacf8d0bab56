"""Goodbye as a good ending. Nothing is deleted and nobody leaves the circle: the record only stops growing."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.models import Child
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability


@action
def say_goodbye(*, actor: Actor, child: UUID, at: datetime) -> None:
    """Close a child's record. Only the child's therapist; a second goodbye changes nothing.

    Everybody in the circle goes on reading what they could read. The child leaves the lists of the team, and
    nothing new is written but who is in the circle and how to reach them.
    """
    opened = gate.open_child(actor, child, Capability.SAY_GOODBYE, at, doing="circle.say_goodbye")
    Child.objects.filter(pk=opened.pk, closed_at=None).update(closed_at=at)


@action
def open_again(*, actor: Actor, child: UUID, at: datetime) -> None:
    """Begin again where the goodbye was said. The trail keeps both. An open record stays as it is."""
    opened = gate.open_child(actor, child, Capability.SAY_GOODBYE, at, doing="circle.open_again")
    Child.objects.filter(pk=opened.pk).exclude(closed_at=None).update(closed_at=None)
