"""The randomisation test counts every start that could have been drawn, and says how little so few can show."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.refusals import Refusal
from alongside.core.single_case import Improvement, observations, randomisation, randomisation_test

series = st.lists(st.integers(-9, 9), min_size=6, max_size=12)


def test_the_best_of_five_possible_starts_has_a_chance_of_one_in_five() -> None:
    got = randomisation_test([1, 1, 1, 1], [5, 5, 5, 5, 5], [2, 3, 4, 5, 6])
    assert (got.difference, got.as_large, got.starts) == (4, 1, 5)
    assert got.p == got.smallest_p == Fraction(1, 5)


def test_when_nothing_changes_every_start_is_as_good() -> None:
    got = randomisation_test([2, 2, 2], [2, 2, 2], [2, 3, 4])
    assert (got.difference, got.p) == (0, 1)


def test_a_fall_counts_where_less_is_better() -> None:
    fell = randomisation_test([5, 5, 5], [1, 1, 1], [2, 3, 4], Improvement.DECREASE)
    rose = randomisation_test([5, 5, 5], [1, 1, 1], [2, 3, 4], Improvement.INCREASE)
    assert (fell.difference, fell.p) == (4, Fraction(1, 3))
    assert (rose.difference, rose.p) == (-4, 1)


@given(series, st.data())
def test_each_start_is_compared_as_defined(points: list[int], data: st.DataObject) -> None:
    starts = sorted(data.draw(st.sets(st.integers(1, len(points) - 1), min_size=2)))
    real = data.draw(st.sampled_from(starts))

    def difference(start: int) -> Fraction:
        before, after = points[:start], points[start:]
        return Fraction(sum(after), len(after)) - Fraction(sum(before), len(before))

    got = randomisation_test(points[:real], points[real:], starts)
    assert got.difference == difference(real)
    assert got.p == Fraction(sum(difference(start) >= got.difference for start in starts), len(starts))
    assert got.smallest_p <= got.p <= 1


@pytest.mark.parametrize(
    ("starts", "refusal"),
    [
        ([3], randomisation.TooFewStarts),
        ([3, 3], randomisation.TooFewStarts),
        ([2, 4], randomisation.StartNotDrawn),
        ([0, 3], randomisation.StartOutsideSeries),
        ([3, 6], randomisation.StartOutsideSeries),
        ([3, True], randomisation.StartOutsideSeries),
        ([3, 3.5], randomisation.StartOutsideSeries),
        (list(range(3000)), observations.TooManyPoints),
    ],
)
def test_a_draw_that_cannot_have_been_is_refused(starts: list[int], refusal: type[Refusal]) -> None:
    assert randomisation_test([1, 2, 3], [4, 5, 6], [2, 3]).starts == 2
    with pytest.raises(refusal):
        randomisation_test([1, 2, 3], [4, 5, 6], starts)


def test_an_empty_phase_is_refused() -> None:
    with pytest.raises(observations.TooFewPoints):
        randomisation_test([], [1, 2, 3], [1, 2])
