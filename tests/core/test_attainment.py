"""Goal attainment: the T score against worked examples, and what may never be compared."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import attainment
from alongside.core.attainment import Convention, Level, Scoring

CASES = json.loads(
    Path(__file__).with_name("data").joinpath("gas_t_score.json").read_text(encoding="utf-8"),
    parse_float=Decimal,
)["cases"]

classic = st.sampled_from([level for level in Level if level not in {Level.HARDER, Level.HALF_WAY}])
weight = st.builds(Fraction, st.integers(1, 9), st.integers(1, 9))
goals = st.lists(st.tuples(classic, weight), min_size=1, max_size=8)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_t_score_agrees_with_the_worked_example(case: dict) -> None:
    given_ = case["input"]
    levels = [None if score is None else attainment.level_from(score) for score in given_["scores"]]
    got = attainment.t_score(levels, given_["weights"], given_["rho"])
    assert abs(got - Decimal(case["expected"])) <= case["tolerance"]


def test_there_are_twenty_five_worked_examples() -> None:
    assert len(CASES) == 25


@given(goals)
def test_a_score_and_its_mirror_add_up_to_a_hundred(pairs: list[tuple[Level, Fraction]]) -> None:
    levels, weights = zip(*pairs, strict=True)
    mirrored = [attainment.level_from(-level.value) for level in levels]
    assert attainment.t_score(levels, weights) + attainment.t_score(mirrored, weights) == 100


@given(goals, weight)
def test_scaling_every_weight_changes_no_digit(pairs: list[tuple[Level, Fraction]], by: Fraction) -> None:
    levels, weights = zip(*pairs, strict=True)
    assert attainment.t_score(levels, weights) == attainment.t_score(levels, [one * by for one in weights])


@given(st.lists(classic, min_size=1, max_size=8))
def test_equal_weights_are_the_same_as_none(levels: list[Level]) -> None:
    assert attainment.t_score(levels, [3] * len(levels)) == attainment.t_score(levels)


@given(goals, st.data())
def test_a_goal_that_goes_further_never_lowers_the_score(
    pairs: list[tuple[Level, Fraction]], data: st.DataObject
) -> None:
    levels, weights = (list(column) for column in zip(*pairs, strict=True))
    index = data.draw(st.integers(0, len(levels) - 1))
    further = [*levels[:index], Level.FAR_BEYOND, *levels[index + 1 :]]
    assert attainment.t_score(further, weights) >= attainment.t_score(levels, weights)


@given(goals)
def test_a_missing_goal_drops_out_with_its_weight(pairs: list[tuple[Level, Fraction]]) -> None:
    levels, weights = zip(*pairs, strict=True)
    with_gap = attainment.t_score([None, *levels], [9, *weights])
    assert with_gap == attainment.t_score(levels, weights)


@pytest.mark.parametrize(
    ("levels", "weights", "refusal"),
    [
        ([], None, attainment.NoLevels),
        ([None, None], None, attainment.NoLevels),
        ([Level.HOPED_FOR], [0], attainment.WeightNotPositive),
        ([Level.HOPED_FOR, Level.STARTED], [1, 0], attainment.WeightNotPositive),
        ([Level.HOPED_FOR, Level.STARTED], [1, -2], attainment.WeightNotPositive),
        ([Level.HOPED_FOR, Level.STARTED], [1, None], attainment.WeightsIncomplete),
        ([Level.HOPED_FOR, Level.STARTED], [1], attainment.WeightsIncomplete),
        ([Level.HOPED_FOR], [1, 1], attainment.WeightsIncomplete),
        ([Level.HOPED_FOR], [], attainment.WeightsIncomplete),
        ([Level.HALF_WAY], None, attainment.LevelOutsideConvention),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(levels: list, weights: list | None, refusal: type) -> None:
    with pytest.raises(refusal) as refused:
        attainment.t_score(levels, weights)
    assert str(refused.value).endswith(".")


def test_each_convention_knows_its_own_levels() -> None:
    half, harder = [Level.HALF_WAY], [Level.HARDER]
    assert attainment.t_score(half, convention=Convention.B1) == 45
    assert attainment.t_score(harder) == 20
    for levels, convention in [(half, Convention.B2), (harder, Convention.B2), (harder, Convention.B1)]:
        with pytest.raises(attainment.LevelOutsideConvention):
            attainment.t_score(levels, convention=convention)
    assert attainment.DEFAULT_CONVENTION is Convention.B2_WITH_MINUS_3
    assert attainment.baseline_of(Convention.B1) is Level.ON_THE_WAY
    assert attainment.baseline_of(Convention.B2) is Level.STARTED


@pytest.mark.parametrize("rho", [Decimal("-0.1"), Decimal("1.1"), 2])
def test_a_correlation_outside_zero_to_one_is_refused(rho: Decimal | int) -> None:
    with pytest.raises(attainment.RhoOutOfRange):
        attainment.t_score([Level.HOPED_FOR], rho=rho)
    assert attainment.t_score([Level.A_BIT_MORE], rho=0) == 60


def test_the_goal_is_step_three_and_steps_match_levels() -> None:
    assert [attainment.step_of(attainment.level_of(step)) for step in range(1, 6)] == [1, 2, 3, 4, 5]
    assert attainment.level_of(3) is Level.HOPED_FOR
    assert attainment.step_of(Level.HARDER) is None
    assert attainment.stair_of(Level.HARDER) is None
    assert attainment.step_of(Level.HALF_WAY) == 2
    assert attainment.stair_of(Level.HALF_WAY) == Decimal("2.5")
    for step in (0, 6, -3):
        with pytest.raises(attainment.NoSuchStep):
            attainment.level_of(step)
    with pytest.raises(attainment.NoSuchLevel):
        attainment.level_from(Decimal("0.5"))


def test_families_read_words_and_never_a_minus_sign() -> None:
    words = [attainment.family_words(level) for level in Level]
    assert len(set(words)) == len(words)
    assert not any("-" in word or "−" in word or any(map(str.isdigit, word)) for word in words)


def scoring(*levels: Level | None, **more: object) -> Scoring:
    return Scoring(goals=("socks", "toast", "school")[: len(levels)], levels=levels, **more)  # type: ignore[arg-type]  # Keywords vary by test.


def test_a_change_compares_the_same_goals_and_weights() -> None:
    first = scoring(Level.STARTED, Level.STARTED, Level.ON_THE_WAY, weights=(2, 3, 1))
    later = scoring(Level.HOPED_FOR, Level.A_BIT_MORE, Level.HOPED_FOR, weights=(2, 3, 1))
    moved = attainment.change(first, later)
    assert round(moved.difference, 4) == Decimal("30.8457")
    assert moved.follow_up - moved.first == moved.difference
    assert attainment.change(later, first).difference == -moved.difference


def test_the_order_of_the_goals_does_not_matter_to_a_change() -> None:
    first = Scoring(goals=("socks", "toast"), levels=(Level.STARTED, Level.ON_THE_WAY), weights=(1, 2))
    later = Scoring(goals=("toast", "socks"), levels=(Level.HOPED_FOR, Level.HOPED_FOR), weights=(2, 1))
    assert attainment.change(first, later).follow_up == 50


def test_what_cannot_be_compared_is_refused_by_name() -> None:
    first = scoring(Level.STARTED, Level.STARTED)
    with pytest.raises(attainment.DifferentGoals):
        attainment.change(first, scoring(Level.HOPED_FOR, None))
    with pytest.raises(attainment.DifferentGoals):
        attainment.change(first, scoring(Level.HOPED_FOR))
    with pytest.raises(attainment.DifferentWeights):
        attainment.change(first, scoring(Level.HOPED_FOR, Level.HOPED_FOR, weights=(1, 2)))
    with pytest.raises(attainment.DifferentWeights):
        attainment.change(first, scoring(Level.HOPED_FOR, Level.HOPED_FOR, rho=Decimal("0.4")))
    with pytest.raises(attainment.DifferentConventions):
        attainment.change(first, scoring(Level.HOPED_FOR, Level.HOPED_FOR, convention=Convention.B1))


def test_a_scoring_names_each_goal_once() -> None:
    for names in [("socks",), ("socks", "socks")]:
        with pytest.raises(attainment.DifferentGoals):
            Scoring(goals=names, levels=(Level.STARTED, Level.STARTED))


@pytest.mark.parametrize(
    ("start", "levels"),
    [
        (Level.ON_THE_WAY, ["2", "1", "0", "-0.5", "-1", "-2"]),
        (Level.STARTED, ["2", "1", "0", "-1", "-2", "-3"]),
    ],
)
def test_a_goal_without_written_levels_is_scored_from_one_plain_answer(
    start: Level, levels: list[str]
) -> None:
    convention = attainment.light_convention(start)
    got = [attainment.light_level(start, answer) for answer in attainment.LightAnswer]
    assert [level.value for level in got] == [Decimal(level) for level in levels]
    assert attainment.baseline_of(convention) is start
    assert set(got) <= attainment.allowed_levels(convention)
    assert attainment.t_score(got, convention=convention) < 50


def test_a_goal_without_written_levels_starts_with_some_or_with_none() -> None:
    for level in set(Level) - {Level.ON_THE_WAY, Level.STARTED}:
        with pytest.raises(attainment.NoSuchStart):
            attainment.light_level(level, attainment.LightAnswer.SAME)
