"""Fills the part of a record that looking back together writes: two views, a day that moved, what was proposed."""

from datetime import timedelta

from alongside.areas.review import actions as review
from alongside.areas.review.values import Ahead, Ending, Told
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.canaries import Visible
from tests.matrix.pen import Pen
from tests.matrix.world import either, may


def looked_back(pen: Pen) -> None:
    """A look back that was held, prepared by everybody, with something to answer."""
    cycle, today = pen.new("cycle"), AT.date()
    said = {"child": pen.child, "cycle": cycle, "at": AT}
    review.open_cycle(actor=pen.therapist, planned_on=today + timedelta(days=7), **said)
    days = may(pen.family.key, Capability.READ_VISITS)
    words = pen.word("why the day moved", days)
    review.move_cycle(actor=pen.carer, move=pen.new("move"), planned_on=today, words=words, **said)
    _views(pen, said)
    review.hold_cycle(actor=pen.therapist, held_on=today, **said)
    _decisions(pen, said)


def _views(pen: Pen, said: dict) -> None:
    for role in ("carer", "other_carer", "restricted_carer"):
        acting = pen.family.people[role].actor(AT)
        review.keep_view(actor=acting, told=_told(pen, f"draft of {role}", pen.mine(role)), **said)
    team = may(pen.family.key, Capability.WRITE_CLINICAL_NOTES)
    for role in ("second_carer", "restricted_carer"):
        told = _told(pen, f"view of {role}", either(team, pen.mine(role)))
        acting = pen.family.people[role].actor(AT)
        review.show_view(actor=acting, showing=pen.new("showing"), told=told, to_all=False, **said)
    circle, restricted = may(pen.family.key, Capability.READ_TALK), pen.mine("restricted_carer")
    told = _told(pen, "view of the therapist", lambda who: circle(who) and not restricted(who))
    review.show_view(actor=pen.therapist, showing=pen.new("showing"), told=told, **said)


def _told(pen: Pen, name: str, visible: Visible) -> Told:
    questions = ("went_well", "was_hard", "matters_now", "would_ask", "child_words")
    return Told(**{question: pen.word(f"{name}: {question}", visible) for question in questions})


def _decisions(pen: Pen, said: dict) -> None:
    words = pen.word("what becomes of a goal", Capability.READ_GOALS)
    review.propose_ending(
        actor=pen.therapist,
        goal=pen.family.objects["goal"],
        decision=pen.new("ending"),
        ending=Ending.CHANGE,
        words=words,
        **said,
    )
    words = pen.word("how it goes on", Capability.READ_GOALS)
    review.propose_ahead(
        actor=pen.carer, decision=pen.new("ahead"), ahead=Ahead.LESS_OFTEN, words=words, **said
    )
