"""A second pair of eyes on a planned week: which hard rules it breaks, and what its objective is.

Written from the rules' text alone. It shares with the planner only the shapes of what goes in and comes out, and
holds its own copy of every rule and every weight, so that a mistake in one place does not hide in both.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from alongside.core.planning.instance import Goal, Instance, Routine, Strategy, Tried
from alongside.core.planning.plan import Choice

_EXCLUDED = {"restraint", "water_beads", "magnets", "loose_magnets", "photo_bathing", "photo_toileting"}
# A code, then what forbids it until a named therapist clears it: facts of the child, or an age it is above. What speaks
# of a place (#), a routine (@) or a grown-up too far away (-touch, -near) no clearance lifts; & means both.
_FORBIDDEN = """
balloon: latex mouths_objects pica <8 -near
button_battery: mouths_objects pica <3 <6&-near
choking_food: dysphagia swallowing_plan trach <5&#car -near
choking_small_parts: mouths_objects pica <3&-touch <5&#car
distress_plan: self_harm
dysphagia: dysphagia swallowing_plan
eyes:
fall_height: seizures seizures_photosensitive seizures_uncontrolled fragile_bones -near
fall_low: fragile_bones&-near
food_allergy: food:*
gluten: food:gluten food:wheat
head_down: neck_instability reflux shunt trach seizures_uncontrolled -near @breakfast @snack @meal.dinner @school.lunch
head_impact: shunt <5&-near
hearing_masked: @school_run&-near @leave_house&-near @outings.shop&-near
heat: -near
hypermobility: fragile_bones
ingestion: mouths_objects pica <3&-touch
latex_allergy: latex
ligature: self_harm <3 <8&-near
load: fragile_bones
lost_child: -near
medical_review:
neck_instability: neck_instability
no_restraint:
noise:
online_contact: -near
pain:
privacy:
seizure: seizures_photosensitive seizures_uncontrolled seizures&-near
self_harm: self_harm -near
sharp: <4&-touch -near
shunt_or_trach: shunt trach
skin_allergy: skin
skin_pinch:
slip: <4&-near
suffocation: mouths_objects pica <3 <8&-near
traffic: <8&-touch runs_off&-touch
vestibular: seizures_photosensitive seizures_uncontrolled neck_instability shunt trach -near
water: no_adult_in_water seizures_uncontrolled trach -touch
weighted_item: cannot_remove_weighted seizures_uncontrolled trach <3 #car -near
"""
_RULES = {
    code: said.split() for code, _, said in (line.partition(":") for line in _FORBIDDEN.split("\n") if line)
}
_FACTS = """
latex skin mouths_objects pica dysphagia swallowing_plan reflux seizures seizures_uncontrolled
seizures_photosensitive shunt trach neck_instability hypermobility pain fragile_bones
cannot_remove_weighted no_adult_in_water runs_off noise_sensitive self_harm
"""
_KNOWN_FACTS = frozenset(_FACTS.split())
_LONGEST_FOOD = 40
_PLACES = {"home", "school", "community", "park", "car", "clinic"}
_FAR = {"-touch": 2, "-near": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One hard rule that a week breaks: the rule, and where."""

    rule: str
    where: str


def violations(instance: Instance, choices: Sequence[Choice]) -> list[Violation]:
    """Every hard rule that the week breaks; a sound week has none."""
    found = [*_of_the_week(instance, choices)]
    for choice in choices:
        found += _of_one(instance, choice)
    return found


def _of_the_week(instance: Instance, choices: Sequence[Choice]) -> Iterator[Violation]:
    if len(choices) > instance.most_ideas:
        yield Violation(rule="live ideas", where=f"{len(choices)} of at most {instance.most_ideas}")
    for (home, strategy), times in Counter((one.home, one.strategy) for one in choices).items():
        if times > 1:
            yield Violation(rule="once in a home", where=f"{strategy} in {home}")
    yield from _budgets(instance, choices)


def _budgets(instance: Instance, choices: Sequence[Choice]) -> Iterator[Violation]:
    used: Counter[tuple[str, str, str, int]] = Counter()
    for choice in choices:
        strategy = _the(instance.strategies, choice.strategy)
        grade = next((one for one in strategy.grades if one.step == choice.step), None) if strategy else None
        if grade is None:
            continue
        for day in choice.days:
            for place in ("", choice.routine):
                used["minutes", choice.home, place, day] += grade.minutes
                used["energy", choice.home, place, day] += grade.energy
    for (what, home, place, day), amount in sorted(used.items()):
        limit = _budget(instance, what, home, place, day)
        if amount > limit:
            where = f"{home} {place or 'the whole day'} on day {day}: {amount} of {limit}"
            yield Violation(rule=what, where=where)


def _budget(instance: Instance, what: str, home: str, place: str, day: int) -> int:
    if place:
        routine = next((one for one in instance.routines if (one.home, one.id) == (home, place)), None)
        return getattr(routine, what) if routine else 0
    whole = _the(instance.homes, home)
    return getattr(whole, what)[day] if whole else 0


def _of_one(instance: Instance, choice: Choice) -> Iterator[Violation]:
    strategy = _the(instance.strategies, choice.strategy)
    routine = next(
        (one for one in instance.routines if (one.home, one.id) == (choice.home, choice.routine)), None
    )
    if strategy is None or routine is None:
        yield Violation(rule="known", where=f"{choice.strategy} in {choice.routine} of {choice.home}")
        return
    where = f"{strategy.id} in {routine.id}"
    broken = [
        *_about_the_child(instance, strategy),
        *_about_the_place(instance, strategy, routine),
        *_about_the_days(instance, choice, strategy, routine),
    ]
    for rule in broken:
        yield Violation(rule=rule, where=where)


def _about_the_child(instance: Instance, strategy: Strategy) -> Iterator[str]:
    if not _safe(instance, strategy):
        yield "safety"
    if strategy.light.value == "red":
        yield "not suggested"
    years = instance.child.age_months // 12
    if years < strategy.age_from or years > strategy.age_to:
        yield "age"
    pinned = any(pin.strategy == strategy.id for pin in instance.pins)
    if not pinned and not any(_serves(strategy, goal) for goal in instance.goals):
        yield "serves a goal"


def _safe(instance: Instance, strategy: Strategy) -> bool:
    if strategy.safety & _EXCLUDED:
        return False
    if any(one.strategy == strategy.id for one in instance.clearances):
        return True
    facts = instance.child.facts
    if not all(fact in _KNOWN_FACTS or _is_food(fact) for fact in facts):
        return False
    return all(_code_is_safe(code, instance) for code in strategy.safety)


def _is_food(fact: str) -> bool:
    return fact.startswith("food:") and 0 < len(fact.removeprefix("food:").strip()) <= _LONGEST_FOOD


def _code_is_safe(code: str, instance: Instance) -> bool:
    if code not in _RULES:
        return False
    return not any(_is_so_of_the_child(one, instance) for one in _RULES[code] if not _speaks_of_a_place(one))


def _safe_here(instance: Instance, strategy: Strategy, routine: Routine) -> bool:
    """A place has to be safe by itself: what a therapist wrote about the child does not make it so."""
    asked = [one for code in strategy.safety for one in _RULES.get(code, []) if _speaks_of_a_place(one)]
    for forbidding in asked:
        parts = forbidding.split("&")
        of_the_place = [part for part in parts if part[0] in "#@-"]
        of_the_child = [part for part in parts if part[0] not in "#@-"]
        if all(_is_so_of_the_place(part, routine) for part in of_the_place) and all(
            _is_so_of_the_child(part, instance) for part in of_the_child
        ):
            return False
    return True


def _speaks_of_a_place(forbidding: str) -> bool:
    return any(part[0] in "#@-" for part in forbidding.split("&"))


def _is_so_of_the_child(said: str, instance: Instance) -> bool:
    if said.startswith("<"):
        return instance.child.age_months < 12 * int(said[1:])
    if said == "food:*":
        return any(fact.startswith("food:") for fact in instance.child.facts)
    return said in instance.child.facts


def _is_so_of_the_place(said: str, routine: Routine) -> bool:
    if said.startswith("#"):
        return routine.place == said[1:] or routine.place not in _PLACES
    if said.startswith("@"):
        return routine.code == said[1:]
    return (routine.attention.value if routine.who else 0) < _FAR[said]


def _about_the_place(instance: Instance, strategy: Strategy, routine: Routine) -> Iterator[str]:
    home = _the(instance.homes, routine.home)
    for ban in instance.bans:
        if ban.strategy == strategy.id and ban.home in ("", routine.home) and ban.routine in ("", routine.id):
            yield "banned"
    if strategy.routines and routine.code not in strategy.routines:
        yield "routine"
    if routine.place not in strategy.settings:
        yield "setting"
    if not _safe_here(instance, strategy, routine):
        yield "safety"
    if strategy.homes and routine.home not in strategy.homes:
        yield "other home"
    if home is None or strategy.materials - home.materials:
        yield "materials"


def _about_the_days(
    instance: Instance, choice: Choice, strategy: Strategy, routine: Routine
) -> Iterator[str]:
    home = _the(instance.homes, routine.home)
    paused = routine.paused | (home.paused if home else frozenset())
    if not choice.days or len(set(choice.days)) != len(choice.days):
        yield "days"
    if len(choice.days) > strategy.most_days:
        yield "too often"
    if set(choice.days) - routine.days:
        yield "not that day"
    if set(choice.days) & paused:
        yield "paused"
    grade = next((one for one in strategy.grades if one.step == choice.step), None)
    if grade is None:
        yield "grade"
    elif grade.attention.value > (routine.attention.value if routine.who else 0):
        yield "attention"
    if choice.carer not in (routine.who or {""}):
        yield "carer"


def unkept_pins(instance: Instance, choices: Sequence[Choice]) -> list[str]:
    """The pinned strategies that no choice keeps."""
    return [
        pin.strategy
        for pin in instance.pins
        if not any(
            one.strategy == pin.strategy and pin.home in ("", one.home) and pin.routine in ("", one.routine)
            for one in choices
        )
    ]


def recounted(instance: Instance, choices: Sequence[Choice]) -> dict[str, int]:
    """The parts of the objective of a sound week, counted again by name."""
    parts: Counter[str] = Counter()
    for goal in instance.goals:
        served = [_for_goal(instance, goal, one) for one in choices]
        parts.update(max(served, key=_total, default=Counter()))
    parts["variety"] = 10 * len({area for one in choices for area in _known(instance, one).areas})
    for choice in choices:
        parts.update(_alone(instance, choice))
    return dict(parts)


def _for_goal(instance: Instance, goal: Goal, choice: Choice) -> Counter[str]:
    strategy = _known(instance, choice)
    served = _serves(strategy, goal)
    if not served:
        return Counter()
    here = next(one for one in instance.routines if (one.home, one.id) == (choice.home, choice.routine))
    cover = {"area": 3, "skill": 8, "finding": 12, "task": 16}[served] + (3 if goal.dose_minutes < 840 else 0)
    real = {"area": 1, "skill": 4, "finding": 6, "task": 16}[served] if goal.routine == here.code else 0
    return Counter(goal_coverage=goal.importance * cover, real_routine=goal.importance * real)


def _total(parts: Mapping[str, int]) -> int:
    return sum(parts.values())


def _serves(strategy: Strategy, goal: Goal) -> str:
    if goal.task != "" and goal.task in strategy.tasks:
        return "task"
    if {finding.skill for finding in goal.findings} & strategy.skills:
        return "finding"
    if goal.skills & strategy.skills:
        return "skill"
    return "area" if goal.area != "" and goal.area in strategy.areas else ""


def _alone(instance: Instance, choice: Choice) -> dict[str, int]:
    strategy = _known(instance, choice)
    grade = next(one for one in strategy.grades if one.step == choice.step)
    tried = next(
        (one for one in instance.tried if (one.strategy, one.home) == (strategy.id, choice.home)), None
    )
    sure = _sure(instance, choice)
    days = len(choice.days)
    live = tried is not None and tried.live_weeks > 0
    likes = min(2, len(strategy.tags & instance.child.likes))
    dislikes = min(2, len(strategy.tags & instance.child.dislikes))
    return {
        "evidence": {"green": 24, "yellow_plus": 16, "unrated": 6, "yellow_minus": 0}[strategy.light.value],
        "little_and_often": [0, 30, 54, 72, 84, 90, 90, 90][days],
        "likes": 8 * likes - 8 * dislikes,
        "no_churn": 0 if not live or tried is None else (16 if tried.live_weeks <= 8 else 6),
        "what_worked": _worked(tried, choice.step, sure),
        "confidence": 0 if sure is None else 3 * (sure - 7),
        "new_load": 0 if live else -100 - grade.minutes * days,
    }


def _worked(tried: Tried | None, step: int, sure: int | None) -> int:
    if tried is None:
        aim = -1 if sure is not None and sure < 7 else 0
        return -10 * abs(step - aim)
    aim = tried.step + {"too_easy": 1, "just_right": 0, "too_hard": -1}[tried.felt.value]
    return 12 * tried.worked - 10 * abs(step - aim)


def _sure(instance: Instance, choice: Choice) -> int | None:
    if not choice.carer:
        return None
    for one in instance.confidences:
        if (one.carer, one.strategy) == (choice.carer, choice.strategy):
            return one.level
    return next(one.confidence for one in instance.carers if one.id == choice.carer)


def _known(instance: Instance, choice: Choice) -> Strategy:
    return next(one for one in instance.strategies if one.id == choice.strategy)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)


def _the(things: Sequence[_Thing], key: str) -> _Thing | None:
    return next((one for one in things if one.id == key), None)
