"""Rules that speak of a place or of who is near: kept by the planner, and noticed when one is taken away."""

from dataclasses import replace
from datetime import date

import pytest

from alongside.core import safety
from alongside.core.planning import places, planner
from alongside.core.planning.instance import Attention, Clearance
from alongside.core.planning_check import violations
from alongside.core.safety_rules import RULES, Rule, Ruling, Watch
from tests.core.planning.small_weeks import grade, routine, strategy, week

PLACED = [
    (code, at, rule)
    for code, rules in sorted(RULES.items())
    for at, rule in enumerate(rules.rules)
    if rule.ruling is Ruling.NEVER_UNLESS and rule.asks_where
]


def forbidden(code: str, rule: Rule):
    """A week with one idea and one routine in which exactly this rule says no."""
    near = Attention(max(0, rule.watch - 1)) if rule.watch else Attention.FULL
    place = min(rule.places, default="home")
    here = routine(
        "r",
        code=min(rule.routines, default="morning.dress"),
        place=place,
        attention=near,
        who=frozenset({"c"}),
    )
    idea = strategy(
        "s1",
        safety=frozenset({code}),
        settings=frozenset({place}),
        grades=(grade(attention=Attention.NONE),),
    )
    instance = week(idea, routines=(here,))
    months = rule.under_age * 12 - 1 if rule.under_age else 9 * 12
    child = replace(instance.child, facts=frozenset(sorted(rule.facts)[:1]), age_months=months)
    return replace(instance, child=child)


def chosen(instance):
    return [one.choice.strategy for one in planner.plan_week(instance).choices]


def broken(instance):
    plan = planner.plan_week(instance)
    return {one.rule for one in violations(instance, [one.choice for one in plan.choices])}


@pytest.mark.parametrize(("code", "at", "rule"), PLACED, ids=[f"{code}-{at}" for code, at, _ in PLACED])
def test_each_rule_about_a_place_that_is_removed_is_noticed(code, at, rule, monkeypatch):
    instance = forbidden(code, rule)
    assert chosen(instance) == []
    without = [one for one in RULES[code].rules if one.ruling < Ruling.NEVER_UNLESS]
    monkeypatch.setattr(safety, "RULES", {**RULES, code: replace(RULES[code], rules=tuple(without))})
    assert (chosen(instance), broken(instance)) == (["s1"], {"safety"})


@pytest.mark.parametrize(("code", "at", "rule"), PLACED, ids=[f"{code}-{at}" for code, at, _ in PLACED])
def test_the_same_idea_is_free_where_the_rule_does_not_reach(code, at, rule):
    instance = forbidden(code, rule)
    free = routine("r", attention=Attention.FULL, place="home")
    idea = replace(instance.strategies[0], settings=frozenset({"home"}))
    assert chosen(replace(instance, routines=(free,), strategies=(idea,))) == ["s1"]


def test_a_clearance_speaks_of_the_child_and_never_of_a_place():
    nobody = forbidden("water", next(rule for code, _, rule in PLACED if code == "water"))
    cleared = Clearance(strategy="s1", by="A. Therapist", because="We looked.", on=date(2026, 9, 4))
    assert chosen(replace(nobody, clearances=(cleared,))) == []
    trach = replace(nobody, child=replace(nobody.child, facts=frozenset({"trach"})), clearances=(cleared,))
    watched = replace(trach, routines=(replace(trach.routines[0], attention=Attention.FULL),))
    assert (chosen(trach), chosen(watched), broken(watched)) == ([], ["s1"], set())


def test_a_place_that_nobody_described_counts_as_every_place():
    crash = forbidden(
        "weighted_item", next(r for code, _, r in PLACED if code == "weighted_item" and r.places)
    )
    elsewhere = replace(
        crash,
        routines=(replace(crash.routines[0], place="the moon"),),
        strategies=(replace(crash.strategies[0], settings=frozenset({"the moon"})),),
    )
    assert chosen(elsewhere) == []


def test_a_planner_that_forgets_the_places_is_noticed(monkeypatch):
    instance = forbidden("water", next(rule for code, _, rule in PLACED if code == "water"))
    monkeypatch.setattr(places, "_unsafe_here", lambda *_: None)
    assert broken(instance) == {"safety"}


def test_the_planner_says_why_not_here():
    instance = forbidden("water", next(rule for code, _, rule in PLACED if code == "water"))
    _, (refused,) = places.candidates(places.Week(instance))
    assert refused.rule.value == "safety"
    assert "nobody within touch" in str(refused.why)
    assert [one.value for one in Watch] == [one.value for one in Attention]
