"""The half-minute brief: four rows, at most 75 words, nothing invented."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.core import brief
from alongside.core.brief import RowCode
from tests.core.moments_at_home import MONDAY, SOCKS, TOAST, moment, weeks_of

LONG = " ".join(f"word{number}" for number in range(40))
anything = st.lists(st.text("ab–,.…", min_size=1, max_size=4), max_size=60).map(" ".join)


def rows(made: brief.Brief) -> dict[RowCode, brief.Row]:
    return {row.code: row for row in made.rows}


def test_a_short_brief_is_shown_word_for_word() -> None:
    made = brief.brief(
        at_home="11 moments. Last pull 5.",
        they_said="He did the left heel himself.",
        said_by="Samira",
        they_ask="A Tomorrow card for the play?",
        you_planned="Stretchy laces, size 11.",
    )
    assert [row.label for row in made.rows] == ["At home", "They said", "They ask", "You planned"]
    assert rows(made)[RowCode.THEY_SAID].text == "He did the left heel himself."
    assert rows(made)[RowCode.THEY_SAID].who == "Samira"
    assert not any(row.trimmed or row.empty for row in made.rows)
    assert made.words == 30


def test_a_quiet_week_is_fine_and_says_what_to_do() -> None:
    made = brief.brief(said_by="Samira")
    assert made.rows[0].text == "No notes from home this week, and that is fine. Ask how the week was."
    assert all(row.empty and not row.who for row in made.rows)
    assert made.words <= 75


def test_the_therapist_s_own_plan_gives_way_first_and_the_family_s_words_last() -> None:
    made = rows(brief.brief(at_home="Few words.", they_said=LONG, said_by="Karim", you_planned=LONG))
    assert made[RowCode.YOU_PLANNED].text.endswith("word20…")
    assert not made[RowCode.THEY_SAID].trimmed
    full = rows(
        brief.brief(
            at_home=LONG, they_said=LONG, they_ask=LONG, said_by="Karim’s own sister Rose", you_planned=LONG
        )
    )
    assert [len(full[code].text.split()) for code in RowCode] == [14, 21, 16, 12]
    assert all(row.trimmed for row in full.values())


@given(anything, anything, anything, anything, anything)
def test_never_more_than_75_words_and_every_word_was_given(
    at_home: str, they_said: str, they_ask: str, you_planned: str, said_by: str
) -> None:
    made = brief.brief(
        at_home=at_home, they_said=they_said, they_ask=they_ask, you_planned=you_planned, said_by=said_by
    )
    assert made.words <= 75
    assert [row.code for row in made.rows] == list(RowCode)
    for row, given_ in zip(made.rows, (at_home, they_said, they_ask, you_planned), strict=True):
        whole = " ".join(given_.split())
        assert row.empty is (not whole)
        assert row.empty or row.trimmed or row.text == whole
        assert not row.trimmed or (row.text.endswith("…") and whole.startswith(row.text[:-1]))


def test_what_came_from_home_is_counted_and_named_by_how_often() -> None:
    names = {SOCKS: "Last pull", TOAST: "Chef’s hands"}
    told = [*weeks_of(["LlSN"]), moment(MONDAY + timedelta(days=1), "S", TOAST)]
    assert brief.at_home_line(told, names) == "4 moments. Last pull 3, Chef’s hands 1."
    assert brief.at_home_line(told, {SOCKS: "Last pull"}) == "4 moments. Last pull 3, others 1."
    assert brief.at_home_line(told[:1], names) == "1 moment. Last pull 1."
    assert brief.at_home_line(told[:1], {}) == "1 moment."
    assert brief.at_home_line(weeks_of(["NN"]), names) == ""


def test_lines_of_a_plan_stay_apart_on_one_line() -> None:
    assert brief.one_line("Stretchy laces, size 11\n\nRight-hand pinch \nHeel turn") == (
        "Stretchy laces, size 11; Right-hand pinch; Heel turn"
    )
    assert brief.one_line("Try the zip.\nBring the coat") == "Try the zip. Bring the coat"
    assert brief.one_line("One thing") == "One thing"
    assert brief.one_line(" \n") == ""
