"""Any series with any changes: both readers find exactly its visits, each once."""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.adapters.calendar_files import CalendarVisit, Entry, entries, written
from alongside.core.recurrence import NoSuchLocalTime, instant
from tests.adapters.calendars.readers import by_khal, by_library
from tests.adapters.calendars.visits import MADE, expected, foreign, planned, times, weekly

FIRST, LAST = datetime(2025, 11, 1, tzinfo=UTC), datetime(2028, 6, 1, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
ZONES = (
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Santiago",
    "UTC",
)
UNDISTURBED = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ASKS_KHAL = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
changes = st.fixed_dictionaries(
    {},
    optional={
        "moved": st.integers(-10_000, 10_000),
        "is_off": st.booleans(),
        "minutes": st.integers(1, 96).map(lambda fives: fives * 5),
        "place": st.sampled_from(["", "Kingfisher Room", "Zimmer 3, Hof; links"]),
    },
)


@st.composite
def series(draw):
    """A rhythm, days that were left out, and visits that were changed one by one."""
    zone, uid = draw(st.sampled_from(ZONES)), f"series-{draw(st.uuids())}"
    first = draw(st.dates(date(2026, 1, 1), date(2027, 6, 1)))
    wall = time(draw(st.integers(0, 23)), draw(st.integers(0, 11)) * 5)
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1, max_size=5))
    weeks = draw(st.integers(1, 3))
    days = [first + timedelta(days=day) for day in range(weeks * 70) if day // 7 % weeks == 0]
    kept = [day for day in days if day.weekday() in weekdays and draw(st.integers(0, 9))]
    return [_changed(one, draw(changes)) for one in _at(uid, zone, kept, wall)]


def _at(uid, zone, days, wall):
    for day in days:
        try:
            yield planned(uid, zone, instant(day, wall, ZoneInfo(zone)))
        except NoSuchLocalTime:
            continue


def _changed(one, how):
    moved = timedelta(minutes=5 * how.pop("moved", 0))
    return replace(one, starts_at=one.starts_at + moved, sequence=len(how) + bool(moved), **how)


@UNDISTURBED
@given(st.lists(series(), max_size=3))
def test_the_library_finds_exactly_the_visits(several):
    made = [one for together in several for one in together]
    content = written("Visits", entries(made))
    assert times(by_library(content, FIRST, LAST)) == times(expected(made))
    assert times(by_library(foreign(content, set(ZONES)), FIRST, LAST)) == times(expected(made))


@ASKS_KHAL
@given(st.lists(series(), min_size=12, max_size=12))
def test_khal_finds_exactly_the_visits(several):
    made = [one for together in several for one in together]
    content = written("Visits", entries(made))
    with tempfile.TemporaryDirectory() as home:
        read = by_khal(content, Path(home) / "home", FIRST, LAST)
    assert set(times(read)) == set(times(expected(made)))


def test_a_series_keeps_its_name_and_tells_what_differs_beside_it(tmp_path):
    made = weekly("series", "Europe/London", date(2026, 10, 6), time(15, 30), 6)
    moved = replace(made[2], starts_at=made[2].starts_at + timedelta(days=1), place="Wren Room", sequence=1)
    made = [made[0], made[1], moved, replace(made[3], is_off=True, sequence=1), made[5]]
    content = written("Visits", entries(made))
    assert (
        by_library(content, FIRST, LAST) == expected(made) == by_khal(content, tmp_path / "home", FIRST, LAST)
    )
    told = content.decode()
    assert told.count("RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;UNTIL=20261110T153000Z") == 1
    assert told.count("EXDATE;TZID=Europe/London:20261103T153000") == 1
    assert told.count("RECURRENCE-ID;TZID=Europe/London:2026") == 2
    assert told.count("SEQUENCE:7") == 3


def test_every_change_lets_the_sequence_grow():
    made = weekly("series", "Europe/London", date(2026, 10, 6), time(15, 30), 4)
    states = [made[:3], made, [replace(made[0], sequence=1), *made[1:]]]
    assert [entries(visits)[0].sequence for visits in states] == [3, 4, 5]


def test_the_same_visits_make_the_same_bytes_in_whatever_order_they_come():
    made = weekly("b", "Europe/London", date(2026, 10, 6), time(15, 30), 4) + weekly(
        "a", "Asia/Kathmandu", date(2026, 3, 3), time(9), 4
    )
    assert written("Visits", entries(made)) == written("Visits", entries(made[::-1]))


def test_words_come_back_as_they_were_written_and_no_line_is_too_long():
    title = "Besuch; Zimmer 3, „Spatz“ \\ Gänge\nzweite Zeile " + "ü" * 90
    one = Entry(
        uid="u", starts_at=MADE, minutes=45, zone="Europe/London", title=title + "\x07", changed_at=MADE
    )
    content = written("Klinik, Süd", [one])
    assert by_library(content, FIRST, LAST)[0].title == title
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.endswith(b"END:VCALENDAR\r\n")


def test_an_hour_that_comes_twice_and_a_zone_that_was_removed_are_told_in_utc(tmp_path):
    first, second = (
        datetime(2026, 10, 25, 1, 30, fold=fold, tzinfo=LONDON).astimezone(UTC) for fold in (0, 1)
    )
    made = [_alone("first", first), _alone("second", second), _alone("removed", MADE, zone="Mars/Phobos")]
    content = written("Visits", entries(made))
    assert second - first == timedelta(hours=1)
    assert (
        by_library(content, FIRST, LAST) == expected(made) == by_khal(content, tmp_path / "home", FIRST, LAST)
    )
    assert b"DTSTART:20261025T003000Z" in content
    assert b"Mars" not in content


def _alone(uid, at, zone="Europe/London"):
    return CalendarVisit(uid=uid, starts_at=at, minutes=45, zone=zone, title="Visit", changed_at=MADE)
