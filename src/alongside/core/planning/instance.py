"""What the planner is told: one family's week, the ideas it may choose from, and what people decided."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# From Monday to Sunday.
ByDay = tuple[int, ...]


class Attention(IntEnum):
    """How much of a grown-up an idea needs, or a routine has."""

    NONE = 0
    NEARBY = 1
    FULL = 2


class Light(StrEnum):
    """How well the approach of an idea is supported for this child's situation."""

    GREEN = "green"
    YELLOW_PLUS = "yellow_plus"
    YELLOW_MINUS = "yellow_minus"
    RED = "red"
    UNRATED = "unrated"


class Felt(StrEnum):
    """How an idea felt the last time."""

    TOO_EASY = "too_easy"
    JUST_RIGHT = "just_right"
    TOO_HARD = "too_hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """Age in months, the safety facts that are known, and what the child likes and does not like."""

    age_months: int
    facts: frozenset[str] = frozenset()
    likes: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the evaluation found about one skill, and when."""

    skill: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal: the family's words, its importance (1 to 5), the routine it lives in and its own real task.

    ``skills`` are those it needs; ``findings`` say which of them were found to be hard. ``dose_minutes`` is how long
    it was practised so far.
    """

    id: str
    words: str
    importance: int
    routine: str = ""
    task: str = ""
    area: str = ""
    skills: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    dose_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Carer:
    """Somebody who does things with the child, and how sure they feel in general (0 to 10)."""

    id: str
    name: str
    confidence: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How sure one carer feels about one idea (0 to 10)."""

    carer: str
    strategy: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A place with its own things, and the minutes and energy it can give on each day of the week.

    A child may have two. A school that takes part is one more.
    """

    id: str
    name: str
    minutes: ByDay
    energy: ByDay
    materials: frozenset[str] = frozenset()
    paused: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A part of the day in one home: on which days (0 is Monday), where, with whom, and what it leaves."""

    id: str
    code: str
    home: str
    days: frozenset[int]
    minutes: int
    energy: int
    place: str = "home"
    who: frozenset[str] = frozenset()
    attention: Attention = Attention.FULL
    paused: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One version of an idea: negative steps are easier, 0 is as written, positive steps are harder."""

    step: int
    minutes: int
    energy: int
    attention: Attention


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """An idea. Without routine codes it fits any routine; with ``homes`` it belongs to those homes alone."""

    id: str
    name: str
    grades: tuple[Grade, ...]
    settings: frozenset[str]
    light: Light
    routines: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    materials: frozenset[str] = frozenset()
    safety: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    age_from: int = 0
    age_to: int = 18
    most_days: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How an idea went in one home: ``worked`` from -2 to 2, how its last grade felt, and for how long it is live."""

    strategy: str
    home: str
    step: int = 0
    worked: int = 0
    felt: Felt = Felt.JUST_RIGHT
    live_weeks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The therapist wants this idea in the week; in this home or routine when named."""

    strategy: str
    home: str = ""
    routine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """Somebody said no to this idea; in this home or routine alone when named."""

    strategy: str
    home: str = ""
    routine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A named therapist wrote why this idea is safe for this child all the same."""

    strategy: str
    by: str
    because: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One family's week. It is repeated until somebody plans again. ``most_ideas`` may live at once."""

    child: Child
    goals: tuple[Goal, ...]
    homes: tuple[Home, ...]
    routines: tuple[Routine, ...]
    carers: tuple[Carer, ...]
    strategies: tuple[Strategy, ...]
    confidences: tuple[Confidence, ...] = ()
    tried: tuple[Tried, ...] = ()
    pins: tuple[Pin, ...] = ()
    bans: tuple[Ban, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    most_ideas: int = 4
