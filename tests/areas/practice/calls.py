"""A call of each action of practice, for the test of bounds."""

from uuid import uuid4

from alongside.areas.practice import actions as practice
from alongside.core.moments import Kind
from tests.areas.practice.counting import counting_actions
from tests.areas.practice.living import living_actions


def practice_actions(cast, world):
    """On the idea, the entry and the goal of this world."""
    family = {"actor": cast.samira.actor, "child": cast.idris}
    when = {"words": "Well", "happened_at": cast.at, "zone": "Europe/London"}
    yield (
        practice.record_entry,
        family | when | {"placement": world.idea, "entry": uuid4(), "kind": Kind.TRIED},
    )
    yield practice.correct_entry, family | {"entry": world.entry, "words": "Well", "happened_at": cast.at}
    yield practice.undo_entry, family | {"entry": world.entry}
    yield practice.notice, family | when | {"noticing": uuid4(), "placement": world.idea, "starter": "I saw"}
    yield from counting_actions(cast, world.goal)
    yield from living_actions(cast, world.idea)
