"""The planner finds the best week and proves it: compared with every plan there is, on small weeks."""

import pytest

from alongside.core.planning.instance import Pin
from alongside.core.planning.planner import plan_week
from alongside.core.planning_check import recounted, unkept_pins, violations
from tests.core.planning.small_weeks import best_of_all, drawn, home, replace, strategy, week


def choices(plan):
    """The choices of a plan without their reasons."""
    return [one.choice for one in plan.choices]


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_of_all_plans_is_better(seed):
    instance = drawn(seed)
    plan = plan_week(instance)
    assert plan.proven
    assert violations(instance, choices(plan)) == []
    assert (0, plan.objective) == best_of_all(instance)


@pytest.mark.parametrize("seed", range(40, 45))
def test_pins_come_before_points(seed):
    instance = replace(drawn(seed), pins=(Pin(strategy="s2"), Pin(strategy="s1", home="h")))
    plan = plan_week(instance)
    kept = -len(unkept_pins(instance, choices(plan)))
    assert plan.proven
    assert (kept, plan.objective) == best_of_all(instance)
    assert len(plan.unkept) == -kept


@pytest.mark.parametrize("seed", range(4))
def test_a_bound_that_is_not_reached_still_holds(seed):
    instance = drawn(seed)
    plan = plan_week(instance, nodes=1)
    assert violations(instance, choices(plan)) == []
    assert plan.objective <= best_of_all(instance)[1] <= plan.bound
    assert sum(recounted(instance, choices(plan)).values()) == plan.objective


def test_a_plain_week_is_the_task_in_its_routine_on_five_days():
    plan = plan_week(week())
    (one,) = choices(plan)
    assert (one.strategy, one.routine, one.carer, len(one.days)) == ("s1", "dress", "c", 5)
    assert plan.objective == 4 * (16 + 3) + 4 * 16 + 24 + 90 + 3 - 100 - 25


def test_days_are_moved_apart():
    (one,) = choices(plan_week(week(strategy("s1", most_days=3))))
    assert all((day + 1) % 7 not in one.days for day in one.days)


@pytest.mark.parametrize(
    "changes",
    [
        {"strategies": ()},
        {"goals": ()},
        {"routines": ()},
        {"most_ideas": 0},
        {"homes": (home(minutes=0),)},
        {"homes": (home(energy=0),)},
        {"homes": (home(paused=frozenset(range(7))),)},
    ],
)
def test_a_week_without_room_is_planned_empty(changes):
    plan = plan_week(replace(week(), **changes))
    assert (plan.choices, plan.objective, plan.bound) == ((), 0, 0)
