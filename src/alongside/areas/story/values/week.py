"""The family's week: its routines with their days, the things in the house, and times that are lighter or paused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from alongside.areas.circle.values import By, HomeSeen
from alongside.areas.story.values import Attention, ChangeKind, DayMomentSeen, Goes
from alongside.core.routines import Window

WEEK = range(7)
MOMENTS_AT_MOST = 60
THINGS_AT_MOST = 200
THING = 60
# The time that parents name as the most they can give in a day, for a family that nobody has asked yet.
MINUTES_UNSAID = 15
MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001 - a day to count wall time on, never an instant.


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentDraft:
    """One routine as a family draws it; the fields are those of DayMomentSeen."""

    routine: str
    days: tuple[int, ...] = ()
    usual_at: time | None = None
    words: str = ""
    minutes_possible: int | None = None
    energy: int | None = None
    goes: Goes | None = None
    who: tuple[UUID, ...] = ()
    attention: Attention = Attention.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSeen:
    """A time that is paused or lighter: local days, both included; no end until somebody brings the week back."""

    uuid: UUID
    home: int | None
    kind: ChangeKind
    from_on: date
    until_on: date | None
    by: By
    set_at: datetime

    def holds(self, day: date) -> bool:
        """Whether it counts on that local day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class CanvasSeen:
    """The week of one home. ``home`` is None for a child without named homes, and for a carer who is in none.

    ``is_own`` is False while the home has drawn nothing and shows the week from before it had a name.
    ``minutes_a_day`` is what the family said, None while nobody was asked. ``minutes`` and ``energy`` are what each
    day from Monday to Sunday leaves: no more than its routines hold, and no more minutes than the family gives.
    ``things`` are in the house, None while nobody ticked any.
    """

    home: HomeSeen | None
    routines: tuple[DayMomentSeen, ...]
    is_own: bool
    minutes_a_day: int | None
    minutes: tuple[int, ...]
    energy: tuple[int, ...]
    things: frozenset[str] | None
    changes: tuple[ChangeSeen, ...]

    def change_on(self, day: date) -> ChangeSeen | None:
        """What was changed for that local day; a pause before a lighter time."""
        return strongest(self.changes, day)

    def on(self, weekday: int) -> tuple[DayMomentSeen, ...]:
        """The routines of one weekday (0 is Monday), from morning to night."""
        return tuple(moment for moment in self.routines if moment.is_on(weekday))


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTimes:
    """The reader's day today: the family's own times by routine, and whether the day is paused or lighter.

    ``elsewhen`` are the routines that the family has on other days, not on this one. ``zone`` is the zone of the
    clock on the wall of the reader's home (the clinic's while no home, or more than one, is the reader's).
    """

    windows: Mapping[str, Window]
    elsewhen: frozenset[str]
    change: ChangeSeen | None
    changes: tuple[ChangeSeen, ...]
    zone: str

    @property
    def is_paused(self) -> bool:
        """Whether nothing is asked of the reader today."""
        return self.change is not None and self.change.kind is ChangeKind.PAUSE

    @property
    def is_lighter(self) -> bool:
        """Whether the reader asked for less today."""
        return self.change is not None and self.change.kind is ChangeKind.LIGHTER

    def change_in(self, home: int | None) -> ChangeSeen | None:
        """What holds today for something of one home (its key); None stands for every home."""
        return next((one for one in self.changes if one.home in {None, home}), None)


def strongest(changes: Iterable[ChangeSeen], day: date) -> ChangeSeen | None:
    """The change that counts on a day: a pause before a lighter time."""
    held = sorted((one for one in changes if one.holds(day)), key=lambda one: one.kind is ChangeKind.LIGHTER)
    return held[0] if held else None


def window(usual_at: time) -> Window:
    """An hour around a family's own time, from a quarter of an hour before it."""
    starts = MIDNIGHT.replace(hour=usual_at.hour, minute=usual_at.minute) - timedelta(minutes=15)
    return Window(starts=starts.time(), ends=(starts + timedelta(minutes=75)).time())


def bits(days: Iterable[int]) -> int:
    """Weekdays as the bits of a number; all seven are 0, as none is: every day."""
    kept = sum(1 << day for day in set(days))
    return 0 if kept == 127 else kept


def days_of(kept: int) -> tuple[int, ...]:
    """The weekdays behind the number; empty for every day."""
    return tuple(day for day in WEEK if kept >> day & 1)
