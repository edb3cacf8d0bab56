"""Every action about answering and grading, with inputs that are right."""

from uuid import uuid4

from alongside.areas.programme import actions as programme
from alongside.areas.programme.values import Wish
from alongside.core.moments import Fit
from tests.areas.programme.building import by


def answering_actions(cast, idea):
    about = {"placement": idea, "change": uuid4()}
    team, family = by(cast.hannah, cast) | about, by(cast.samira, cast) | about
    yield programme.bound_grades, team | {"least": 0, "most": 0}
    yield programme.regrade_by_fit, family | {"fit": Fit.TOO_HARD}
    said = {"yes": False, "confidence": 5, "wish": Wish.EASIER, "question": "How long?"}
    yield programme.answer_placement, by(cast.samira, cast) | {"placement": idea, "answer": uuid4()} | said
    yield programme.refuse_placement, family | {"words": ""}
