"""How counting is planned: what one count is, a baseline before the idea starts, and a start that may be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from alongside.core.progress import Every
from alongside.core.single_case import Improvement

LEAST_BASELINE = 3
MOST_BASELINE = 30
OFFERED_BASELINES = (5, 6, 7)
MOST_STARTS = 14
_APART = 3  # Counts by which the baselines of two goals differ at least, so that their starts are staggered.


class Scale(StrEnum):
    """What a count is: so many of so many tries, minutes, or the step of the goal that was seen."""

    TRIES = "TRIES"
    MINUTES = "MINUTES"
    STEP = "STEP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """How a goal is counted.

    ``most`` is the top of the scale (tries in one count, minutes, step 5), ``hoped`` the count that is hoped for.
    ``baseline`` counts come before the first day on which the idea can start; ``starts`` days are possible from
    there on, one a day or one a week as the counts are. ``idea_starts_on`` was chosen (one possible day) or drawn.
    """

    scale: Scale
    every: Every
    more_is_better: bool
    most: int
    hoped: int
    starts_on: date
    baseline: int
    starts: int
    idea_starts_on: date
    unit: str = ""

    @property
    def spacing(self) -> int:
        """Days from one count to the next."""
        return spacing(self.every)

    @property
    def improvement(self) -> Improvement:
        """The direction in which things get better."""
        return Improvement.INCREASE if self.more_is_better else Improvement.DECREASE

    @property
    def is_drawn(self) -> bool:
        """Whether the start was drawn by lot."""
        return self.starts > 1

    @property
    def possible_starts(self) -> tuple[date, ...]:
        """The days on which the idea could have started."""
        return possible_starts(self.starts_on, self.every, self.baseline, self.starts)

    def is_hoped(self, value: int) -> bool:
        """Whether a count is as good as was hoped."""
        return value >= self.hoped if self.more_is_better else value <= self.hoped


def spacing(every: Every) -> int:
    """Days from one count to the next."""
    return 1 if every is Every.DAY else 7


def possible_starts(starts_on: date, every: Every, baseline: int, starts: int) -> tuple[date, ...]:
    """``starts`` days on which an idea can start, the first one after ``baseline`` counts from ``starts_on``."""
    step = timedelta(days=spacing(every))
    return tuple(starts_on + step * (baseline + number) for number in range(starts))


def drawn_start(possible: tuple[date, ...], seed: int) -> date:
    """The day that the lot ``seed`` draws of the possible ones; the same seed draws the same day for ever.

    The digest of the seed (SHA-256) modulo the number of days: anybody can draw it again and see that nobody chose.
    """
    digest = sha256(str(seed).encode()).digest()
    return possible[int.from_bytes(digest) % len(possible)]


def offered_baseline(taken: Iterable[int]) -> int:
    """A length to offer that is staggered: at least three counts away from those of the child's other goals."""
    others = tuple(taken)
    apart = (one for one in range(OFFERED_BASELINES[0], MOST_BASELINE + 1) if _is_apart(one, others))
    return next(apart, OFFERED_BASELINES[0])


def _is_apart(one: int, others: tuple[int, ...]) -> bool:
    return all(abs(one - other) >= _APART for other in others)
