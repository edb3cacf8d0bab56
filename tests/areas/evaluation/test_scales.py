"""One scale as it was typed: what cannot be on a report is refused at its field, with what to do."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.areas.evaluation.actions import checked_scale
from alongside.areas.evaluation.values import TYPE_BOUNDS, ScaleDraft, ScoreType
from alongside.core.refusals import InvalidInput
from alongside.core.scores import PercentileOutOfRange

T = ScaleDraft(name="Hands", score_type=ScoreType.T_50_10, score=Decimal(44))
BY_RANK = ScaleDraft(name="Hands", score_type=ScoreType.PERCENTILE, percentile="16")
RAW = ScaleDraft(name="Hands", score_type=ScoreType.RAW_CATEGORY, raw=Decimal(12))
ERROR = ScaleDraft(name="Hands", score_type=ScoreType.CRITERION, score=Decimal(52), sem=Decimal("1.2"))
SURE = {"confidence": Decimal(95)}


@pytest.mark.parametrize("typed", ["0", "100", "0.0", "<0", ">100", "150", "many", "1 6", "٣", "<"])
def test_a_percentile_of_nought_or_a_hundred_is_refused_with_the_sentence(typed):
    with pytest.raises(InvalidInput, match="above 0 and below 100") as refused:
        checked_scale(replace(T, percentile=typed))
    assert (refused.value.field, refused.value.template) == ("percentile", PercentileOutOfRange.sentence)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("16", "16"), ("<1", "<1"), ("> 99.9", ">99.9"), ("0,1", "0.1"), ("84 %", "84"), ("", "")],
)
def test_a_percentile_is_kept_as_it_was_printed(typed, kept):
    assert checked_scale(replace(T, percentile=typed)).percentile == kept


@pytest.mark.parametrize("kind", TYPE_BOUNDS)
def test_a_score_lies_within_what_its_kind_can_print(kind):
    low, high = TYPE_BOUNDS[kind]
    for score in (low, high):
        assert checked_scale(replace(T, score_type=kind, score=Decimal(score))).score == score
    for score in (low - 1, high + 1, "NaN", "Infinity", "1.234"):
        with pytest.raises(InvalidInput) as refused:
            checked_scale(replace(T, score_type=kind, score=Decimal(score)))
        assert refused.value.field == "score"


@pytest.mark.parametrize(
    ("field", "scale"),
    [
        ("name", replace(T, name=" ")),
        ("score", replace(T, score=None)),
        ("score", replace(RAW, score=Decimal(4))),
        ("raw", replace(RAW, raw=None)),
        ("raw", replace(RAW, raw=Decimal(20_000))),
        ("percentile", replace(BY_RANK, percentile="")),
        ("upper", replace(T, lower=Decimal(40), **SURE)),
        ("lower", replace(T, upper=Decimal(40), **SURE)),
        ("lower", replace(T, lower=Decimal(50), upper=Decimal(40), **SURE)),
        ("confidence", replace(T, lower=Decimal(40), upper=Decimal(50))),
        ("confidence", replace(T, confidence=Decimal(100), sem=Decimal(2), source="manual")),
        ("confidence", replace(T, confidence=Decimal(5), sem=Decimal(2), source="manual")),
        ("lower", replace(T, **SURE)),
        ("lower", replace(RAW, sem=Decimal(2), source="manual", **SURE)),
        ("source", replace(T, sem=Decimal(2), **SURE)),
        ("source", replace(T, reliability=Decimal("0.9"))),
        ("reliability", replace(T, reliability=Decimal("1.1"), source="manual")),
        ("reliability", replace(ERROR, reliability=Decimal("0.9"), source="manual")),
        ("sem", replace(T, sem=Decimal(-1))),
        ("band", replace(RAW, band=3)),
        ("age_equivalent", replace(T, age_equivalent="x" * 41)),
    ],
)
def test_what_is_wrong_says_what_to_do_at_its_field(field, scale):
    with pytest.raises(InvalidInput) as refused:
        checked_scale(scale)
    assert refused.value.field == field


def test_there_is_no_reliability_unless_somebody_typed_it():
    with pytest.raises(InvalidInput, match="standard error or reliability from the manual"):
        checked_scale(replace(T, **SURE))
    assert checked_scale(replace(T, reliability=Decimal("0.9"), source="manual, page 3", **SURE)) is not None


def test_a_standard_error_without_an_interval_needs_nothing_more():
    assert checked_scale(ERROR) == ERROR


@given(
    st.decimals(allow_nan=True), st.decimals(allow_nan=True), st.text(max_size=10), st.sampled_from(ScoreType)
)
def test_whatever_is_typed_is_kept_or_refused(score, other, percentile, kind):
    typed = replace(
        T, score_type=kind, score=score, percentile=percentile, sem=other, source="manual", **SURE
    )
    try:
        kept = checked_scale(typed)
    except InvalidInput:
        return
    assert kept.score is None or kept.score.is_finite()
