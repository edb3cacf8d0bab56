"""A series plans dates on the wall clock, and keeps what became of each of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.core import series
from alongside.core.recurrence import BadCount, BadDate, NoSuchLocalTime, NoSuchZone
from alongside.core.series import Fate, Rhythm, Rule

TUESDAY = date(2027, 2, 2)
RULE = Rule(first_on=TUESDAY, local_time=time(16), zone="Europe/London", count=6)
WEEK = timedelta(weeks=1)


def days(course):
    return [one.starts_at.astimezone(ZoneInfo(course.rule.zone)).date() for one in course.dates]


def test_a_skipped_day_does_not_count():
    rule = replace(RULE, skips=frozenset({TUESDAY + WEEK}))
    found = series.planned(rule)
    assert [one.on for one in found] == [TUESDAY, *(TUESDAY + WEEK * n for n in range(2, 7))]
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6]


def test_fortnights_and_intensive_weeks():
    every_second = series.planned(replace(RULE, rhythm=Rhythm.FORTNIGHTLY, count=3))
    assert [one.on for one in every_second] == [TUESDAY + 2 * WEEK * n for n in range(3)]
    intensive = series.planned(replace(RULE, rhythm=Rhythm.WEEKDAYS, days=(0, 1, 3), count=5))
    assert [one.on.strftime("%a %d") for one in intensive] == [
        "Tue 02",
        "Thu 04",
        "Mon 08",
        "Tue 09",
        "Thu 11",
    ]


def test_the_wall_time_stays_when_the_clocks_change():
    course = series.begin(replace(RULE, first_on=date(2027, 3, 23), count=2), 45)
    assert [one.starts_at.hour for one in course.dates] == [16, 15]


def test_a_time_in_the_gap_is_refused_with_the_next_possible_one_unless_that_date_is_moved():
    rule = replace(RULE, first_on=date(2027, 3, 21), local_time=time(1, 30), count=2)
    with pytest.raises(NoSuchLocalTime, match="The next possible time is 02:00") as refused:
        series.begin(rule, 45)
    assert refused.value.instead == datetime(2027, 3, 28, 2, 0, tzinfo=ZoneInfo("Europe/London"))
    moved = {date(2027, 3, 28): refused.value.instead.astimezone(UTC)}
    assert len(series.begin(rule, 45, moved).dates) == 2


def test_this_and_following_leaves_exceptions_alone():
    course = series.let_go(series.begin(RULE, 45), 5)
    own = datetime(2027, 2, 25, 9, tzinfo=UTC)
    course = series.move(course, 4, own)
    before, after = series.move_following(course, 3, date(2027, 2, 18), time(9, 30))
    assert (len(before.dates), before.rule.ended_on) == (2, date(2027, 2, 15))
    assert [one.number for one in after.dates] == [3, 4, 5, 6]
    assert after.date(4).starts_at == own
    assert after.date(5).fate is Fate.LET_GO
    assert after.date(6).starts_at == datetime(2027, 3, 11, 9, 30, tzinfo=UTC)
    assert [one.planned_at for one in after.dates] == [one.starts_at for one in series.planned(after.rule)]


def test_skipped_days_move_along_and_an_ended_series_keeps_its_last_date():
    holiday = TUESDAY + 3 * WEEK
    course, gone = series.end_before(series.begin(replace(RULE, skips=frozenset({holiday})), 45), 5)
    assert [one.number for one in gone] == [5, 6]
    _, after = series.move_following(course, 2, TUESDAY + WEEK + timedelta(days=2), time(16))
    assert after.rule.skips == {holiday + timedelta(days=2)}
    assert days(after) == [TUESDAY + WEEK * n + timedelta(days=2) for n in (1, 2, 4)]


def test_a_pause_lets_go_what_is_held_then_and_a_longer_block_goes_on_behind_it():
    course = series.pause(series.begin(RULE, 45), TUESDAY + WEEK, TUESDAY + 3 * WEEK)
    assert [one.fate is Fate.STANDS for one in course.dates] == [True, False, False, False, True, True]
    longer = series.extend(course, 8, frozenset({TUESDAY, TUESDAY + 6 * WEEK}))
    assert days(longer)[6:] == [TUESDAY + 7 * WEEK, TUESDAY + 8 * WEEK]
    assert series.extend(longer, 8) == longer
    ended, _ = series.end_before(longer, 8)
    with pytest.raises(series.HasEnded):
        series.extend(ended, 9)


def test_dates_of_one_series_never_overlap():
    course = series.begin(RULE, 45)
    close = course.date(2).starts_at + timedelta(minutes=30)
    with pytest.raises(series.DatesOverlap):
        series.move(course, 1, close)
    without = series.move(series.let_go(course, 2), 1, close)
    with pytest.raises(series.DatesOverlap):
        series.bring_back(without, 2)
    with pytest.raises(series.DatesOverlap):
        series.move_following(series.move(course, 6, close + WEEK), 3, TUESDAY + WEEK, time(16))


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"count": 0}, BadCount),
        ({"count": 53}, BadCount),
        ({"first_number": 7}, BadCount),
        ({"first_on": date.max}, BadDate),
        ({"skips": frozenset({date.max})}, BadDate),
        ({"rhythm": Rhythm.WEEKDAYS}, series.BadDays),
        ({"rhythm": Rhythm.WEEKDAYS, "days": (7,)}, series.BadDays),
        ({"skips": frozenset(TUESDAY + timedelta(days=n) for n in range(367))}, series.TooManySkips),
        ({"zone": "Mars/Base"}, NoSuchZone),
    ],
)
def test_a_rule_has_bounds(wrong, refusal):
    with pytest.raises(refusal):
        series.planned(replace(RULE, **wrong))


def test_a_number_that_there_is_not_is_refused():
    course = series.begin(RULE, 45)
    for edit in (series.let_go, series.bring_back, series.end_before):
        with pytest.raises(series.NoSuchDate):
            edit(course, 7)
