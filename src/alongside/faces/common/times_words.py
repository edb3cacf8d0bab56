"""How times of the clinic are said: what a time is kept for, days of the week, and a week in one line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time
from itertools import pairwise

from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.diary.values import KeptKind, WorkingSeen

KEPT_WORDS = {
    KeptKind.LUNCH: gettext_lazy("Lunch"),
    KeptKind.NOTES: gettext_lazy("Notes"),
    KeptKind.SUPERVISION: gettext_lazy("Supervision"),
    KeptKind.TEAM: gettext_lazy("Team meeting"),
    KeptKind.LEAVE: gettext_lazy("Leave"),
    KeptKind.ILL: gettext_lazy("Ill"),
    KeptKind.CLOSED: gettext_lazy("Closed"),
    KeptKind.BUSY: gettext_lazy("Busy"),
}
WEEKDAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)


def clock(minute: int) -> str:
    """8:05, from minutes of a day."""
    return f"{minute // 60}:{minute % 60:02}"


def hours(start: time, end: time) -> str:
    """12:15–13:00."""
    return f"{clock(start.hour * 60 + start.minute)}–{clock(end.hour * 60 + end.minute)}"


def weekdays(days: Iterable[int]) -> str:
    """Monday to Friday; Monday, Wednesday."""
    found = sorted(set(days))
    if len(found) > 2 and all(following - one == 1 for one, following in pairwise(found)):
        ends = {"first": WEEKDAYS[found[0]], "last": WEEKDAYS[found[-1]]}
        return _("%(first)s to %(last)s") % ends
    return ", ".join(str(WEEKDAYS[day]) for day in found)


def span_of_days(first: date, last: date | None) -> str:
    """Mon 30 November to Fri 4 December 2026; one day alone; from a day on."""
    if last is None:
        return _("from %(day)s on") % {"day": dated(first, "j F Y")}
    if first == last:
        return dated(first, "D j F Y")
    return _("%(first)s to %(last)s") % {"first": dated(first, "D j F"), "last": dated(last, "D j F Y")}


def week_in_words(week: Sequence[WorkingSeen]) -> str:
    """Monday to Thursday 9:00–17:00 · Friday 9:00–13:00."""
    days: dict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
    for day in range(len(WEEKDAYS)):
        spans = tuple((one.start, one.end) for one in week if one.weekday == day)
        if spans:
            days[spans].append(day)
    return " · ".join(f"{weekdays(held)} {_spans(spans)}" for spans, held in days.items())


def _spans(spans: Iterable[tuple[int, int]]) -> str:
    return ", ".join(f"{clock(start)}–{clock(end)}" for start, end in spans)
