"""What the planner promises whatever the week: more time never harms, no is no, a pause adds nothing elsewhere."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from alongside.config.planning.families import KINDS, family
from alongside.core.planning import planner
from alongside.core.planning.instance import Ban
from alongside.core.planning.weights import Part
from alongside.core.planning_check import recounted, unkept_pins, violations

FAMILIES = range(len(KINDS) - 1)  # Each kind once, without the large library.


def choices(plan):
    """The choices of a plan without their reasons."""
    return [one.choice for one in plan.choices]


def plan_of(instance):
    """The plan of a week, which must be proven for a promise to be judged by it."""
    plan = planner.plan_week(instance)
    assert plan.proven
    return plan


def shuffled(instance, seed):
    """The same week with everything in another order."""
    draw = Random(seed)

    def mixed(things):
        return tuple(draw.sample(things, len(things)))

    return replace(
        instance,
        goals=mixed(instance.goals),
        homes=mixed(instance.homes),
        routines=mixed(instance.routines),
        carers=mixed(instance.carers),
        strategies=tuple(replace(one, grades=mixed(one.grades)) for one in mixed(instance.strategies)),
        confidences=mixed(instance.confidences),
        tried=mixed(instance.tried),
        pins=mixed(instance.pins),
        bans=mixed(instance.bans),
        clearances=mixed(instance.clearances),
    )


@pytest.mark.parametrize("number", FAMILIES)
def test_a_made_up_family_gets_a_sound_week_with_its_own_numbers(number):
    instance = family(number).instance
    plan = plan_of(instance)
    assert violations(instance, choices(plan)) == []
    told = Counter()
    for one in plan.choices:
        for reason in one.reasons:
            told[reason.part.value] += reason.points
    counted = {name: points for name, points in recounted(instance, choices(plan)).items() if points}
    assert {name: points for name, points in told.items() if points} == counted
    assert {part.value: points for part, points in plan.parts.items() if points} == counted
    assert sum(one.points for one in plan.choices) == plan.objective
    assert sorted(one.strategy for one in plan.unkept) == sorted(unkept_pins(instance, choices(plan)))


@pytest.mark.parametrize("number", FAMILIES)
def test_more_minutes_never_lower_the_objective(number):
    instance = replace(family(number).instance, pins=())
    before = plan_of(instance)
    homes = tuple(replace(home, minutes=tuple(day + 2 for day in home.minutes)) for home in instance.homes)
    assert plan_of(replace(instance, homes=homes)).objective >= before.objective
    more = planner.with_more_minutes(instance, before)
    assert more.points == more.plan.objective - before.objective >= 0


@pytest.mark.parametrize("number", FAMILIES)
def test_what_somebody_said_no_to_is_never_chosen(number):
    instance = family(number).instance
    no = choices(plan_of(instance))[0]
    without = replace(instance, bans=(*instance.bans, Ban(strategy=no.strategy)))
    assert no.strategy not in {one.strategy for one in choices(plan_of(without))}
    elsewhere = replace(instance, bans=(*instance.bans, Ban(strategy=no.strategy, routine=no.routine)))
    assert (no.strategy, no.routine) not in {
        (one.strategy, one.routine) for one in choices(plan_of(elsewhere))
    }


@pytest.mark.parametrize("number", FAMILIES)
def test_a_paused_day_is_empty_and_no_other_day_goes_over_its_budget(number):
    instance = family(number).instance
    day = choices(plan_of(instance))[0].days[0]
    homes = tuple(replace(home, paused=home.paused | {day}) for home in instance.homes)
    paused = replace(instance, homes=homes)
    plan = plan_of(paused)
    assert violations(paused, choices(plan)) == []
    assert all(day not in one.days for one in choices(plan))


@pytest.mark.parametrize("number", [0, 1, 6])
def test_the_order_of_the_input_changes_nothing(number):
    instance = family(number).instance
    plan = planner.plan_week(instance)
    told = planner.refusals(instance, plan)
    for seed in range(20):
        again = shuffled(instance, seed)
        assert planner.plan_week(again) == plan
        assert planner.refusals(again, plan) == told


def test_a_family_is_made_up_the_same_each_time():
    assert family(6) == family(6) != family(14)


@pytest.mark.parametrize("number", FAMILIES)
def test_every_idea_is_chosen_or_has_a_reason(number):
    instance = family(number).instance
    plan = planner.plan_week(instance)
    refused = {one.strategy for one in planner.refusals(instance, plan)}
    chosen = {one.strategy for one in choices(plan)}
    assert refused | chosen == {one.id for one in instance.strategies}
    assert refused & chosen == set()
    assert all(one.why.text for one in planner.refusals(instance, plan))


@pytest.mark.parametrize("number", FAMILIES)
def test_on_a_bad_week_one_idea_after_the_other_rests(number):
    instance = replace(family(number).instance, pins=())
    plan = plan_of(instance)
    rests = planner.first_to_rest(instance, plan)
    assert {one.choice.place for one in rests} == {one.choice.place for one in plan.choices}
    assert sum(one.points for one in rests) == plan.objective


def test_parts_are_told_in_one_order():
    assert list(planner.plan_week(family(0).instance).parts) == list(Part)
