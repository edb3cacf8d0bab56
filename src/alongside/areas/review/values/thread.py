"""The golden thread: a family's words, findings, goals, ideas and what was seen since, tied together."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.core.moments import Felt, Help


class About(StrEnum):
    """What one asks from. WORDS is one thing that matters most, NOTE a signed note (by its visit)."""

    WORDS = "WORDS"
    FINDING = "FINDING"
    GOAL = "GOAL"
    IDEA = "IDEA"
    NOTE = "NOTE"
    WIN = "WIN"


class Layer(StrEnum):
    """The links of a chain, from the family's words to what was seen since."""

    WORDS = "WORDS"
    FINDING = "FINDING"
    GOAL = "GOAL"
    IDEA = "IDEA"
    SIGN = "SIGN"


class SignKind(StrEnum):
    """What was seen: a moment tried, a noticing, a count, a win, a step both agreed on; or the note one asks from."""

    TRIED = "TRIED"
    NOTICED = "NOTICED"
    COUNTED = "COUNTED"
    WIN = "WIN"
    STEP = "STEP"
    NOTE = "NOTE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link. ``more`` is a second line of it, ``is_here`` what one asked from, ``is_over`` no longer going on."""

    layer: Layer
    uuid: UUID
    words: str
    more: str = ""
    by: By | None = None
    on: date | None = None
    is_here: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One thing that was seen on the local day ``on``. ``title`` names the idea, ``step`` the step agreed (0 to 5).

    ``value`` of ``of`` is a count, and ``title`` then what was counted.
    """

    kind: SignKind
    on: date
    by: By
    words: str = ""
    title: str = ""
    felt: Felt | None = None
    help: Help | None = None
    step: int | None = None
    value: int | None = None
    of: int | None = None
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The newest two of each kind, newest first, and how many of each kind this reader may see in all."""

    newest: tuple[Sign, ...]
    tried: int
    noticed: int
    counted: int
    wins: int
    steps: int

    @property
    def of(self) -> int:
        """How many there are in all."""
        return self.tried + self.noticed + self.counted + self.wins + self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One chain around one goal, or around what has no goal yet."""

    words: tuple[Link, ...]
    findings: tuple[Link, ...]
    goal: Link | None
    ideas: tuple[Link, ...]
    signs: Signs

    @property
    def missing(self) -> tuple[Layer, ...]:
        """The links that are not there for this reader."""
        there = {
            Layer.WORDS: self.words,
            Layer.FINDING: self.findings,
            Layer.GOAL: self.goal,
            Layer.IDEA: self.ideas,
            Layer.SIGN: self.signs.of,
        }
        return tuple(layer for layer, found in there.items() if not found)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenThread:
    """Everything that hangs together with one thing. ``start`` is the note or win itself, where one asks from those.

    ``hidden`` are the links that this reader may not see at all: they are not missing. ``only_mine`` says that the
    moments counted are the reader's own.
    """

    about: About
    uuid: UUID
    title: str
    start: Sign | None
    strands: tuple[Strand, ...]
    hidden: frozenset[Layer]
    only_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Loose ends for the therapist: what has no goal, what has no idea, and what nobody has told anything about."""

    words_without_goal: tuple[Link, ...]
    findings_without_goal: tuple[Link, ...]
    goals_without_idea: tuple[Link, ...]
    goals_without_data: tuple[Link, ...]
    ideas_without_goal: tuple[Link, ...]

    @property
    def count(self) -> int:
        """How many loose ends there are; a goal without an idea and without data counts twice."""
        return sum(
            len(ends)
            for ends in (
                self.words_without_goal,
                self.findings_without_goal,
                self.goals_without_idea,
                self.goals_without_data,
                self.ideas_without_goal,
            )
        )
