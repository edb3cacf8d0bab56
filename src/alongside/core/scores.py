"""Standardised scores: what one is worth on another scale, how sure it is, and when two differ by more than error.

Only scores that one norm sample has made normal can be converted; raw and criterion scores have no place here.
Publishers print tables of their own, so a converted value is shown with "about, by the normal curve".
Inputs are taken exactly; a result is a float, right to nine places.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import NormalDist

from alongside.core import exact
from alongside.core.exact import Number
from alongside.core.normal import two_sided_z
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

FARTHEST_Z = 8
_CURVE = NormalDist()


class ScaleNotConvertible(Refusal):
    sentence = gettext_noop(
        "Choose a scale with a known mean and spread. Raw and criterion scores stay as they are."
    )


class PercentileOutOfRange(Refusal):
    sentence = gettext_noop("Write a percentile above 0 and below 100.")


class ScoreBeyondTheCurve(Refusal):
    sentence = gettext_noop("Check this score and its scale: no norm table reaches that far.")


class SpreadNotPositive(Refusal):
    sentence = gettext_noop("Write a standard deviation above 0.")


class ReliabilityMissing(Refusal):
    sentence = gettext_noop("Type the test–retest reliability for this age from the manual.")


class ReliabilityOutOfRange(Refusal):
    sentence = gettext_noop("Write a reliability from 0 to 1.")


class NoErrorOfMeasurement(Refusal):
    sentence = gettext_noop("A reliability of 1 leaves no error to compare a change with.")


class ErrorNegative(Refusal):
    sentence = gettext_noop("Write a standard error of 0 or more.")


class Scale(StrEnum):
    """The scales that can be converted; the numbers are the mean and the standard deviation."""

    Z = "z"
    T = "T_50_10"
    STANDARD = "standard_100_15"
    SCALED = "scaled_10_3"
    SCALE_15_5 = "scale_15_5"
    PERCENTILE = "percentile"


_MEAN_AND_SPREAD = {
    Scale.Z: (0, 1),
    Scale.T: (50, 10),
    Scale.STANDARD: (100, 15),
    Scale.SCALED: (10, 3),
    Scale.SCALE_15_5: (15, 5),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """One score on every scale. ``percentile_rank`` is rounded as printed; below 1 print "<1", above 99 ">99"."""

    z: float
    t: float
    standard: float
    scaled: float
    scale_15_5: float
    percentile: float
    percentile_rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From ``lower`` to ``upper``, in points of the score's own scale."""

    lower: float
    upper: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreError:
    """How sure a score is: around what was obtained, and around the estimated true score; all in score points."""

    sem: float
    obtained: Interval
    true_score: float
    true: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliableChange:
    """A change beside its error. ``rci`` has no unit; ``least_change`` (95 %) and the errors are in score points."""

    sem: float
    s_diff: float
    rci: float
    least_change: float
    reliable: bool


def percentile(z: Number) -> float:
    """The percentage of the norm sample below a z score.

    Formula: 100·Φ(z); computed from the nearer tail, so percentile(z) + percentile(−z) is exactly 100.
    Units: percent, above 0 and below 100.
    Refuses: ``ScoreBeyondTheCurve`` beyond z = ±8; ``NotANumber``.
    Source: definition of the standard normal curve.
    """
    return _percentile(_on_the_curve(exact.number(z)))


def convert_score(*, from_scale: Scale | str, value: Number) -> Scores:
    """What one normalised score is worth on the other scales, within the same norm sample.

    Formula: z = (x − M) / SD; x = M + SD·z; percentile = 100·Φ(z).
    Units: points of each scale; percentile in percent.
    Refuses: ``ScaleNotConvertible``; ``ScoreBeyondTheCurve`` beyond z = ±8; ``PercentileOutOfRange``; ``NotANumber``.
    Source: definitions of z, T, standard, scaled and 15/5 scores.
    """
    scale = _scale(from_scale)
    if scale is Scale.PERCENTILE:
        return percentile_to_scores(value)
    mean, spread = _MEAN_AND_SPREAD[scale]
    z = _on_the_curve((exact.number(value) - mean) / spread)
    return _scores(z, _percentile(z))


def percentile_to_scores(value: Number) -> Scores:
    """The scores at a percentile of the norm sample.

    Formula: z = Φ⁻¹(p / 100), from the nearer tail; x = M + SD·z.
    Units: ``value`` in percent; results in points of each scale.
    Refuses: ``PercentileOutOfRange`` at or below 0 and at or above 100, where z is infinite;
    ``ScoreBeyondTheCurve`` beyond z = ±8; ``NotANumber``.
    Source: inverse of the standard normal curve (Wichura 1988, AS 241).
    """
    share = exact.number(value) / 100
    if not 0 < share < 1:
        raise PercentileOutOfRange
    tail = _CURVE.inv_cdf(float(min(share, 1 - share)))
    z = _on_the_curve(Fraction(tail if 2 * share <= 1 else -tail))
    return _scores(z, float(share * 100))


def standard_error(*, sd: Number, reliability: Number | None) -> float:
    """The standard error of measurement: how far a score strays by chance.

    Formula: SEM = SD·√(1 − r).
    Units: points of the score's scale. Needs: the scale's SD, and the test–retest reliability for the child's age.
    Refuses: ``SpreadNotPositive``; ``ReliabilityMissing`` (there is no default); ``ReliabilityOutOfRange``.
    Source: classical test theory.
    """
    return _root(_spread(sd) ** 2 * (1 - _reliability(reliability)))


def interval_around(*, score: Number, sem: Number, confidence: Number = 0.95) -> Interval:
    """The interval around a score whose standard error is known, as for criterion scores printed with theirs.

    Formula: X ± z·SEM, z = Φ⁻¹((1 + confidence) / 2).
    Units: points of the score's scale; confidence as a share, 0.95 for 95 %.
    Refuses: ``ErrorNegative``; ``ConfidenceOutOfRange``; ``NotANumber``.
    Source: classical test theory.
    """
    error = exact.number(sem)
    if error < 0:
        raise ErrorNegative
    return _around(float(exact.number(score)), float(error), _multiplier(confidence))


def sem_ci(
    *, score: Number, sd: Number, reliability: Number | None, mean: Number, confidence: Number = 0.95
) -> ScoreError:
    """How sure a score is: the intervals around the obtained score and around the estimated true score.

    Formula: SEM = SD·√(1 − r), X ± z·SEM; T̂ = M + r(X − M), T̂ ± z·SD·√(r(1 − r)).
    Units: points of the score's scale; confidence as a share. Needs: score, the scale's mean and SD, reliability.
    Refuses: ``SpreadNotPositive``; ``ReliabilityMissing``; ``ReliabilityOutOfRange``; ``ConfidenceOutOfRange``.
    Source: classical test theory; the true-score interval after Kelley's regressed estimate.
    """
    spread, r, obtained, middle = (
        _spread(sd),
        _reliability(reliability),
        exact.number(score),
        exact.number(mean),
    )
    times, true_score = _multiplier(confidence), float(middle + r * (obtained - middle))
    sem = _root(spread**2 * (1 - r))
    return ScoreError(
        sem=sem,
        obtained=_around(float(obtained), sem, times),
        true_score=true_score,
        true=_around(true_score, _root(spread**2 * r * (1 - r)), times),
    )


def reliable_change(*, pre: Number, post: Number, sd: Number, reliability: Number | None) -> ReliableChange:
    """Whether two scores differ by more than error of measurement makes likely.

    Formula: S_diff = √2·SD·√(1 − r); RCI = (post − pre) / S_diff; least reliable change = 1.96·S_diff (95 %, two
    sides; 1.959964 to more places); reliable when the change is larger than that.
    Units: RCI without unit; the rest in points of the score's scale. Needs: both scores, SD, reliability.
    Refuses: ``NoErrorOfMeasurement`` at a reliability of 1; ``SpreadNotPositive``; ``ReliabilityMissing``;
    ``ReliabilityOutOfRange``; ``NotANumber``.
    Source: Jacobson & Truax 1991, with the √2 of Christensen & Mendoza 1986 that the 1984 paper lacked.
    """
    spread, r, change = _spread(sd), _reliability(reliability), exact.number(post) - exact.number(pre)
    if r == 1:
        raise NoErrorOfMeasurement
    s_diff = _root(2 * spread**2 * (1 - r))
    rci = float(change) / s_diff
    times = two_sided_z(0.95)
    return ReliableChange(
        sem=_root(spread**2 * (1 - r)),
        s_diff=s_diff,
        rci=rci,
        least_change=times * s_diff,
        reliable=abs(rci) > times,
    )


def _scale(named: Scale | str) -> Scale:
    try:
        return Scale(named)
    except ValueError:
        raise ScaleNotConvertible from None


def _on_the_curve(z: Fraction) -> Fraction:
    if abs(z) > FARTHEST_Z:
        raise ScoreBeyondTheCurve
    return z


def _percentile(z: Fraction) -> float:
    tail = 50 * math.erfc(abs(float(z)) / math.sqrt(2))
    return tail if z < 0 else 100 - tail


def _scores(z: Fraction, share: float) -> Scores:
    at = {scale: float(mean + spread * z) for scale, (mean, spread) in _MEAN_AND_SPREAD.items()}
    return Scores(
        z=at[Scale.Z],
        t=at[Scale.T],
        standard=at[Scale.STANDARD],
        scaled=at[Scale.SCALED],
        scale_15_5=at[Scale.SCALE_15_5],
        percentile=share,
        percentile_rank=round(share),
    )


def _spread(sd: Number) -> Fraction:
    spread = exact.number(sd)
    if spread <= 0:
        raise SpreadNotPositive
    return spread


def _reliability(reliability: Number | None) -> Fraction:
    if reliability is None:
        raise ReliabilityMissing
    r = exact.number(reliability)
    if not 0 <= r <= 1:
        raise ReliabilityOutOfRange
    return r


def _multiplier(confidence: Number) -> float:
    return two_sided_z(float(exact.number(confidence)))


def _around(middle: float, error: float, times: float) -> Interval:
    return Interval(lower=middle - times * error, upper=middle + times * error)


def _root(square: Fraction) -> float:
    return math.sqrt(float(square))
