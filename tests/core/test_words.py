"""Words: phrases that can be translated, and the family's plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import words


def test_a_phrase_fills_its_english_and_keeps_what_a_translator_needs() -> None:
    said = words.phrase("week.counts", "{by_self} of {known}", by_self=4, known=5)
    assert said.text == "4 of 5"
    assert "{known}, {by_self}".format(**said.named) == "5, 4"
    assert words.gettext_noop("Tea time") == "Tea time"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He missed two slots.", ["missed", "slots"]),
        ("Well done on your homework tasks", ["homework", "tasks"]),
        ("She can’t do it", ["can’t"]),
        ("A TANTRUM and big feelings", ["TANTRUM"]),
        ("Two high-functioning words, special needs.", ["high-functioning", "special needs"]),
        ("DNA last week, no DNA-test", ["DNA"]),
        ("Edna and the trains behaved", []),
        ("The unscored weakness of scores", ["scores"]),
        ("He did the last pull himself.", []),
        ("", []),
    ],
)
def test_words_that_families_do_not_hear_are_found_whole(text: str, found: list[str]) -> None:
    hits = words.not_family_words(text)
    assert [hit.word for hit in hits] == found
    assert all(text[hit.at :].startswith(hit.word) for hit in hits)


def test_a_hit_says_what_to_say_instead() -> None:
    (hit,) = words.not_family_words("It was a meltdown.")
    assert hit.say == "big feelings, overwhelmed"


def test_every_word_on_the_list_is_found_and_what_we_say_is_never_on_it() -> None:
    for entry in words.FAMILY_WORDS:
        assert not words.not_family_words(entry.say), entry.say
        for word in entry.instead_of:
            assert [hit.say for hit in words.not_family_words(f"So, {word}.")] == [entry.say], word


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(hit.word in text for hit in words.not_family_words(text))
    assert words.word_count(text) <= len(text)
    assert words.readability(text) >= 0


def test_words_are_counted_as_a_reader_meets_them() -> None:
    assert words.word_count("He did it – “himself”, at 7:42.") == 6
    assert words.word_count(" – … ") == 0


def test_plain_sentences_read_easier_than_clinic_sentences() -> None:
    plain = words.readability("You do the heel. Idris does the last pull.")
    clinic = words.readability(
        "Graded bilateral coordination activities facilitate independent participation."
    )
    assert plain < 3 < 12 < clinic
    assert words.readability("2026 – 42") == 0
    assert words.readability("The little apple made a whole table.") < 6
