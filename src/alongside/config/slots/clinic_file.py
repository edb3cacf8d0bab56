"""The file of a clinic and its caseload: every key with its meaning and limits, and the instance read from it."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from alongside.config.planning.form import LONGEST_ID, Field, Fields, Malformed, OneOf, Several, Text, Whole
from alongside.core.slots import instance as shapes
from alongside.core.slots.instance import DAYS, GRID, VERSION, Instance, Shift, Therapist, Way

MOST_CHILDREN, MOST_THERAPISTS, MOST_ROOMS, MOST_SITES = 5000, 300, 500, 400
_CLOCK = re.compile(r"([01][0-9]|2[0-4]):(00|15|30|45)")
_ID = Text(longest=LONGEST_ID, code=True)
_NO_ID = Text(longest=LONGEST_ID, code=True, empty=True)
_NAME = Text(longest=120, empty=True)
_WORDS = Several(of=Text(longest=60), most=40, once=True)
_IDS = Several(of=_ID, most=100, once=True)
_DAY = OneOf(words={day: at for at, day in enumerate(DAYS)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of the day on the quarter of an hour, as 08:45; 24:00 is the end of the day."""

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        return {"type": "string", "pattern": f"^{_CLOCK.pattern}$"}

    def read(self, value: object, where: str) -> int:
        """Minutes of the day; ``Malformed`` for anything else."""
        found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
        minutes = 60 * int(found[1]) + int(found[2]) if found else 9999
        if minutes > 24 * 60:
            raise Malformed(f"{where}: write a quarter of an hour as 08:45")
        return minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A whole number of minutes in steps of a quarter of an hour."""

    low: int
    high: int

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high, "multipleOf": GRID}

    def read(self, value: object, where: str) -> int:
        """The minutes; ``Malformed`` beyond the limits or between the steps."""
        minutes = Whole(low=self.low, high=self.high).read(value, where)
        if minutes % GRID:
            raise Malformed(f"{where}: write whole quarters of an hour, in minutes")
        return minutes


def _must(form: Any, means: str) -> Field:
    return Field(form=form, means=means)


def _may(form: Any, means: str) -> Field:
    return Field(form=form, means=means, needed=False)


def _some(makes: Any, fields: dict[str, Field], most: int) -> Several:
    return Several(of=Fields(makes=makes, fields=fields), most=most)


_SPAN = {
    "weekday": _must(_DAY, "the day"),
    "start": _must(Clock(), "from"),
    "until": _must(Clock(), "until before"),
}
_SHIFT = {**_SPAN, "site": _must(_ID, "where")}
_ROOM = {
    "id": _must(_ID, "a name of its own"),
    "site": _must(_ID, "where it is"),
    "name": _may(_NAME, "its name for people"),
    "features": _may(_WORDS, "what it has, in the words of the children's features"),
    "open": _may(_some(shapes.Span, _SPAN, 50), "when it can be used; always when absent"),
}
_SITE = {"id": _must(_ID, "a name of its own"), "name": _may(_NAME, "its name for people")}
_TRAVEL = {
    "a": _must(_ID, "one site"),
    "b": _must(_ID, "the other"),
    "minutes": _must(Whole(low=0, high=600), "minutes between them, both ways alike"),
}
_THERAPIST = {
    "id": _must(_ID, "a name of its own"),
    "name": _may(_NAME, "the name for people"),
    "shifts": _must(_some(shapes.Shift, _SHIFT, 30), "working times; they do not overlap"),
    "skills": _may(_WORDS, "what the therapist can do"),
    "languages": _may(_WORDS, "which languages the therapist speaks"),
    "credentials": _may(_WORDS, "which papers the therapist has"),
    "most_minutes": _may(Whole(low=0, high=1440), "the most minutes of sessions a day; 360 when absent"),
    "meal_minutes": _may(Steps(low=0, high=120), "the meal; 30 when absent, 0 for none"),
    "meal_from": _may(Clock(), "the meal is not before; 11:30 when absent"),
    "meal_until": _may(Clock(), "the meal is over by; 14:00 when absent"),
}
_WINDOW = {
    **_SPAN,
    "kind": _may(OneOf(words={one.value: one for one in shapes.WindowKind}), "could when absent"),
}
_DRIVE = {"site": _must(_ID, "to where"), "minutes": _must(Whole(low=0, high=600), "minutes, one way")}
_CHILD = {
    "id": _must(_ID, "a name of its own"),
    "minutes": _must(Steps(low=15, high=240), "the length of a session"),
    "sessions": _may(Whole(low=1, high=5), "how many times a week; 1 when absent"),
    "name": _may(_NAME, "the name for people"),
    "family": _may(_NO_ID, "the same for brothers and sisters"),
    "urgency": _may(OneOf(words={one.value: one for one in shapes.Urgency}), "routine when absent"),
    "waiting_weeks": _may(Whole(low=0, high=520), "for how long the family waits"),
    "way": _may(OneOf(words={one.value: one for one in Way}), "room when absent"),
    "at": _may(_NO_ID, "the place of a visit away"),
    "sites": _may(_IDS, "where the family could come; anywhere when absent"),
    "skills": _may(_WORDS, "what the therapist has to be able to do"),
    "languages": _may(_WORDS, "one of these the therapist has to speak; any when absent"),
    "credentials": _may(_WORDS, "which papers the therapist has to have"),
    "features": _may(_WORDS, "what the room has to have"),
    "windows": _may(_some(shapes.Window, _WINDOW, 100), "when the family could and could not come"),
    "school": _may(_some(shapes.Span, _SPAN, 20), "hours at school"),
    "drives": _may(_some(shapes.Drive, _DRIVE, 50), "how far it is"),
    "before": _may(_NO_ID, "the therapist who saw the child last"),
    "not_with": _may(_IDS, "not with these therapists"),
    "after_school_turns": _may(Whole(low=0, high=100), "terms in a row with a time after school, up to now"),
}
_TIME = {
    "child": _must(_ID, "who"),
    "therapist": _must(_ID, "with whom"),
    "weekday": _must(_DAY, "the day"),
    "start": _must(Clock(), "the beginning"),
}
_MORE = {"therapist": _must(_ID, "who"), "shift": _must(Fields(makes=shapes.Shift, fields=_SHIFT), "when")}
_AWAY_DAYS = OneOf(words={"all": -1, **{day: at for at, day in enumerate(DAYS)}})
_AWAY = {"therapist": _must(_ID, "who"), "weekday": _may(_AWAY_DAYS, "all when absent")}
_CHANGE = {
    "more": _may(_some(shapes.ShiftOf, _MORE, 200), "working times besides"),
    "away": _may(_some(shapes.AwayOn, _AWAY, 200), "days on which somebody does not work"),
    "rooms": _may(_some(shapes.Room, _ROOM, 100), "rooms besides"),
}
_CLINIC = Fields(
    makes=dict,
    fields={
        "version": _must(Whole(low=VERSION, high=VERSION), "the version of this format"),
        "sites": _must(_some(shapes.Site, _SITE, MOST_SITES), "where the clinic works, and visits"),
        "therapists": _must(_some(shapes.Therapist, _THERAPIST, MOST_THERAPISTS), "who sees children"),
        "children": _must(_some(shapes.Child, _CHILD, MOST_CHILDREN), "who is to be seen"),
        "rooms": _may(_some(shapes.Room, _ROOM, MOST_ROOMS), "rooms for one session at a time"),
        "travel": _may(_some(shapes.Travel, _TRAVEL, 50_000), "minutes between sites"),
        "pins": _may(_some(shapes.Time, _TIME, 10_000), "times that stay as they are"),
        "now": _may(_some(shapes.Time, _TIME, 30_000), "the times that children have now"),
        "what_if": _may(Fields(makes=shapes.Change, fields=_CHANGE), "what the mode what-if changes"),
        "buffer_minutes": _may(Steps(low=0, high=60), "kept free after each session; 0 when absent"),
    },
)


def schema() -> dict[str, Any]:
    """The whole format as a JSON schema."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A clinic and its caseload, whose weekly times are to be planned",
        "description": "Run with: python -m alongside plan-slots FILE.json",
        **_CLINIC.schema(),
    }


def instance_in(text: str) -> Instance:
    """The instance of a file's text; ``Malformed`` says in one line where the file needs a change."""
    try:
        content = json.loads(text, parse_float=_no_float, parse_constant=_no_float)
    except RecursionError:
        raise Malformed("this is nested too deeply") from None
    except ValueError as error:
        raise Malformed(f"this is not JSON ({error})") from None
    read = _CLINIC.read(content, "")
    del read["version"]
    found = Instance(**read)
    for complaint in complaints(found):
        raise Malformed(complaint)
    return found


def _no_float(written: str) -> float:
    raise Malformed(f"{written[:20]}: write whole numbers only")


def complaints(found: Instance) -> Iterator[str]:
    """What does not fit together, in the order of the file."""
    for name in ("sites", "therapists", "children", "rooms"):
        yield from _twice(name, [one.id for one in getattr(found, name)])
    sites, people = {one.id for one in found.sites}, {one.id for one in found.therapists}
    yield from _unknown("rooms.site", [one.site for one in found.rooms], sites)
    yield from _unknown("travel", [end for one in found.travel for end in (one.a, one.b)], sites)
    for therapist in found.therapists:
        yield from _of_therapist(found, therapist, sites)
    for child in found.children:
        where = f"children ({child.id})"
        yield from _unknown(f"{where}.sites", child.sites, sites)
        yield from _unknown(f"{where}.at", [child.at] if child.at else [], sites)
        yield from _unknown(f"{where}.not_with", child.not_with, people)
        yield from _backwards(where, [*child.windows, *child.school])
        if (child.way is Way.AWAY) != bool(child.at):
            yield f"{where}.at: a visit away has a place, and nothing else has"
    yield from _of_times(found, people)


def _of_therapist(found: Instance, one: Therapist, sites: set[str]) -> Iterator[str]:
    where = f"therapists ({one.id}).shifts"
    yield from _unknown(where, [shift.site for shift in one.shifts], sites)
    yield from _backwards(where, one.shifts)
    if one.meal_minutes and one.meal_until - one.meal_from < one.meal_minutes:
        yield f"therapists ({one.id}).meal_until: the meal is longer than its time"
    minutes = {frozenset((way.a, way.b)): way.minutes for way in found.travel}
    for first, then in pairwise(sorted(one.shifts, key=lambda shift: (shift.weekday, shift.start))):
        if first.weekday == then.weekday:
            yield from _between(where, first, then, minutes)


def _between(where: str, first: Shift, then: Shift, minutes: dict[frozenset[str], int]) -> Iterator[str]:
    needed = 0 if first.site == then.site else minutes.get(frozenset((first.site, then.site)))
    if needed is None or then.start - first.until < needed:
        yield f"{where}: there is no time to go from {first.site} to {then.site} on {DAYS[first.weekday]}"


def _of_times(found: Instance, people: set[str]) -> Iterator[str]:
    children = {one.id for one in found.children}
    for name in ("pins", "now"):
        times = getattr(found, name)
        yield from _unknown(f"{name}.child", [one.child for one in times], children)
        yield from _unknown(f"{name}.therapist", [one.therapist for one in times], people)
        yield from _twice(name, [f"{one.child} on {DAYS[one.weekday]}" for one in times])
    change = found.what_if
    changed = [one.therapist for one in change.more] + [one.therapist for one in change.away]
    yield from _unknown("what_if", changed, people)


def _backwards(where: str, spans: Iterable[Any]) -> Iterator[str]:
    for span in spans:
        if span.until <= span.start:
            yield f"{where}: something ends before it begins"


def _twice(where: str, names: list[str]) -> Iterator[str]:
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{where}: {name} stands there twice"


def _unknown(where: str, names: Iterable[str], known: set[str]) -> Iterator[str]:
    for name in sorted(set(names) - known):
        yield f"{where}: there is no {name}"
