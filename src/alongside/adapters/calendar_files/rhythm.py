"""The days of a repeating event, by the rules of RFC 5545, with a bound on the work that a file can ask for."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
_LONGEST_STEP = 10_000
# As many different ones as there can be: each weekday at each place of a month, each day, month and place of a year.
_MOST = {"BYDAY": 77, "BYMONTHDAY": 62, "BYMONTH": 12, "BYSETPOS": 366}


class UnknownRhythm(Exception):
    """A rule that people's calendars do not make."""


class TooMuchWork(Exception):
    """More days to look at than any real calendar has."""


class Budget:
    """How many days may still be looked at, over all events of a file."""

    def __init__(self, days: int) -> None:
        self.left = days

    def spend(self, days: int) -> None:
        self.left -= days
        if self.left < 0:
            raise TooMuchWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """A rule. ``weekdays`` are (which of the month, 0 for each; weekday from Monday). Empty means: as the start."""

    every: str
    step: int = 1
    times: int | None = None
    weekdays: frozenset[tuple[int, int]] = frozenset()
    monthdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    week_start: int = 0


def rhythm(told: dict[str, Any]) -> Rhythm:
    """The rule in a file, without its UNTIL. UnknownRhythm for parts that we do not work out."""
    rule = {name.upper(): told[name] for name in told}
    made = Rhythm(
        every=str(rule.get("FREQ", [""])[0]).upper(),
        step=_whole(rule.get("INTERVAL", [1])[0]),
        times=_whole(rule["COUNT"][0]) if "COUNT" in rule else None,
        weekdays=frozenset(_weekday(str(day)) for day in _few(rule, "BYDAY")),
        monthdays=frozenset(int(day) for day in _few(rule, "BYMONTHDAY")),
        months=frozenset(int(month) for month in _few(rule, "BYMONTH")),
        places=frozenset(int(place) for place in _few(rule, "BYSETPOS")),
        week_start=_weekday(str(rule.get("WKST", ["MO"])[0]))[1],
    )
    if not rule.keys() <= _KNOWN or not _is_workable(made):
        raise UnknownRhythm
    return made


def days(rule: Rhythm, start: date, first: date, last: date, budget: Budget) -> Iterator[date]:
    """The days from ``first`` to ``last`` on which something that began on ``start`` takes place, in order."""
    near = start if rule.times else max(start, first)
    for number, day in enumerate(_from(rule, start, near, last, budget)):
        if number == rule.times:
            return
        if first <= day:
            yield day


def _is_workable(rule: Rhythm) -> bool:
    if rule.every not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        return False
    counted = any(nth for nth, _ in rule.weekdays)
    if counted and (rule.every in {"DAILY", "WEEKLY"} or (rule.every == "YEARLY" and not rule.months)):
        return False
    if rule.every == "YEARLY" and (rule.weekdays or rule.monthdays) and not rule.months:
        return False
    return not (rule.every == "WEEKLY" and rule.monthdays)


def _from(rule: Rhythm, start: date, near: date, last: date, budget: Budget) -> Iterator[date]:
    """Period after period, from the one that holds ``near``."""
    for number in count(_periods_before(rule, start, near)):
        held = _period(rule, start, number)
        if held is None or held[0] > last:
            return
        budget.spend(len(held))
        chosen = _placed(rule, [day for day in held if _fits(rule, start, day)])
        yield from (day for day in chosen if start <= day <= last)


def _periods_before(rule: Rhythm, start: date, near: date) -> int:
    passed = {
        "DAILY": (near - start).days,
        "WEEKLY": (near - start).days // 7,
        "MONTHLY": (near.year - start.year) * 12 + near.month - start.month,
        "YEARLY": near.year - start.year,
    }
    return max(passed[rule.every] // rule.step - 1, 0)


def _period(rule: Rhythm, start: date, number: int) -> list[date] | None:
    """The days of the period with this number; None behind the end of all calendars."""
    ahead = number * rule.step
    try:
        if rule.every == "DAILY":
            return [start + timedelta(days=ahead)]
        if rule.every == "WEEKLY":
            monday = start - timedelta(days=(start.weekday() - rule.week_start) % 7)
            return [monday + timedelta(weeks=ahead, days=day) for day in range(7)]
        if rule.every == "MONTHLY":
            return _month(start.year + (start.month - 1 + ahead) // 12, (start.month - 1 + ahead) % 12 + 1)
        months = sorted(rule.months) or [start.month]
        return [day for month in months for day in _month(start.year + ahead, month)]
    except (ValueError, OverflowError):
        return None


def _month(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _fits(rule: Rhythm, start: date, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.monthdays and not ({day.day, day.day - _length(day) - 1} & rule.monthdays):
        return False
    if rule.weekdays:
        return any(weekday == day.weekday() and _is_nth(nth, day) for nth, weekday in rule.weekdays)
    return bool(rule.monthdays) or _as_start(rule, start, day)


def _is_nth(nth: int, day: date) -> bool:
    """Whether it is the n-th of its weekday in the month; from the end where n is negative."""
    return nth in {0, (day.day - 1) // 7 + 1, -((_length(day) - day.day) // 7 + 1)}


def _as_start(rule: Rhythm, start: date, day: date) -> bool:
    if rule.every == "DAILY":
        return True
    return day.weekday() == start.weekday() if rule.every == "WEEKLY" else day.day == start.day


def _placed(rule: Rhythm, found: list[date]) -> list[date]:
    """Those at the named places of the period, or all of them."""
    if not rule.places:
        return found
    size = len(found)
    kept = {place - 1 if place > 0 else size + place for place in rule.places}
    return [day for place, day in enumerate(found) if place in kept]


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _weekday(told: str) -> tuple[int, int]:
    nth, name = told[:-2], told[-2:].upper()
    if name not in _WEEKDAYS:
        raise UnknownRhythm
    return int(nth or 0), _WEEKDAYS[name]


def _few(rule: dict[str, Any], name: str) -> list[Any]:
    told = list(rule.get(name, ()))
    if len(told) > _MOST[name]:
        raise UnknownRhythm
    return told


def _whole(told: object) -> int:
    number = int(str(told))
    if not 1 <= number <= _LONGEST_STEP:
        raise UnknownRhythm
    return number
