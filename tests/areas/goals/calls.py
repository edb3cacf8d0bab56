"""The actions on starts, views, weights and the clinic's goals, with inputs that are right."""

from dataclasses import replace
from uuid import uuid4

from alongside.areas.circle import gate
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries
from alongside.areas.goals.values import Rater, RatingDraft
from alongside.core.capabilities import Capability
from tests.areas.review.loop import agreed_goal


def calls(cast, world):
    """One call of each."""
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    day = cast.at.date()
    start = {"rating": uuid4(), "version": 1, "about_on": day, "words": "Mum does it."}
    goals.score_baseline(**team, goal=world.goal, at=cast.at, **start)
    fresh = agreed_goal(cast, uuid4, title="Both shoes on before school").uuid
    yield goals.score_baseline, team | start | {"goal": fresh, "rating": uuid4()}
    draft = RatingDraft(about_on=day, rater=Rater.THERAPIST, step=2, words="One sock alone.")
    yield goals.rate_goal, team | {"goal": world.goal, "rating": uuid4(), "version": 1, "draft": draft}
    yield goals.weigh_goals, team | {"weighing": uuid4(), "weighed": False}
    opened = gate.open_child(cast.hannah.actor, cast.idris, Capability.READ_GOALS, cast.at, doing="test")
    wording = replace(queries.bank_draft(opened, world.goal), harder="Runs off")
    kept = team | {"goal": world.goal, "bank": uuid4(), "draft": wording}
    goals.keep_in_bank(**kept, at=cast.at)
    yield goals.keep_in_bank, kept | {"bank": uuid4()}
    yield goals.retire_bank_goal, {"actor": cast.hannah.actor, "bank": kept["bank"]}
