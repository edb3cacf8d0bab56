"""The planner's sentences in the reader's language: why an idea is in a week, and why another one is not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.core import routines
from alongside.core.planning.weights import Part
from alongside.core.words import Phrase, gettext_noop

AREAS: Mapping[str, str] = MappingProxyType(
    {
        "self_care": gettext_noop("looking after yourself"),
        "fine_motor": gettext_noop("hands and fingers"),
        "gross_motor": gettext_noop("moving"),
        "visual_motor": gettext_noop("eye and hand"),
        "handwriting": gettext_noop("handwriting"),
        "feeding": gettext_noop("eating and drinking"),
        "sensory_regulation": gettext_noop("senses"),
        "emotional_regulation": gettext_noop("feelings"),
        "attention": gettext_noop("attention"),
        "memory": gettext_noop("memory"),
        "planning": gettext_noop("planning the day"),
        "sleep": gettext_noop("sleep"),
        "social": gettext_noop("being with others"),
        "play": gettext_noop("play"),
        "communication": gettext_noop("talking and showing"),
        "wellbeing": gettext_noop("feeling good"),
    }
)
PARTS: Mapping[Part, str] = MappingProxyType(
    {
        Part.COVERAGE: gettext_noop("the goal"),
        Part.REAL_ROUTINE: gettext_noop("its real routine"),
        Part.EVIDENCE: gettext_noop("evidence"),
        Part.OFTEN: gettext_noop("little and often"),
        Part.LIKES: gettext_noop("likes"),
        Part.VARIETY: gettext_noop("variety"),
        Part.CHURN: gettext_noop("nothing changes"),
        Part.WORKED: gettext_noop("how it went"),
        Part.CONFIDENCE: gettext_noop("how sure"),
        Part.NEW_LOAD: gettext_noop("new load"),
    }
)
_DAYS = (
    gettext_noop("Mon"), gettext_noop("Tue"), gettext_noop("Wed"), gettext_noop("Thu"), gettext_noop("Fri"),
    gettext_noop("Sat"), gettext_noop("Sun"),
)  # fmt: skip
FOR_GOALS = frozenset({"task", "finding", "skill", "area"})
_WEEK = 7
_WORKING = (0, 1, 2, 3, 4)
# What a family reads of an idea's reasons, in this order; points, research and load are the therapist's to weigh.
_FAMILY: Mapping[str, str] = MappingProxyType(
    {
        "task": gettext_noop("It is the real thing: {goal}."),
        "finding": gettext_noop("It helps with {skill}. We noticed that on {on}."),
        "skill": gettext_noop("It helps with {skill}."),
        "area": gettext_noop("It belongs to {goal}."),
        "likes": gettext_noop("{things}: your child likes that."),
        "worked": gettext_noop("It went well before."),
        "stays": gettext_noop("You know it already."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One reason with its points; ``part`` names the part of the objective."""

    part: str
    points: int
    words: str


def said(why: Phrase) -> str:
    """A phrase of the planner in the reader's language, its values put into plain words."""
    return filled(why.template, dict(why.values))


def filled(template: str, values: Mapping[str, str | int]) -> str:
    """The translated template with plain words for codes and days."""
    return _(template).format(**{name: _value(name, value) for name, value in values.items()})


def for_family(code: str, points: int, values: Mapping[str, str | int]) -> str:
    """What a family reads of one reason; "" for what is not theirs to weigh, or speaks against the idea."""
    template = _FAMILY.get(code, "") if points > 0 else ""
    return filled(template, values) if template else ""


def happens_anyway(routine: str) -> str:
    """That nothing new has to begin for it."""
    return _("%(routine)s happens then anyway.") % {"routine": routine_label(routine)}


def is_for(goal: str) -> str:
    """The goal of an idea that serves it beside another one."""
    return _("It is for: %(goal)s.") % {"goal": goal}


def routine_label(code: str) -> str:
    """The routine as families call it."""
    return _(routines.routine(code).label)


def part_label(part: Part) -> str:
    """What a part of the objective is called."""
    return _(PARTS[part])


def days_said(days: Sequence[int]) -> str:
    """Mon, Wed, Fri; every day; school days."""
    if not days or len(days) == _WEEK:
        return _("every day")
    if tuple(days) == _WORKING:
        return _("Monday to Friday")
    return ", ".join(_(_DAYS[day]) for day in sorted(days))


def joined(sentences: Iterable[str]) -> str:
    """Sentences one after the other, each once."""
    return " ".join(dict.fromkeys(one for one in sentences if one))


def _value(name: str, value: str | int) -> str | int:
    if name == "on":
        return dated(date.fromisoformat(str(value)), _("j F"))
    if name == "area":
        return _(AREAS.get(str(value), str(value)))
    return _(str(value)) if name in ("routine", "sentence", "because") and value else value
