"""What a fit is made of. Minutes are minutes of the clinic's local day; weekdays count from 0, Monday."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAY = 24 * 60


class Said(StrEnum):
    """What a family said about a window of its week."""

    COULD = "COULD"
    COULD_NOT = "COULD_NOT"
    PREFER = "PREFER"


class CostKind(StrEnum):
    """What a time means for a family. The number of a cost says how much; some kinds have none."""

    NO_LESSONS_MISSED = "NO_LESSONS_MISSED"
    MISSES_SCHOOL = "MISSES_SCHOOL"
    PREFERRED = "PREFERRED"
    IN_TIMES = "IN_TIMES"
    OUTSIDE_TIMES = "OUTSIDE_TIMES"
    NOT_A_DAY_NAMED = "NOT_A_DAY_NAMED"
    SIBLING_NEXT = "SIBLING_NEXT"
    OTHER_THERAPIST = "OTHER_THERAPIST"
    OTHER_PLACE = "OTHER_PLACE"
    STARTS_LATER = "STARTS_LATER"
    NOT_FREE = "NOT_FREE"
    SKIPS = "SKIPS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A window of the week, from ``starts`` up to ``ends``, and what was said about it.

    It counts from ``from_on`` to ``until_on``, both included, None for no bound. ``home`` is a key; windows of
    several homes are weighed together.
    """

    weekday: int
    starts: int
    ends: int
    said: Said
    home: int | None = None
    from_on: date | None = None
    until_on: date | None = None

    def counts_on(self, day: date) -> bool:
        """Whether it is about that local day."""
        begun = self.from_on is None or self.from_on <= day
        return begun and day.weekday() == self.weekday and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The hours of a child's school, Monday to Friday, but for the days in ``off`` (holidays)."""

    starts: int
    ends: int
    off: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A visit that the family has already: that of a brother or sister."""

    on: date
    starts: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """What is known of a family. None or empty where nothing is: then nothing is said about it either.

    ``therapists`` look after the child, ``site`` is the place where the child comes now.
    """

    wishes: tuple[Wish, ...] = ()
    school: School | None = None
    therapists: frozenset[int] = frozenset()
    site: int | None = None
    siblings: tuple[Sitting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What is looked for: ``count`` visits of ``minutes``, every ``every`` weeks, from ``from_on`` on.

    The first visit lies within ``start_within`` weeks. Up to ``gaps`` weeks may be left out when the time is taken
    on one date or another. ``until_on`` is the last day that was looked at. Two times of one day lie ``buffer``
    minutes apart, since both are held.
    """

    minutes: int
    count: int
    from_on: date
    until_on: date
    every: int = 1
    start_within: int = 6
    gaps: int = 2
    buffer: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Free:
    """A start at which a therapist and a room are free for the whole length, on one day."""

    therapist: int
    room: int | None
    site: int | None
    on: date
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularTime:
    """The same time on ``dates``. ``skipped`` are days the clinic is closed, ``not_free`` those somebody else has."""

    therapist: int
    room: int | None
    site: int | None
    minute: int
    dates: tuple[date, ...]
    skipped: tuple[date, ...] = ()
    not_free: tuple[date, ...] = ()

    @property
    def weekday(self) -> int:
        """The day of the week, 0 is Monday."""
        return self.dates[0].weekday()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One thing a time means for the family: minutes, weeks or days, as its kind says; 0 where it has no number."""

    kind: CostKind
    n: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A time with what it means for the family. Fewer points fit better."""

    time: RegularTime
    costs: tuple[Cost, ...]
    points: int
