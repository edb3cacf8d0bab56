"""A series: a rule that plans dates on the clinic's wall clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count as numbers

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
    if rule.first_on.year not in _YEARS:
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
