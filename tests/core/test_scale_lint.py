"""The twelve rules for writing a scale: what fires, what stays quiet, and what it says in two voices."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.core import scale_lint, words
from alongside.core.attainment import Level
from alongside.core.scale_lint import Finding, Rule, Severity, WrittenScale, Yes, mending

START = date(2026, 9, 7)
IN_ORDER = WrittenScale(
    sentence="Idris puts on both shoes before school.",
    levels=(
        "An adult puts both shoes on.",
        "Both shoes on, 1 of 5 mornings.",
        "Both shoes on, 2 of 5 mornings.",
        "Both shoes on, 3 of 5 mornings.",
        "Both shoes on, 4 of 5 mornings.",
    ),
    where_when="before school, at the front step",
    starts_on=START,
    review_on=START + timedelta(weeks=10),
    scored_by="parent",
    scored_from="what was noticed at home",
    agreed_with=(Yes(name="Samira", on=START),),
    goals=3,
)
SHOES_AND_A_SIBLING = (
    "Adult puts both shoes on",
    "Child does one step (pulls the tab) on 3 of 5 mornings",
    "Both shoes on with one reminder on 4 of 5 mornings",
    "Both shoes on, no reminder, 4 of 5",
    "Both shoes on, no reminder, 5 of 5 and offers to help a sibling",
)


def found(*levels: str, **around: str) -> tuple[Finding, ...]:
    """What is found in five texts when all around them is in order."""
    first, second, third, fourth, fifth = levels
    return scale_lint.findings(replace(IN_ORDER, levels=(first, second, third, fourth, fifth), **around))


def rules(*levels: str, **around: str) -> list[Rule]:
    return [one.rule for one in found(*levels, **around)]


def test_a_scale_in_good_order_has_nothing_to_mend() -> None:
    assert scale_lint.findings(IN_ORDER) == ()


def test_a_second_thing_at_the_top_is_named_in_both_voices() -> None:
    (one,) = found(*SHOES_AND_A_SIBLING)
    assert (one.rule, one.severity, one.field) == (Rule.ONE_VARIABLE, Severity.WARNING, "levels")
    assert (one.levels, one.steps) == ((Level.FAR_BEYOND,), (5,))
    assert one.to_therapist.text == "Level +2 adds a second thing, “offers”. Give it its own goal."
    assert one.to_family.text == "Step 5 adds another thing, “offers”. Keep one thing on the stairs."


@pytest.mark.parametrize(
    ("change", "rule", "severity", "field"),
    [
        ({"goals": 2}, Rule.THREE_GOALS, Severity.HINT, "goals"),
        ({"weights": (1, None, 2)}, Rule.ALL_WEIGHED, Severity.BLOCK, "weights"),
        ({"review_on": None}, Rule.TIME_BOUND, Severity.BLOCK, "review_on"),
        ({"review_on": START}, Rule.TIME_BOUND, Severity.BLOCK, "review_on"),
        ({"review_on": START + timedelta(weeks=27)}, Rule.TIME_BOUND, Severity.HINT, "review_on"),
        ({"review_on": START + timedelta(weeks=3)}, Rule.TIME_BOUND, Severity.HINT, "review_on"),
        ({"scored_by": " "}, Rule.SOURCE_NAMED, Severity.BLOCK, "scored_by"),
        ({"scored_from": "?"}, Rule.SOURCE_NAMED, Severity.BLOCK, "scored_from"),
        ({"agreed_with": ()}, Rule.WITH_THE_FAMILY, Severity.BLOCK, "agreed_with"),
        (
            {"agreed_with": (Yes(name="Samira", on=None),)},
            Rule.WITH_THE_FAMILY,
            Severity.BLOCK,
            "agreed_with",
        ),
    ],
)
def test_what_stands_around_the_levels_is_asked_for(
    change: dict[str, object], rule: Rule, severity: Severity, field: str
) -> None:
    (one,) = scale_lint.findings(replace(IN_ORDER, **change))  # type: ignore[arg-type]  # One field a case.
    assert (one.rule, one.severity, one.field, one.levels) == (rule, severity, field, ())


@pytest.mark.parametrize("change", [{"weights": (1, 2, 2)}, {"weights": (None, None)}, {"starts_on": None}])
def test_all_weighed_none_weighed_and_an_unknown_start_are_fine(change: dict[str, object]) -> None:
    assert scale_lint.findings(replace(IN_ORDER, **change)) == ()  # type: ignore[arg-type]  # One field a case.


@pytest.mark.parametrize("blanks", [{2}, {0, 1}, {1, 2}, {3, 4}, {0, 1, 3, 4}, {0, 1, 2, 3, 4}])
def test_blanks_that_leave_no_scale_block(blanks: set[int]) -> None:
    texts = ["" if place in blanks else text for place, text in enumerate(IN_ORDER.levels)]
    (one,) = found(*texts)
    assert (one.rule, one.severity) == (Rule.LEVELS_FILLED, Severity.BLOCK)
    assert [step - 1 for step in one.steps] == sorted(blanks)


@pytest.mark.parametrize("blanks", [set(), {0}, {4}, {1, 3}, {0, 4}])
def test_blanks_between_filled_levels_are_fine(blanks: set[int]) -> None:
    texts = ["tbc" if place in blanks else text for place, text in enumerate(IN_ORDER.levels)]
    assert found(*texts) == ()


@pytest.mark.parametrize(
    ("levels", "rule"),
    [
        (("Eats 1 bite", "Eats 3 bites", "Eats 2 bites", "Eats 4 bites", "Eats 5 bites"), Rule.EQUAL_STEPS),
        (("Stays 1 minute", "Stays 2 minutes", "Stays 3 minutes", "Stays 4 minutes", "Stays an hour"),
         Rule.EQUAL_STEPS),
        (("0-1 bites", "1-2 bites", "3-4 bites", "5-6 bites", "7-8 bites"), Rule.EQUAL_STEPS),
        (("Holds it", "Turns it", "Turns it", "Opens it", "Empties it"), Rule.EQUAL_STEPS),
        (("Copes badly", "Opens the box", "Opens the bag", "Opens the jar", "Opens the tin"), Rule.OBSERVABLE),
        (("As now", "Opens the box", "Opens the bag", "Opens the jar", "Opens the tin"), Rule.STANDS_ALONE),
        (("1 of 5", "3 of 5", "5 of 5", "", "5 of 5, two weeks"), Rule.ROOM_BOTH_SIDES),
        (("Hits 4 times a day", "Hits twice a day", "Never hits", "", "Sits with the class"),
         Rule.ROOM_BOTH_SIDES),
        (("0 of 5", "1 of 5", "2 of 5", "12 of 20", "16 of 20"), Rule.SAME_CONTEXT),
        (("Says 1 word at home", "Says 2 words", "Says 3 words", "Says 4 words at school", "Says 5 words"),
         Rule.SAME_CONTEXT),
        (("Reads 1 page in 2 minutes", "Reads 2 pages in 4 minutes", "Reads 3 pages in 6 minutes",
          "Reads 4 pages in 8 minutes", "Reads 5 pages in 10 minutes"), Rule.ONE_VARIABLE),
    ],
)  # fmt: skip
def test_a_scale_breaks_one_rule(levels: tuple[str, ...], rule: Rule) -> None:
    assert rules(*levels) == [rule]


@pytest.mark.parametrize(
    "levels",
    [
        ("Shoes and socks on, 1 of 5", "Shoes and socks on, 2 of 5", "Shoes and socks on, 3 of 5",
         "Shoes and socks on, 4 of 5", "Shoes and socks on, 5 of 5"),
        ("Up and down with a hand", "Up and down, 2 stairs", "Up and down, 4 stairs", "Up and down, 6 stairs",
         "Up and down, 8 stairs"),
        ("Says good morning to 0 people", "Says good morning to 1 person", "Says good morning to 2 people",
         "Says good morning to 3 people", "Says good morning to 4 people"),
        ("Points to a face on the chart with a hand on hers", "Points to happy", "Points to happy or sad",
         "Points to happy, sad or cross", "Points to happy, sad, cross or calm"),
        ("Says “I can’t do it well” 5 times", "Says it 4 times", "Says it 3 times", "Says it twice", "Says it once"),
        ("Wears the splint every night, 1 hour", "Wears the splint every night, 2 hours",
         "Wears the splint every night, 3 hours", "Wears the splint every night, 4 hours",
         "Wears the splint every night, 5 hours"),
    ],
)  # fmt: skip
def test_ordinary_words_stay_in_peace(levels: tuple[str, ...]) -> None:
    assert rules(*levels) == []


def test_more_help_higher_up_is_put_in_order_unless_a_number_grows_with_it() -> None:
    backwards = (
        "Holds it flat",
        "Zips with 3 prompts",
        "Zips with no help",
        "Zips with one prompt",
        "Zips it",
    )
    assert rules(*backwards) == [Rule.EQUAL_STEPS]
    growing = ("Holds it", "2 of 5 alone", "4 of 5 alone", "5 of 6 with one prompt", "6 of 6 with one prompt")
    assert Rule.EQUAL_STEPS not in rules(*growing)


def test_harder_than_at_the_start_is_read_for_its_words_and_is_no_step() -> None:
    vague = scale_lint.findings(replace(IN_ORDER, harder="Gets upset"))
    compared = scale_lint.findings(replace(IN_ORDER, harder="Worse than at the start"))
    assert [one.rule for one in (*vague, *compared)] == [Rule.OBSERVABLE, Rule.STANDS_ALONE]
    assert all((one.field, one.steps) == ("harder", ()) for one in (*vague, *compared))
    assert vague[0].to_family.text == "What would you see on a harder day, instead of “upset”?"
    assert not scale_lint.findings(replace(IN_ORDER, harder="Throws the shoes, 3 of 5 mornings"))


def test_a_full_week_leaves_room_when_something_else_goes_on_growing() -> None:
    growing = (
        "5 minutes on 2 of 7 days",
        "",
        "10 minutes every day",
        "15 minutes every day",
        "20 minutes every day",
    )
    assert Rule.ROOM_BOTH_SIDES not in rules(*growing)
    assert rules(*(f"{minutes} minutes each day" for minutes in (5, 10, 15, 20, 25))) == []


def test_the_routine_is_a_context_too() -> None:
    levels = ("Eats 1 bite", "Eats 2 bites", "Eats 3 bites at school", "Eats 4 bites", "Eats 5 bites")
    assert rules(*levels, where_when="tea at home") == [Rule.SAME_CONTEXT]
    assert rules(*levels, where_when="in the hall at school") == []


def test_every_mend_is_short_plain_and_addressed_to_its_reader() -> None:
    mends = [one for one in vars(mending).values() if isinstance(one, mending.Mend)]
    assert len(mends) > 20
    assert len({one.code for one in mends}) == len(mends)
    for mend in mends:
        for text in (mend.to_therapist, mend.to_family):
            assert "!" not in text
            assert "should" not in text
            assert all(words.word_count(part) < 15 for part in text.split(".")), text
        assert "{level}" not in mend.to_family
        assert not re.search(r"[-−+]\d|[Ll]evel", mend.to_family)
        assert not words.not_family_words(mend.to_family), mend.to_family


def test_a_long_word_is_quoted_shortly() -> None:
    (one,) = found(
        *SHOES_AND_A_SIBLING[:4], "Both shoes on and " + "supercalifragilistic" * 5 + "s his brother"
    )
    assert len(one.to_therapist.text) < 110


def test_the_rules_about_wording_need_only_the_five_texts() -> None:
    bare = WrittenScale(sentence="", levels=IN_ORDER.levels)
    assert {one.rule for one in scale_lint.findings(bare)}.isdisjoint(scale_lint.WORDING_RULES)
