"""One thing for the week at the end of a visit, and what two families answered."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from uuid import UUID

from alongside.areas.conversation import actions as conversation
from alongside.config.demo.people import Dice
from alongside.config.demo.scene import Beat, Scene

_AT_THE_DOOR, _IN_THE_EVENING = "0 Thu 16:31", "0 Thu 19:48"
_WORDS = "Leave the very last pull to Idris, on the bed, before anything is in a hurry."
_TRIED = ("Last pull is his", "The bench instead of the floor")


def beats(scene: Scene) -> Iterator[Beat]:
    """The handover after the last visit. One parent has answered, the other finds it on Today."""
    if scene.family.key != "idris":
        return
    # Dice of its own: whatever else is told keeps its words and times.
    dice, at = Dice(505), scene.when(_AT_THE_DOOR)
    handover, evening = dice.uuid(at), scene.when(_IN_THE_EVENING)
    yield Beat(at=at, act=partial(_hand_over, scene, handover))
    said = {"handover": handover, "answer": dice.uuid(evening), "clear": True}
    yield scene.does(evening, "karim", conversation.answer_handover, **said)


def _hand_over(scene: Scene, handover: UUID, at: datetime) -> None:
    """The visit has its identifier only once it was booked."""
    conversation.hand_over(
        actor=scene.actor("therapist", at),
        child=scene.child,
        handover=handover,
        visit=scene.names["visit 0"],
        placement=scene.named("idea last_pull"),
        words=_WORDS,
        tried=_TRIED,
        at=at,
    )
