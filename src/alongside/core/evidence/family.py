"""What a family reads about its counts: one careful sentence with its counts, dots by week, then and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from statistics import mean, median

from alongside.core import single_case
from alongside.core.evidence.design import Design, Scale
from alongside.core.evidence.points import CountedPoint, Points
from alongside.core.progress import (
    MOST_WEEKS,
    TREND_PHRASES,
    WEEKS_TO_HOLD,
    WEEKS_TO_SPEAK,
    BadWeeks,
    Count,
    Every,
    Trend,
    TrendCode,
    monday_of,
)
from alongside.core.words import Phrase, gettext_noop, phrase

# Our own lines, chosen to claim little: better in two of three comparisons, by a tenth of the scale at least.
UP, DOWN = Fraction(2, 3), Fraction(1, 3)
_TENTH = Fraction(1, 10)
LEAST = 3
LATELY = 5
_DAYS_IN_WORDS = 13
_MOST_DOTS = 14
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedWeek:
    """One week from Monday: so many of so many that were told. Nothing told is 0 of 0, a dash."""

    starts_on: date
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedThenNow:
    """The first week with a count and the latest."""

    then: CountedWeek
    now: CountedWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What is compared: at first, in between, lately."""

    early: tuple[CountedPoint, ...]
    between: tuple[CountedPoint, ...]
    late: tuple[CountedPoint, ...]


_MORE_DAYS = gettext_noop("About {days} more days of counting.")
_ONE_MORE_DAY = gettext_noop("About one more day of counting.")
_MORE_WEEKS = gettext_noop("About {weeks} more weeks of counting.")
_TRIES = gettext_noop("{late} of {late_of} {unit} lately, {early} of {early_of} at first.")
_TRIES_PLAIN = gettext_noop("{late} of {late_of} lately, {early} of {early_of} at first.")
_STEPS = gettext_noop(
    "At step {mark} or higher {late} of {late_of} times lately, {early} of {early_of} at first."
)
_LONGER = gettext_noop(
    "{mark} minutes or more {late} of {late_of} times lately, {early} of {early_of} at first."
)
_SHORTER = gettext_noop(
    "{mark} minutes or less {late} of {late_of} times lately, {early} of {early_of} at first."
)


def told(design: Design, counted: Points, today: date) -> Trend:
    """The careful sentence about one goal that is counted, with the counts it rests on.

    At first are the counts before the idea started (three at least; without them, the earlier half), lately the
    last five. It is too early under four weeks, and while either part has fewer than three counts. Then: better in
    at least two of three comparisons and by a tenth of the scale is going up, holding from eight weeks on when the
    last three all lie beyond the middle of the first part. Worse to the same degree, than at first or than in
    between, is harder lately. Anything else is about the same.
    """
    wait = days_to_go(design, counted, today)
    if wait:
        return _too_early(wait)
    parts = _parts(counted)
    code = _code(design, counted, parts)
    early, late, counts = _counts(design, parts)
    return Trend(code=code, phrase=TREND_PHRASES[code], counts=counts, early=early, late=late)


def days_to_go(design: Design, counted: Points, today: date) -> int:
    """About how many more days of counting until a sentence can be said; 0 when it can.

    From the counts that are still needed at the family's own pace, the start that is still to come, and four weeks.
    """
    first = counted.points[0].on if counted.points else max(design.starts_on, today)
    weeks = (first - today).days + WEEKS_TO_SPEAK * 7
    return max(0, weeks, _days_for_counts(design, counted, today))


def _days_for_counts(design: Design, counted: Points, today: date) -> int:
    pace = _pace(design, counted)
    if counted.started_on is None:
        until_start = (design.idea_starts_on - today).days
        return max(_days(LEAST - len(counted.points), pace), until_start, 0) + _days(LEAST, pace)
    has_baseline = len(counted.before) >= LEAST
    return _days((LEAST if has_baseline else 2 * LEAST) - len(counted.after), pace)


def _pace(design: Design, counted: Points) -> Fraction:
    """Points a day: the family's own once there are three, else as planned."""
    if len(counted.points) < LEAST:
        return Fraction(1, design.spacing)
    span = (counted.points[-1].on - counted.points[0].on).days + design.spacing
    return Fraction(len(counted.points), span)


def _days(points: int, pace: Fraction) -> int:
    return ceil(max(points, 0) / pace)


def _too_early(days: int) -> Trend:
    none = Count(part=0, whole=0)
    said = TREND_PHRASES[TrendCode.TOO_EARLY]
    return Trend(code=TrendCode.TOO_EARLY, phrase=said, counts=_more(days), early=none, late=none)


def _more(days: int) -> Phrase:
    if days == 1:
        return phrase("evidence.one_more_day", _ONE_MORE_DAY)
    if days <= _DAYS_IN_WORDS:
        return phrase("evidence.more_days", _MORE_DAYS, days=days)
    return phrase("evidence.more_weeks", _MORE_WEEKS, weeks=round(days / 7))


def _parts(counted: Points) -> _Parts:
    before, after = counted.before, counted.after
    if len(before) >= LEAST:
        return _Parts(early=before, between=after[:-LATELY], late=after[-LATELY:])
    half = len(after) // 2
    return _Parts(early=after[:half], between=(), late=after[half:][-LATELY:])


def _code(design: Design, counted: Points, parts: _Parts) -> TrendCode:
    change = _change(design, parts.early, parts.late)
    if change < 0 or (len(parts.between) >= LEAST and _change(design, parts.between, parts.late) < 0):
        return TrendCode.HARDER
    if change == 0:
        return TrendCode.SAME
    return TrendCode.UP_HOLDING if _holds(design, counted, parts) else TrendCode.UP_EARLY


def _change(design: Design, one: Sequence[CountedPoint], other: Sequence[CountedPoint]) -> int:
    """1 when the second part is clearly better, −1 when it is clearly harder, else 0."""
    before, after = [point.value for point in one], [point.value for point in other]
    if abs(mean(after) - mean(before)) < design.most * _TENTH:
        return 0
    share = single_case.nap(before, after, design.improvement)
    return (share >= UP) - (share <= DOWN)


def _holds(design: Design, counted: Points, parts: _Parts) -> bool:
    weeks = (counted.points[-1].on - counted.points[0].on).days // 7
    middle = median(point.value for point in parts.early)
    last = [point.value for point in parts.late[-LEAST:]]
    beyond = min(last) > middle if design.more_is_better else max(last) < middle
    return weeks >= WEEKS_TO_HOLD and beyond


def _counts(design: Design, parts: _Parts) -> tuple[Count, Count, Phrase]:
    if design.scale is Scale.TRIES:
        early, late = _tries(parts.early), _tries(parts.late)
        template = _TRIES if design.unit else _TRIES_PLAIN
        return early, late, _phrase("tries", template, early, late, unit=design.unit)
    mark = _mark(design, parts)
    early, late = _reaching(design, parts.early, mark), _reaching(design, parts.late, mark)
    if design.scale is Scale.STEP:
        return early, late, _phrase("step", _STEPS, early, late, mark=mark)
    template = _LONGER if design.more_is_better else _SHORTER
    return early, late, _phrase("minutes", template, early, late, mark=mark)


def _phrase(kind: str, template: str, early: Count, late: Count, **more: str | int) -> Phrase:
    return phrase(
        f"evidence.counts.{kind}",
        template,
        late=late.part,
        late_of=late.whole,
        early=early.part,
        early_of=early.whole,
        **more,
    )


def _tries(points: Sequence[CountedPoint]) -> Count:
    return Count(part=sum(point.part for point in points), whole=sum(point.whole for point in points))


def _mark(design: Design, parts: _Parts) -> int:
    """The better part's usual value, rounded to claim less."""
    usual = [median(point.value for point in part) for part in (parts.early, parts.late)]
    return floor(max(usual)) if design.more_is_better else ceil(min(usual))


def _reaching(design: Design, points: Sequence[CountedPoint], mark: int) -> Count:
    reached = (point.value >= mark if design.more_is_better else point.value <= mark for point in points)
    return Count(part=sum(reached), whole=len(points))


def counted_weeks(design: Design, counted: Points, first_monday: date, count: int) -> tuple[CountedWeek, ...]:
    """``count`` weeks (1 to 104) for dots; refuses ``BadWeeks``.

    A dot is a try where a count is one try or a week's few; else it is a count, filled when it is as was hoped.
    """
    if first_monday.weekday() or not 1 <= count <= MOST_WEEKS:
        raise BadWeeks
    by_week = _by_week(counted)
    starts = [first_monday + _WEEK * number for number in range(count)]
    return tuple(_week(design, start, by_week.get(start, [])) for start in starts)


def counted_then_now(design: Design, counted: Points) -> CountedThenNow | None:
    """The first and the latest week with a count; None before there are two."""
    by_week = _by_week(counted)
    if len(by_week) < 2:
        return None
    first, last = min(by_week), max(by_week)
    return CountedThenNow(then=_week(design, first, by_week[first]), now=_week(design, last, by_week[last]))


def _by_week(counted: Points) -> dict[date, list[CountedPoint]]:
    weeks: dict[date, list[CountedPoint]] = {}
    for point in counted.points:
        weeks.setdefault(monday_of(point.on), []).append(point)
    return weeks


def _week(design: Design, starts_on: date, points: Sequence[CountedPoint]) -> CountedWeek:
    if counts_tries(design):
        return CountedWeek(starts_on=starts_on, count=_tries(points))
    hoped = sum(_reaches(design, point.value) for point in points)
    return CountedWeek(starts_on=starts_on, count=Count(part=hoped, whole=len(points)))


def counts_tries(design: Design) -> bool:
    """Whether a dot by week is a single try; else it is a whole count."""
    few = design.most == 1 or (design.every is Every.WEEK and design.most <= _MOST_DOTS)
    return design.scale is Scale.TRIES and few


def _reaches(design: Design, value: Fraction) -> bool:
    return value >= design.hoped if design.more_is_better else value <= design.hoped
