"""Fills the part of a record that is handed over at the end of a visit."""

from alongside.areas.conversation import actions as conversation
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.canaries import Visible
from tests.matrix.pen import Pen
from tests.matrix.world import OWN, may


def handed_over(pen: Pen) -> None:
    """One thing for the week, and what a carer asked about it."""
    reader = Capability.READ_PROGRAMME
    conversation.hand_over(
        actor=pen.therapist,
        child=pen.child,
        handover=pen.new("handover"),
        visit=pen.family.objects["visit"],
        placement=pen.family.objects["placement"],
        words=pen.word("one thing this week", reader),
        tried=(pen.word("tried at the visit", reader),),
        at=AT,
    )
    conversation.answer_handover(
        actor=pen.carer,
        child=pen.child,
        handover=pen.family.objects["handover"],
        answer=pen.new("handover_answer"),
        clear=False,
        question=pen.word("question about the one thing", _asked(pen)),
        at=AT,
    )


def _asked(pen: Pen) -> Visible:
    """Only whoever asked and the therapist read it."""
    theirs = may(pen.family.key, Capability.READ_TALK)
    return pen.mine("carer", "therapist") if pen.family.key == OWN else theirs
