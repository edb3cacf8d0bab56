"""The parts of a day in which a family could come, between the hours of the school day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alongside.core.fitting import Said, Wish
from alongside.core.words import gettext_noop

WEEKDAYS = range(6)  # Monday to Saturday
EVERY_DAY = range(5)  # what «any day» means: Monday to Friday
WHOLE_DAY = (0, 23 * 60 + 59)
_STARTS, _NOON, _TEA, _ENDS = 7 * 60, 12 * 60, 17 * 60 + 30, 20 * 60
_SHARED = 30  # minutes of a part that a window needs to count as that part


class DayPart(StrEnum):
    """A part of the day as families say it."""

    BEFORE_SCHOOL = "BEFORE_SCHOOL"
    MORNING = "MORNING"
    AFTER_LUNCH = "AFTER_LUNCH"
    AFTER_SCHOOL = "AFTER_SCHOOL"
    EVENING = "EVENING"


LABELS = {
    DayPart.BEFORE_SCHOOL: gettext_noop("Before school"),
    DayPart.MORNING: gettext_noop("In the morning"),
    DayPart.AFTER_LUNCH: gettext_noop("After lunch"),
    DayPart.AFTER_SCHOOL: gettext_noop("After school"),
    DayPart.EVENING: gettext_noop("In the evening"),
}
Cell = tuple[DayPart, int]
Span = tuple[int, int, int]  # weekday, first minute, last minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The school day in minutes, and from when the family is free after it (never before school ends)."""

    school_from: int
    school_until: int
    free_from: int | None = None

    def of(self, part: DayPart) -> tuple[int, int]:
        """From which minute to which a part lasts; the end is never before the start."""
        noon = min(max(_NOON, self.school_from), self.school_until)
        after = max(self.school_until, self.free_from or 0)
        spans = {
            DayPart.BEFORE_SCHOOL: (_STARTS, self.school_from),
            DayPart.MORNING: (self.school_from, noon),
            DayPart.AFTER_LUNCH: (noon, self.school_until),
            DayPart.AFTER_SCHOOL: (after, max(after, _TEA)),
            DayPart.EVENING: (max(after, _TEA), max(after, _ENDS)),
        }
        return spans[part]


def spans_of(could: Iterable[Cell], never: Iterable[int], hours: Hours) -> tuple[Span, ...]:
    """The windows that chips mean, without those on days that never go; neighbours of one day become one window."""
    shut = set(never)
    found = sorted((day, *hours.of(part)) for part, day in set(could) if day not in shut)
    joined: list[Span] = []
    for day, starts, ends in found:
        if starts >= ends:
            continue
        if joined and joined[-1][0] == day and joined[-1][2] >= starts:
            joined[-1] = (day, joined[-1][1], max(joined[-1][2], ends))
        else:
            joined.append((day, starts, ends))
    return tuple(joined)


def cells_of(wishes: Sequence[Wish], hours: Hours) -> frozenset[Cell]:
    """The chips that stand for windows kept before: each part of which a good half hour, or all, is in one."""
    could = [wish for wish in wishes if wish.said is not Said.COULD_NOT]
    return frozenset(
        (part, day) for part in DayPart for day in WEEKDAYS if _is_in(could, day, *hours.of(part))
    )


def days_that_never_go(wishes: Sequence[Wish]) -> tuple[int, ...]:
    """The days on which the family could not come at all."""
    found = {
        wish.weekday
        for wish in wishes
        if wish.said is Said.COULD_NOT and (wish.starts, wish.ends) == WHOLE_DAY
    }
    return tuple(sorted(found))


def free_from(wishes: Sequence[Wish], school_until: int) -> int | None:
    """The minute after school from which the family could come, as it said; None where it named none."""
    starts = [
        one.starts for one in wishes if one.said is not Said.COULD_NOT and school_until < one.starts < _TEA
    ]
    return min(starts, default=None)


def _is_in(could: Iterable[Wish], day: int, starts: int, ends: int) -> bool:
    needed = min(_SHARED, ends - starts)
    return needed > 0 and any(
        wish.weekday == day and min(wish.ends, ends) - max(wish.starts, starts) >= needed for wish in could
    )
