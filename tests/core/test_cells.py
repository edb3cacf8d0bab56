"""Cells: sharing one is the same as overlapping."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import cells
from alongside.core.instants import TimeWithoutZone

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
fives = st.integers(0, 60).map(lambda number: MONDAY + timedelta(minutes=5 * number))
lengths = st.integers(1, 96).map(lambda number: 5 * number)


@given(fives, lengths, fives, lengths)
def test_two_visits_overlap_exactly_when_they_share_a_cell(
    first: datetime, first_minutes: int, second: datetime, second_minutes: int
) -> None:
    overlap = first < second + timedelta(minutes=second_minutes) and second < first + timedelta(
        minutes=first_minutes
    )
    shared = set(cells.cells_of(first, first_minutes)) & set(cells.cells_of(second, second_minutes))
    assert bool(shared) is overlap


@given(fives, lengths)
def test_a_visit_has_one_cell_for_each_five_minutes_from_its_start(start: datetime, minutes: int) -> None:
    occupied = cells.cells_of(start, minutes)
    assert len(occupied) * 5 == minutes
    assert occupied[0] * 300 == start.timestamp()


def test_the_same_instant_in_another_zone_is_the_same_cell_on_the_day_clocks_change() -> None:
    local = datetime(2026, 10, 25, 15, 30, tzinfo=ZoneInfo("Europe/London"))
    assert cells.cells_of(local, 45) == cells.cells_of(local.astimezone(UTC), 45)
    nepal = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert cells.cells_of(nepal, 30) == cells.cells_of(nepal.astimezone(UTC), 30)


@pytest.mark.parametrize("minutes", [0, -5, 4, 7, 485, 481])
def test_a_length_outside_five_to_480_in_fives_is_refused(minutes: int) -> None:
    with pytest.raises(cells.BadLength):
        cells.cells_of(MONDAY, minutes)
    assert len(cells.cells_of(MONDAY, 480)) == 96


def test_a_start_off_the_mark_or_without_zone_is_refused() -> None:
    for off in (timedelta(minutes=1), timedelta(seconds=1), timedelta(microseconds=1)):
        with pytest.raises(cells.NotOnFiveMinutes):
            cells.cells_of(MONDAY + off, 30)
    with pytest.raises(TimeWithoutZone):
        cells.cells_of(MONDAY.replace(tzinfo=None), 30)
