"""The planner: the best week for one family, proven, with a reason for everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from alongside.core.planning.apart import apart
from alongside.core.planning.days import best_days
from alongside.core.planning.instance import Home, Instance, Pin
from alongside.core.planning.model import PIN, model
from alongside.core.planning.places import Candidate, Week, candidates, covers
from alongside.core.planning.plan import Choice, Explained, Plan, Refused, Rule
from alongside.core.planning.reasons import Placed, explained
from alongside.core.planning.search import NODES, search
from alongside.core.planning.weights import Part
from alongside.core.routines import ROUTINES
from alongside.core.words import gettext_noop, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What more minutes a day would bring: the plan then, the points gained, what comes in and what goes out."""

    minutes: int
    plan: Plan
    points: int
    comes: tuple[Choice, ...]
    goes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """The idea that rests next on a bad week, and the points that the week then has less."""

    choice: Choice
    points: int


def plan_week(instance: Instance, nodes: int = NODES) -> Plan:
    """The best week by the objective; ``bound`` says how much better any week could be.

    The answer does not depend on the order of anything in the instance, on the clock or on the machine.
    """
    week = Week(instance)
    found, refused = candidates(week)
    return _solved(week, found, refused, nodes)


def refusals(instance: Instance, plan: Plan) -> tuple[Refused, ...]:
    """Every idea that is not in the plan, with the rule that kept it out, by strategy."""
    _, refused = candidates(Week(instance))
    known = {one.strategy for one in refused} | {one.choice.strategy for one in plan.choices}
    left = [one.id for one in instance.strategies if one.id not in known]
    better = [Refused(strategy=one, rule=Rule.BETTER, why=phrase(Rule.BETTER.value, _BETTER)) for one in left]
    return tuple(sorted([*refused, *better], key=lambda one: one.strategy))


def with_more_minutes(instance: Instance, plan: Plan, minutes: int = 5, nodes: int = NODES) -> More:
    """The same week planned again with more minutes on every day and in every routine."""
    homes = tuple(_roomier(instance, minutes))
    routines = tuple(replace(one, minutes=one.minutes + minutes) for one in instance.routines)
    then = plan_week(replace(instance, homes=homes, routines=routines), nodes)
    before = {one.choice.place: one.choice for one in plan.choices}
    after = {one.choice.place: one.choice for one in then.choices}
    return More(
        minutes=minutes,
        plan=then,
        points=then.objective - plan.objective,
        comes=tuple(choice for place, choice in after.items() if before.get(place) != choice),
        goes=tuple(choice for place, choice in before.items() if after.get(place) != choice),
    )


def first_to_rest(instance: Instance, plan: Plan) -> tuple[Rests, ...]:
    """In which order the ideas of a plan rest on a bad week: each time the best week with one idea less stays."""
    rests: list[Rests] = []
    now = plan
    while now.choices:
        then = _fewer(instance, now)
        stay = {one.choice.place for one in then.choices}
        gone = [one.choice for one in now.choices if one.choice.place not in stay]
        lost = now.objective - then.objective
        rests += [Rests(choice=choice, points=lost if at == 0 else 0) for at, choice in enumerate(gone)]
        now = then
    return tuple(rests)


def _fewer(instance: Instance, plan: Plan) -> Plan:
    """The best week of the same ideas with one less."""
    week = Week(replace(instance, most_ideas=len(plan.choices) - 1))
    mine = {(one.choice.place, one.choice.step) for one in plan.choices}
    found = [
        one
        for one in candidates(week)[0]
        if ((one.routine.home, one.routine.id, one.strategy.id), one.grade.step) in mine
    ]
    return _solved(week, found, [], NODES)


def _roomier(instance: Instance, minutes: int) -> list[Home]:
    return [replace(home, minutes=tuple(day + minutes for day in home.minutes)) for home in instance.homes]


def _solved(week: Week, found: list[Candidate], refused: Sequence[Refused], nodes: int) -> Plan:
    numbers = model(week, found)
    answer = search(numbers, nodes)
    kinds = [numbers.classes[numbers.columns[at].days] for at in answer.columns]
    days = apart(kinds, numbers.limits, best_days(kinds, numbers.limits) or ())
    placed = [
        Placed(one=numbers.candidates[at], days=mine) for at, mine in zip(answer.columns, days, strict=True)
    ]
    choices = explained(week, sorted(placed, key=_through_the_day))
    kept = sum(_kept(pin, placed) for pin in week.pins)
    return Plan(
        choices=choices,
        parts=_parts(choices),
        bound=answer.bound - PIN * kept,
        unkept=tuple(_unkept(pin, found, refused) for pin in week.pins if not _kept(pin, placed)),
        nodes=answer.nodes,
    )


def _through_the_day(placed: Placed) -> tuple[str, int, str, str]:
    known = ROUTINES.get(placed.one.routine.code)
    order = known.order if known else len(ROUTINES)
    return placed.one.routine.home, order, placed.one.routine.id, placed.one.strategy.id


def _parts(choices: Sequence[Explained]) -> Mapping[Part, int]:
    parts = dict.fromkeys(Part, 0)
    for one in choices:
        for reason in one.reasons:
            parts[reason.part] += reason.points
    return MappingProxyType(parts)


def _kept(pin: Pin, placed: Sequence[Placed]) -> bool:
    return any(mine.one.strategy.id == pin.strategy and covers(pin, mine.one.routine) for mine in placed)


def _unkept(pin: Pin, found: Sequence[Candidate], refused: Sequence[Refused]) -> Refused:
    """Why a pin has no place."""
    for one in refused:
        if one.strategy == pin.strategy:
            return one
    here = any(one.strategy.id == pin.strategy and covers(pin, one.routine) for one in found)
    rule, sentence = (Rule.ROOM, _NO_ROOM) if here else (Rule.ROUTINE, _NOT_THERE)
    return Refused(strategy=pin.strategy, rule=rule, why=phrase(f"pin.{rule.value}", sentence))


_BETTER = gettext_noop("Other ideas fit this week better.")
_NO_ROOM = gettext_noop("There is no room for it beside what else is pinned.")
_NOT_THERE = gettext_noop("It fits somewhere, and not in the place it was pinned to.")
