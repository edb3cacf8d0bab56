"""A weekly series keeps its wall time, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import recurrence

ZONES = [
    "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Asia/Beirut",
]  # fmt: skip
AFTER_SCHOOL = time(15, 45)


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.times(time(5), time(22)),
    st.sampled_from(ZONES),
    st.integers(1, 52),
)
def test_every_visit_is_a_week_on_at_the_same_wall_time(
    first: date, local_time: time, zone: str, count: int
) -> None:
    series = recurrence.weekly(first, local_time, zone, count)
    walls = [visit.starts_at.astimezone(ZoneInfo(zone)) for visit in series]
    assert [visit.number for visit in series] == list(range(1, count + 1))
    assert [wall.date() for wall in walls] == [first + timedelta(weeks=n) for n in range(count)]
    assert {wall.time() for wall in walls} == {local_time}


@pytest.mark.parametrize(
    ("zone", "before", "hours"),
    [
        ("Europe/London", date(2026, 3, 26), -1),
        ("Europe/London", date(2026, 10, 22), 1),
        ("Europe/London", date(2027, 3, 25), -1),
        ("America/New_York", date(2026, 3, 5), -1),
        ("America/New_York", date(2027, 11, 4), 1),
        ("Australia/Lord_Howe", date(2026, 10, 1), -0.5),
    ],
)
def test_the_instant_moves_when_the_clocks_change(zone: str, before: date, hours: float) -> None:
    first, second = recurrence.weekly(before, AFTER_SCHOOL, zone, 2)
    assert second.starts_at - first.starts_at == timedelta(weeks=1, hours=hours)
    assert first.starts_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("zone", "gap"), [("Europe/London", date(2027, 3, 28)), ("America/New_York", date(2026, 3, 8))]
)
def test_a_time_the_clocks_jump_over_is_refused_and_named(zone: str, gap: date) -> None:
    missing = time(1, 30) if zone == "Europe/London" else time(2, 30)
    with pytest.raises(recurrence.NoSuchLocalTime) as refused:
        recurrence.weekly(gap - timedelta(weeks=1), missing, zone, 3)
    assert refused.value.local.date() == gap
    assert len(recurrence.weekly(gap - timedelta(weeks=1), missing, zone, 1)) == 1


def test_an_hour_that_comes_twice_means_the_first() -> None:
    (visit,) = recurrence.weekly(date(2026, 10, 25), time(1, 30, fold=1), "Europe/London", 1)
    assert visit.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Mars/Base", "", "../etc/passwd", "Europe", "\x00"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(recurrence.NoSuchZone):
        recurrence.weekly(date(2026, 11, 23), AFTER_SCHOOL, zone, 1)


def test_counts_and_dates_have_bounds() -> None:
    for count in (0, -1, 53):
        with pytest.raises(recurrence.BadCount):
            recurrence.weekly(date(2026, 11, 23), AFTER_SCHOOL, "Europe/London", count)
    for far in (date.max, date.min):
        with pytest.raises(recurrence.BadDate):
            recurrence.weekly(far, AFTER_SCHOOL, "Europe/London", 52)
