"""The start and the views of one goal, and the clinic's own goal that came from it."""

from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import BankDraft, Rater, RatingDraft
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.pen import Pen
from tests.matrix.world import only

_TEAMS = {"a": ("therapist", "other_therapist"), "b": ("other_clinics_therapist",)}


def rate(pen: Pen) -> None:
    """The start, both views and a teacher's."""
    asked = {"child": pen.child, "goal": pen.family.objects["goal"], "version": 1, "at": AT}
    said = pen.word("start: words", Capability.READ_GOALS)
    goals.score_baseline(
        actor=pen.therapist, rating=pen.new("start"), about_on=AT.date(), words=said, **asked
    )
    views = ((pen.carer, Rater.PARENT), (pen.therapist, Rater.THERAPIST), (pen.carer, Rater.TEACHER))
    for actor, rater in views:
        draft = RatingDraft(
            about_on=AT.date(),
            rater=rater,
            step=3,
            rater_name=pen.word("teacher", Capability.READ_GOALS) if rater is Rater.TEACHER else "",
            words=pen.word(f"rating of {rater}", Capability.READ_GOALS),
        )
        goals.rate_goal(actor=actor, rating=pen.new(f"rating_{rater}"), draft=draft, **asked)


def keep(pen: Pen) -> None:
    """The clinic's own goal is for every therapist of the clinic and for nobody else."""

    def word(name: str) -> str:
        return pen.word(f"bank: {name}", only(*_TEAMS.get(pen.family.key[0], ())))

    draft = BankDraft(
        title=word("title"),
        does=word("does"),
        where_when=word("where"),
        with_help=word("help"),
        how_often=word("often"),
        steps=(word("1"), word("2"), word("3"), word("4"), word("5")),
        harder=word("harder"),
        scored_from=word("scored from"),
    )
    asked = {"child": pen.child, "goal": pen.family.objects["goal"], "bank": pen.new("bank"), "at": AT}
    goals.keep_in_bank(actor=pen.therapist, draft=draft, **asked)
