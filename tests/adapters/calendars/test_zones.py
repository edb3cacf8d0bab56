"""Every zone whose clocks change in 2026 or 2027: what is written is what both readers find, to the second."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import available_timezones

from alongside.adapters.calendar_files import entries, written, zones
from tests.adapters.calendars.readers import by_khal, by_library
from tests.adapters.calendars.visits import expected, foreign, times, weekly

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
AROUND = (
    timedelta(hours=-1),
    timedelta(minutes=-30),
    timedelta(0),
    timedelta(minutes=30),
    timedelta(hours=1),
)
READ_FIRST, READ_LAST = FIRST - timedelta(days=60), LAST + timedelta(days=60)


@cache
def changing() -> dict[str, tuple[zones.Change, ...]]:
    found = {zone: zones.changes(zone, FIRST, LAST) for zone in sorted(available_timezones())}
    return {zone: seen for zone, seen in found.items() if seen}


def _visits_of(zone, around=AROUND):
    """Three weeks around every change: in the afternoon, and in every half hour around the change itself."""
    made = []
    for number, change in enumerate(changing()[zone]):
        wall = change.at.replace(tzinfo=None) + change.before
        walls = {wall.replace(hour=15, minute=30, second=0)} | {wall + near for near in around}
        for other, start in enumerate(sorted(walls)):
            first = start.date() - timedelta(weeks=1)
            made += weekly(f"{zone}-{number}-{other}", zone, first, start.time(), 3)
    return made


def test_the_library_reads_every_zone_back_as_it_was_written():
    wrong, count = [], 0
    for zone in changing():
        made = _visits_of(zone)
        count += len(made)
        content = written("Visits", entries(made))
        # Once by the name of the zone, and once by nothing but the changes that the file itself tells.
        for told in (content, foreign(content, {zone})):
            wrong += [zone] if times(by_library(told, READ_FIRST, READ_LAST)) != times(expected(made)) else []
    assert wrong == []
    assert (len(changing()) > 150, count > 8_000) == (True, True)


def test_khal_reads_every_zone_back_as_it_was_written(tmp_path):
    made = [visit for zone in changing() for visit in _visits_of(zone, AROUND[1:2])]
    # By what the file tells alone: by name khal would take the zones of a library, of another year maybe.
    content = foreign(written("Visits", entries(made)), set(changing()))
    read = by_khal(content, tmp_path / "home", READ_FIRST, READ_LAST)
    assert times(read) == times(expected(made))
