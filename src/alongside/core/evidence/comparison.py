"""What a therapist may read off the points: nothing below three in each part, and never a number without its doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from alongside.core import single_case
from alongside.core.evidence.design import Design
from alongside.core.evidence.points import CountedPoint, Points
from alongside.core.progress import Every, monday_of
from alongside.core.single_case import Collected, NapInterval, RandomisationTest, TauBesideCorrected
from alongside.core.words import Phrase, gettext_noop, phrase

LEAST = 3
USUAL = 5
LEAST_FOR_A_LINE = 6
_FORTNIGHT = timedelta(days=14)


class Stage(StrEnum):
    """How much there is: points alone, early (three or four in a part), or the usual five and more."""

    POINTS = "POINTS"
    EARLY = "EARLY"
    USUAL = "USUAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineLine:
    """The Theil–Sen line through the baseline, from its first to its last day, in units of the scale."""

    first_on: date
    first: Fraction
    last_on: date
    last: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Before the first dated change against everything since.

    ``words`` come before the numbers. Below three points in either part there are only points and cautions; the
    line and both values of Tau need six baseline points; ``lot`` only where the real start is the one that was drawn.
    """

    stage: Stage
    before: int
    after: int
    words: Phrase | None
    nap: NapInterval | None
    tau: TauBesideCorrected | None
    line: BaselineLine | None
    lot: RandomisationTest | None
    cautions: tuple[Phrase, ...]


_WORDS = {
    True: gettext_noop("Higher in {nap} of 100 comparisons. It could be anything from {low} to {high}."),
    False: gettext_noop("Lower in {nap} of 100 comparisons. It could be anything from {low} to {high}."),
}
_CHANGED = gettext_noop(
    "The plan changed {changes} more times after the start. Everything since is taken together."
)
_CHANGED_ONCE = gettext_noop(
    "The plan changed once more after the start. Everything since is taken together."
)
_GOING = gettext_noop(
    "Something was already being tried when counting began. “Before” is not without a plan."
)
_OTHER_DAY = gettext_noop("The idea did not start on the day that was drawn, so chance is not worked out.")
_ALIKE = gettext_noop("Days without a count make some possible starts alike, so chance is not worked out.")


def compare(design: Design, counted: Points) -> Comparison:
    """Everything that may be said about these points; refuses nothing."""
    before, after = _values(counted.before), _values(counted.after)
    stage = _stage(len(before), len(after))
    shown = stage is not Stage.POINTS
    nap = single_case.nap_ci_newcombe5(before, after, design.improvement) if shown else None
    lot = _lot(design, counted) if shown else None
    return Comparison(
        stage=stage,
        before=len(before),
        after=len(after),
        words=_words(design, nap) if nap else None,
        nap=nap,
        tau=_tau(design, counted) if shown else None,
        line=_line(counted.before),
        lot=lot,
        cautions=tuple(_cautions(design, counted, lot)),
    )


def _values(points: Sequence[CountedPoint]) -> list[Fraction]:
    return [point.value for point in points]


def _stage(before: int, after: int) -> Stage:
    fewest = min(before, after)
    if fewest < LEAST:
        return Stage.POINTS
    return Stage.EARLY if fewest < USUAL else Stage.USUAL


def _words(design: Design, interval: NapInterval) -> Phrase:
    """So many of 100 comparisons; the interval is rounded outwards, and nearly all is not all."""
    hundred = floor(interval.nap * 100 + Fraction(1, 2))
    kept = min(max(hundred, 1 if interval.nap else 0), 100 if interval.nap == 1 else 99)
    code = "evidence.higher" if design.more_is_better else "evidence.lower"
    low, high = floor(interval.ci_lower * 100), ceil(interval.ci_upper * 100)
    return phrase(code, _WORDS[design.more_is_better], nap=kept, low=max(low, 0), high=min(high, 100))


def _tau(design: Design, counted: Points) -> TauBesideCorrected | None:
    """Both values or none: alone, either of them misleads."""
    days = [point.on.toordinal() for point in (*counted.before, *counted.after)]
    shown = single_case.tau_to_show(_values(counted.before), _values(counted.after), design.improvement, days)
    return shown if isinstance(shown, TauBesideCorrected) else None


def _line(before: Sequence[CountedPoint]) -> BaselineLine | None:
    if len(before) < LEAST_FOR_A_LINE:
        return None
    days = [point.on.toordinal() for point in before]
    line = single_case.theil_sen(_values(before), days)
    return BaselineLine(
        first_on=before[0].on,
        first=line.at(Fraction(days[0])),
        last_on=before[-1].on,
        last=line.at(Fraction(days[-1])),
    )


def _lot(design: Design, counted: Points) -> RandomisationTest | None:
    """Chance, where the start was drawn and kept; each possible start cuts the points at another place."""
    places = _places(design, counted)
    if not design.is_drawn or counted.started_on != design.idea_starts_on or not _tell_apart(places, counted):
        return None
    return single_case.randomisation_test(
        _values(counted.before), _values(counted.after), places, design.improvement
    )


def _places(design: Design, counted: Points) -> list[int]:
    return [sum(point.on < start for point in counted.points) for start in design.possible_starts]


def _tell_apart(places: Sequence[int], counted: Points) -> bool:
    return len(set(places)) == len(places) and min(places) > 0 and max(places) < len(counted.points)


def _cautions(design: Design, counted: Points, lot: RandomisationTest | None) -> Iterator[Phrase]:
    collected = _collected(design, [point.on for point in counted.points])
    before, after = _values(counted.before), _values(counted.after)
    for caution in single_case.cautions(before, after, design.improvement, collected):
        yield caution.phrase
    if counted.going_since is not None:
        yield phrase("evidence.already_going", _GOING)
    yield from _changed(len(counted.lines) - 1)
    if design.is_drawn and lot is None and counted.lines:
        kept = counted.started_on == design.idea_starts_on
        yield phrase("evidence.no_chance", _ALIKE if kept else _OTHER_DAY)


def _collected(design: Design, days: Sequence[date]) -> Collected:
    """When a count was expected. A weekday on which nobody ever counts in a fortnight or more is not one."""
    if design.every is Every.WEEK or not days or days[-1] - days[0] < _FORTNIGHT:
        return Collected(days=[day.toordinal() for day in days], every=design.spacing)
    counted = sorted({day.weekday() for day in days})
    return Collected(
        days=[monday_of(day).toordinal() // 7 * len(counted) + counted.index(day.weekday()) for day in days]
    )


def _changed(more: int) -> Iterator[Phrase]:
    if more == 1:
        yield phrase("evidence.changed_once", _CHANGED_ONCE)
    elif more > 1:
        yield phrase("evidence.changed", _CHANGED, changes=more)
