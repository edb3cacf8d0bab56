"""What follows from a scale as it was typed: its interval, and what it is worth on the normal curve."""

from decimal import Decimal

from alongside.areas.evaluation.values import (
    Converted,
    IntervalFrom,
    IntervalSeen,
    ScaleDraft,
    ScoreType,
    TrueScore,
)
from alongside.core import scores
from alongside.core.words import gettext_noop

_TWO_PLACES = Decimal("0.01")
# The spread of each curve, as its name says.
_CURVE = {
    ScoreType.T_50_10: (50, 10),
    ScoreType.STANDARD_100_15: (100, 15),
    ScoreType.SCALED_10_3: (10, 3),
    ScoreType.SCALE_15_5: (15, 5),
    ScoreType.Z: (0, 1),
}


def interval_of(scale: ScaleDraft) -> IntervalSeen | None:
    """The interval as printed, else worked out around the obtained score; None without confidence.

    Raises what core.scores refuses. There is no default reliability.
    """
    if scale.confidence is None:
        return None
    if scale.lower is not None and scale.upper is not None:
        return IntervalSeen(
            confidence=scale.confidence, lower=scale.lower, upper=scale.upper, origin=IntervalFrom.MANUAL
        )
    if scale.score is None:
        return None
    return _worked_out(scale, scale.score, scale.confidence)


def true_score_of(scale: ScaleDraft) -> TrueScore | None:
    """The estimated true score with its interval, when a reliability and a confidence were typed; else None."""
    if scale.score is None or scale.reliability is None or scale.confidence is None:
        return None
    found = _error(scale, scale.score, scale.confidence / 100)
    return TrueScore(
        score=_rounded(found.true_score), lower=_rounded(found.true.lower), upper=_rounded(found.true.upper)
    )


def _worked_out(scale: ScaleDraft, score: Decimal, confidence: Decimal) -> IntervalSeen:
    share = confidence / 100
    if scale.sem is not None:
        origin = IntervalFrom.ERROR
        found = scores.interval_around(score=score, sem=scale.sem, confidence=share)
    else:
        origin, found = IntervalFrom.RELIABILITY, _error(scale, score, share).obtained
    return IntervalSeen(
        confidence=confidence,
        lower=_rounded(found.lower),
        upper=_rounded(found.upper),
        origin=origin,
        source=scale.source,
    )


def _error(scale: ScaleDraft, score: Decimal, share: Decimal) -> scores.ScoreError:
    mean, spread = _CURVE[scale.score_type]
    return scores.sem_ci(score=score, sd=spread, reliability=scale.reliability, mean=mean, confidence=share)


def converted(scale: ScaleDraft) -> Converted | None:
    """The percentile of a normalised score, or the T of a percentile, by the normal curve; None for everything else."""
    curve = scale.score_type.curve
    if curve is not None and scale.score is not None:
        rank = scores.convert_score(from_scale=curve, value=scale.score).percentile_rank
        return Converted(label=gettext_noop("percentile"), value=_rank(rank))
    if scale.score_type is ScoreType.PERCENTILE and scale.percentile[:1].isdigit():
        t = scores.percentile_to_scores(Decimal(scale.percentile)).t
        return Converted(label=gettext_noop("T"), value=f"{t:.0f}")
    return None


def _rank(rank: int) -> str:
    return "<1" if rank < 1 else ">99" if rank > 99 else str(rank)


def _rounded(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_TWO_PLACES)
