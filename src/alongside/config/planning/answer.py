"""A planned week as JSON: plain values in a fixed order."""

from collections.abc import Iterable
from typing import Any

from alongside.core.planning import planner
from alongside.core.planning.instance import DAYS, Instance
from alongside.core.planning.plan import Choice, Explained, Plan, Refused
from alongside.core.planning_check import violations

VERSION = 1


def answer(instance: Instance, plan: Plan) -> dict[str, Any]:
    """The week with its objective, bound and reasons, and what the second pair of eyes sees in it."""
    broken = violations(instance, [one.choice for one in plan.choices])
    return {
        "version": VERSION,
        "proven": plan.proven,
        "objective": plan.objective,
        "bound": plan.bound,
        "gap_percent": gap_percent(plan),
        "nodes": plan.nodes,
        "parts": {part.value: points for part, points in plan.parts.items()},
        "week": [_explained(instance, one) for one in plan.choices],
        "unkept_pins": _refused(plan.unkept),
        "violations": [f"{one.rule}: {one.where}" for one in broken],
    }


def gap_percent(plan: Plan) -> float:
    """How much better another week could be at most, in percent of this one's points."""
    gap = plan.bound - plan.objective
    return round(100 * gap / max(1, abs(plan.objective)), 2)


def explanations(instance: Instance, plan: Plan, nodes: int) -> dict[str, Any]:
    """Why every other idea is not in the week, what five more minutes buy, and what rests first on a bad week."""
    more = planner.with_more_minutes(instance, plan, nodes=nodes)
    rests = planner.first_to_rest(instance, plan)
    return {
        "refused": _refused(planner.refusals(instance, plan)),
        "five_more_minutes": {
            "points": more.points,
            "proven": more.plan.proven,
            "comes": [_choice(one) for one in more.comes],
            "goes": [_choice(one) for one in more.goes],
        },
        "bad_week": [{**_choice(one.choice), "points_less": one.points} for one in rests],
    }


def _explained(instance: Instance, one: Explained) -> dict[str, Any]:
    names = {strategy.id: strategy.name for strategy in instance.strategies}
    return {
        "name": names[one.choice.strategy],
        **_choice(one.choice),
        "points": one.points,
        "reasons": [
            {"part": reason.part.value, "points": reason.points, "why": reason.why.text}
            for reason in one.reasons
        ],
        "cautions": [caution.text for caution in one.cautions],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "strategy": choice.strategy,
        "step": choice.step,
        "home": choice.home,
        "routine": choice.routine,
        "days": [DAYS[day] for day in choice.days],
        "carer": choice.carer,
    }


def _refused(refused: Iterable[Refused]) -> list[dict[str, str]]:
    return [{"strategy": one.strategy, "rule": one.rule.value, "why": one.why.text} for one in refused]
