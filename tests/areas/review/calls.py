"""The actions of looking back, and of goodbye, with inputs that are right."""

from datetime import timedelta
from uuid import uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.review import actions as review
from alongside.areas.review.values import Ahead, Ending, Told
from tests.areas.review.loop import agreed_goal

WEEK = timedelta(weeks=1)


def calls(cast, world):
    """One call of each, on a look back that is held and a goal of its own."""
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    family = team | {"actor": cast.samira.actor}
    yield review.open_cycle, team | {"cycle": uuid4(), "planned_on": cast.at.date(), "visit": world.visit}
    cycle, day = _held(cast, team), cast.at.date()
    about = {"cycle": cycle}
    moved = {"move": uuid4(), "planned_on": day + WEEK, "visit": world.visit, "words": "Away"}
    yield review.move_cycle, family | about | moved
    yield review.hold_cycle, team | about | {"held_on": day}
    told = Told(went_well="A", was_hard="B", matters_now="C", would_ask="D", child_words="E")
    yield review.keep_view, family | about | {"told": told}
    yield review.show_view, family | about | {"told": told, "showing": uuid4(), "to_all": True}
    yield from _decisions(cast, team, family, about)
    yield (
        review.close_cycle,
        team | about | {"next_cycle": uuid4(), "next_on": day, "next_visit": world.visit},
    )
    yield circle.say_goodbye, team
    yield circle.open_again, team


def _held(cast, team):
    cycle, said = uuid4(), team | {"at": cast.at}
    review.open_cycle(**said, cycle=cycle, planned_on=cast.at.date() + WEEK)
    review.hold_cycle(**said, cycle=cycle, held_on=cast.at.date())
    return cycle


def _decisions(cast, team, family, about):
    goal, other = (agreed_goal(cast, uuid4, title=title).uuid for title in ("Laces", "Coat"))
    ending = {"goal": goal, "decision": uuid4(), "ending": Ending.REST, "words": "Tired"}
    yield review.propose_ending, family | about | ending
    ahead = {"decision": uuid4(), "ahead": Ahead.CHECK_IN, "check_in_on": cast.at.date() + WEEK}
    yield review.propose_ahead, family | about | ahead | {"words": "So"}
    waiting = {"goal": other, "decision": uuid4(), "ending": Ending.GO_ON}
    made = review.propose_ending(**family, **about, **waiting, at=cast.at)
    answer = {"agree": False, "words": "Not yet", "thread": uuid4()}
    yield review.answer_ending, team | answer | {"decision": made.uuid, "other": Ending.REST}
    plan = review.propose_ahead(**family, **about, decision=uuid4(), ahead=Ahead.SAME, at=cast.at)
    yield review.answer_ahead, team | answer | {"decision": plan.uuid, "other": Ahead.GOODBYE}
