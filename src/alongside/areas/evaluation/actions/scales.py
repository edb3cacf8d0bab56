"""Checking one scale as it was typed: numbers that a report can print, and nothing worked out of nothing."""

import re
from dataclasses import replace
from decimal import Decimal

from alongside.areas.evaluation import queries
from alongside.areas.evaluation.values import TYPE_BOUNDS, ScaleDraft, ScoreType
from alongside.core import bounds, scores
from alongside.core.refusals import InvalidInput, Refusal
from alongside.core.words import gettext_noop

_PRINTED = re.compile(r"([<>]?)\s*([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*%?")
_ANY = (-1_000, 10_000)
_CONFIDENCE = (50, Decimal("99.9"))
_FIELD_OF = {
    scores.ReliabilityMissing: "reliability",
    scores.ReliabilityOutOfRange: "reliability",
    scores.ErrorNegative: "sem",
}


def checked_scale(draft: ScaleDraft) -> ScaleDraft:
    """The scale as it is kept. Raises InvalidInput with the field that needs another look."""
    kept = replace(
        _worded(draft),
        score=_score(draft),
        raw=_number(draft.raw, _ANY, "raw"),
        percentile=_percentile(draft),
        confidence=_number(draft.confidence, _CONFIDENCE, "confidence", places=1),
        lower=_number(draft.lower, _ANY, "lower"),
        upper=_number(draft.upper, _ANY, "upper"),
        sem=_number(draft.sem, (0, 1_000), "sem", places=3),
        reliability=_number(draft.reliability, (0, 1), "reliability", places=4),
        band=None if draft.band is None else bounds.whole(draft.band, -2, 2, "band"),
    )
    _check_something(kept)
    _check_interval(kept)
    return kept


def _worded(draft: ScaleDraft) -> ScaleDraft:
    return replace(
        draft,
        name=bounds.words(draft.name, bounds.TITLE, "name", required=True),
        source=bounds.words(draft.source, bounds.TITLE, "source"),
        category=bounds.words(draft.category, bounds.TITLE, "category"),
        age_equivalent=bounds.words(draft.age_equivalent, 40, "age_equivalent"),
        notes=bounds.words(draft.notes, bounds.SENTENCE, "notes"),
    )


def _score(draft: ScaleDraft) -> Decimal | None:
    limits = TYPE_BOUNDS.get(draft.score_type)
    if limits is not None and draft.score is None:
        raise InvalidInput(gettext_noop("Write the score as it is printed."), field="score")
    if limits is None and draft.score is not None:
        sentence = gettext_noop("Leave this empty here: use the field for raw scores or percentiles.")
        raise InvalidInput(sentence, field="score")
    return _number(draft.score, limits or _ANY, "score")


def _number(
    value: Decimal | None, limits: tuple[Decimal | int, Decimal | int], field: str, *, places: int = 2
) -> Decimal | None:
    """The number itself; InvalidInput outside its limits and for more places than a report prints."""
    if value is None:
        return None
    low, high = limits
    if not value.is_finite() or not low <= value <= high:
        sentence = gettext_noop("Please choose a number from {low} to {high}.")
        raise InvalidInput(sentence, field=field, low=f"{low:,}", high=f"{high:,}")
    if value != round(value, places):
        sentence = gettext_noop("Please write at most {places} digits after the point.")
        raise InvalidInput(sentence, field=field, places=places)
    return value


def _percentile(draft: ScaleDraft) -> str:
    """The percentile as printed: 16, 0.1, <1 or >99. Nought and a hundred do not exist on the curve."""
    typed = bounds.words(draft.percentile, 8, "percentile")
    if not typed:
        if draft.score_type is ScoreType.PERCENTILE:
            raise InvalidInput(gettext_noop("Write the percentile as it is printed."), field="percentile")
        return ""
    printed = _PRINTED.fullmatch(typed)
    number = printed[2].replace(",", ".") if printed else ""
    if printed is None or not 0 < Decimal(number) < 100:
        raise InvalidInput(scores.PercentileOutOfRange.sentence, field="percentile")
    return printed[1] + number


def _check_something(kept: ScaleDraft) -> None:
    told = kept.raw is not None or kept.band is not None or kept.category
    if kept.score_type is ScoreType.RAW_CATEGORY and not told:
        sentence = gettext_noop("Write the raw score, or the category as it is printed.")
        raise InvalidInput(sentence, field="raw")


def _check_interval(kept: ScaleDraft) -> None:
    """An interval has both ends and its confidence; one that is worked out says from what."""
    if (kept.lower is None) != (kept.upper is None):
        missing = "upper" if kept.upper is None else "lower"
        raise InvalidInput(gettext_noop("Write both ends of the interval."), field=missing)
    if kept.lower is not None and kept.upper is not None and kept.lower > kept.upper:
        raise InvalidInput(gettext_noop("Write the lower end first."), field="lower")
    if kept.lower is not None and kept.confidence is None:
        raise InvalidInput(
            gettext_noop("Write how sure the interval is, for example 95."), field="confidence"
        )
    _check_origin(kept)


def _check_origin(kept: ScaleDraft) -> None:
    if kept.reliability is not None and kept.score_type.curve is None:
        sentence = gettext_noop(
            "A reliability belongs to scores with a known spread. Write the standard error."
        )
        raise InvalidInput(sentence, field="reliability")
    is_worked_out = kept.lower is None and kept.confidence is not None
    if is_worked_out and kept.sem is None and kept.reliability is None:
        sentence = gettext_noop("Write the interval, or the standard error or reliability from the manual.")
        raise InvalidInput(sentence, field="lower")
    if (is_worked_out or kept.reliability is not None) and not kept.source:
        sentence = gettext_noop("Write where this number stands, for example the manual and its page.")
        raise InvalidInput(sentence, field="source")
    if is_worked_out and kept.score is None:
        raise InvalidInput(gettext_noop("Write the interval as it is printed."), field="lower")
    _try(kept)


def _try(kept: ScaleDraft) -> None:
    """What the core refuses becomes a sentence at its field."""
    try:
        queries.interval_of(kept)
        queries.converted(kept)
    except Refusal as refusal:
        field = _FIELD_OF.get(type(refusal), "score")
        raise InvalidInput(refusal.template, field=field, **refusal.values) from None
