"""Seeing progress: weeks, a careful sentence, then and now, and the therapist's phase chart.

A day's level is the median help level of that day's tried moments (0 a grown-up did it … 4 by self); a week's level
is the median of its days. Days and weeks where nobody said how much help there was are missing, never zero.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from statistics import median

from alongside.core.moments import Help, Kind, Moment
from alongside.core.refusals import Refusal
from alongside.core.words import Phrase, gettext_noop, phrase

MOST_WEEKS = 104
WEEKS_TO_SPEAK = 4
WEEKS_TO_HOLD = 8
_ONE_LEVEL = Decimal(1)
_BY_SELF = Decimal(4)
_WEEK = timedelta(weeks=1)


class BadWeeks(Refusal):
    sentence = gettext_noop("Choose a Monday, and 1 to 104 weeks.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week from Monday, in days: tried, by self, with the help known, with anything written at all."""

    starts_on: date
    tried: int
    by_self: int
    known: int
    noted: int
    said: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many of so many days."""

    part: int
    whole: int


class TrendCode(StrEnum):
    """What the data let us say."""

    TOO_EARLY = "TOO_EARLY"
    UP_EARLY = "UP_EARLY"
    UP_HOLDING = "UP_HOLDING"
    SAME = "SAME"
    HARDER = "HARDER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A fixed phrase and the counts it rests on; never show one without the other."""

    code: TrendCode
    phrase: Phrase
    counts: Phrase
    early: Count
    late: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How one week looked: days by self of the days we know, and the usual help."""

    starts_on: date
    by_self: int
    known: int
    help: Help


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenNow:
    """The first week we know and the latest."""

    then: Sight
    now: Sight


class Every(StrEnum):
    """One point a day, or one a week."""

    DAY = "DAY"
    WEEK = "WEEK"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A dated event, such as the day a new plan began: the chart's phases begin here, never by inference.

    ``about`` names the idea alone, for the label of the phase that begins.
    """

    on: date
    label: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The level (0–4) of a day or a week from ``on``, the phase it falls in (0 = baseline), days or entries in it."""

    on: date
    value: Decimal
    phase: int
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseChart:
    """Points in time order, change lines in time order, and each phase's median (None for an empty phase)."""

    points: tuple[Point, ...]
    lines: tuple[ChangeLine, ...]
    medians: tuple[Decimal | None, ...]


TREND_PHRASES = {
    TrendCode.TOO_EARLY: phrase("trend.too_early", gettext_noop("Too early to say.")),
    TrendCode.UP_EARLY: phrase("trend.up_early", gettext_noop("Going up, and still early.")),
    TrendCode.UP_HOLDING: phrase("trend.up_holding", gettext_noop("Going up and holding.")),
    TrendCode.SAME: phrase("trend.same", gettext_noop("About the same.")),
    TrendCode.HARDER: phrase("trend.harder", gettext_noop("Harder lately, let’s talk.")),
}
_COUNTS: Mapping[int, str] = {
    1: gettext_noop("Joining in on {late} of {late_of} days lately, {early} of {early_of} at first."),
    2: gettext_noop(
        "With a little help or less on {late} of {late_of} days lately, {early} of {early_of} at first."
    ),
    3: gettext_noop(
        "With a reminder or less on {late} of {late_of} days lately, {early} of {early_of} at first."
    ),
    4: gettext_noop("Without help on {late} of {late_of} days lately, {early} of {early_of} at first."),
}


def monday_of(day: date) -> date:
    """The Monday that starts the week of ``day``."""
    return day - timedelta(days=day.weekday())


def first_monday(today: date, count: int) -> date:
    """The Monday that starts the last ``count`` weeks (1 to 104, with that of ``today``); refuses ``BadWeeks``."""
    if not 1 <= count <= MOST_WEEKS:
        raise BadWeeks
    return monday_of(today) - _WEEK * (count - 1)


def _ranks_by_day(moments: Iterable[Moment]) -> dict[date, list[int]]:
    ranks: dict[date, list[int]] = {}
    for moment in moments:
        if moment.rank is not None:
            ranks.setdefault(moment.day, []).append(moment.rank)
    return dict(sorted(ranks.items()))


def _day_levels(moments: Iterable[Moment]) -> dict[date, Decimal]:
    return {day: _median(ranks) for day, ranks in _ranks_by_day(moments).items()}


def _weeks_of(levels: Mapping[date, Decimal]) -> dict[date, list[Decimal]]:
    by_week: dict[date, list[Decimal]] = {}
    for day, level in levels.items():
        by_week.setdefault(monday_of(day), []).append(level)
    return by_week


def _median(values: Iterable[int | Decimal]) -> Decimal:
    return Decimal(median(Decimal(value) for value in values))


def weeks(moments: Iterable[Moment], first_monday: date, count: int) -> tuple[Week, ...]:
    """``count`` weeks (1 to 104) from ``first_monday``; refuses ``BadWeeks``.

    ``said`` is what the family reads under the dots: "4 of 5" (by self, of the days we know), "–" when nobody wrote.
    """
    if first_monday.weekday() or not 1 <= count <= MOST_WEEKS:
        raise BadWeeks
    by_week: dict[date, list[Moment]] = {}
    for moment in moments:
        by_week.setdefault(monday_of(moment.day), []).append(moment)
    starts = [first_monday + _WEEK * number for number in range(count)]
    return tuple(_week(start, by_week.get(start, [])) for start in starts)


def _week(starts_on: date, moments: Sequence[Moment]) -> Week:
    levels = _day_levels(moments)
    tried = len({moment.day for moment in moments if moment.kind is Kind.TRIED})
    by_self = sum(level == _BY_SELF for level in levels.values())
    return Week(
        starts_on=starts_on,
        tried=tried,
        by_self=by_self,
        known=len(levels),
        noted=len({moment.day for moment in moments}),
        said=_said(by_self, len(levels), tried, noted=bool(moments)),
    )


def _said(by_self: int, known: int, tried: int, *, noted: bool) -> Phrase:
    if not noted:
        return phrase("week.quiet", "–")
    if known:
        return phrase("week.counts", gettext_noop("{by_self} of {known}"), by_self=by_self, known=known)
    if tried:
        return phrase("week.tried", gettext_noop("tried, {tried}"), tried=tried)
    return phrase("week.not_this_week", gettext_noop("not this week"))


def trend(moments: Iterable[Moment]) -> Trend:
    """The careful sentence about one goal or placement.

    The rule: weeks in which somebody said how much help there was are told weeks. Under four told weeks it is too
    early to say. Else compare the median level of the earlier half of the told weeks with that of the later half
    (the middle week of an odd number belongs to neither): one help level or more up is going up, one or more down
    is harder lately, anything between is about the same. Going up is holding from eight told weeks on when each of
    the last three lies at least one level above the earlier half; before that it is still early.
    The counts name days at the better half's usual help or less.
    """
    told = list(_weeks_of(_day_levels(moments)).values())
    if len(told) < WEEKS_TO_SPEAK:
        return _too_early(len(told))
    half = len(told) // 2
    return _compared(told[:half], told[-half:], told)


def _too_early(told: int) -> Trend:
    template = gettext_noop("Notes from {told} of {needed} weeks so far.")
    return Trend(
        code=TrendCode.TOO_EARLY,
        phrase=TREND_PHRASES[TrendCode.TOO_EARLY],
        counts=phrase("trend.told_weeks", template, told=told, needed=WEEKS_TO_SPEAK),
        early=Count(part=0, whole=0),
        late=Count(part=0, whole=0),
    )


def _compared(early: list[list[Decimal]], late: list[list[Decimal]], told: list[list[Decimal]]) -> Trend:
    before, after = _level(early), _level(late)
    code = _code(before, after, [_median(week) for week in told])
    # The help level that tells the two halves apart; below "joining in" there would be nothing to count.
    mark = max(1, int(max(before, after)))
    then, now = _count(early, mark), _count(late, mark)
    counts = phrase(
        f"trend.counts.{mark}",
        _COUNTS[mark],
        late=now.part,
        late_of=now.whole,
        early=then.part,
        early_of=then.whole,
    )
    return Trend(code=code, phrase=TREND_PHRASES[code], counts=counts, early=then, late=now)


def _level(told: list[list[Decimal]]) -> Decimal:
    return _median(_median(week) for week in told)


def _count(told: list[list[Decimal]], mark: int) -> Count:
    days = [level for week in told for level in week]
    return Count(part=sum(level >= mark for level in days), whole=len(days))


def _code(before: Decimal, after: Decimal, told: list[Decimal]) -> TrendCode:
    if after - before <= -_ONE_LEVEL:
        return TrendCode.HARDER
    if after - before < _ONE_LEVEL:
        return TrendCode.SAME
    holds = len(told) >= WEEKS_TO_HOLD and min(told[-3:]) - before >= _ONE_LEVEL
    return TrendCode.UP_HOLDING if holds else TrendCode.UP_EARLY


def then_now(moments: Iterable[Moment]) -> ThenNow | None:
    """The first and the latest week in which somebody said how much help there was; None before there are two."""
    told = _weeks_of(_day_levels(moments))
    if len(told) < 2:
        return None
    first, latest = min(told), max(told)
    return ThenNow(then=_sight(first, told[first]), now=_sight(latest, told[latest]))


def _sight(starts_on: date, levels: list[Decimal]) -> Sight:
    by_self = sum(level == _BY_SELF for level in levels)
    # Between two help levels we say the one with more help: claim less, not more.
    usual = list(Help)[int(_median(levels))]
    return Sight(starts_on=starts_on, by_self=by_self, known=len(levels), help=usual)


def phase_points(
    moments: Iterable[Moment], changes: Iterable[ChangeLine], every: Every = Every.DAY
) -> PhaseChart:
    """The therapist's chart of help levels: several entries a day become the day's median, days without stay missing.

    Points before the first change are the baseline (phase 0); a change belongs to the phase it starts. A weekly
    point is the median of the week's days inside one phase, so no point mixes two phases; ``entries`` counts
    the entries behind a day, or the days behind a week.
    """
    lines = tuple(sorted(changes, key=lambda line: line.on))
    starts = [line.on for line in lines]
    days = [_day_point(day, ranks, starts) for day, ranks in _ranks_by_day(moments).items()]
    points = days if every is Every.DAY else _weekly_points(days)
    medians = tuple(_phase_median(points, number) for number in range(len(lines) + 1))
    return PhaseChart(points=tuple(points), lines=lines, medians=medians)


def _day_point(day: date, ranks: list[int], starts: list[date]) -> Point:
    return Point(on=day, value=_median(ranks), phase=bisect_right(starts, day), entries=len(ranks))


def _weekly_points(days: Iterable[Point]) -> list[Point]:
    together: dict[tuple[date, int], list[Point]] = {}
    for point in days:
        together.setdefault((monday_of(point.on), point.phase), []).append(point)
    return [
        Point(
            on=points[0].on, value=_median(point.value for point in points), phase=phase, entries=len(points)
        )
        for (_, phase), points in together.items()
    ]


def _phase_median(points: Iterable[Point], number: int) -> Decimal | None:
    values = [point.value for point in points if point.phase == number]
    return _median(values) if values else None
