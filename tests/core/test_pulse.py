"""One question a week, and a lighter plan is offered when two answers in a row got harder."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.pulse import (
    HEAVY_LABELS,
    LOOK_BACK,
    MOST,
    QUESTIONS,
    Answer,
    Question,
    due,
    is_falling,
    question_of,
    week_of,
)

MONDAY = date(2026, 11, 16)
SUNDAY = date(2026, 11, 22)


def weeks(*values: int | None, last: date = MONDAY) -> list[Answer]:
    """One answer a week up to ``last``, each to the question of its week."""
    first = last - timedelta(weeks=len(values) - 1)
    days = [first + timedelta(weeks=week) for week in range(len(values))]
    return [
        Answer(week=day, question=question_of(day), value=value)
        for day, value in zip(days, values, strict=True)
    ]


def easy_to_hard(*steps: int | None, last: date = MONDAY) -> list[Answer]:
    """Like ``weeks``, with 0 for the hardest and 4 for the easiest of either question."""
    heavy = [None if step is None else 4 - step for step in steps]
    found = weeks(*steps, last=last)
    return [
        Answer(week=one.week, question=one.question, value=heavy[at])
        if one.question is Question.HEAVY
        else one
        for at, one in enumerate(found)
    ]


def test_the_two_questions_take_turns_and_last_a_week() -> None:
    assert question_of(MONDAY) is question_of(SUNDAY)
    assert {question_of(MONDAY), question_of(MONDAY + timedelta(weeks=1))} == set(Question)


def test_the_question_of_a_week_is_asked_once_and_again_only_in_the_next() -> None:
    assert due([], SUNDAY) is question_of(SUNDAY)
    assert due(weeks(3), SUNDAY) is None
    passed = weeks(None)
    assert due(passed, SUNDAY) is None
    assert due(passed, SUNDAY + timedelta(days=1)) is question_of(SUNDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("steps", "falls"),
    [
        ((4, 4, 3, 3), True),
        ((4, 4, 3, 4), False),
        ((3, 4, 4, 3), False),
        ((4, 3), False),
        ((4, 4, 3), False),
        ((4, None, 3, None, 2), True),
        ((4, None, 3, None, 3), False),
        ((), False),
    ],
)
def test_two_answers_each_harder_than_the_one_before_are_falling(
    *, steps: tuple[int | None, ...], falls: bool
) -> None:
    assert is_falling(easy_to_hard(*steps), SUNDAY) is falls


def test_an_old_fall_offers_nothing_any_more() -> None:
    fell = easy_to_hard(4, 4, 3, 3)
    assert is_falling(fell, SUNDAY + timedelta(weeks=1))
    assert not is_falling(fell, SUNDAY + timedelta(weeks=2))


def test_every_question_has_its_words_and_its_scale() -> None:
    assert set(QUESTIONS) == set(MOST) == set(Question)
    assert len(HEAVY_LABELS) == MOST[Question.HEAVY] + 1


_STEPS = st.lists(st.none() | st.integers(0, 4), max_size=12)


@given(_STEPS)
def test_it_never_falls_on_fewer_than_three_answers(steps: list[int | None]) -> None:
    answers = easy_to_hard(*steps)
    told = [one for one in answers if one.value is not None and one.week >= SUNDAY - LOOK_BACK]
    if is_falling(answers, SUNDAY):
        assert len(told) >= 3
        assert told[-1].week >= week_of(SUNDAY) - timedelta(weeks=1)


@given(_STEPS)
def test_an_answer_as_easy_as_ever_ends_it(steps: list[int | None]) -> None:
    answers = easy_to_hard(*steps, 4)
    assert not is_falling(answers, SUNDAY)


@given(_STEPS, st.randoms())
def test_the_order_in_which_answers_come_says_nothing(steps: list[int | None], dice) -> None:
    answers = easy_to_hard(*steps)
    shuffled = [*answers]
    dice.shuffle(shuffled)
    assert is_falling(shuffled, SUNDAY) == is_falling(answers, SUNDAY)
