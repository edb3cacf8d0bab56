"""The words keeper: what it suggests, why, and what one tap puts in place."""

from dataclasses import replace

import pytest

from alongside.core.words import FAMILY_WORDS, FamilyWord, not_family_words, sentences, word_count
from alongside.core.words_keeper import (
    AS_SHIPPED,
    LONGEST_TEXT,
    ClinicWords,
    Kind,
    Suggestion,
    TextMoved,
    applied,
    kept,
    reading_age,
    suggestions,
)
from alongside.core.words_keeper.listing import index

LISTED = [one for shelf in index(AS_SHIPPED).values() for one in shelf]


def said(text: str, clinic: ClinicWords = AS_SHIPPED) -> list[tuple[str, str, str | None]]:
    return [(one.kind.value, one.found, one.replacement) for one in suggestions(text, clinic)]


def words_only(text: str, clinic: ClinicWords = AS_SHIPPED) -> list[str]:
    listed = {Kind.WORD, Kind.JARGON, Kind.SHAME}
    return [one.found for one in suggestions(text, clinic) if one.kind in listed]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ada cannot tie laces.", "Ada finds it hard to tie laces."),
        ("They can’t wait long.", "They find it hard to wait long."),
        ("Your son is unable to sit.", "Your son finds it hard to sit."),
        ("It was a meltdown.", "It was a time of big feelings."),
        ("An intervention for Leo", "An idea for Leo"),
        ("Keep to the exercises: a task a day", "Keep to the ideas: a thing to do a day"),
        ("An abnormal day, an atypical one", "A different day, a different one"),
        ("HOMEWORK for two", "IDEAS TO TRY for two"),
        ("Only managed two", "Managed two"),
        ("She only ate one", "She ate one"),
        ("Fine-motor skills, fine motor\nskills", "Small hand movements, small hand movements"),
        ("Her ADLs. ADLs come first.", "Her everyday things. Everyday things come first."),
        ("He utilised it and demonstrated it", "He used it and showed it"),
        ("Use hand-over-hand prompts", "Use guiding hands"),
        ("Compliance is high", "Taking part is high"),
    ],
)
def test_one_tap_puts_plain_words_in_with_their_capitals(text: str, after: str) -> None:
    assert kept(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "He hid behind the sofa.",
        "We can’t come on Monday.",
        "You cannot get this wrong.",
        "She is an only child. It is the only one left.",
        "We missed you. He missed his brother.",
        "She skipped along the path.",
        "He scored, then they scored a goal.",
        "Edna and the trains behaved like a non-task-like thing.".replace("behaved", "ran"),
        "She peers at him, with a present with a bow.",
        "He should have some rice.",
        "Dna, PT-cruiser, salt and prom",
    ],
)
def test_the_same_letters_in_another_sense_are_left_alone(text: str) -> None:
    assert words_only(text) == []


def test_shame_is_hinted_as_shame_and_offers_no_easy_swap_where_only_the_writer_knows() -> None:
    assert said("The family missed two visits.") == [("SHAME", "missed", None)]
    assert said("Keep the streak.") == [("SHAME", "streak", None)]
    assert said("They were non-adherent.") == [("SHAME", "non-adherent", None)]


def test_a_wording_that_cannot_follow_the_word_before_is_told_but_not_put_in() -> None:
    assert kept("Look at range of motion.") == "Look at how far it can move."
    assert said("His range of motion is fine.") == [("JARGON", "range of motion", None)]
    assert said("A task analysis helps.") == [("JARGON", "task analysis", None)]
    assert kept("He sat with his peers.") == "He sat with other children."


def test_every_word_of_the_family_list_is_hinted_except_levels_with_a_sign_which_have_their_own_place() -> (
    None
):
    listed = [word for entry in FAMILY_WORDS for word in entry.instead_of]
    assert len(listed) > 80
    assert {word for word in listed if not words_only(f"He, {word}.")} <= {"behind"}
    assert said("He is behind his peers")[0][:2] == ("WORD", "behind")
    assert said("at level −1 now") == [("WORD", "level −1", None)]


def test_there_are_more_than_two_hundred_terms_of_the_trade_and_nearly_all_have_plain_words() -> None:
    jargon = [one for one in LISTED if one.kind is Kind.JARGON]
    assert len(jargon) > 500
    assert sum(one.tap is not None for one in jargon) / len(jargon) > 0.95
    assert all(one.say for one in jargon)


def test_plain_words_never_bring_in_another_listed_word() -> None:
    assert {
        one.tap for one in LISTED if one.tap and (words_only(one.tap) or not_family_words(one.tap))
    } == set()


def test_a_clinic_adds_words_of_its_own_and_keeps_words_of_ours() -> None:
    ours = FamilyWord(say="floor time, play on the mat", instead_of=("matwork session",))
    clinic = ClinicWords(more=(ours,), fine=frozenset({"training", "plateau"}))
    assert words_only("A plateau in toilet training") == ["plateau", "training"]
    assert words_only("A plateau in toilet training", clinic) == []
    assert kept("A matwork-session", clinic) == "A floor time"
    assert suggestions("matwork session", clinic)[0].why.text.endswith("floor time, play on the mat.")
    assert words_only("matwork session") == []


def test_a_clinic_word_that_says_a_listed_word_is_hinted_but_not_put_in() -> None:
    clinic = ClinicWords(more=(FamilyWord(say="task", instead_of=("chore",)),))
    assert said("A chore", clinic) == [("WORD", "chore", None)]


def test_a_sentence_of_twenty_words_passes_and_of_twenty_one_is_hinted() -> None:
    twenty = " ".join(["go"] * 20)
    assert said(f"Yes. {twenty}.") == []
    assert said(f"Yes. {twenty} on. No.") == [("LONG", f"{twenty} on.", None)]


def test_a_text_too_hard_for_a_ten_year_old_points_at_its_hardest_sentence() -> None:
    hard = "Considerable variability in concentration necessitates individual consideration."
    (one,) = suggestions(f"We met. We had a good long look at what he likes. {hard}")
    assert (one.kind, one.found) == (Kind.READING, hard)
    assert "age" in one.why.text
    assert (reading_age(hard), reading_age("He sat."), reading_age(" … ")) == (18, 5, None)


def test_what_is_hard_is_not_named_before_what_goes_well() -> None:
    assert said("Leo struggles with soap. He loves foam.") == [("ORDER", "struggles", None)]
    assert said("Leo loves foam. He struggles with soap.") == []


@pytest.mark.parametrize(
    "text", ["on 4 of 5 mornings", "4 out of 5 meals", "4/5 days", "age 6, step 3, 12 minutes"]
)
def test_a_number_that_says_of_how_many_is_fine(text: str) -> None:
    assert said(f"He put it on, {text}.") == []


def test_a_bare_count_and_a_percentage_ask_of_how_many() -> None:
    assert said("He sat 4 times.") == [("COUNT", "4 times", None)]
    assert said("He sat 80 % of it.") == [("COUNT", "80 %", None)]


def test_a_suggestion_for_words_that_have_changed_is_refused() -> None:
    (one,) = suggestions("A task")
    assert applied("A task", one) == "A thing to do"
    assert applied("A task", replace(one, replacement=None)) == "A task"
    with pytest.raises(TextMoved):
        applied("My task", one)


def test_every_reason_is_short_and_in_words_that_families_would_be_given() -> None:
    text = "Ada has poor proprioception. She missed a task. Only did it 4 times. A task. " + "go " * 21 + "."
    hard = "Considerable variability necessitates individual consideration of nearly all environmental circumstances."
    reasons = {one.why.code: one.why for one in (*suggestions(text), *suggestions(hard))}
    assert len(reasons) == 8
    for why in reasons.values():
        told = why.template.replace("{say}", "x")
        assert all(word_count(told[start:end]) < 15 for start, end in sentences(told))
        assert not words_only(why.template)


def test_the_longest_text_is_looked_at_once_and_no_further() -> None:
    text = ("He likes it. " * LONGEST_TEXT)[:LONGEST_TEXT]
    assert suggestions(text + " A task.") == ()
    assert isinstance(suggestions("A task.")[0], Suggestion)
