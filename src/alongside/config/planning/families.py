"""Made-up families to try the planner on: the same seed always makes the same family, the hard cases among them."""

from dataclasses import dataclass
from datetime import date
from random import Random

from alongside.config.planning.catalogue import (
    AREAS,
    HOME_ROUTINES,
    MATERIALS,
    PLACES,
    SKILLS,
    TAGS,
    TASKS,
    catalogue,
    some,
)
from alongside.core.child_facts import FACTS
from alongside.core.planning.instance import (
    Attention,
    Ban,
    Carer,
    Child,
    Clearance,
    Confidence,
    Felt,
    Finding,
    Goal,
    Home,
    Instance,
    Pin,
    Routine,
    Strategy,
    Tried,
)

KINDS = (
    "ordinary",
    "two homes",
    "five minutes a day",
    "twelve safety facts",
    "eight goals",
    "nothing in the house",
    "all of it at once",
    "a large library",
)
_FOUND_ON = date(2026, 9, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One made-up family: its number, what is hard about it, and its week."""

    number: int
    kind: str
    instance: Instance


def family(number: int) -> Family:
    """The family of a number; kinds take turns."""
    kind = KINDS[number % len(KINDS)]
    return Family(number=number, kind=kind, instance=_instance(Random(number), kind))  # noqa: S311


def _instance(draw: Random, kind: str) -> Instance:
    hard = kind == "all of it at once"
    homes = ("h1", "h2") if hard or kind == "two homes" else ("h1",)
    strategies = catalogue(draw, {"a large library": 400}.get(kind, 120))
    carers = tuple(
        Carer(id=f"c{at}", name=f"Carer {at}", confidence=draw.randint(3, 10)) for at in range(1, 4)
    )
    live = draw.sample(strategies, 6)
    return Instance(
        child=_child(draw, 12 if hard or kind == "twelve safety facts" else draw.randint(0, 3)),
        goals=tuple(
            _goal(draw, at) for at in range(8 if hard or kind == "eight goals" else draw.randint(2, 5))
        ),
        homes=tuple(
            _home(
                draw, home, minutes=5 if hard or kind == "five minutes a day" else draw.choice((10, 15, 20))
            )
            if not (hard or kind == "nothing in the house")
            else _empty(_home(draw, home, minutes=5 if hard else 15))
            for home in homes
        ),
        routines=tuple(
            routine for at, home in enumerate(homes) for routine in _routines(draw, home, at, len(homes))
        ),
        carers=carers,
        strategies=strategies,
        confidences=tuple(
            Confidence(carer=draw.choice(carers).id, strategy=one.id, level=draw.randint(2, 10))
            for one in draw.sample(strategies, 15)
        ),
        tried=tuple(_tried(draw, one, homes[0]) for one in live),
        pins=_pins(draw, strategies),
        bans=tuple(Ban(strategy=one.id) for one in draw.sample(strategies, draw.randint(0, 5))),
        clearances=_clearances(draw, strategies),
    )


def _child(draw: Random, facts: int) -> Child:
    tags = draw.sample(TAGS, 5)
    return Child(
        age_months=draw.randint(30, 150),
        facts=frozenset(draw.sample(sorted(FACTS), facts)),
        likes=frozenset(tags[:3]),
        dislikes=frozenset(tags[3:]),
    )


def _goal(draw: Random, at: int) -> Goal:
    task = draw.choice(TASKS)
    skills = some(draw, SKILLS, 2, 4)
    findings = tuple(Finding(skill=skill, on=_FOUND_ON) for skill in sorted(skills)[: draw.randint(0, 2)])
    return Goal(
        id=f"g{at}",
        words=f"goal {at}",
        importance=draw.randint(1, 5),
        routine=task.split(":")[0],
        task=task,
        area=draw.choice(AREAS),
        skills=skills,
        findings=findings,
        dose_minutes=draw.choice((0, 120, 900)),
    )


def _home(draw: Random, home: str, minutes: int) -> Home:
    paused = frozenset(draw.sample(range(7), draw.choice((0, 0, 1, 2))))
    return Home(
        id=home,
        name=f"Home {home}",
        minutes=_week(draw, minutes),
        energy=_week(draw, draw.randint(4, 9)),
        materials=some(draw, MATERIALS, 8, len(MATERIALS)),
        paused=paused,
    )


def _empty(home: Home) -> Home:
    return Home(id=home.id, name=home.name, minutes=home.minutes, energy=home.energy, paused=home.paused)


def _week(draw: Random, usual: int) -> tuple[int, ...]:
    school, weekend = usual, max(0, usual + draw.choice((-5, 0, 0, 5)))
    return (school, school, school, school, school, weekend, weekend)


def _routines(draw: Random, home: str, at: int, homes: int) -> list[Routine]:
    days = range(7) if homes == 1 else (range(4) if at == 0 else range(3, 7))
    codes = draw.sample(HOME_ROUTINES, draw.randint(6, 12))
    return [_routine(draw, home, code, list(days)) for code in codes]


def _routine(draw: Random, home: str, code: str, days: list[int]) -> Routine:
    on = frozenset(draw.sample(days, draw.randint(min(3, len(days)), len(days))))
    return Routine(
        id=f"{home}-{code}",
        code=code,
        home=home,
        days=on,
        minutes=draw.choice((3, 5, 5, 10, 15)),
        energy=draw.randint(2, 6),
        place=PLACES.get(code, "home"),
        who=some(draw, ("c1", "c2", "c3"), draw.choice((0, 1, 1, 1)), 2),
        attention=Attention(draw.choice((1, 2, 2, 2))),
        paused=frozenset(draw.sample(sorted(on), 1)) if draw.random() < 0.2 else frozenset(),
    )


def _tried(draw: Random, strategy: Strategy, home: str) -> Tried:
    return Tried(
        strategy=strategy.id,
        home=home,
        step=draw.choice((-1, 0)),
        worked=draw.randint(-2, 2),
        felt=draw.choice(list(Felt)),
        live_weeks=draw.choice((0, 0, 3, 12)),
    )


def _pins(draw: Random, strategies: tuple[Strategy, ...]) -> tuple[Pin, ...]:
    return tuple(Pin(strategy=one.id) for one in draw.sample(strategies, draw.choice((0, 0, 0, 1, 2))))


def _clearances(draw: Random, strategies: tuple[Strategy, ...]) -> tuple[Clearance, ...]:
    return tuple(
        Clearance(strategy=one.id, by="A. Therapist", because="Seen together on the mat.", on=_FOUND_ON)
        for one in draw.sample(strategies, 2)
    )
