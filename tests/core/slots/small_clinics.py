"""Clinics small enough to try every plan there is."""

import time
from itertools import combinations, product
from random import Random

from alongside.core.slot_checker import violations
from alongside.core.slots.days import Days
from alongside.core.slots.draft import Draft
from alongside.core.slots.instance import (
    Child,
    Drive,
    Instance,
    Room,
    Shift,
    Site,
    Span,
    Therapist,
    Urgency,
    Way,
    Window,
    WindowKind,
)
from alongside.core.slots.options import options
from alongside.core.slots.planner import Watch
from alongside.core.slots.rooms import placements


def watch(seconds=60.0, **more):
    """A watch on the clock of this machine."""
    return Watch(seconds=seconds, clock=time.monotonic, **more)


def small(seed):
    """Two therapists, two mornings with a meal in them, one room, three children of whom two may be siblings."""
    draw = Random(seed)
    return Instance(
        sites=(Site(id="s"),),
        therapists=tuple(therapist(draw, at) for at in range(2)),
        children=tuple(child(draw, at) for at in range(3)),
        rooms=(Room(id="r", site="s"),),
        buffer_minutes=draw.choice((0, 0, 15)),
    )


def therapist(draw, at):
    return Therapist(
        id=f"t{at}",
        shifts=tuple(
            Shift(weekday=day, start=540, until=draw.choice((630, 645)), site="s")
            for day in draw.sample(range(3), 2)
        ),
        skills=frozenset(draw.sample(("a", "b"), draw.randint(1, 2))),
        most_minutes=draw.choice((60, 90)),
        meal_minutes=draw.choice((0, 15)),
        meal_from=570,
        meal_until=615,
    )


def child(draw, at):
    windows = tuple(
        Window(weekday=day, start=540, until=draw.choice((600, 645)), kind=draw.choice(list(WindowKind)))
        for day in draw.sample(range(3), 2)
    )
    return Child(
        id=f"c{at}",
        minutes=draw.choice((30, 45)),
        sessions=draw.choice((1, 1, 2)),
        family=draw.choice(("", "f")),
        urgency=draw.choice(list(Urgency)),
        waiting_weeks=draw.randint(0, 50),
        way=draw.choice((Way.ROOM, Way.ROOM, Way.VIDEO)),
        skills=frozenset(draw.sample(("a", "b"), draw.randint(0, 1))),
        windows=draw.choice(((), windows)),
        school=tuple(Span(weekday=day, start=570, until=600) for day in range(draw.randint(0, 2))),
        drives=(Drive(site="s", minutes=draw.randint(0, 40)),),
        before=draw.choice(("", "t0", "t1")),
        after_school_turns=draw.randint(0, 4),
    )


def best_of_all(instance):
    """The most points of any plan that the second pair of eyes allows, by trying every one."""
    found = options(instance)
    days = Days(instance, found.shifts)
    most = 0
    for plan in product(*[choices(found, at) for at in range(len(instance.children))]):
        draft = Draft(found, days)
        for at, few in enumerate(plan):
            draft.put(
                at,
                [(one, found.needs[found.need[one]].kinds[0] if found.need[one] >= 0 else -1) for one in few],
            )
        value = draft.value()
        if value > most and (draft.rooms <= 1).all() and not violations(instance, placements(draft)):
            most = value
    return most


def choices(found, child):
    """Every way to see one child, rules between children aside."""
    mine = [at for at in range(len(found.child)) if found.child[at] == child]
    pairs = [
        (one, other)
        for one, other in combinations(mine, 2)
        if found.sessions[child] > 1
        and found.therapist[one] == found.therapist[other]
        and found.day[one] != found.day[other]
    ]
    return [(), *[(one,) for one in mine], *pairs]
