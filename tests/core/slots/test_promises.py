"""What the planner of times promises: rules kept, times that stay, the same answer twice, an answer at any moment."""

from dataclasses import replace

import pytest

from alongside.config.slots.generate import made
from alongside.config.slots.table import ill
from alongside.core.slot_checker import moved_families, violations, worth
from alongside.core.slots import planner, what_if
from alongside.core.slots.instance import Change, Child, Instance, Shift, ShiftOf, Site, Therapist, Time
from alongside.core.slots.planner import REPAIR, greedy_plan, plan
from tests.core.slots.small_clinics import small, watch


@pytest.fixture(scope="module")
def clinic():
    """Three therapists, thirty children, two sites."""
    return made(3, 30, 2, seed=4)


@pytest.fixture(scope="module")
def planned(clinic):
    """Its plan."""
    return plan(clinic, watch(4))


def test_a_plan_breaks_no_rule_and_is_better_than_first_come_first_served(clinic, planned):
    assert violations(clinic, planned.placements) == ()
    assert greedy_plan(clinic, watch()).objective <= planned.objective <= planned.bound


def test_a_second_count_comes_to_the_same_points_part_by_part(clinic, planned):
    for one in (planned, greedy_plan(clinic, watch())):
        assert worth(clinic, one.placements) == {part.value: points for part, points in one.parts.items()}


def test_all_reasons_together_are_the_objective(planned):
    told = sum(reason.points for one in planned.explained for reason in one.reasons)
    assert planned.objective == told + planned.parts["siblings"] + planned.parts["gaps"]


def test_every_child_is_placed_or_told_why_not(clinic, planned):
    placed = [one.child for one in planned.placements]
    missing = {one.child: one.missing for one in planned.left_out}
    for child in clinic.children:
        assert placed.count(child.id) + missing.get(child.id, 0) == child.sessions
    assert all(one.why.text and "{" not in one.why.text for one in planned.left_out)


def test_the_same_clinic_gets_the_same_plan_when_the_search_ends_by_itself(monkeypatch):
    monkeypatch.setattr(planner, "_PATIENCE", 4)
    first, second = plan(small(3), watch()), plan(small(3), watch())
    assert (first.placements, first.bound) == (second.placements, second.bound)


def test_somebody_who_stops_gets_the_best_so_far(clinic):
    told = []
    found = plan(clinic, watch(progress=lambda *step: told.append(step), stop=lambda: True))
    assert violations(clinic, found.placements) == ()
    assert found.placements
    assert told[-1][:2] == (found.objective, found.bound)


def test_a_repair_moves_nobody_whose_time_is_still_possible(clinic):
    without = ill(clinic)
    greedy = greedy_plan(without, watch(), REPAIR)
    found = plan(without, watch(4), REPAIR)
    assert violations(without, found.placements) == ()
    assert set(found.moved) == moved_families(without, found.placements)
    assert 0 < len(found.moved) <= len(greedy.moved)
    assert greedy.objective <= found.objective <= found.bound


def test_a_pin_stays_and_one_that_breaks_a_rule_is_told(clinic, planned):
    pin = planned.placements[-1].time
    wrong = replace(planned.placements[0].time, weekday=6)
    pinned = replace(clinic, pins=(pin, wrong))
    found = plan(pinned, watch(3))
    assert pin in [one.time for one in found.placements]
    assert [one.pin for one in found.unkept] == [wrong]
    assert violations(pinned, found.placements, [wrong]) == ()


def test_two_pins_at_one_time_are_not_both_kept():
    clinic = made(1, 6, 1, seed=2)
    first = plan(clinic, watch(2)).placements[0]
    other = next(one.id for one in clinic.children if one.id != first.child)
    pins = (
        first.time,
        Time(child=other, therapist=first.therapist, weekday=first.weekday, start=first.start),
    )
    found = plan(replace(clinic, pins=pins), watch(2))
    assert [one.pin for one in found.unkept] == [pins[1]]


def test_what_if_somebody_worked_more(clinic):
    days = {one: set(range(5)) - {shift.weekday for shift in one.shifts} for one in clinic.therapists}
    person = next(one for one in clinic.therapists if days[one])
    free = min(days[person])
    shift = Shift(weekday=free, start=480, until=1080, site=person.shifts[0].site)
    change = Change(more=(ShiftOf(therapist=person.id, shift=shift),))
    both = what_if.compared(replace(clinic, what_if=change), watch(6))
    changed = what_if.changed(replace(clinic, what_if=change))
    assert violations(clinic, both.as_is.placements) == ()
    assert violations(changed, both.then.placements) == ()
    assert any((one.therapist, one.weekday) == (person.id, free) for one in both.then.placements)
    assert both.then.bound >= both.as_is.objective


@pytest.mark.parametrize("mode", ["plan", "repair"])
def test_a_clinic_where_nobody_can_be_seen_is_told_and_not_an_error(mode):
    site, child = Site(id="s"), Child(id="c", minutes=30)
    nobody = Instance(sites=(site,), therapists=(Therapist(id="t", shifts=()),), children=(child,))
    for clinic, left in ((nobody, 1), (replace(nobody, children=()), 0)):
        found = plan(clinic, watch(2), mode)
        assert (found.placements, found.objective, found.bound, len(found.left_out)) == ((), 0, 0, left)


def test_a_repair_says_that_it_does_not_look_for_those_who_waited_before():
    clinic = small(1)
    found = plan(clinic, watch(2), REPAIR)
    assert found.placements == ()
    assert {one.why.code for one in found.left_out} == {"waits"}
