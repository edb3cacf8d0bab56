"""Planning how a goal is counted, and asking who will count."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.goals import actions as goals
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.actions import AlreadyCounted, GoalIsClosed
from alongside.areas.practice.models import ProbePlan
from alongside.core.capabilities import Capability
from alongside.core.evidence import Scale, drawn_start
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.practice.counting import agreed_plan, counted, draft, planned, says
from tests.areas.review.loop import agreed_goal

pytestmark = pytest.mark.both_engines


def asks(opened, player):
    return [(one.plan.name, one.agreed) for one in queries.my_counts(opened(player, Capability.READ_TALK))]


def test_a_plan_asks_the_named_people_and_nobody_else(cast, opened):
    plan = planned(cast, collectors=(cast.samira.uuid, cast.grandma.uuid))
    assert (plan.name, plan.by, plan.design.most, plan.ended_at) == ("Shoes", "Hannah", 5, None)
    assert asks(opened, cast.samira) == asks(opened, cast.grandma) == [("Shoes", False)]
    assert asks(opened, cast.karim) == []
    says(cast, plan, cast.samira)
    says(cast, plan, cast.samira)
    assert asks(opened, cast.samira) == [("Shoes", True)]
    with pytest.raises(NotFound):
        says(cast, plan, cast.karim)


def test_a_no_needs_no_reason_and_ends_the_asking(cast, opened):
    plan = planned(cast)
    says(cast, plan, cast.samira, agree=False)
    says(cast, plan, cast.samira, agree=False)
    assert asks(opened, cast.samira) == []
    again = {"actor": cast.hannah.actor, "child": cast.idris, "plan": plan.uuid, "at": cast.at}
    for _ in range(2):
        practice.ask_to_count(**again, people=(cast.samira.uuid, cast.karim.uuid))
    assert asks(opened, cast.samira) == asks(opened, cast.karim) == [("Shoes", False)]


def test_a_therapist_who_names_herself_has_said_yes(cast, opened):
    planned(cast, collectors=(cast.hannah.uuid,))
    assert asks(opened, cast.hannah) == [("Shoes", True)]


def test_the_start_lies_after_the_baseline_and_is_drawn_once_from_the_stored_seed(cast):
    chosen = planned(cast).design
    assert chosen.idea_starts_on == chosen.starts_on + timedelta(days=6)
    assert not chosen.is_drawn
    for seed in range(12):
        plan = planned(cast, seed=seed, starts=5)
        days = plan.design.possible_starts
        assert days == tuple(plan.design.starts_on + timedelta(days=6 + more) for more in range(5))
        assert plan.design.idea_starts_on == drawn_start(days, seed)
        assert ProbePlan.objects.get(uuid=plan.uuid).seed == seed


def test_sending_a_plan_twice_draws_nothing_again(cast):
    goal = agreed_goal(cast, uuid4).uuid
    said = {
        "actor": cast.hannah.actor,
        "child": cast.idris,
        "goal": goal,
        "plan": uuid4(),
        "at": cast.at,
    }
    first = practice.plan_probes(**said, draft=draft(cast, starts=9), seed=3)
    assert practice.plan_probes(**said, draft=draft(cast, starts=2, name="Other"), seed=4) == first


def test_one_plan_a_goal_at_a_time(cast, opened):
    goal = agreed_goal(cast, uuid4).uuid
    plan = agreed_plan(cast, goal)
    counted(cast, plan, 2)
    with pytest.raises(AlreadyCounted):
        planned(cast, goal)
    practice.end_probes(actor=cast.hannah.actor, child=cast.idris, plan=plan.uuid, at=cast.at)
    assert asks(opened, cast.samira) == []
    newer = planned(cast, goal, name="Laces", scale=Scale.MINUTES, most=20, hoped=5, more_is_better=False)
    seen = queries.evidence(opened(cast.hannah, Capability.READ_GOALS), goal)
    assert (seen.plan, seen.probes, seen.other_plans) == (newer, (), 1)


def test_only_the_childs_therapist_plans_and_only_for_an_open_goal_of_this_child(cast):
    goal = agreed_goal(cast, uuid4).uuid
    for player in (cast.samira, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            planned(cast, goal, player=player)
    with pytest.raises(NotFound):
        planned(cast, goal, player=cast.other_therapist)
    goals.close_goal(actor=cast.hannah.actor, child=cast.idris, goal=goal, words="", at=cast.at)
    with pytest.raises(GoalIsClosed):
        planned(cast, goal)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("baseline", 2),
        ("baseline", 31),
        ("starts", 0),
        ("starts", 15),
        ("most", 21),
        ("hoped", 6),
        ("hoped", 0),
        ("name", ""),
        ("collectors", ()),
    ],
)
def test_a_plan_has_bounds(cast, field, wrong):
    with pytest.raises(InvalidInput) as refused:
        planned(cast, **{field: wrong})
    assert refused.value.field == field


def test_nobody_outside_the_circle_counts_and_a_restricted_carer_only_when_named(cast):
    with pytest.raises(InvalidInput):
        planned(cast, collectors=(cast.other_parent.uuid,))
    restrict = {"actor": cast.hannah.actor, "child": cast.idris, "person": cast.karim.uuid, "at": cast.at}
    circle.restrict_carer(**restrict, named=[])
    with pytest.raises(InvalidInput):
        planned(cast, collectors=(cast.karim.uuid,))
    circle.restrict_carer(**restrict, named=[Capability.WRITE_ENTRIES])
    assert planned(cast, collectors=(cast.karim.uuid,)).name == "Shoes"


def test_baselines_of_other_plans_are_known_so_that_starts_can_be_staggered(cast, opened):
    planned(cast, agreed_goal(cast, uuid4, title="Both socks").uuid)
    planned(cast, agreed_goal(cast, uuid4, title="Laces").uuid, baseline=9)
    assert sorted(queries.baselines(opened(cast.hannah, Capability.READ_GOALS))) == [6, 9]
