"""What people said and ticked reaches the next plan: how sure they feel, what is in the house, why it is safe."""

from dataclasses import replace
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.programme.queries import week
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.planning import planner
from alongside.core.planning.plan import Rule
from alongside.core.planning_check import violations
from tests.areas.programme import building, planned
from tests.areas.programme.building import BALLOON, SOCKS, by


@pytest.fixture
def instance(cast, opened):
    planned.planned_family(cast)
    return lambda: week.instance(opened(cast.hannah, Capability.PROPOSE_PROGRAMME))


def broken(instance, plan):
    """The rules that the second pair of eyes sees broken."""
    return {one.rule for one in violations(instance, [one.choice for one in plan.choices])}


def test_each_carers_newest_word_on_how_sure_they_feel_counts(cast, instance):
    offered = building.offered(cast)
    for player, sure in ((cast.samira, 4), (cast.samira, 5), (cast.karim, 9)):
        programme.answer_placement(
            **by(player, cast), placement=offered.uuid, answer=uuid4(), yes=True, confidence=sure
        )
    told = {(one.carer, one.strategy): one.level for one in instance().confidences}
    assert told == {(str(cast.samira.uuid), SOCKS): 5, (str(cast.karim.uuid), SOCKS): 9}


def test_what_is_ticked_is_in_the_house(cast, instance):
    assert "bubble wrap" not in instance().homes[0].materials
    story.keep_things(**by(cast.samira, cast), home=None, things=("bubble wrap",))
    assert {"bubble wrap", "spoon"} <= instance().homes[0].materials


def test_a_named_therapists_reason_counts_until_something_new_is_known(cast, instance):
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code="latex", words="")
    building.place(cast, strategy=BALLOON, routine="play.indoor", override="Foil ones only.")
    (cleared,) = instance().clearances
    assert (cleared.strategy, cleared.by, cleared.because) == (BALLOON, "Hannah", "Foil ones only.")
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code="mouths_objects", words="")
    held = [one.strategy for one in instance().clearances]
    assert held in ([], [BALLOON])
    plan = planner.plan_week(instance())
    assert broken(instance(), plan) == set()


def test_more_minutes_never_make_a_real_familys_week_worse(cast, instance):
    before = planner.plan_week(instance())
    assert before.proven
    more = planner.with_more_minutes(instance(), before)
    assert more.points >= 0


def test_a_fault_in_a_real_week_is_seen(cast, instance):
    """A budget, a paused day and a safety code, each ignored once after the plan was made."""
    now = instance()
    plan = planner.plan_week(now)
    assert broken(now, plan) == set()
    home = now.homes[0]
    chosen = {one.choice.strategy for one in plan.choices}
    paused = replace(now, homes=(replace(home, paused=frozenset(range(7))),))
    short = replace(now, homes=(replace(home, minutes=(1,) * 7),))
    unsafe = replace(
        now,
        strategies=tuple(
            replace(one, safety=frozenset({"no such code"})) if one.id in chosen else one
            for one in now.strategies
        ),
    )
    assert "paused" in broken(paused, plan)
    assert "minutes" in broken(short, plan)
    assert "safety" in broken(unsafe, plan)


def test_every_refusal_of_a_real_library_has_a_rule_and_words(instance):
    now = instance()
    refused = planner.refusals(now, planner.plan_week(now))
    assert all(one.why.text for one in refused)
    assert {Rule.MATERIALS, Rule.NO_GOAL, Rule.AGE} <= {one.rule for one in refused}
