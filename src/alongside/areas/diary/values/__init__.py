"""The times of a clinic and of a family, as other areas and the faces see them.

Minutes are whole minutes on the clinic's wall clock, counted from midnight (0 to 1,440).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from alongside.core.opening import Span, minute_of


class KeptKind(StrEnum):
    """What a time is kept free for. ``BUSY`` came from somebody's own calendar."""

    LUNCH = "LUNCH"
    NOTES = "NOTES"
    SUPERVISION = "SUPERVISION"
    TEAM = "TEAM"
    LEAVE = "LEAVE"
    ILL = "ILL"
    CLOSED = "CLOSED"
    BUSY = "BUSY"


class TermKind(StrEnum):
    """What a school does between two days."""

    TERM = "TERM"
    HOLIDAY = "HOLIDAY"


class WindowKind(StrEnum):
    """What a family said about a time of the week."""

    COULD = "COULD"
    COULD_NOT = "COULD_NOT"
    PREFER = "PREFER"


class BusyKind(StrEnum):
    """How busy times arrive: once from a file, or again and again from an address."""

    UPLOAD = "UPLOAD"
    FEED = "FEED"


@dataclass(frozen=True, slots=True, kw_only=True)
class BusySeen:
    """A calendar of a person's own. ``host`` is "" for a file; ``trouble`` is a code, "" when the last look went well.

    ``times`` counts the stretches of time that it keeps free.
    """

    uuid: UUID
    kind: BusyKind
    host: str
    checked_at: datetime | None
    trouble: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSeen:
    """A place where the clinic works. ``pk`` never leaves the server."""

    pk: int
    uuid: UUID
    name: str
    address: str
    is_base: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of a clinic's diary. ``country`` is "" until the clinic chose one."""

    country: str = ""
    subdivision: str = ""
    holidays_until: date | None = None
    works_on_public_holidays: bool = False
    works_in_school_holidays: bool = True
    buffer_minutes: int = 0
    hours_before_free_cancel: int = 24
    cancel_words: str = ""
    hold_hours: int = 48
    school_from: time = time(8, 45)
    school_until: time = time(15, 15)
    reminds: bool = True
    remind_at: time = time(16, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySeen:
    """What is particular about a day. Names are "" where there is nothing to say.

    ``closed`` says why nobody works ("Christmas Day"); ``public`` and ``holiday`` name a public and a school holiday,
    whether the clinic works or not. ``is_term`` is whether school is on.
    """

    day: date
    closed: str
    public: str
    holiday: str
    is_term: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSeen:
    """A time kept free on one day, in minutes of that local day. ``person`` is None where it is the whole clinic's.

    ``words`` are only there for the person's own eyes, and for everybody where they are the clinic's.
    """

    uuid: UUID
    person: int | None
    kind: KeptKind
    day: date
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Who could work when: the free spans of each person and local day, in minutes, with the place (a site's pk)."""

    zone: str
    spans: Mapping[tuple[int, date], tuple[Span, ...]]

    def of(self, person: int, day: date) -> tuple[Span, ...]:
        """The free spans of one person on one day, in order."""
        return self.spans.get((person, day), ())

    def is_open(self, person: int, local_start: datetime, minutes: int) -> bool:
        """Whether a visit at this wall-clock time lies within one free span."""
        start = minute_of(local_start)
        return any(
            one.start <= start and start + minutes <= one.end for one in self.of(person, local_start.date())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Everything the page of a week needs to know of the diary, read at once."""

    openings: Openings
    kept: tuple[KeptSeen, ...]
    days: Mapping[date, DaySeen]
    rules: Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Travels:
    """Minutes between the places of a clinic. Places are pks of sites; None is the base."""

    base: int | None
    between: Mapping[tuple[int, int], int]

    def minutes(self, a: int | None, b: int | None) -> int:
        """How long it takes from one place to the other; 0 where nobody said."""
        one, other = a or self.base, b or self.base
        if one is None or other is None or one == other:
            return 0
        return self.between.get((min(one, other), max(one, other)), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingSeen:
    """A working time of the week in minutes of the day; ``site`` is a pk. ``last`` is None while it lasts."""

    weekday: int
    start: int
    end: int
    site: int | None
    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether the person works at this time on this very day."""
        return day.weekday() == self.weekday and self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSeen:
    """A school term or its holidays, from the first day to the last."""

    uuid: UUID
    name: str
    kind: TermKind
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidaySeen:
    """A public holiday."""

    day: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDraft:
    """A working time of the week on the clinic's wall clock; 0 is Monday. ``site`` None is the base."""

    weekday: int
    from_time: time
    until_time: time
    site: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesDraft:
    """What a clinic chooses about its diary. See ``Rules``; the country is chosen on its own."""

    works_on_public_holidays: bool
    works_in_school_holidays: bool
    buffer_minutes: int
    hours_before_free_cancel: int
    cancel_words: str
    hold_hours: int
    school_from: time
    school_until: time
    reminds: bool
    remind_at: time


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """A time kept free as it was said: every week (``weekday``, 0 is Monday), or once between two instants.

    ``first`` and ``last`` are the days within which a weekly one holds; ``last`` is None while it lasts. Of one kept
    once they are its first and last local day, and ``start`` and ``end`` clock times on these.
    """

    uuid: UUID
    person: int | None
    kind: KeptKind
    words: str
    weekday: int | None
    start: time
    end: time
    first: date
    last: date | None
    is_whole_days: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyKeptDraft:
    """A time of the week to be kept free, on the clinic's wall clock; 0 is Monday. ``last`` None is until further."""

    kind: KeptKind
    weekday: int
    from_time: time
    until_time: time
    first: date
    last: date | None = None
    words: str = ""
