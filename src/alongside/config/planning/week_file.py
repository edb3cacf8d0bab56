"""The file of one family's week: every key with its meaning and limits, and the instance that is read from it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from alongside.config.planning.form import (
    LONGEST_ID,
    ByDay,
    Day,
    Field,
    Fields,
    Malformed,
    OneOf,
    Several,
    Text,
    Whole,
)
from alongside.core.planning import instance as shapes
from alongside.core.planning.instance import DAYS, Instance

VERSION = 1
MOST_STRATEGIES, MOST_GOALS, MOST_ROUTINES, MOST_HOMES, MOST_CARERS = 500, 12, 40, 6, 20
_NAMED = Text(longest=LONGEST_ID, code=True)
_WORD = Text(longest=120)
_WORDS = Text()
_DAYS = Several(of=OneOf(words={day: at for at, day in enumerate(DAYS)}), most=7, once=True)
_ATTENTION = OneOf(words={one.name.lower(): one for one in shapes.Attention})
_SURE = Whole(low=0, high=10)
_MINUTES = Whole(low=0, high=240)
_ENERGY = Whole(low=0, high=100)
_STEP = Whole(low=-3, high=3)


def _set_of(most: int, means: str, of: Any = _WORD) -> Field:
    return Field(form=Several(of=of, most=most, once=True), means=means, needed=False)


def _list_of(makes: Any, most: int, means: str, least: int = 0, **fields: Field) -> Field:
    return Field(
        form=Several(of=Fields(makes=makes, fields=fields), most=most, least=least), means=means, needed=False
    )


def _may(form: Any, means: str) -> Field:
    return Field(form=form, means=means, needed=False)


def _must(form: Any, means: str) -> Field:
    return Field(form=form, means=means)


_CHILD = Fields(
    makes=shapes.Child,
    fields={
        "age_months": _must(Whole(low=0, high=240), "the age in whole months"),
        "facts": _set_of(60, "safety facts by their codes; any food as food:name"),
        "likes": _set_of(40, "what the child likes, in the words of the ideas' tags"),
        "dislikes": _set_of(40, "what the child does not like, in the same words"),
    },
)
_GOALS = _list_of(
    shapes.Goal,
    MOST_GOALS,
    "what matters most",
    id=_must(_NAMED, "a name of its own"),
    words=_must(_WORDS, "the goal in the family's words"),
    importance=_must(Whole(low=1, high=5), "its weight, 5 is the most important"),
    routine=_may(Text(longest=LONGEST_ID, code=True, empty=True), "the code of the routine it lives in"),
    task=_may(
        Text(longest=120, empty=True), "the real task; an idea with the same word in its tasks practises it"
    ),
    area=_may(Text(longest=120, empty=True), "the area of life it belongs to"),
    skills=_set_of(20, "the skills it needs"),
    findings=_list_of(
        shapes.Finding,
        20,
        "skills that the evaluation found to be hard",
        skill=_must(_WORD, "the skill"),
        on=_must(Day(), "the day of the finding"),
    ),
    dose_minutes=_may(Whole(low=0, high=100_000), "minutes practised so far"),
)
_HOMES = _list_of(
    shapes.Home,
    MOST_HOMES,
    "places with things of their own; a child may have two homes",
    id=_must(_NAMED, "a name of its own"),
    name=_must(_WORD, "what it is called"),
    minutes=_must(ByDay(number=_MINUTES, days=DAYS), "minutes a day for all ideas together"),
    energy=_must(ByDay(number=_ENERGY, days=DAYS), "energy a day for all ideas together"),
    materials=_set_of(200, "the things that are there"),
    paused=_may(_DAYS, "days on which nothing happens there"),
)
_ROUTINES = _list_of(
    shapes.Routine,
    MOST_ROUTINES,
    "the family's ordinary week",
    id=_must(_NAMED, "a name of its own"),
    code=_must(_NAMED, "which routine, for example morning.dress"),
    home=_must(_NAMED, "the home it happens in"),
    days=_must(_DAYS, "its days"),
    minutes=_must(_MINUTES, "the minutes it leaves"),
    energy=_must(_ENERGY, "the energy it leaves"),
    place=_may(_NAMED, "where it happens: home, school, park, car, community or clinic"),
    who=_set_of(10, "the carers who are there, by id", _NAMED),
    attention=_may(_ATTENTION, "how free a grown-up is then"),
    paused=_may(_DAYS, "its days that are paused"),
)
_CARERS = _list_of(
    shapes.Carer,
    MOST_CARERS,
    "who does things with the child",
    id=_must(_NAMED, "a name of its own"),
    name=_must(_WORD, "what they are called"),
    confidence=_may(_SURE, "how sure they feel in general"),
)
_GRADE = Fields(
    makes=shapes.Grade,
    fields={
        "step": _must(_STEP, "below 0 easier, 0 as written, above 0 harder"),
        "minutes": _must(_MINUTES, "minutes each time; 0 costs no time of its own"),
        "energy": _must(_ENERGY, "energy each time"),
        "attention": _must(_ATTENTION, "how much of a grown-up it needs"),
    },
)
_STRATEGIES = _list_of(
    shapes.Strategy,
    MOST_STRATEGIES,
    "the ideas to choose from",
    id=_must(_NAMED, "a name of its own"),
    name=_must(_WORD, "what it is called"),
    grades=_must(Several(of=_GRADE, least=1, most=7), "its versions"),
    settings=_must(Several(of=_NAMED, least=1, most=10, once=True), "the places it can happen in"),
    light=_must(OneOf(words={one.value: one for one in shapes.Light}), "how well its approach is supported"),
    routines=_set_of(40, "codes of the routines it fits; without any it fits all", _NAMED),
    areas=_set_of(10, "areas of life it belongs to"),
    skills=_set_of(20, "skills it builds"),
    tasks=_set_of(20, "real tasks it practises"),
    tags=_set_of(20, "what a child may like or not like in it"),
    materials=_set_of(20, "things it needs"),
    safety=_set_of(40, "safety codes", _NAMED),
    homes=_set_of(MOST_HOMES, "the only homes it belongs to", _NAMED),
    age_from=_may(Whole(low=0, high=18), "the youngest age in years"),
    age_to=_may(Whole(low=0, high=18), "the oldest age in years, that whole year included"),
    most_days=_may(Whole(low=1, high=7), "on how many days a week at most"),
)
_STRATEGY = _must(_NAMED, "the strategy")
_SOME_HOME = _may(_NAMED, "only in this home")
_SOME_ROUTINE = _may(_NAMED, "only in this routine, by id")
_WEEK = Fields(
    makes=dict,
    fields={
        "version": _must(Whole(low=VERSION, high=VERSION), "the version of this format"),
        "child": _must(_CHILD, "the child"),
        "goals": _must(_GOALS.form, _GOALS.means),
        "homes": _must(_HOMES.form, _HOMES.means),
        "routines": _must(_ROUTINES.form, _ROUTINES.means),
        "carers": _must(_CARERS.form, _CARERS.means),
        "strategies": _must(_STRATEGIES.form, _STRATEGIES.means),
        "confidences": _list_of(
            shapes.Confidence,
            2000,
            "how sure a carer feels about one idea",
            carer=_must(_NAMED, "the carer"),
            strategy=_STRATEGY,
            level=_must(_SURE, "0 not at all, 10 fully"),
        ),
        "tried": _list_of(
            shapes.Tried,
            1000,
            "how ideas went so far",
            strategy=_STRATEGY,
            home=_must(_NAMED, "in which home"),
            step=_may(_STEP, "the last version"),
            worked=_may(Whole(low=-2, high=2), "-2 not at all, 2 very well"),
            felt=_may(OneOf(words={one.value: one for one in shapes.Felt}), "how the last version felt"),
            live_weeks=_may(Whole(low=0, high=520), "for how many weeks it is live; 0 when it is not"),
        ),
        "pins": _list_of(
            shapes.Pin,
            20,
            "the therapist wants these",
            strategy=_STRATEGY,
            home=_SOME_HOME,
            routine=_SOME_ROUTINE,
        ),
        "bans": _list_of(
            shapes.Ban, 1000, "somebody said no", strategy=_STRATEGY, home=_SOME_HOME, routine=_SOME_ROUTINE
        ),
        "clearances": _list_of(
            shapes.Clearance,
            100,
            "safe for this child, as a named therapist wrote",
            strategy=_STRATEGY,
            by=_must(_WORD, "the therapist"),
            because=_must(_WORDS, "the reason"),
            on=_must(Day(), "the day"),
        ),
        "most_ideas": _may(Whole(low=0, high=6), "how many ideas may be live at once; 4 when absent"),
    },
)


def schema() -> dict[str, Any]:
    """The whole format as a JSON schema."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One family's week, to be planned",
        "description": "Run with: python -m alongside plan-week FILE.json",
        **_WEEK.schema(),
    }


def instance_in(text: str) -> Instance:
    """The instance of a file's text; ``Malformed`` says in one line where the file needs a change."""
    try:
        content = json.loads(text, parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_once)
    except RecursionError:
        raise Malformed("this is nested too deeply") from None
    except ValueError as error:
        raise Malformed(f"this is not JSON ({error})") from None
    read = _WEEK.read(content, "")
    del read["version"]
    found = Instance(**read)
    for complaint in _complaints(found):
        raise Malformed(complaint)
    return found


def _no_float(written: str) -> float:
    raise Malformed(f"{written[:20]}: write whole numbers only")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    for key, times in Counter(key for key, _ in pairs).items():
        if times > 1:
            raise Malformed(f"{key}: this key stands twice in one object")
    return dict(pairs)


def _complaints(found: Instance) -> Iterator[str]:
    """What does not fit together, in the order of the file."""
    for name in ("goals", "homes", "routines", "carers", "strategies"):
        yield from _twice(name, [one.id for one in getattr(found, name)])
    for one in found.strategies:
        yield from _twice(f"strategies ({one.id}).grades", [str(grade.step) for grade in one.grades])
        yield from _unknown(f"strategies ({one.id}).homes", one.homes, found.homes)
    for routine in found.routines:
        yield from _unknown(f"routines ({routine.id}).home", [routine.home], found.homes)
        yield from _unknown(f"routines ({routine.id}).who", sorted(routine.who), found.carers)
    yield from _twice("tried", [f"{one.strategy} in {one.home}" for one in found.tried])
    yield from _twice("confidences", [f"{one.carer} about {one.strategy}" for one in found.confidences])
    yield from _decisions(found)


def _decisions(found: Instance) -> Iterator[str]:
    for name in ("confidences", "tried", "pins", "bans", "clearances"):
        decisions = getattr(found, name)
        yield from _unknown(f"{name}.strategy", [one.strategy for one in decisions], found.strategies)
    for name in ("tried", "pins", "bans"):
        homes = [one.home for one in getattr(found, name) if one.home]
        yield from _unknown(f"{name}.home", homes, found.homes)
    for name in ("pins", "bans"):
        routines = [one.routine for one in getattr(found, name) if one.routine]
        yield from _unknown(f"{name}.routine", routines, found.routines)
    yield from _unknown("confidences.carer", [one.carer for one in found.confidences], found.carers)


def _twice(where: str, names: list[str]) -> Iterator[str]:
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{where}: {name} stands there twice"


def _unknown(where: str, names: Iterable[str], known: Iterable[Any]) -> Iterator[str]:
    ids = {one.id for one in known}
    for name in sorted(set(names)):
        if name not in ids:
            yield f"{where}: there is no {name}"
