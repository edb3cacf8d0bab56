"""What the charts draw. Plain values: a face fills them from queries."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stairs:
    """Five steps in the family's words. ``reached`` is 0 to 5; the goal is step 3."""

    title: str
    words: tuple[str, str, str, str, str]
    reached: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week. ``days`` has a sign a day: "1" he did, "0" not yet, "-" nobody wrote."""

    starts_on: date
    days: str

    @property
    def yes(self) -> int:
        return self.days.count("1")

    @property
    def told(self) -> int:
        """Days somebody wrote about. A day without a note is not in the total."""
        return len(self.days) - self.days.count("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """Weeks in order, with the caption a screen reader hears and what one day is called."""

    caption: str
    days_name: str
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenNow:
    """A pair in words, compared only with the child's own past."""

    then_label: str
    then: str
    now_label: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One measured value: the day (or the first day of the week) and how many."""

    on: date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A dated change of the programme, with a few words for its line."""

    on: date
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phases:
    """A single-case chart: points before the plan, points with it, changes, and the goal.

    ``maximum`` is the top of the y axis (for example 5 school mornings); ``changes[0]`` starts the plan.
    ``slope`` are the two ends of the line through the points before.
    """

    title: str
    before: tuple[Point, ...]
    after: tuple[Point, ...]
    changes: tuple[Change, ...] = ()
    goal: float | None = None
    goal_label: str = ""
    maximum: int = 5
    slope: tuple[Point, ...] = ()
