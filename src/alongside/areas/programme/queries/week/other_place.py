"""One idea, another place: where else in the week it fits best while everything else stays."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme.queries.week import history
from alongside.areas.programme.queries.week.placed import Placed
from alongside.areas.programme.queries.week.proposal import NODES, WeekChoice, week_choice
from alongside.areas.programme.queries.week.reading import FamilyWeek, family_week
from alongside.core.moments import Moment
from alongside.core.planning import planner
from alongside.core.planning.instance import Attention, Grade, Instance, Light, Pin, Routine, Strategy
from alongside.core.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlace:
    """Where an idea may go: a routine of a home (None for the one without a name), its days, and the whole choice."""

    routine: str
    home: UUID | None
    home_name: str
    days: tuple[int, ...]
    minutes: int
    choice: WeekChoice


def best_other_place(
    opened: OpenChild,
    placement: UUID,
    *,
    not_in: Collection[str],
    not_on: Collection[int] = range(7),
    moments: Iterable[Moment] = (),
) -> OtherPlace | None:
    """The best other routine for an idea that is live or offered; None where no other one keeps every hard rule.

    ``not_in`` are routine codes where it does not work, on the days ``not_on`` (0 is Monday; all of them unless
    given). The idea's own routine is never the answer. Its grade stays, it stays in its home, and all other ideas of
    the week keep their minutes. A family's own idea may go wherever it has the same place and the minutes. Raises
    NotFound.
    """
    week = family_week(opened, moments)
    one = next((taken for taken in week.taken if taken.uuid == placement), None)
    if one is None:
        raise NotFound
    alone = _alone(week, one, frozenset(not_in), frozenset(not_on))
    plan = planner.plan_week(alone.instance, NODES)
    found = week_choice(alone, plan.choices[0]) if plan.choices else None
    return _place(found) if found else None


def _place(found: WeekChoice) -> OtherPlace:
    return OtherPlace(
        routine=found.routine,
        home=found.home,
        home_name=found.home_name,
        days=found.days,
        minutes=found.minutes,
        choice=found,
    )


def _alone(week: FamilyWeek, one: Placed, not_in: frozenset[str], not_on: frozenset[int]) -> FamilyWeek:
    """The week with this one idea to place, less what the others of the library take. (Own ones are taken already.)"""
    own = {taken.uuid for taken in week.own}
    others = [taken for taken in week.taken if taken.uuid != one.uuid and taken.uuid not in own]
    # An idea of the family's own gave its minutes away when the week was read: it gets them back.
    gives_back = [replace(one, minutes=-one.minutes)] if one.uuid in own else []
    drawn = history.without(week.drawn, [*others, *gives_back])
    strategy = _strategy(week, one)
    routines = tuple(
        left
        for routine in drawn.routines
        if drawn.spots[routine.id].routine != one.routine
        for left in [_without_days(routine, not_in, not_on)]
        if left.days and one.is_in(drawn.spots[routine.id].home)
    )
    instance = replace(
        week.instance,
        homes=drawn.homes,
        routines=routines,
        strategies=(strategy,),
        pins=(Pin(strategy=strategy.id),),
        bans=tuple(ban for ban in week.instance.bans if ban.strategy == strategy.id),
        most_ideas=1,
    )
    return replace(week, instance=_known(instance), drawn=replace(drawn, routines=routines), taken=(one,))


def _known(instance: Instance) -> Instance:
    """Only what is said of ideas that are still there."""
    codes = {one.id for one in instance.strategies}
    return replace(
        instance,
        confidences=tuple(one for one in instance.confidences if one.strategy in codes),
        tried=tuple(one for one in instance.tried if one.strategy in codes),
        clearances=tuple(one for one in instance.clearances if one.strategy in codes),
    )


def _without_days(routine: Routine, not_in: frozenset[str], not_on: frozenset[int]) -> Routine:
    return replace(routine, days=routine.days - not_on) if routine.code in not_in else routine


def _strategy(week: FamilyWeek, one: Placed) -> Strategy:
    """The idea at its grade; of a family's own idea what is known: its minutes, and where it is done now."""
    known = next((idea for idea in week.instance.strategies if idea.id == one.strategy), None)
    if known is None:
        grade = Grade(step=one.grade, minutes=one.minutes, energy=0, attention=Attention.NONE)
        places = frozenset(routine.place for routine in week.instance.routines)
        return Strategy(
            id=str(one.uuid), name=one.title, grades=(grade,), settings=places, light=Light.UNRATED
        )
    own = tuple(grade for grade in known.grades if grade.step == one.grade)
    return replace(known, grades=own or known.grades)
