"""An idea as somebody writes it."""

from dataclasses import dataclass

from alongside.areas.library.values.ideas import Evidence, Frequency, SafetyNote, Skill, Supervision, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyDraft:
    """Everything an idea says, with the names and meanings of ``StrategySeen``."""

    name: str
    summary: str
    words_that_help: str
    notice: str
    routine: str
    domain: str
    age_from: int
    age_to: int
    minutes: int
    frequency: Frequency
    steps: tuple[str, ...]
    easier: tuple[Way, ...]
    harder: tuple[Way, ...]
    skills: tuple[Skill, ...]
    evidence: Evidence
    supervision: Supervision
    safety: tuple[SafetyNote, ...] = ()
    also: tuple[str, ...] = ()
    also_domains: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    set_up_minutes: int = 0
    mess: int = 0
    noise: int = 0
    attention: str = "full"
    people: tuple[str, ...] = ("one_to_one",)
    leads: str = "adult"
    position: tuple[str, ...] = ()
    sensory: tuple[str, ...] = ()
    setting: tuple[str, ...] = ("home",)
    tags: tuple[str, ...] = ()
    language: str = "en-gb"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsDraft:
    """An idea's words in another language: as many steps and ways as the idea has, in the same order."""

    name: str
    summary: str
    words_that_help: str
    notice: str
    steps: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
