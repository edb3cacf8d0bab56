"""Two readers of calendar files that know nothing of us: a library, and a program with a home of its own."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_CONFIG = """
[calendars]
[[visits]]
path = {home}/visits
type = calendar
[locale]
timeformat = %H:%M:%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M:%S
longdatetimeformat = %Y-%m-%d %H:%M:%S
default_timezone = UTC
local_timezone = UTC
[default]
highlight_event_days = False
"""
_FORMAT = "{uid}\t{start-long}\t{end-long}\t{status}\t{title}\t{location}"


@dataclass(frozen=True, order=True)
class Read:
    """One visit that a reader found. Instants in UTC."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    is_off: bool
    title: str
    place: str


def by_library(content: bytes, first: datetime, last: datetime) -> list[Read]:
    """As recurring-ical-events reads it."""
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(content)
    found = recurring_ical_events.of(calendar, skip_bad_series=False).between(first, last)
    return sorted(_read(event) for event in found)


def _read(event) -> Read:
    return Read(
        uid=str(event["UID"]),
        starts_at=event.start.astimezone(UTC),
        ends_at=event.end.astimezone(UTC),
        is_off=str(event.get("STATUS", "")) == "CANCELLED",
        title=str(event["SUMMARY"]),
        place=str(event.get("LOCATION", "")),
    )


def by_khal(content: bytes, home: Path, first: datetime, last: datetime) -> list[Read]:
    """As khal reads it: imported in a home of its own, listed in UTC."""
    (home / "visits").mkdir(parents=True)
    (home / "config").write_text(_CONFIG.format(home=home))
    file = home / "feed.ics"
    file.write_bytes(content)
    _khal(home, "import", "--batch", "-a", "visits", str(file))
    days = (f"{at:%Y-%m-%d}" for at in (first, last))
    told = _khal(home, "list", "--format", _FORMAT, "--day-format", "", *days)
    return sorted({_line(line) for line in told.splitlines() if line.strip()})


def _khal(home: Path, *words: str) -> str:
    command = [sys.executable, "-m", "khal", "-c", str(home / "config"), *words]
    folders = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    done = subprocess.run(
        command, check=False, env=folders | {"LC_ALL": "C.UTF-8"}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _line(line: str) -> Read:
    uid, start, end, status, title, place = line.split("\t")
    starts_at, ends_at = (datetime.fromisoformat(told).replace(tzinfo=UTC) for told in (start, end))
    is_off = status.strip() == "CANCELLED"
    return Read(uid=uid, starts_at=starts_at, ends_at=ends_at, is_off=is_off, title=title, place=place)
