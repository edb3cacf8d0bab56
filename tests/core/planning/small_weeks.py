"""Small weeks to plan: one plain family, and many drawn ones that can be tried out in full."""

from dataclasses import replace
from itertools import combinations, product
from random import Random

from alongside.core.planning.instance import (
    Attention,
    Carer,
    Child,
    Goal,
    Grade,
    Home,
    Instance,
    Light,
    Routine,
    Strategy,
    Tried,
)
from alongside.core.planning.plan import Choice
from alongside.core.planning_check import recounted, unkept_pins, violations

EVERY_DAY = frozenset(range(7))
BUTTONS = Goal(id="g1", words="buttons before school", importance=4, routine="morning.dress", task="buttons")


def grade(step=0, minutes=5, energy=1, attention=Attention.NEARBY):
    """One version of an idea."""
    return Grade(step=step, minutes=minutes, energy=energy, attention=attention)


def strategy(name, **changes):
    """An idea that practises buttons at home with nothing special."""
    plain = Strategy(
        id=name,
        name=name,
        grades=(grade(),),
        settings=frozenset({"home"}),
        light=Light.GREEN,
        tasks=frozenset({"buttons"}),
    )
    return replace(plain, **changes)


def routine(name, **changes):
    """Getting dressed, every day, with one carer and ten minutes."""
    plain = Routine(
        id=name,
        code="morning.dress",
        home="h",
        days=EVERY_DAY,
        minutes=10,
        energy=5,
        who=frozenset({"c"}),
    )
    return replace(plain, **changes)


def home(name="h", minutes=10, energy=9, **changes):
    """A home with the same minutes and energy every day."""
    return replace(Home(id=name, name=name, minutes=(minutes,) * 7, energy=(energy,) * 7), **changes)


def week(*strategies, **changes):
    """One child of five with one goal, one home, one routine and one carer."""
    plain = Instance(
        child=Child(age_months=62),
        goals=(BUTTONS,),
        homes=(home(),),
        routines=(routine("dress"),),
        carers=(Carer(id="c", name="Ada", confidence=8),),
        strategies=strategies or (strategy("s1"),),
    )
    return replace(plain, **changes)


def drawn(seed):
    """A small week in which everything can be short; few enough plans to try them all."""
    draw = Random(seed)
    homes = draw.choice((("h",), ("h", "i")))
    days = frozenset(draw.sample(range(7), 3))
    return Instance(
        child=Child(age_months=62, likes=frozenset({"dogs"}), dislikes=frozenset({"noise"})),
        goals=tuple(
            replace(BUTTONS, id=f"g{at}", importance=draw.randint(1, 5), task=f"t{at}", area=f"a{at}")
            for at in range(draw.randint(1, 3))
        ),
        homes=tuple(home(one, draw.choice((3, 5, 8)), draw.randint(1, 4)) for one in homes),
        routines=tuple(
            routine(
                f"r{at}",
                home=draw.choice(homes),
                code=draw.choice(("morning.dress", "bath")),
                days=days,
                minutes=draw.choice((3, 5, 8)),
                energy=draw.randint(1, 3),
                paused=frozenset(draw.sample(sorted(days), draw.randint(0, 1))),
            )
            for at in range(2)
        ),
        carers=(Carer(id="c", name="Ada", confidence=draw.randint(4, 9)),),
        strategies=tuple(_drawn_strategy(draw, f"s{at}") for at in range(3)),
        tried=(Tried(strategy="s0", home="h", worked=draw.randint(-2, 2), live_weeks=draw.choice((0, 9))),),
        most_ideas=draw.randint(1, 3),
    )


def _drawn_strategy(draw, name):
    number = draw.randint(0, 2)
    return strategy(
        name,
        grades=tuple(
            grade(step, draw.choice((0, 2, 3, 5)), draw.randint(0, 2))
            for step in draw.choice(((0,), (-1, 0)))
        ),
        light=draw.choice([Light.GREEN, Light.UNRATED]),
        tasks=frozenset({f"t{number}"}) if draw.random() < 0.5 else frozenset(),
        areas=frozenset({f"a{number}", f"a{draw.randint(0, 2)}"}),
        tags=frozenset({draw.choice(("dogs", "noise", "mud"))}),
        most_days=draw.choice((1, 2, 7)),
    )


def best_of_all(instance):
    """The most points of any plan that breaks no rule and keeps most pins, found by trying every one."""
    plans = [
        plan
        for number in range(instance.most_ideas + 1)
        for few in combinations(_all_choices(instance), number)
        if not violations(instance, plan := few)
    ]
    return max((-len(unkept_pins(instance, plan)), sum(recounted(instance, plan).values())) for plan in plans)


def _all_choices(instance):
    singles = [
        Choice(strategy=one.id, step=version.step, home=here.home, routine=here.id, days=days, carer="c")
        for one, here in product(instance.strategies, instance.routines)
        for version in one.grades
        for number in range(1, one.most_days + 1)
        for days in combinations(sorted(here.days), number)
    ]
    return [one for one in singles if not violations(instance, [one])]
