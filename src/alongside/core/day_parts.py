"""The parts of a day in which a family could come, between the hours of the school day."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from alongside.core.fitting import Said, Wish
from alongside.core.words import gettext_noop

WEEKDAYS = range(6)  # Monday to Saturday
EVERY_DAY = range(5)  # what «any day» means: Monday to Friday
WHOLE_DAY = (0, 23 * 60 + 59)
_STARTS, _NOON, _TEA, _ENDS = 7 * 60, 12 * 60, 17 * 60 + 30, 20 * 60


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Chips:
    """A week as taps: parts that work, parts that would be best, days that never go, and what no chip can say."""

    could: frozenset[Cell]
    best: frozenset[Cell]
    never: tuple[int, ...]
    free_from: int | None
    others: tuple[Wish, ...]


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


def chips_of(wishes: Sequence[Wish], hours: Hours) -> Chips:
    """The chips that stand for windows kept before. A window that no chips mean to the minute is among ``others``."""
    never = tuple(day for day in days_that_never_go(wishes) if day in WEEKDAYS)
    usual = replace(hours, free_from=free_from(wishes, hours.school_until))
    tapped: dict[Said, set[Cell]] = {said: set() for said in Said}
    others = []
    for wish in wishes:
        cells = () if wish.weekday in never else _meant(wish, usual)
        tapped[wish.said].update(cells)
        if not cells and not (wish.weekday in never and _is_never(wish)):
            others.append(wish)
    return Chips(
        could=frozenset(tapped[Said.COULD]),
        best=frozenset(tapped[Said.PREFER]),
        never=never,
        free_from=usual.free_from,
        others=tuple(others),
    )


def days_that_never_go(wishes: Sequence[Wish]) -> tuple[int, ...]:
    """The days on which the family could not come at all."""
    return tuple(sorted({wish.weekday for wish in wishes if _is_never(wish)}))


def free_from(wishes: Sequence[Wish], school_until: int) -> int | None:
    """The usual minute after school from which the family could come; None where that is when school ends."""
    starts = Counter(
        one.starts for one in wishes if one.said is not Said.COULD_NOT and school_until <= one.starts < _TEA
    )
    usual = min(starts, key=lambda start: (-starts[start], start), default=school_until)
    return None if usual == school_until else usual


def _is_never(wish: Wish) -> bool:
    return wish.said is Said.COULD_NOT and (wish.starts, wish.ends) == WHOLE_DAY


def _meant(wish: Wish, hours: Hours) -> tuple[Cell, ...]:
    """The chips that mean this window exactly; none where there are no such chips."""
    if wish.said is Said.COULD_NOT or wish.weekday not in WEEKDAYS:
        return ()
    cells = tuple((part, wish.weekday) for part in DayPart if _is_within(wish, *hours.of(part)))
    return cells if spans_of(cells, (), hours) == ((wish.weekday, wish.starts, wish.ends),) else ()


def _is_within(wish: Wish, starts: int, ends: int) -> bool:
    return wish.starts <= starts < ends <= wish.ends
