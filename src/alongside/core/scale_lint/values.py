"""A scale as it is written, and what the lint finds in it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alongside.core.attainment import Level, Number, step_of
from alongside.core.words import Phrase

WRITTEN_LEVELS = (Level.STARTED, Level.ON_THE_WAY, Level.HOPED_FOR, Level.A_BIT_MORE, Level.FAR_BEYOND)


class Rule(StrEnum):
    """The twelve rules for writing a scale."""

    THREE_GOALS = "THREE_GOALS"
    LEVELS_FILLED = "LEVELS_FILLED"
    ONE_VARIABLE = "ONE_VARIABLE"
    EQUAL_STEPS = "EQUAL_STEPS"
    OBSERVABLE = "OBSERVABLE"
    STANDS_ALONE = "STANDS_ALONE"
    ROOM_BOTH_SIDES = "ROOM_BOTH_SIDES"
    ALL_WEIGHED = "ALL_WEIGHED"
    SAME_CONTEXT = "SAME_CONTEXT"
    TIME_BOUND = "TIME_BOUND"
    SOURCE_NAMED = "SOURCE_NAMED"
    WITH_THE_FAMILY = "WITH_THE_FAMILY"


# The rules about the five texts. The others are about what stands around them.
WORDING_RULES = frozenset(
    {
        Rule.LEVELS_FILLED,
        Rule.ONE_VARIABLE,
        Rule.EQUAL_STEPS,
        Rule.OBSERVABLE,
        Rule.STANDS_ALONE,
        Rule.ROOM_BOTH_SIDES,
        Rule.SAME_CONTEXT,
    }
)


class Severity(StrEnum):
    """A hint can be passed by, a warning is worth a look, a block keeps the scale from being scored."""

    HINT = "HINT"
    WARNING = "WARNING"
    BLOCK = "BLOCK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """Somebody who agreed to the scale, and the day; without a day it is not agreed yet."""

    name: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenScale:
    """A scale as it stands on the page.

    ``levels`` are the texts of −2 to +2, blank where nothing is written; ``harder`` is the optional −3.
    ``where_when`` is the routine it belongs to. ``weights`` are those of all the child's goals, empty when
    none is weighed; ``goals`` is how many goals the child has, this one included.
    """

    sentence: str
    levels: tuple[str, str, str, str, str]
    harder: str = ""
    where_when: str = ""
    starts_on: date | None = None
    review_on: date | None = None
    scored_by: str = ""
    scored_from: str = ""
    agreed_with: tuple[Yes, ...] = ()
    weights: tuple[Number | None, ...] = ()
    goals: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend: by which rule, how weighty, where, and how to mend it in two voices.

    ``levels`` are the levels it concerns (none when it is about a field); ``field`` is a field of WrittenScale.
    ``to_family`` speaks of steps 1 to 5 and never holds a level.
    """

    rule: Rule
    severity: Severity
    field: str
    levels: tuple[Level, ...]
    to_therapist: Phrase
    to_family: Phrase

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps 1 to 5 it concerns, for the family's page."""
        return tuple(step for level in self.levels if (step := step_of(level)) is not None)
