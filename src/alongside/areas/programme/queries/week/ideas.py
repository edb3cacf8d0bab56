"""The library as ideas of the planner: their grades, their codes beside this child's, and their things."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from alongside.areas.library.values import StrategySeen
from alongside.areas.programme.queries.week import aims
from alongside.areas.programme.queries.week.aims import Aim
from alongside.areas.programme.queries.week.placed import Placed
from alongside.core import safety
from alongside.core.planning.grading import MOST_ENERGY, graded
from alongside.core.planning.instance import Attention, Goal, Grade, Light, Strategy
from alongside.core.planning.links import coverage, link
from alongside.core.planning.weights import EVIDENCE, Link

# A page plans among so many ideas. A larger library is looked through for those that serve the goals most.
LOOKED_AT_MOST = 300
_EVERY_DAY, _SCHOOL_DAYS = 7, 5
_LONG_SET_UP, _MUCH = 5, 2
_ATTENTION: Mapping[str, Attention] = MappingProxyType(
    {"none": Attention.NONE, "nearby": Attention.NEARBY, "full": Attention.FULL}
)
_STAYS: Mapping[str, Attention] = MappingProxyType(
    {"TOUCH": Attention.FULL, "SIGHT": Attention.NEARBY, "NEARBY": Attention.NEARBY, "NONE": Attention.NONE}
)


def planned_ideas(seen: Iterable[StrategySeen], goals: Iterable[Aim]) -> tuple[Strategy, ...]:
    """The ideas beside these goals."""
    mine = tuple(goals)
    codes = frozenset(code for aim in mine for code in aim.codes)
    return tuple(_idea(one, mine, codes) for one in seen)


def as_placed(ideas: Iterable[Strategy], placed: Iterable[Placed]) -> tuple[Strategy, ...]:
    """The same ideas; one that is in the week now takes the minutes that the family and its therapist gave it."""
    now = {one.strategy: one for one in placed if one.strategy}
    return tuple(_as_placed(idea, now[idea.id]) if idea.id in now else idea for idea in ideas)


def closest(
    ideas: Sequence[Strategy], goals: Sequence[Goal], always: Collection[str]
) -> tuple[Strategy, ...]:
    """At most so many ideas that a page can plan: those named in ``always``, then those that serve the goals most."""
    if len(ideas) <= LOOKED_AT_MOST:
        return tuple(ideas)
    ranked = sorted(ideas, key=lambda one: (one.id not in always, -_serves(one, goals), one.id))
    return tuple(sorted(ranked[:LOOKED_AT_MOST], key=lambda one: one.id))


def _serves(idea: Strategy, goals: Iterable[Goal]) -> int:
    links = ((goal, link(idea, goal)) for goal in goals)
    return sum(coverage(found, goal) for goal, found in links if found > Link.NONE) + EVIDENCE.get(
        idea.light, 0
    )


def _as_placed(idea: Strategy, placed: Placed) -> Strategy:
    grades = tuple(
        replace(one, minutes=placed.minutes) if one.step == placed.grade else one for one in idea.grades
    )
    return replace(idea, grades=grades)


def _idea(one: StrategySeen, goals: tuple[Aim, ...], codes: frozenset[str]) -> Strategy:
    builds = [skill.icf for skill in one.builds if skill.icf]
    return Strategy(
        id=one.code,
        name=one.name,
        grades=grades(one),
        # Whoever wrote that it fits a routine meant the place of that routine as well.
        settings=frozenset({*one.setting, *(safety.place_of(routine) for routine in one.routines)}),
        light=Light(one.evidence.light.value),
        routines=frozenset(one.routines),
        areas=frozenset({one.domain, *one.also_domains}),
        skills=frozenset(aims.plain(code) for code in aims.touches(builds, codes)),
        tasks=frozenset(str(aim.goal.uuid) for aim in goals if aims.practised(one.tasks, aim.activities)),
        tags=frozenset(one.tags),
        materials=frozenset(one.materials),
        safety=frozenset(one.safety_codes),
        age_from=one.age_from,
        age_to=one.age_to,
        most_days=_most_days(one),
    )


def grades(one: StrategySeen) -> tuple[Grade, ...]:
    """Its grades. Setting up counts as minutes; a long set-up, full attention, much mess or noise as energy."""
    stays = _STAYS.get(one.supervision.level, Attention.FULL)
    asks = max(stays, _ATTENTION.get(one.attention, Attention.FULL))
    plain = Grade(step=0, minutes=one.minutes + one.set_up_minutes, energy=_energy(one, asks), attention=asks)
    easier, harder = ([way.knob for way in ways] for ways in (one.ways_easier, one.ways_harder))
    return graded(plain, easier, harder, least=stays)


def _energy(one: StrategySeen, asks: Attention) -> int:
    costs = (asks is Attention.FULL, one.set_up_minutes >= _LONG_SET_UP, max(one.mess, one.noise) >= _MUCH)
    return min(sum(costs), MOST_ENERGY)


def _most_days(one: StrategySeen) -> int:
    """On how many days a week it is meant to be done."""
    if one.frequency.per == "week":
        return min(max(one.frequency.times_max, 1), _EVERY_DAY)
    return _SCHOOL_DAYS if one.frequency.per == "school_days" else _EVERY_DAY
