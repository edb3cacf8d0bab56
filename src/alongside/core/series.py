"""A series: a rule that plans dates on the clinic's wall clock, and what became of each of them.

A date that was moved or let go is an exception. Whatever happens to the rule, an exception stays what it is: a moved
date keeps the time that was agreed for it, and one that was let go stays away.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count as numbers
from itertools import islice, pairwise

from alongside.core import recurrence
from alongside.core.recurrence import MOST_VISITS, BadCount, BadDate, NoSuchLocalTime
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

_YEARS = range(1970, 2200)
_WEEK = 7
_SKIPS_AT_MOST = 366


class Rhythm(StrEnum):
    """How the dates of a series follow each other: every week, every second week, or several days of a week."""

    WEEKLY = "WEEKLY"
    FORTNIGHTLY = "FORTNIGHTLY"
    WEEKDAYS = "WEEKDAYS"


class BadDays(Refusal):
    sentence = gettext_noop("Choose at least one day of the week.")


class TooManySkips(Refusal):
    sentence = gettext_noop("Leave out at most a year of days.")


class NoSuchDate(Refusal):
    sentence = gettext_noop("This regular time has no such visit.")


class DatesOverlap(Refusal):
    sentence = gettext_noop("Two visits of this regular time would overlap. Move the single one first.")


class HasEnded(Refusal):
    sentence = gettext_noop("This regular time has ended. Book a new one.")


class Fate(StrEnum):
    """What became of a planned date. One that took place is past changing."""

    STANDS = "STANDS"
    LET_GO = "LET_GO"
    TOOK_PLACE = "TOOK_PLACE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a series plans. ``count`` is the number of its last visit, ``first_number`` that of its first.

    ``skips`` are local days that the rhythm passes over without counting; ``days`` are weekdays (Monday is 0) of
    ``Rhythm.WEEKDAYS``. Nothing is planned after ``ended_on``.
    """

    first_on: date
    local_time: time
    zone: str
    count: int
    rhythm: Rhythm = Rhythm.WEEKLY
    days: tuple[int, ...] = ()
    skips: frozenset[date] = frozenset()
    first_number: int = 1
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One date of a rule: its number, its local day, its instant in UTC.

    ``exists`` is False where the clocks go forward over the time; the instant is then the first one after.
    """

    number: int
    on: date
    starts_at: datetime
    exists: bool


def check(rule: Rule) -> None:
    """Refuse BadCount (1 to 52 visits), BadDate, BadDays, TooManySkips, NoSuchZone."""
    if not 0 <= rule.count - rule.first_number < MOST_VISITS:
        raise BadCount
    if any(day.year not in _YEARS for day in (rule.first_on, *rule.skips)):
        raise BadDate
    if rule.rhythm is Rhythm.WEEKDAYS and (not rule.days or not set(rule.days) <= set(range(_WEEK))):
        raise BadDays
    if len(rule.skips) > _SKIPS_AT_MOST:
        raise TooManySkips
    recurrence.zone_named(rule.zone)


def planned(rule: Rule) -> tuple[Planned, ...]:
    """Every date of the rule, in order, without the skipped ones. Refuses what ``check`` refuses."""
    check(rule)
    dates = (on for on in rhythm_days(rule) if on not in rule.skips)
    last = rule.ended_on or date.max
    pairs = zip(range(rule.first_number, rule.count + 1), dates, strict=False)
    return tuple(_planned(rule, number, on) for number, on in pairs if on <= last)


def first_gap(dates: tuple[Planned, ...], rule: Rule) -> NoSuchLocalTime | None:
    """The refusal for the first of these dates whose time does not exist; None when all do."""
    missing = next((one for one in dates if not one.exists), None)
    if missing is None:
        return None
    zone = recurrence.zone_named(rule.zone)
    return NoSuchLocalTime(datetime.combine(missing.on, rule.local_time, tzinfo=zone))


def rhythm_days(rule: Rule) -> Iterator[date]:
    """The days of the rhythm from ``first_on`` on, skipped ones among them, without end."""
    if rule.rhythm is not Rhythm.WEEKDAYS:
        step = timedelta(weeks=2 if rule.rhythm is Rhythm.FORTNIGHTLY else 1)
        return (rule.first_on + step * number for number in numbers())
    days = (rule.first_on + timedelta(days=number) for number in numbers())
    return (day for day in days if day.weekday() in rule.days)


def _planned(rule: Rule, number: int, on: date) -> Planned:
    zone = recurrence.zone_named(rule.zone)
    starts_at = recurrence.instant_or_next(on, rule.local_time, zone)
    local = starts_at.astimezone(zone).replace(tzinfo=None)
    exists = local == datetime.combine(on, rule.local_time.replace(tzinfo=None, fold=0))
    return Planned(number=number, on=on, starts_at=starts_at, exists=exists)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesDate:
    """One date of a series: when the rule plans it, when it is, and what became of it. Instants are in UTC."""

    number: int
    planned_at: datetime
    starts_at: datetime
    fate: Fate = Fate.STANDS

    @property
    def is_exception(self) -> bool:
        """Whether this date no longer follows the rule."""
        return self.fate is not Fate.STANDS or self.starts_at != self.planned_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A rule with its dates, in the order of their numbers."""

    rule: Rule
    minutes: int
    dates: tuple[SeriesDate, ...]

    def date(self, number: int) -> SeriesDate:
        """One date by its number; NoSuchDate."""
        found = next((one for one in self.dates if one.number == number), None)
        if found is None:
            raise NoSuchDate
        return found


def begin(rule: Rule, minutes: int, moves: Mapping[date, datetime] | None = None) -> Course:
    """A course in which every date stands, those of ``moves`` (by their planned local day) at another instant."""
    moved = moves or {}
    days = planned(rule)
    _refuse_gap(rule, {one.number for one in days if one.on not in moved})
    dates = (
        SeriesDate(number=one.number, planned_at=one.starts_at, starts_at=moved.get(one.on, one.starts_at))
        for one in days
    )
    return _apart(Course(rule=rule, minutes=minutes, dates=tuple(dates)))


def let_go(course: Course, number: int) -> Course:
    """The same course without this date. Letting go of what took place, or is gone, changes nothing."""
    return _changed(course, number, lambda one: replace(one, fate=Fate.LET_GO) if _stands(one) else one)


def bring_back(course: Course, number: int) -> Course:
    """The same course with a date that was let go, at the time it had. Raises DatesOverlap."""
    return _changed(
        course, number, lambda one: replace(one, fate=Fate.STANDS) if one.fate is Fate.LET_GO else one
    )


def move(course: Course, number: int, starts_at: datetime) -> Course:
    """The same course with one standing date at another instant. Raises DatesOverlap."""
    return _changed(course, number, lambda one: replace(one, starts_at=starts_at) if _stands(one) else one)


def move_following(
    course: Course, number: int, first_on: date, local_time: time, minutes: int | None = None
) -> tuple[Course, Course]:
    """The course before ``number``, and a new one from it on that plans ``first_on`` at ``local_time`` first.

    The rhythm stays, skipped days move along. Exceptions stay what they are: the new rule plans them at its own
    instants, and they keep theirs. Raises NoSuchDate, DatesOverlap, NoSuchLocalTime, and what ``check`` refuses.
    """
    following = [one for one in course.dates if one.number >= course.date(number).number]
    rule = _rule_from(course.rule, number, first_on, local_time)
    _refuse_gap(rule, {one.number for one in following if not one.is_exception})
    planned_at = {one.number: one.starts_at for one in planned(rule)}
    after = Course(
        rule=rule,
        minutes=minutes or course.minutes,
        dates=tuple(_replanned(one, planned_at[one.number]) for one in following),
    )
    return _head(course, number), _apart(after)


def end_before(course: Course, number: int) -> tuple[Course, tuple[SeriesDate, ...]]:
    """The course that ends before ``number``, and the dates that no longer belong to it. Raises NoSuchDate."""
    course.date(number)
    return _head(course, number), tuple(one for one in course.dates if one.number >= number)


def pause(course: Course, from_on: date, until_on: date) -> Course:
    """The same course without the standing dates that are held from one local day to another, both included."""
    zone = recurrence.zone_named(course.rule.zone)

    def paused(one: SeriesDate) -> SeriesDate:
        is_within = from_on <= one.starts_at.astimezone(zone).date() <= until_on
        return replace(one, fate=Fate.LET_GO) if is_within and _stands(one) else one

    return replace(course, dates=tuple(paused(one) for one in course.dates))


def extend(course: Course, count: int, skips: frozenset[date] = frozenset()) -> Course:
    """The same course up to the visit with the number ``count``. A smaller number changes nothing.

    ``skips`` are further days to pass over, after the last date there is. Raises HasEnded, DatesOverlap, BadCount.
    """
    if course.rule.ended_on is not None:
        raise HasEnded
    if count <= course.rule.count:
        return course
    rule = replace(course.rule, count=count, skips=course.rule.skips | _later(course, skips))
    _refuse_gap(rule, range(course.rule.count + 1, count + 1))
    known = len(course.dates)
    dates = (
        SeriesDate(number=one.number, planned_at=one.starts_at, starts_at=one.starts_at)
        for one in planned(rule)[known:]
    )
    return _apart(replace(course, rule=rule, dates=(*course.dates, *dates)))


def _stands(one: SeriesDate) -> bool:
    return one.fate is Fate.STANDS


def _changed(course: Course, number: int, change: Callable[[SeriesDate], SeriesDate]) -> Course:
    course.date(number)
    dates = (change(one) if one.number == number else one for one in course.dates)
    return _apart(replace(course, dates=tuple(dates)))


def _apart(course: Course) -> Course:
    """The course itself, when no two of its dates overlap."""
    held = sorted(one.starts_at for one in course.dates if one.fate is not Fate.LET_GO)
    if any(later - earlier < timedelta(minutes=course.minutes) for earlier, later in pairwise(held)):
        raise DatesOverlap
    return course


def _refuse_gap(rule: Rule, following: Container[int]) -> None:
    """Raise NoSuchLocalTime when the clocks jump over the time of one of these numbers."""
    gap = first_gap(tuple(one for one in planned(rule) if one.number in following), rule)
    if gap is not None:
        raise gap


def _head(course: Course, number: int) -> Course:
    on = course.date(number).planned_at.astimezone(recurrence.zone_named(course.rule.zone)).date()
    rule = replace(course.rule, ended_on=on - timedelta(days=1))
    return replace(course, rule=rule, dates=tuple(one for one in course.dates if one.number < number))


def _replanned(one: SeriesDate, planned_at: datetime) -> SeriesDate:
    return replace(one, planned_at=planned_at, starts_at=one.starts_at if one.is_exception else planned_at)


def _rule_from(rule: Rule, number: int, first_on: date, local_time: time) -> Rule:
    """The rule from this number on, beginning on another day. A skipped day becomes the same one of the new rhythm."""
    old_days = list(_days_from(rule, number))
    days = _turned(rule.days, (first_on - old_days[0]).days)
    fresh = replace(
        rule,
        first_on=first_on,
        local_time=local_time,
        days=days,
        first_number=number,
        skips=frozenset(),
        ended_on=None,
    )
    new_days = dict(zip(old_days, islice(rhythm_days(fresh), len(old_days)), strict=True))
    skips = frozenset(new for old, new in new_days.items() if old in rule.skips)
    last = new_days[planned(rule)[-1].on]
    return replace(fresh, skips=skips, ended_on=None if rule.ended_on is None else last)


def _days_from(rule: Rule, number: int) -> Iterator[date]:
    """The days of the rhythm from that of this number to the last one skipped or planned."""
    dates = planned(rule)
    on = next((one.on for one in dates if one.number == number), None)
    if on is None:
        raise NoSuchDate
    last = max(dates[-1].on, max(rule.skips, default=on))
    for day in rhythm_days(rule):
        if day > last:
            return
        if day >= on:
            yield day


def _turned(days: tuple[int, ...], by: int) -> tuple[int, ...]:
    """Weekdays moved on by so many days."""
    return tuple(sorted((day + by) % _WEEK for day in days))


def _later(course: Course, skips: frozenset[date]) -> frozenset[date]:
    zone = recurrence.zone_named(course.rule.zone)
    last = max((one.planned_at.astimezone(zone).date() for one in course.dates), default=date.min)
    return frozenset(day for day in skips if day > last)
