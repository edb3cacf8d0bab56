"""Reading: where sentences end, how many syllables a word has, and how old a reader must be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import words

COUNTED = {
    1: "shoe moved jumped can't clothes through tongue whole fire dressed strengths sleeves changed glued queue",
    2: "laces horses pages table handled people doing didn't quiet lion useful homework someone player value "
    "patient rhythm Leo diet scissors muscles bridges noticed church's faded wheelchair mealtimes",
    3: "idea area video autism together attention exercise family museum serious easier Idris's created "
    "theatre violin element equipment assistance confidence behaviour",
    4: "vestibular independent activities regulation situation January recommended development initiate",
    5: "coordination participation opportunities evaluation organisation implementation proprioception",
}


@pytest.mark.parametrize(("heard", "listed"), COUNTED.items())
def test_syllables_counted_by_hand_are_counted_from_the_spelling(heard: int, listed: str) -> None:
    assert {word: words.syllables(word) for word in listed.split()} == dict.fromkeys(listed.split(), heard)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He sat. She ran! Did they? Yes…", ["He sat.", "She ran!", "Did they?", "Yes…"]),
        ("Dr. Demir came, e.g. on Monday.", ["Dr. Demir came, e.g. on Monday."]),
        ("See step no. 3 at 7.30 a.m. today.", ["See step no. 3 at 7.30 a.m. today."]),
        ("He said “no.” Then he laughed.", ["He said “no.”", "Then he laughed."]),
        ("“Stop!” he said.", ["“Stop!” he said."]),
        ("- shoes\r\n- socks\n\n- coat", ["- shoes", "- socks", "- coat"]),
        ("we went out. it rained", ["we went out.", "it rained"]),
        ("…\n . ? ", []),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, told: list[str]) -> None:
    assert [text[start:end] for start, end in words.sentences(text)] == told


def test_a_line_that_was_only_wrapped_does_not_end_a_sentence() -> None:
    wrapped = "On Monday he came in with his coat over one arm and his bag in\nthe other hand."
    assert len(words.sentences(wrapped)) == 1
    assert len(words.sentences("bread\nmilk\neggs")) == 3


@given(st.text(alphabet="aZ1 .!?…\n\r\t”)’-"))
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    spans = words.sentences(text)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert list(spans) == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_long_words_make_a_text_harder_and_full_stops_make_it_easier() -> None:
    one = "He sat on the mat and he ate his rice and then he ran to the door"
    two = "He sat on the mat. He ate his rice. Then he ran to the door."
    clinic = "Evaluation of occupational participation identified considerable environmental limitations."
    assert words.readability(two) < words.readability(one) < words.readability(clinic)
