"""What matters most: means over what was rated, how far they moved, and the sentence for it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import exact, priority_ratings
from alongside.core.priority_ratings import mean_rating, rating_change

rating = st.integers(1, 10)
ratings = st.lists(rating, min_size=1, max_size=5)


def test_the_mean_is_over_what_was_rated_and_not_over_five() -> None:
    assert mean_rating([2, 2]) == 2
    assert mean_rating([3, None, 4, None, None]) == Fraction(7, 2)
    assert mean_rating([Decimal("4.5"), 4]) == Fraction(17, 4)


@given(ratings)
def test_a_mean_lies_among_its_ratings_and_does_not_mind_gaps(given_: list[int]) -> None:
    assert min(given_) <= mean_rating(given_) <= max(given_)
    assert mean_rating([None, *given_, None]) == mean_rating(given_)


@given(st.lists(st.tuples(rating, rating), min_size=1, max_size=5))
def test_turning_the_two_times_round_turns_the_sign(pairs: list[tuple[int, int]]) -> None:
    first, later = zip(*pairs, strict=True)
    assert rating_change(first, later).points == -rating_change(later, first).points


@pytest.mark.parametrize(
    ("first", "later", "noticed", "sentence"),
    [
        (
            [3, 4, 2, 5, 1],
            [5, 6, 4, 7, 4],
            True,
            "Up 2.2 points: the kind of change families usually notice.",
        ),
        ([4], [6], True, "Up 2 points: the kind of change families usually notice."),
        ([4, 4, 4], [6, 6, 5], False, "Up by 1.67, from 4 to 5.67."),
        ([4], [5], False, "Up by 1, from 4 to 5."),
        ([10, 5], [9, 4], False, "Down by 1, from 7.5 to 6.5."),
        ([4, 5], [5, 4], False, "4.5 both times."),
        ([10], [10], False, "10 both times."),
    ],
)
def test_the_sentence_says_the_number(first: list, later: list, noticed: object, sentence: str) -> None:
    got = rating_change(first, later)
    assert got.noticed is noticed
    assert got.sentence.text == sentence


def test_ratings_of_other_priorities_are_not_told_as_a_change() -> None:
    for later in ([9, None], [9], [9, 9, 9]):
        got = rating_change([2, 3], later)
        assert not got.like_for_like
        assert got.sentence.code == "OTHER_PRIORITIES"
        assert got.sentence.text.startswith("From 2.5 to 9.")


def test_two_points_are_two_points_after_rounding() -> None:
    third = Decimal("2.3333333333333333")
    got = rating_change([third], [third + Decimal("1.9999999999999999")])
    assert got.noticed


def test_both_questions_are_kept_apart() -> None:
    got = priority_ratings.priority_means(
        first_going=[2, 2], first_happy=[1, 3], follow_up_going=[4, 3], follow_up_happy=[3, 5]
    )
    assert (got.going.first, got.going.follow_up, got.going.noticed) == (2, Fraction(7, 2), False)
    assert (got.happy.first, got.happy.follow_up, got.happy.noticed) == (2, 4, True)


@pytest.mark.parametrize(
    ("given_", "refusal"),
    [
        ([], priority_ratings.NothingRated),
        ([None, None], priority_ratings.NothingRated),
        ([0], priority_ratings.RatingOutOfRange),
        ([10.5], priority_ratings.RatingOutOfRange),
        (["often"], exact.NotANumber),
        ([True], exact.NotANumber),
        ([5] * 101, priority_ratings.TooManyPriorities),
    ],
)
def test_what_has_no_mean_is_refused_by_name(given_: list, refusal: type) -> None:
    with pytest.raises(refusal) as refused:
        mean_rating(given_)
    assert str(refused.value).endswith(".")
    with pytest.raises(refusal):
        rating_change([5], given_)
