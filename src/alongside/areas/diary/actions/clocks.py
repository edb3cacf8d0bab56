"""Clock times and days as people type them, checked."""

from datetime import date, datetime, time, timedelta
from typing import TypeVar

from alongside.core import bounds
from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop

Clock = TypeVar("Clock", datetime, time)
_LONGEST = timedelta(days=366)
_ON_FIVE = gettext_noop("Choose a time on a five-minute mark, such as 9:05.")
_END_LATER = gettext_noop("Choose an end that is after the start.")
_LAST_LATER = gettext_noop("Choose a last day that is not before the first.")
_A_YEAR = gettext_noop("Choose days within one year.")


def on_five(clock: time | None, field: str) -> None:
    """Refuse a clock time off the five-minute mark; none is fine."""
    if clock is not None and clock != time(clock.hour, clock.minute // 5 * 5):
        raise InvalidInput(_ON_FIVE, field=field)


def forwards(start: time, end: time, field: str) -> None:
    """Refuse clock times off the five-minute mark, and an end that is not after the start."""
    on_five(start, field)
    on_five(end, field)
    in_order(start, end, field)


def in_order(start: Clock, end: Clock, field: str) -> None:
    """Refuse an end that is not after the start."""
    if end <= start:
        raise InvalidInput(_END_LATER, field=field)


def days(first: date, last: date | None, field: str) -> None:
    """Refuse days out of this century, and a last day before the first."""
    bounds.day(first, field)
    if last is not None and bounds.day(last, field) < first:
        raise InvalidInput(_LAST_LATER, field=field)


def stretch(first: date, last: date, field: str) -> None:
    """Refuse the same, and more than a year at once."""
    days(first, last, field)
    if last - first > _LONGEST:
        raise InvalidInput(_A_YEAR, field=field)
