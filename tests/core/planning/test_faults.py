"""Seeded faults: when the planner forgets a rule the second pair of eyes sees it."""

from dataclasses import replace
from datetime import date

import pytest

from alongside.core import planning_check, safety
from alongside.core.planning import model, places, planner
from alongside.core.planning.instance import Attention, Ban, Clearance, Goal, Light, Tried
from alongside.core.planning.plan import Choice
from alongside.core.planning_check import violations
from alongside.core.safety_rules import RULES, Ruling
from tests.core.planning.small_weeks import BUTTONS, grade, home, routine, strategy, week


def live(number):
    """The first ideas are live already, so that each further one is worth its minutes."""
    return tuple(Tried(strategy=f"s{at}", home="h", live_weeks=1) for at in range(number + 1))


def two_live(**changes):
    """A week with two live ideas for one goal."""
    return week(strategy("s1"), strategy("s2"), tried=live(2), **changes)


DANGERS = sorted(
    (code, fact)
    for code, rules in RULES.items()
    for rule in rules.rules
    if rule.ruling is Ruling.NEVER_UNLESS and not rule.asks_where
    for fact in [*rule.facts, *(["food:kiwi"] if rule.any_food else [])]
)
TOO_YOUNG = sorted(
    (code, rule.under_age)
    for code, rules in RULES.items()
    for rule in rules.rules
    if rule.ruling is Ruling.NEVER_UNLESS and rule.under_age and not rule.asks_where
)
NEVER = sorted(code for code, rules in RULES.items() if rules.base is Ruling.EXCLUDED)


def seen(instance):
    """The rules that the planner's own week breaks."""
    plan = planner.plan_week(instance)
    return {one.rule for one in violations(instance, [one.choice for one in plan.choices])}


def chosen(instance):
    """The strategies of the planner's week."""
    return {one.choice.strategy for one in planner.plan_week(instance).choices}


def with_code(code, fact="", months=62):
    """A week whose only idea carries a safety code."""
    instance = week(strategy("s1", safety=frozenset({code})))
    facts = frozenset({fact} if fact else set())
    return replace(instance, child=replace(instance.child, facts=facts, age_months=months))


def test_the_second_pair_of_eyes_knows_every_code_and_fact():
    """A new code or fact is written in `core/planning_check.py` too."""
    known = set(planning_check._RULES) | planning_check._EXCLUDED
    assert known == set(RULES)
    facts = {fact for fact in safety.FACTS if not fact.startswith("food:")}
    assert facts == planning_check._KNOWN_FACTS


@pytest.mark.parametrize(("code", "fact"), DANGERS)
def test_each_safety_rule_that_is_removed_is_noticed(code, fact, monkeypatch):
    instance = with_code(code, fact)
    assert chosen(instance) == set()
    monkeypatch.setattr(safety, "RULES", {**RULES, code: replace(RULES[code], rules=())})
    assert chosen(instance) == {"s1"}
    assert seen(instance) == {"safety"}


@pytest.mark.parametrize(("code", "age"), TOO_YOUNG)
def test_each_age_rule_that_is_removed_is_noticed(code, age, monkeypatch):
    young, old_enough = with_code(code, months=age * 12 - 1), with_code(code, months=age * 12)
    assert (chosen(young), chosen(old_enough)) == (set(), {"s1"})
    monkeypatch.setattr(safety, "RULES", {**RULES, code: replace(RULES[code], rules=())})
    assert seen(young) == {"safety"}
    assert seen(old_enough) == set()


@pytest.mark.parametrize("code", NEVER)
def test_what_is_always_excluded_is_noticed_even_when_somebody_cleared_it(code, monkeypatch):
    cleared = Clearance(strategy="s1", by="A. Therapist", because="We looked.", on=date(2026, 9, 4))
    instance = replace(with_code(code), clearances=(cleared,))
    assert chosen(instance) == set()
    monkeypatch.setattr(safety, "RULES", {**RULES, code: replace(RULES[code], base=Ruling.WARN)})
    assert seen(instance) == {"safety"}


@pytest.mark.parametrize(("code", "fact"), [("no_such_code", ""), ("eyes", "no such fact")])
def test_what_nobody_knows_is_never_chosen(code, fact, monkeypatch):
    instance = with_code(code, fact)
    assert chosen(instance) == set()
    monkeypatch.setattr(places, "_unsafe", lambda *_: None)
    assert seen(instance) == {"safety"}


def test_a_named_clearance_lifts_what_can_be_lifted():
    instance = with_code("balloon", "latex")
    cleared = Clearance(strategy="s1", by="A. Therapist", because="Foil ones.", on=date(2026, 9, 4))
    assert chosen(replace(instance, clearances=(cleared,))) == {"s1"}
    assert seen(replace(instance, clearances=(cleared,))) == set()


@pytest.mark.parametrize(
    ("fault", "rule", "instance"),
    [
        ("home minutes", "minutes", two_live(homes=(home(minutes=5),))),
        ("home energy", "energy", two_live(homes=(home(energy=1),))),
        ("routine minutes", "minutes", two_live(routines=(routine("r", minutes=7),))),
        ("routine energy", "energy", two_live(routines=(routine("r", energy=1),))),
    ],
)
def test_a_budget_that_is_ignored_is_noticed(fault, rule, instance, monkeypatch):
    assert seen(instance) == set()
    real = model._limit
    monkeypatch.setattr(
        model, "_limit", lambda week, one, kind, day: 999 if kind == fault else real(week, one, kind, day)
    )
    assert seen(instance) == {rule}


@pytest.mark.parametrize(
    "instance",
    [
        week(homes=(home(paused=frozenset({0, 1, 2, 3, 4})),)),
        week(routines=(routine("r", paused=frozenset({0, 1, 2, 3, 4})),)),
    ],
)
def test_a_paused_day_that_is_used_is_noticed(instance, monkeypatch):
    assert seen(instance) == set()
    monkeypatch.setattr(places, "_days", lambda *asked: tuple(sorted(asked[1].days)))
    assert seen(instance) == {"paused"}


_CLOSED = [
    ("banned", "_not_here", week(bans=(Ban(strategy="s1", routine="dress"),))),
    ("routine", "_not_here", week(strategy("s1", routines=frozenset({"bath"})))),
    ("setting", "_not_here", week(strategy("s1", settings=frozenset({"park"})))),
    ("other home", "_not_here", week(strategy("s1", homes=frozenset({"i"})))),
    ("materials", "_not_here", week(strategy("s1", materials=frozenset({"rope"})))),
    ("age", "_never", week(strategy("s1", age_from=6))),
    ("serves a goal", "_never", week(goals=(replace(BUTTONS, task="laces"),), tried=live(1))),
]


@pytest.mark.parametrize(("rule", "asked_in", "instance"), _CLOSED)
def test_a_rule_that_is_not_asked_is_noticed(rule, asked_in, instance, monkeypatch):
    assert chosen(instance) == set()
    monkeypatch.setattr(places, asked_in, lambda *_: None)
    assert seen(instance) == {rule}


def test_what_is_not_suggested_is_never_chosen_and_noticed_when_somebody_places_it():
    instance = week(strategy("s1", light=Light.RED))
    assert chosen(instance) == set()
    placed = Choice(strategy="s1", step=0, home="h", routine="dress", days=(0,), carer="c")
    assert [one.rule for one in violations(instance, [placed])] == ["not suggested"]


def test_a_grown_up_who_is_not_there_is_noticed(monkeypatch):
    busy = week(
        strategy("s1", grades=(grade(attention=Attention.FULL),)),
        routines=(routine("r", attention=Attention.NEARBY),),
    )
    alone = week(routines=(routine("r", who=frozenset()),))
    assert (chosen(busy), chosen(alone)) == (set(), set())
    monkeypatch.setattr(places, "_days", lambda *asked: tuple(sorted(asked[1].days)))
    assert (seen(busy), seen(alone)) == ({"attention"}, {"attention"})


def test_a_fifth_idea_and_the_same_idea_twice_in_a_home_are_noticed():
    instance = week(
        *(strategy(f"s{at}") for at in range(5)),
        tried=live(4),
        routines=(routine("r1", minutes=60), routine("r2", minutes=60)),
        homes=(home(minutes=99, energy=99),),
        goals=(BUTTONS, Goal(id="g2", words="two", importance=5, task="buttons")),
    )
    five = planner.plan_week(replace(instance, most_ideas=5))
    choices = [one.choice for one in five.choices]
    assert {one.rule for one in violations(instance, choices)} == {"live ideas"}
    again = replace(choices[0], routine="r2" if choices[0].routine == "r1" else "r1")
    assert "once in a home" in {one.rule for one in violations(instance, [choices[0], again])}
