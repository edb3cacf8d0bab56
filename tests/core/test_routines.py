"""Routines: a family's day in order, and the one that fits now."""

import json
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import routines
from alongside.core.routines import Part, Window

DRAWN = Path(routines.__file__).parents[1] / "ui" / "icons" / "icons.json"
IDRIS = ("bedtime", "morning.dress", "meal.dinner", "after_school")
anytime = st.times()
some = st.lists(st.sampled_from(sorted(routines.ROUTINES)), max_size=6)


def test_the_table_holds_the_whole_vocabulary_with_a_label_and_an_icon_each() -> None:
    assert len(routines.ROUTINES) == 29
    labels = [routine.label for routine in routines.ROUTINES.values()]
    assert len(set(labels)) == 29
    assert set(routines.icons()) <= json.loads(DRAWN.read_text(encoding="utf-8")).keys()
    assert set(routines.PART_LABELS) == set(Part)


def test_a_day_goes_from_morning_to_night_and_any_time_comes_last() -> None:
    assert routines.in_day_order(["any.upset", *IDRIS, "bedtime"]) == (
        "morning.dress", "after_school", "meal.dinner", "bedtime", "any.upset",
    )  # fmt: skip


def test_a_routine_nobody_knows_is_refused() -> None:
    assert routines.routine("meal.dinner").label == "Tea time"
    with pytest.raises(routines.UnknownRoutine):
        routines.routine("siesta")
    with pytest.raises(routines.UnknownRoutine):
        routines.routine_now(time(12), ["siesta"])


@pytest.mark.parametrize(
    ("now", "fits"),
    [
        ("05:30", "morning.dress"),
        ("07:30", "morning.dress"),
        ("12:00", "after_school"),
        ("15:45", "after_school"),
        ("18:00", "meal.dinner"),
        ("19:00", "bedtime"),
        ("22:00", None),
    ],
)
def test_today_opens_on_what_fits_now_or_comes_next(now: str, fits: str | None) -> None:
    assert routines.routine_now(time.fromisoformat(now), IDRIS) == fits


def test_the_family_s_own_times_count_before_the_usual_ones() -> None:
    late_tea = {"meal.dinner": Window(starts=time(20), ends=time(21))}
    assert routines.routine_now(time(20, 30), IDRIS, late_tea) == "meal.dinner"
    assert routines.routine_now(time(18), IDRIS, late_tea) == "bedtime"


def test_of_two_at_once_the_shorter_wins_and_any_time_waits_its_turn() -> None:
    assert routines.routine_now(time(10, 0), ["school.classroom", "school.writing"]) == "school.writing"
    assert routines.routine_now(time(7, 30), ["any.upset", "breakfast"]) == "breakfast"
    assert routines.routine_now(time(23), ["any.upset", "breakfast"]) == "any.upset"
    assert routines.routine_now(time(23), []) is None


def test_a_night_runs_past_midnight() -> None:
    night = routines.routine("sleep").window
    assert night.holds(time(23))
    assert night.holds(time(3))
    assert not night.holds(time(12))
    assert night.minutes == 600
    assert Window(starts=time(0), ends=time(0)).minutes == 1440


@given(anytime, some)
def test_what_fits_now_is_always_one_of_the_family_s(now: time, codes: list[str]) -> None:
    assert routines.routine_now(now, codes) in {*codes, None}
    assert set(routines.in_day_order(codes)) == set(codes)
