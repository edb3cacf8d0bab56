"""Ideas of the library, as other areas and the faces see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.core.words import gettext_noop


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

    ``indication`` says for whom and for what it was looked at. ``checked_on`` is the ISO date on which somebody
    compared the statement with ``source``.
    """

    light: Light
    approach: str
    statement: str
    source: str
    checked_on: str
    indication: str = ""

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
class Skill:
    """What an idea builds, tied to an ICF code ("" for none)."""

    name: str
    icf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way easier or harder: a sentence, and the one knob that it turns (a code of ``core.strategy_lint``)."""

    knob: str
    words: str


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
    """An idea in a list. ``minutes`` a day, ``routine`` a code of ``core.routines``, ages in years.

    ``also`` are other routines where it fits. ``attention`` is what it asks of a grown-up: full, nearby or none;
    ``mess`` and ``noise`` go from 0 to 3. ``is_own``: it belongs to the clinic; ``adapted_from`` is the code of the
    starter idea that it changes.
    """

    code: str
    uuid: UUID
    name: str
    routine: str
    also: tuple[str, ...]
    domain: str
    also_domains: tuple[str, ...]
    summary: str
    minutes: int
    set_up_minutes: int
    mess: int
    noise: int
    attention: str
    materials: tuple[str, ...]
    setting: tuple[str, ...]
    age_from: int
    age_to: int
    safety: tuple[SafetyNote, ...]
    evidence: Evidence
    is_own: bool = False
    adapted_from: str = ""

    @property
    def safety_codes(self) -> tuple[str, ...]:
        """What ``core.safety.judge`` takes."""
        return tuple(note.code for note in self.safety)

    @property
    def routines(self) -> tuple[str, ...]:
        """Every routine where it fits, its own first."""
        return (self.routine, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategySeen(StrategyCard):
    """An idea in full. ``ways_easier`` and ``ways_harder`` turn one knob each, in order.

    ``tasks`` are ICF activities whose real task it practises. ``sensory`` holds ``channel:direction`` pairs,
    ``setting`` places such as home or park, ``tags`` words a child may like or dislike. ``version`` counts its
    wordings from 1.
    """

    words_that_help: str
    steps: tuple[str, ...]
    ways_easier: tuple[Way, ...]
    ways_harder: tuple[Way, ...]
    builds: tuple[Skill, ...]
    tasks: tuple[str, ...]
    frequency: Frequency
    supervision: Supervision
    people: tuple[str, ...]
    leads: str
    position: tuple[str, ...]
    sensory: tuple[str, ...]
    tags: tuple[str, ...]
    notice: str
    version: int
    language: str
    from_family: bool = False
    retired_at: datetime | None = None

    @property
    def easier(self) -> tuple[str, ...]:
        """The sentences that make it easier, the first one first."""
        return tuple(way.words for way in self.ways_easier)

    @property
    def harder(self) -> tuple[str, ...]:
        """The sentences that make it harder, the first one first."""
        return tuple(way.words for way in self.ways_harder)

    @property
    def skills(self) -> tuple[str, ...]:
        """What it builds, in words."""
        return tuple(skill.name for skill in self.builds)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionSeen:
    """An earlier wording of an idea. ``by`` and ``until`` are empty for one that came with the product."""

    number: int
    name: str
    summary: str
    steps: tuple[str, ...]
    by: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """An idea's words in another language, as the clinic wrote them, and the version they were written from."""

    uuid: UUID
    language: str
    name: str
    summary: str
    words_that_help: str
    notice: str
    steps: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    of_version: int
    by: str
    at: datetime
