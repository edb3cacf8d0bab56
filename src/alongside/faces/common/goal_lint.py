"""Hints beside the steps of a goal while it is written: read, told in one voice, and kept nowhere."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from alongside.core import bounds, scale_lint
from alongside.core.scale_lint import Finding, Rule, WrittenScale
from alongside.core.words import Phrase

STEPS = range(1, 6)
Voice = Callable[[Finding], Phrase]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepHints:
    """What could be clearer in one step."""

    number: int
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Hints beside each step, those about no single step, and which steps somebody has been in («1245»)."""

    steps: tuple[StepHints, ...]
    general: tuple[str, ...]
    touched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBox:
    """One step to write in, with its hints."""

    number: int
    field: BoundField
    hints: tuple[str, ...]


def to_family(found: Finding) -> Phrase:
    """The sentence in steps 1 to 5."""
    return found.to_family


def to_therapist(found: Finding) -> Phrase:
    """The sentence in levels."""
    return found.to_therapist


def while_typing(typed: Mapping[str, Any], voice: Voice) -> Hints:
    """Hints about the texts alone; a blank is named once every step was touched.

    ``typed`` holds the names of the goal's form; ``at`` is the step that was just left, ``touched`` those before.
    """
    scale = _scale(typed)
    touched = _touched(typed, scale)
    rules = scale_lint.WORDING_RULES - (set() if len(touched) == len(STEPS) else {Rule.LEVELS_FILLED})
    return told((one for one in scale_lint.findings(scale) if one.rule in rules), voice, touched)


def told(found: Iterable[Finding], voice: Voice, touched: str = "") -> Hints:
    """Findings as sentences in the reader's language, each beside the first step that it concerns."""
    placed = [(one.steps[0] if one.steps else 0, _said(voice(one))) for one in found]
    return Hints(
        steps=tuple(
            StepHints(number=step, hints=tuple(said for at, said in placed if at == step)) for step in STEPS
        ),
        general=tuple(said for at, said in placed if not at),
        touched=touched,
    )


def boxes(fields: Iterable[BoundField], hints: Hints) -> tuple[StepBox, ...]:
    """The five boxes with their hints."""
    return tuple(
        StepBox(number=one.number, field=field, hints=one.hints)
        for field, one in zip(fields, hints.steps, strict=True)
    )


def lines(found: Iterable[Finding], voice: Voice) -> tuple[str, ...]:
    """The same findings as one list, for a page without boxes."""
    return tuple(_said(voice(one)) for one in found)


def _said(phrase: Phrase) -> str:
    return _(phrase.template).format(**phrase.named)


def _scale(typed: Mapping[str, Any]) -> WrittenScale:
    first, second, third, fourth, fifth = (_text(typed, f"step_{step}", bounds.SENTENCE) for step in STEPS)
    return WrittenScale(
        sentence=_text(typed, "does", bounds.TITLE),
        levels=(first, second, third, fourth, fifth),
        harder=_text(typed, "harder", bounds.SENTENCE),
        where_when=_text(typed, "where_when", bounds.TITLE),
    )


def _text(typed: Mapping[str, Any], name: str, limit: int) -> str:
    return str(typed.get(name) or "")[:limit]


def _touched(typed: Mapping[str, Any], scale: WrittenScale) -> str:
    said = _text(typed, "touched", len(STEPS)) + _text(typed, "at", 1)
    written = {number for number, text in zip(STEPS, scale.levels, strict=True) if text.strip()}
    return "".join(str(step) for step in STEPS if str(step) in said or step in written)
