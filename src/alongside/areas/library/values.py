"""Ideas of the library, and a clinic's own words, as other areas and the faces see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.core.words import gettext_noop

WORD_LIMIT, SAY_LIMIT = 60, 120


class Light(StrEnum):
    """How strong the research is, always for one approach and one thing it was tried for."""

    GREEN = "green"
    YELLOW_PLUS = "yellow_plus"
    YELLOW_MINUS = "yellow_minus"
    RED = "red"
    UNRATED = "unrated"


LIGHT_LABELS: Mapping[Light, str] = MappingProxyType(
    {
        Light.GREEN: gettext_noop("Well supported as an approach"),
        Light.YELLOW_PLUS: gettext_noop("Promising"),
        Light.YELLOW_MINUS: gettext_noop("Try and see together"),
        Light.RED: gettext_noop("We don’t suggest this"),
        Light.UNRATED: gettext_noop("Try and see together"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known about an approach. ``label`` is for the screen, never without ``statement``.

    ``checked_on`` is the ISO date on which somebody compared the statement with ``source``.
    """

    light: Light
    approach: str
    statement: str
    source: str
    checked_on: str

    @property
    def label(self) -> str:
        """The careful words for the light (English source; pages translate)."""
        return LIGHT_LABELS[self.light]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNote:
    """A code of ``core.safety`` with what it means for this idea."""

    code: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """How often: ``per`` is day, week, school_days, bath_nights or when_needed."""

    times_min: int
    times_max: int
    per: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """How close the grown-up stays: TOUCH, SIGHT, NEARBY or NONE; ``rules`` (when, level) make it closer."""

    level: str
    note: str
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyCard:
    """An idea in a list. ``minutes`` a day, ``routine`` a code of ``core.routines``, ages in years."""

    code: str
    uuid: UUID
    name: str
    routine: str
    domain: str
    summary: str
    minutes: int
    materials: tuple[str, ...]
    age_from: int
    age_to: int
    safety: tuple[SafetyNote, ...]
    evidence: Evidence

    @property
    def safety_codes(self) -> tuple[str, ...]:
        """What ``core.safety.judge`` takes."""
        return tuple(note.code for note in self.safety)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategySeen(StrategyCard):
    """An idea in full. ``easier`` and ``harder`` are one-sentence edits of one knob each, in order.

    ``sensory`` holds ``channel:quality`` pairs, ``setting`` places such as home or park.
    """

    words_that_help: str
    steps: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    skills: tuple[str, ...]
    frequency: Frequency
    supervision: Supervision
    setting: tuple[str, ...]
    sensory: tuple[str, ...]
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicWordSeen:
    """A word of a clinic's own list, and what it says instead. ``is_fine``: it uses the word with families."""

    uuid: UUID
    word: str
    say: str
    by: str
    at: datetime

    @property
    def is_fine(self) -> bool:
        return not self.say
