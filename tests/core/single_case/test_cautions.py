"""Cautions say what a therapist needs to know before believing a number; none of them blocks."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.refusals import Refusal
from alongside.core.single_case import (
    CautionCode,
    Collected,
    Improvement,
    cautions,
    lag_one_autocorrelation,
    observations,
)
from alongside.core.single_case.cautions import InstrumentsDoNotMatch, SpacingNotPositive

FLAT, UNEVEN = [3, 2, 3, 2, 3, 2], [6, 5, 6, 5, 6, 5]
ECHOING = [1, 1, 1, 5, 5, 5]


def codes(*asked: object) -> list[CautionCode]:
    return [caution.code for caution in cautions(*asked)]


def test_enough_even_points_need_no_caution() -> None:
    assert codes(FLAT, UNEVEN) == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ([], [], CautionCode.TOO_FEW_POINTS),
        ([3, 2], UNEVEN, CautionCode.TOO_FEW_POINTS),
        (FLAT, [6, 5], CautionCode.TOO_FEW_POINTS),
        ([3, 2, 3], UNEVEN, CautionCode.EARLY),
        (FLAT, [6, 5, 6, 5], CautionCode.EARLY),
    ],
)
def test_few_points_are_said_first_and_with_their_number(
    before: list[int], after: list[int], code: CautionCode
) -> None:
    first = cautions(before, after)[0]
    assert first.code is code
    assert first.phrase.named == {"before": len(before), "after": len(after)}
    assert str(len(before)) in first.phrase.text


def test_a_baseline_on_the_move_is_told_by_its_direction() -> None:
    rising = [1, 2, 3, 4, 5]
    assert CautionCode.ALREADY_IMPROVING in codes(rising, UNEVEN)
    assert CautionCode.ALREADY_WORSENING in codes(rising, UNEVEN, Improvement.DECREASE)
    assert not {CautionCode.ALREADY_IMPROVING, CautionCode.ALREADY_WORSENING} & set(codes(FLAT, UNEVEN))


def test_days_without_a_point_are_counted_against_the_spacing_agreed() -> None:
    days = [1, 2, 3, 4, 5, 6, 8, 9, 12, 13, 14, 15]
    (missing,) = cautions(FLAT, UNEVEN, collected=Collected(days=days))
    assert missing.phrase.named == {"missing": 3, "expected": 15}
    weekly = [7 * week for week in range(12)]
    assert codes(FLAT, UNEVEN, Improvement.INCREASE, Collected(days=weekly, every=7)) == []


def test_a_changed_instrument_is_told() -> None:
    names = ["diary"] * 6 + ["count"] * 6
    assert codes(FLAT, UNEVEN, Improvement.INCREASE, Collected(instruments=["diary"] * 12)) == []
    assert codes(FLAT, UNEVEN, Improvement.INCREASE, Collected(instruments=names)) == [
        CautionCode.INSTRUMENT_CHANGED
    ]


def test_days_that_resemble_their_neighbours_are_told() -> None:
    assert lag_one_autocorrelation(ECHOING, ECHOING) == Fraction(1, 2)
    assert CautionCode.ECHO in codes(ECHOING, ECHOING)
    assert CautionCode.ECHO not in codes([3] * 6, [3] * 6)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=9), st.lists(st.integers(0, 9), min_size=2))
def test_autocorrelation_lies_between_minus_one_and_one(before: list[int], after: list[int]) -> None:
    if len(set(before)) == len(set(after)) == 1:
        with pytest.raises(observations.NoVariation):
            lag_one_autocorrelation(before, after)
    else:
        assert -1 <= lag_one_autocorrelation(before, after) <= 1


@pytest.mark.parametrize(
    ("collected", "refusal"),
    [
        (Collected(days=[1, 2]), observations.TimesDoNotMatch),
        (Collected(days=[1] * 12), observations.TimesNotRising),
        (Collected(every=0), SpacingNotPositive),
        (Collected(instruments=["diary"]), InstrumentsDoNotMatch),
    ],
)
def test_what_does_not_match_the_points_is_refused(collected: Collected, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        cautions(FLAT, UNEVEN, collected=collected)


@given(st.lists(st.integers(0, 9), max_size=9), st.lists(st.integers(0, 9), max_size=9))
def test_every_sentence_is_short_and_complete(before: list[int], after: list[int]) -> None:
    for caution in cautions(before, after):
        assert "{" not in caution.phrase.text
        assert all(len(sentence.split()) <= 15 for sentence in caution.phrase.text.split(". "))
