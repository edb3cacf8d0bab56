"""An idea of one home with who does what in it, and what its grown-up answered, a canary in every word."""

from alongside.areas.programme import actions as programme
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.pen import Pen
from tests.matrix.world import either, may, only


def idea_of_one_home(pen: Pen) -> None:
    """It lives in the first carer's home; after it home_of_one, which names both homes."""
    team = {"actor": pen.therapist, "child": pen.child, "at": AT}
    idea = pen.new("home_idea")
    readers = either(pen.mine("carer"), _therapist(pen))
    programme.place_idea(
        **team,
        placement=idea,
        title=pen.word("idea of one home: title", readers),
        family_words=pen.word("idea of one home: what to do", readers),
        words_that_help=pen.word("idea of one home: words that help", readers),
        routine="bath",
        minutes=1,
        home=pen.family.objects["home"],
    )
    parts = {
        name: pen.word(f"idea of one home: {name}", readers) for name in ("your_part", "our_part", "notice")
    }
    programme.reword_placement(**team, placement=idea, change=pen.new("parts"), **parts)
    why = pen.word("idea of one home: why not yet", readers)
    programme.share_programme(**team, placements=(idea,), not_yet={idea: why})
    question = pen.word("idea of one home: a question", may(pen.family.key, Capability.PROPOSE_PROGRAMME))
    said = {"yes": True, "confidence": 8, "question": question}
    programme.answer_placement(
        actor=pen.carer, child=pen.child, placement=idea, answer=pen.new("answer"), at=AT, **said
    )


def _therapist(pen: Pen):
    own = {"a1": "therapist", "a2": "other_therapist", "b1": "other_clinics_therapist"}
    return only(own.get(pen.family.key, ""))
