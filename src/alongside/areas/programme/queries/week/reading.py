"""One child's record as an instance of the planner. docs/explanation/planning.md says how each part becomes what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.library import queries as library
from alongside.areas.library.values import StrategySeen
from alongside.areas.programme.queries import placements
from alongside.areas.programme.queries.week import aims, canvas, history, ideas, likes, placed
from alongside.areas.programme.queries.week.aims import Aim
from alongside.areas.programme.queries.week.canvas import Drawn
from alongside.areas.programme.queries.week.placed import Placed, Wished
from alongside.core.capabilities import Capability
from alongside.core.load import LIVE_LIMIT
from alongside.core.moments import Moment
from alongside.core.planning.instance import Carer, Child, Clearance, Instance, Routine, Strategy
from alongside.core.planning.went import Went, went

_EMPTY = Instance(child=Child(age_months=0), goals=(), homes=(), routines=(), carers=(), strategies=())


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWeek:
    """The instance, and what its identifiers mean in the record.

    ``taken`` are the ideas that are live or offered now, ``own`` those of them that the library does not hold:
    they keep their place and their minutes, and so do ``drafts``, which a therapist placed by hand.
    """

    instance: Instance
    drawn: Drawn
    aims: Mapping[str, Aim]
    ideas: Mapping[str, StrategySeen]
    taken: tuple[Placed, ...]
    wishes: tuple[Wished, ...]
    drafts: tuple[Placed, ...] = ()

    def strategy(self, code: str) -> Strategy:
        """One idea as the planner knows it."""
        return next(one for one in self.instance.strategies if one.id == code)

    def routine(self, key: str) -> Routine:
        """One routine as the planner knows it."""
        return next(one for one in self.instance.routines if one.id == key)

    @property
    def own(self) -> tuple[Placed, ...]:
        """The ideas in the week now that the library does not hold: the family's own, and what was retired since."""
        return tuple(one for one in self.taken if one.strategy not in self.ideas)

    @property
    def drafted(self) -> frozenset[str]:
        """The ideas of the library that have their place by a draft alone. The planner does not place them again."""
        taken = {one.strategy for one in self.taken}
        return frozenset(one.strategy for one in self.drafts if one.strategy and one.strategy not in taken)


def family_week(opened: OpenChild, moments: Iterable[Moment] = ()) -> FamilyWeek:
    """Everything the planner needs, for a therapist who may propose. ``moments`` tell what was tried at home.

    About twenty statements, however much there is. The same record gives the same instance.
    """
    opened.check(Capability.PROPOSE_PROGRAMME)
    known = {one.code: one for one in library.every_strategy(opened.clinic)}
    ever = placed.placed_ever(opened)
    taken = tuple(one for one in ever if one.is_taken)
    own = tuple(one for one in taken if one.strategy not in known)
    drafts = tuple(one for one in ever if one.is_own_draft)
    carers = canvas.carers(opened)
    week = FamilyWeek(
        instance=_EMPTY,
        drawn=history.without(canvas.drawn(opened, carers), (*own, *drafts)),
        aims={str(one.goal.uuid): one for one in aims.aims(opened)},
        ideas=known,
        taken=taken,
        wishes=placed.wishes(opened),
        drafts=drafts,
    )
    return replace(week, instance=_instance(opened, week, carers, _Told(ever=ever, went=went(moments))))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Everything that was ever placed, and how it went."""

    ever: tuple[Placed, ...]
    went: Mapping[UUID, Went]


def _instance(opened: OpenChild, week: FamilyWeek, carers: tuple[Carer, ...], told: _Told) -> Instance:
    doses = history.dose(told.ever, told.went)
    goals = tuple(aims.planned_goal(one, doses.get(one.goal.uuid, 0)) for one in week.aims.values())
    wished = history.pins(week.wishes, week.taken, week.drawn)
    pins = tuple(one for one in wished if one.strategy not in week.drafted)
    free = [one for code, one in week.ideas.items() if code not in week.drafted]
    strategies = ideas.planned_ideas(free, week.aims.values())
    always = {one.strategy for one in pins} | {one.strategy for one in week.taken if one.strategy}
    return Instance(
        child=_child(opened),
        goals=goals,
        homes=week.drawn.homes,
        routines=week.drawn.routines,
        carers=carers,
        strategies=ideas.closest(ideas.as_placed(strategies, week.taken), goals, always),
        confidences=placed.confidences(opened),
        tried=history.tried(told.ever, told.went, week.drawn.homes, opened.at),
        pins=pins,
        bans=history.bans(week.wishes, told.ever, week.drawn),
        clearances=_clearances(opened),
        most_ideas=max(LIVE_LIMIT - len(week.own) - len(week.drafts), 0),
    )


def instance(opened: OpenChild, moments: Iterable[Moment] = ()) -> Instance:
    """The instance alone."""
    return family_week(opened, moments).instance


def _child(opened: OpenChild) -> Child:
    about = circle.about(opened)
    years, months = circle.age_on(opened.born_on, opened.today)
    liked, not_liked = likes.tags(about.likes), likes.tags(about.dislikes)
    return Child(
        age_months=years * 12 + months,
        facts=circle.known_facts(opened),
        likes=liked - not_liked,
        dislikes=not_liked,
    )


def _clearances(opened: OpenChild) -> tuple[Clearance, ...]:
    seen = placements.programme_of(opened)
    held = [one.uuid for one in (*seen.live, *seen.resting, *seen.drafts) if one.is_held]
    return placed.clearances(opened, held)
