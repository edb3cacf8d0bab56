"""Seeing progress: gaps are not zeros, and no word about a trend stands without its counts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import progress
from alongside.core.moments import Help
from alongside.core.progress import ChangeLine, Count, Every, TrendCode
from alongside.core.words import not_family_words
from tests.core.moments_at_home import MONDAY, moment, weeks_of

diaries = st.lists(st.text("FLlrS?N–", max_size=7), max_size=12)


def test_a_week_says_how_many_of_how_many_and_a_dash_where_nobody_wrote() -> None:
    seen = progress.weeks(weeks_of(["SSlS–", "–––––", "??N", "NN", "NSL"]), MONDAY, 5)
    assert [week.said.text for week in seen] == ["3 of 4", "–", "tried, 2", "not this week", "1 of 2"]
    last = seen[-1]
    assert (last.tried, last.by_self, last.known, last.noted) == (2, 1, 2, 3)


def test_several_moments_a_day_are_one_day_at_their_median() -> None:
    one_day = [moment(MONDAY, letter, number=number) for number, letter in enumerate("SSL")]
    (week,) = progress.weeks(one_day, MONDAY, 1)
    assert (week.by_self, week.known) == (1, 1)
    (two,) = progress.weeks(one_day[1:], MONDAY, 1)
    assert (two.by_self, two.known) == (0, 1)


def test_weeks_start_on_a_monday_and_stay_within_two_years() -> None:
    for first, count in [(MONDAY + timedelta(days=1), 4), (MONDAY, 0), (MONDAY, 105)]:
        with pytest.raises(progress.BadWeeks):
            progress.weeks([], first, count)
    assert len(progress.weeks([], MONDAY, 104)) == 104
    assert progress.monday_of(date(2026, 11, 22)) == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("diary", "code", "counts"),
    [
        ([], "TOO_EARLY", "Notes from 0 of 4 weeks so far."),
        (["SSS", "SSS", "SSS"], "TOO_EARLY", "Notes from 3 of 4 weeks so far."),
        (["SSS", "NN", "??", "SSS", "–", "SSS"], "TOO_EARLY", "Notes from 3 of 4 weeks so far."),
        (["LLLLS", "LLLSS", "lSlS", "SSSrr", "SSSSr"], "UP_EARLY",
         "Without help on 7 of 10 days lately, 3 of 10 at first."),
        (["LL", "LL", "LL", "LL", "ll", "ll", "ll", "ll"], "UP_HOLDING",
         "With a little help or less on 8 of 8 days lately, 0 of 8 at first."),
        (["LL", "LL", "LL", "LL", "ll", "ll", "LL", "ll"], "UP_EARLY",
         "With a little help or less on 6 of 8 days lately, 0 of 8 at first."),
        (["rr", "ll", "rr", "rr"], "SAME", "With a reminder or less on 4 of 4 days lately, 2 of 4 at first."),
        (["FF", "FF", "FF", "FF"], "SAME", "Joining in on 0 of 4 days lately, 0 of 4 at first."),
        (["rr", "rr", "ll", "ll"], "HARDER", "With a reminder or less on 0 of 4 days lately, 4 of 4 at first."),
        (["rr", "rr", "LL", "LL"], "HARDER", "With a reminder or less on 0 of 4 days lately, 4 of 4 at first."),
    ],
)  # fmt: skip
def test_the_sentence_follows_its_rule_and_names_its_counts(diary: list[str], code: str, counts: str) -> None:
    told = progress.trend(weeks_of(diary))
    assert told.code == code
    assert told.counts.text == counts


def test_the_five_phrases_are_the_agreed_ones() -> None:
    diaries_by_code = {
        "Too early to say.": [],
        "Going up, and still early.": ["L", "L", "S", "S"],
        "Going up and holding.": ["L"] * 4 + ["S"] * 4,
        "About the same.": ["L"] * 4,
        "Harder lately, let’s talk.": ["S", "S", "L", "L"],
    }
    for sentence, diary in diaries_by_code.items():
        assert progress.trend(weeks_of(diary)).phrase.text == sentence
        assert not not_family_words(sentence)


@given(diaries)
def test_a_trend_word_never_stands_without_counts(diary: list[str]) -> None:
    told = progress.trend(weeks_of(diary))
    assert 0 <= told.early.part <= told.early.whole
    assert 0 <= told.late.part <= told.late.whole
    if told.code is TrendCode.TOO_EARLY:
        assert told.early == told.late == Count(part=0, whole=0)
    else:
        assert told.early.whole
        assert told.late.whole
        assert str(told.late.whole) in told.counts.text


@given(diaries)
def test_not_today_and_silence_never_change_the_sentence(diary: list[str]) -> None:
    quiet = [row.replace("N", "–").replace("?", "–") for row in diary]
    assert progress.trend(weeks_of(diary)) == progress.trend(weeks_of(quiet))
    assert progress.then_now(weeks_of(diary)) == progress.then_now(weeks_of(quiet))


def test_then_and_now_are_the_first_and_the_latest_week_we_know() -> None:
    assert progress.then_now(weeks_of(["–", "LlF"])) is None
    pair = progress.then_now(weeks_of(["N", "LLlF", "rr", "SrSS", "??"]))
    assert pair is not None
    assert (pair.then.by_self, pair.then.known, pair.then.help) == (0, 4, Help.A_LOT)
    assert (pair.now.by_self, pair.now.known, pair.now.help) == (3, 4, Help.BY_SELF)
    assert pair.now.starts_on == MONDAY + timedelta(weeks=3)


def test_between_two_help_levels_we_say_the_one_with_more_help() -> None:
    pair = progress.then_now(weeks_of(["Ll", "rS"]))
    assert pair is not None
    assert (pair.then.help, pair.now.help) == (Help.A_LOT, Help.REMINDER)


def test_the_chart_starts_a_phase_on_the_day_of_the_change() -> None:
    plan = ChangeLine(on=MONDAY + timedelta(days=2), label="New plan")
    pause = ChangeLine(on=MONDAY + timedelta(weeks=3), label="Looked together")
    chart = progress.phase_points(weeks_of(["LLrSN", "?S"]), [pause, plan])
    assert [(point.phase, point.value) for point in chart.points] == [(0, 1), (0, 1), (1, 3), (1, 4), (1, 4)]
    assert chart.lines == (plan, pause)
    assert chart.medians == (Decimal(1), Decimal(4), None)


def test_several_entries_a_day_are_one_point_at_the_median() -> None:
    day = [moment(MONDAY, letter, number=number) for number, letter in enumerate("rSN")]
    (point,) = progress.phase_points(day, []).points
    assert (point.value, point.entries, point.phase) == (Decimal("3.5"), 2, 0)


def test_a_weekly_point_never_mixes_two_phases() -> None:
    change = ChangeLine(on=MONDAY + timedelta(days=2), label="New plan")
    chart = progress.phase_points(weeks_of(["LLSSS", "r"]), [change], Every.WEEK)
    assert [(point.on.day, point.value, point.phase, point.entries) for point in chart.points] == [
        (7, 1, 0, 2),
        (9, 4, 1, 3),
        (14, 3, 1, 1),
    ]


@given(diaries, st.integers(0, 80))
def test_no_point_is_lost_or_made_up(diary: list[str], offset: int) -> None:
    told = [one for one in weeks_of(diary) if one.rank is not None]
    change = ChangeLine(on=MONDAY + timedelta(days=offset), label="New plan")
    for every in Every:
        chart = progress.phase_points(weeks_of(diary), [change], every)
        assert sum(point.entries for point in chart.points) == len(told)
        assert all(0 <= point.value <= 4 for point in chart.points)
        assert [point.on for point in chart.points] == sorted(point.on for point in chart.points)
