"""Effect sizes that use distances: log response ratios, standardised mean differences, percent of goal obtained.

Means and variances are exact; only roots and logarithms are rounded. The intervals take points to be independent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import exp, log, sqrt

from alongside.core.exact import Number
from alongside.core.normal import two_sided_z
from alongside.core.refusals import Refusal
from alongside.core.single_case.observations import (
    Improvement,
    NoVariation,
    TooFewPoints,
    chosen,
    exact,
    mean,
    phase,
    towards,
    variance,
)
from alongside.core.words import gettext_noop

_LEAST = 2


class NotOnThisScale(Refusal):
    sentence = gettext_noop("Use numbers from zero up, and within the scale: a ratio needs a true zero.")


class MeanIsZero(Refusal):
    sentence = gettext_noop(
        "A phase has a mean of zero. Say how long or how often was looked, to compare ratios."
    )


class NotPositive(Refusal):
    sentence = gettext_noop("Give a length or a number of intervals above zero.")


class GoalIsBaseline(Refusal):
    sentence = gettext_noop("The goal is where things started, so there is no way to measure.")


class Scale(StrEnum):
    """What was counted. Each has a true zero; other scales have no response ratio."""

    COUNT = "count"
    RATE = "rate"  # per minute
    PERCENTAGE = "percentage"  # 0 to 100
    PROPORTION = "proportion"  # 0 to 1


_WHOLE = {Scale.PERCENTAGE: 100, Scale.PROPORTION: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An estimate with its standard error and normal-curve interval, all in the measure's own unit."""

    est: float
    se: float
    confidence: float

    def __post_init__(self) -> None:
        two_sided_z(self.confidence)

    @property
    def ci_lower(self) -> float:
        """The lower bound: est − z·se."""
        return self.est - two_sided_z(self.confidence) * self.se

    @property
    def ci_upper(self) -> float:
        """The upper bound: est + z·se."""
        return self.est + two_sided_z(self.confidence) * self.se


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRatio(Estimate):
    """A log response ratio; 0 means no change."""

    @property
    def percent_change(self) -> float:
        """The same in percent of the baseline's mean: 100(e^LRR − 1)."""
        return 100 * (exp(self.est) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """How the behaviour was recorded. ``floor`` keeps a mean of zero comparable.

    ``floor`` is the constant D; where it is missing it is worked out from the minutes of a session (rates) or from
    the intervals of a session (proportions; a hundredth of them for percentages). All above zero.
    """

    scale: Scale = Scale.COUNT
    floor: Number | None = None
    minutes: Number | None = None
    intervals: Number | None = None

    def truncation(self) -> Fraction | None:
        """D as a fraction, or nothing; refuses what is not above zero."""
        scale = chosen(Scale, self.scale)
        if self.floor is not None:
            return _positive(self.floor)
        if scale is Scale.RATE and self.minutes is not None:
            return _positive(self.minutes)
        if scale in _WHOLE and self.intervals is not None:
            return _positive(self.intervals) / _WHOLE[scale]
        return None


_COUNTED = Recording()


def _positive(value: Number) -> Fraction:
    number = exact(value)
    if number <= 0:
        raise NotPositive
    return number


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """A phase in short: mean, variance and number of points."""

    mean: Fraction
    variance: Fraction
    count: int

    @property
    def error(self) -> Fraction:
        """The squared standard error of the mean."""
        return self.variance / self.count

    @property
    def relative_error(self) -> Fraction:
        """The same, relative to the squared mean."""
        return self.error / self.mean**2


def _level(values: Sequence[Number]) -> _Level:
    points = phase(values, _LEAST)
    return _Level(mean=mean(points), variance=variance(points), count=len(points))


def lrr_increasing(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    recording: Recording = _COUNTED,
    *,
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> LogRatio:
    """The log response ratio in the form in which more is better: LRR = ln(mean B / mean A).

    Bias correction adds s_B²/2nȳ_B² − s_A²/2mȳ_A². SE = √(s_A²/mȳ_A² + s_B²/nȳ_B²). When less is better, counts and
    rates change the sign; percentages and proportions are counted from the other end. With a constant D in
    ``recording`` no mean is below 1/2Dn and no variance below 1/D²n³. Natural logarithm, no unit.
    Refuses fewer than two points a phase, numbers off the scale, and a mean of zero without D.
    Source: Pustejovsky 2015, 2018.
    """
    turned = towards(improvement) < 0
    before, after = _ratio_levels(baseline, treatment, recording, turned=turned)
    ratio = _log_ratio(before, after, bias_correct=bias_correct)
    sign = _sign(recording, turned=turned)
    return LogRatio(est=sign * ratio, se=_ratio_error(before, after), confidence=confidence)


def lrr_decreasing(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.DECREASE,
    recording: Recording = _COUNTED,
    *,
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> LogRatio:
    """The log response ratio in the form in which less is better: a negative value is an improvement.

    Formula, units, refusals and source as ``lrr_increasing``. For counts and rates the two differ in sign alone.
    """
    turned = towards(improvement) > 0
    before, after = _ratio_levels(baseline, treatment, recording, turned=turned)
    ratio = _log_ratio(before, after, bias_correct=bias_correct)
    sign = _sign(recording, turned=turned)
    return LogRatio(est=sign * ratio, se=_ratio_error(before, after), confidence=confidence)


def _sign(recording: Recording, *, turned: bool) -> int:
    return -1 if turned and chosen(Scale, recording.scale) not in _WHOLE else 1


def _ratio_levels(
    baseline: Sequence[Number], treatment: Sequence[Number], recording: Recording, *, turned: bool
) -> tuple[_Level, _Level]:
    whole, floor = _WHOLE.get(chosen(Scale, recording.scale)), recording.truncation()
    before, after = (_on_scale(values, whole, turned=turned) for values in (baseline, treatment))
    return _truncated(_level(before), floor), _truncated(_level(after), floor)


def _on_scale(values: Sequence[Number], whole: int | None, *, turned: bool) -> Sequence[Fraction]:
    points = phase(values, _LEAST)
    if min(points) < 0 or (whole is not None and max(points) > whole):
        raise NotOnThisScale
    return points if whole is None or not turned else [whole - value for value in points]


def _truncated(level: _Level, floor: Fraction | None) -> _Level:
    if floor is None:
        if not level.mean:
            raise MeanIsZero
        return level
    return _Level(
        mean=max(level.mean, 1 / (2 * floor * level.count)),
        variance=max(level.variance, 1 / (floor**2 * level.count**3)),
        count=level.count,
    )


def _log_ratio(before: _Level, after: _Level, *, bias_correct: bool) -> float:
    correction = (after.relative_error - before.relative_error) / 2 if bias_correct else 0
    return log(after.mean / before.mean) + float(correction)


def _ratio_error(before: _Level, after: _Level) -> float:
    return sqrt(before.relative_error + after.relative_error)


def smd_baseline(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    *,
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """The difference of means in standard deviations of the baseline; positive is better.

    d = J(ȳ_B − ȳ_A)/s_A with df = m − 1, J = 1 − 3/(4df − 1) (1 without bias correction).
    SE = J√(1/m + s_B²/(n·s_A²) + d²/2df). Refuses fewer than two points a phase (three in the baseline with bias
    correction, else J is zero) and a baseline without variation. Source: Gingerich 1984; Hedges 1981.
    """
    before, after = _level(baseline), _level(treatment)
    if not before.variance:
        raise NoVariation
    spread = Fraction(1, before.count) + after.error / before.variance
    standard = _Standard(variance=before.variance, df=before.count - 1, spread=spread)
    return _smd(towards(improvement) * (after.mean - before.mean), standard, bias_correct, confidence)


def smd_pooled(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    *,
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """The difference of means in standard deviations pooled over both phases; positive is better.

    d = J(ȳ_B − ȳ_A)/s with s² = ((m − 1)s_A² + (n − 1)s_B²)/df, df = m + n − 2, J = 1 − 3/(4df − 1) (1 without bias
    correction). SE = J√(1/m + 1/n + d²/2df). Refuses fewer than two points a phase and phases without variation.
    Source: Hedges 1981; Pustejovsky 2015.
    """
    before, after = _level(baseline), _level(treatment)
    df = before.count + after.count - 2
    pooled = ((before.count - 1) * before.variance + (after.count - 1) * after.variance) / df
    if not pooled:
        raise NoVariation
    spread = Fraction(1, before.count) + Fraction(1, after.count)
    standard = _Standard(variance=pooled, df=df, spread=spread)
    return _smd(towards(improvement) * (after.mean - before.mean), standard, bias_correct, confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standard:
    """What a difference is measured in: its variance, degrees of freedom, and the spread of the difference in it."""

    variance: Fraction
    df: int
    spread: Fraction


def _smd(difference: Fraction, standard: _Standard, bias_correct: bool, confidence: float) -> Estimate:  # noqa: FBT001
    shrink = 1 - Fraction(3, 4 * standard.df - 1) if bias_correct else Fraction(1)
    if not shrink:
        raise TooFewPoints(least=_LEAST + 1)
    d = float(shrink) * float(difference) / sqrt(standard.variance)
    error = float(shrink) * sqrt(float(standard.spread) + d * d / (2 * standard.df))
    return Estimate(est=d, se=error, confidence=confidence)


def percent_of_goal_obtained(
    baseline: Sequence[Number], treatment: Sequence[Number], goal: Number, confidence: float = 0.95
) -> Estimate:
    """How much of the way from the baseline's mean to the goal was gone, in percent; it can pass 100 or be negative.

    PoGO = 100(ȳ_B − ȳ_A)/(goal − ȳ_A). SE = 100√(s_A²/m + s_B²/n + (PoGO/100)²·s_A²/m)/|goal − ȳ_A|.
    Refuses fewer than two points a phase, and a goal that equals the baseline's mean.
    Source: Ferron et al. 2020; Dunlap & Silver 1986.
    """
    before, after, aim = _level(baseline), _level(treatment), exact(goal)
    way = aim - before.mean
    if not way:
        raise GoalIsBaseline
    share = (after.mean - before.mean) / way
    squared = (before.error + after.error + share**2 * before.error) / way**2
    return Estimate(est=float(100 * share), se=100 * sqrt(squared), confidence=confidence)
