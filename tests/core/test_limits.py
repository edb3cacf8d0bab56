"""Days, lists and refusals have their limits, and say them so that they can be translated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import bounds, progress
from alongside.core.refusals import InvalidInput, NotFound


@given(st.dates())
def test_a_day_lies_in_a_century_somebody_lives_in(value):
    if 1900 <= value.year < 2200:
        assert bounds.day(value, "on") == value
    else:
        with pytest.raises(InvalidInput, match="this century"):
            bounds.day(value, "on")


def test_a_list_has_an_end():
    bounds.few((1, 2), 2, "priorities")
    with pytest.raises(InvalidInput, match="at most 2") as refused:
        bounds.few((1, 2, 3), 2, "priorities")
    assert refused.value.field == "priorities"


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800", "moon \udfff"])
def test_half_a_character_is_none(text):
    with pytest.raises(InvalidInput, match="hidden character"):
        bounds.words(text, 30, "story")


def test_a_refusal_keeps_its_sentence_apart_from_what_fills_it():
    with pytest.raises(InvalidInput) as refused:
        bounds.whole(11, 1, 10, "going")
    assert refused.value.template == "Please choose a number from {low} to {high}."
    assert refused.value.values == {"low": 1, "high": 10}
    assert str(refused.value) == "Please choose a number from 1 to 10."
    assert NotFound("{what}?").values == {}
    assert str(NotFound("{what}?")) == "{what}?"


@given(st.integers())
def test_the_last_weeks_begin_on_a_monday_and_are_never_too_many(count):
    today = date(2026, 11, 25)
    if 1 <= count <= progress.MOST_WEEKS:
        monday = progress.first_monday(today, count)
        assert (monday.weekday(), (today - monday).days // 7) == (0, count - 1)
    else:
        with pytest.raises(progress.BadWeeks):
            progress.first_monday(today, count)
