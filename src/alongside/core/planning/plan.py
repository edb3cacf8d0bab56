"""What the planner answers: the choices, the objective in parts, its proven bound, and reasons in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from alongside.core.planning.weights import Part
from alongside.core.words import Phrase


class Rule(StrEnum):
    """The hard rules, in the order in which they are asked.

    ``ROOM`` keeps out a pin alone; ``BETTER`` is no rule: other ideas fit this week better.
    """

    BANNED = "banned"
    SAFETY = "safety"
    EVIDENCE = "evidence"
    AGE = "age"
    NO_GOAL = "no_goal"
    OTHER_HOME = "other_home"
    ROUTINE = "routine"
    SETTING = "setting"
    MATERIALS = "materials"
    ATTENTION = "attention"
    PAUSED = "paused"
    MINUTES = "minutes"
    ENERGY = "energy"
    ROOM = "room"
    BETTER = "better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One live idea: a strategy at a grade in a routine of a home, on days (0 is Monday), led by a carer or none."""

    strategy: str
    step: int
    home: str
    routine: str
    days: tuple[int, ...]
    carer: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """The home, routine and strategy: what tells one choice of a plan from another."""
        return self.home, self.routine, self.strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Points that a choice brings to one part of the objective, and why."""

    part: Part
    points: int
    why: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A choice with all its reasons; ``cautions`` are the safety sentences that go with it."""

    choice: Choice
    reasons: tuple[Reason, ...]
    cautions: tuple[Phrase, ...] = ()

    @property
    def points(self) -> int:
        """What the choice brings in all, beside the choices told before it."""
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An idea that is not in the plan, the rule that kept it out, and why."""

    strategy: str
    rule: Rule
    why: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A week. ``bound`` is proven: no plan reaches more points. The plan is the best when ``bound == objective``.

    ``unkept`` are the strategies that were pinned and have no place that keeps every other rule.
    ``nodes`` is how many branches were opened.
    """

    choices: tuple[Explained, ...]
    parts: Mapping[Part, int]
    bound: int
    unkept: tuple[Refused, ...]
    nodes: int

    @property
    def objective(self) -> int:
        """The sum of the parts."""
        return sum(self.parts.values())

    @property
    def proven(self) -> bool:
        """True when no better plan exists."""
        return self.bound == self.objective
