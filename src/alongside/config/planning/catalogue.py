"""A made-up library of ideas for made-up families, the same for the same seed."""

from random import Random

from alongside.core.planning.instance import Attention, Grade, Light, Strategy
from alongside.core.safety_rules import RULES, Ruling

HOME_ROUTINES = [
    "morning.wake",
    "morning.wash",
    "morning.dress",
    "breakfast",
    "leave_house",
    "school_run",
    "after_school",
    "snack",
    "homework",
    "play.indoor",
    "play.outdoor",
    "meal.dinner",
    "chores",
    "bath",
    "bedtime",
    "any.transition",
    "any.upset",
]
AREAS = [
    "self_care",
    "fine_motor",
    "gross_motor",
    "visual_motor",
    "handwriting",
    "feeding",
    "sensory_regulation",
    "emotional_regulation",
    "attention",
    "planning",
    "sleep",
    "social",
    "play",
    "communication",
]
SKILLS = [f"{area}: {part}" for area in AREAS for part in ("strength", "order")]
TASKS = [f"{routine}: the real thing {number}" for routine in HOME_ROUTINES for number in (1, 2)]
TAGS = [
    "water",
    "music",
    "trains",
    "dogs",
    "painting",
    "jumping",
    "stories",
    "cooking",
    "numbers",
    "stickers",
    "dark",
    "noise",
]
MATERIALS = [
    "spoon",
    "tape",
    "tray",
    "paint",
    "ball",
    "dough",
    "pegs",
    "rope",
    "cushion",
    "mirror",
    "timer",
    "cards",
    "scissors",
    "box",
    "sponge",
]
SAFETY = sorted(code for code, rules in RULES.items() if rules.base < Ruling.EXCLUDED)
_LIGHTS = [*[Light.GREEN, Light.YELLOW_PLUS, Light.UNRATED] * 4, Light.YELLOW_MINUS, Light.RED]
_PLACES = ("home", "home", "home", "park", "car", "school")
PLACES = {"play.outdoor": "park", "school_run": "car"}


def catalogue(draw: Random, number: int) -> tuple[Strategy, ...]:
    """So many ideas, of which about one in twelve carries something that is never suggested."""
    return tuple(_strategy(draw, at) for at in range(number))


def some(draw: Random, things: list[str] | tuple[str, ...], low: int, high: int) -> frozenset[str]:
    """A few of the things, from ``low`` to ``high`` of them."""
    return frozenset(draw.sample(list(things), min(len(things), draw.randint(low, high))))


def _strategy(draw: Random, at: int) -> Strategy:
    codes = some(draw, HOME_ROUTINES, 1, 3)
    first = min(codes)
    tasks = {task for task in TASKS if task.startswith(f"{first}:")} if draw.random() < 0.4 else set()
    age_from = draw.choice((2, 2, 2, 3, 4))
    return Strategy(
        id=f"S{at:03}",
        name=f"Idea {at}",
        grades=_grades(draw),
        settings=frozenset({PLACES.get(code, "home") for code in codes} | {draw.choice(_PLACES)}),
        light=draw.choice(_LIGHTS),
        routines=codes if draw.random() < 0.95 else frozenset(),
        areas=some(draw, AREAS, 1, 2),
        skills=some(draw, SKILLS, 1, 4),
        tasks=frozenset(tasks),
        tags=some(draw, TAGS, 0, 3),
        materials=some(draw, MATERIALS, 0, draw.choice((0, 1, 2))),
        safety=_safety(draw),
        age_from=age_from,
        age_to=draw.randint(age_from + 4, 16),
        most_days=draw.choice((3, 5, 7, 7)),
    )


def _grades(draw: Random) -> tuple[Grade, ...]:
    minutes, energy = draw.choice((2, 3, 5, 5, 8, 10, 15)), draw.randint(1, 4)
    attention = Attention(draw.randint(0, 2))
    harder = min(Attention.FULL, Attention(max(0, attention - 1)))
    return (
        Grade(step=-1, minutes=minutes, energy=max(1, energy - 1), attention=attention),
        Grade(step=0, minutes=minutes, energy=energy, attention=attention),
        Grade(step=1, minutes=minutes + draw.choice((0, 2)), energy=energy + 1, attention=harder),
    )


def _safety(draw: Random) -> frozenset[str]:
    codes = some(draw, SAFETY, 0, 2)
    return codes | {"water_beads"} if draw.random() < 0.08 else codes
