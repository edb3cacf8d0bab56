"""A call of each action around the handover, for the tests that try every input."""

from uuid import uuid4

from alongside.areas.conversation import actions as conversation


def calls(cast, world):
    """One thing handed over, answered, and the news of safety read."""
    handover = uuid4()
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    given = {
        "handover": handover,
        "visit": world.visit,
        "placement": world.idea,
        "words": "Only the left sock.",
    }
    conversation.hand_over(**team | given, at=cast.at)
    yield conversation.hand_over, team | given | {"handover": uuid4(), "tried": ("The bench",)}
    family = {"actor": cast.samira.actor, "child": cast.idris}
    said = {"handover": handover, "answer": uuid4(), "clear": False, "question": "Which bench?"}
    yield conversation.answer_handover, family | said
    yield conversation.read_rests, family | {"changes": (uuid4(),)}
