"""The demo's calendar: every moment of its life is counted back from the day it was made.

Week 0 is the week of the last Friday before that day, so everything up to its Friday has happened. A moment is
written as «-5 Mon 12:40» (week, day, local time), «today 07:42» or «ago 1 19:20» (days before that day).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alongside.core.recurrence import instant

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FRIDAY = WEEKDAYS.index("Fri")


@dataclass(frozen=True, slots=True, kw_only=True)
class Almanac:
    """The demo's own time: ``at`` (aware) is when it was made, ``zone`` the clinic's IANA zone."""

    at: datetime
    zone: str

    @property
    def zone_info(self) -> ZoneInfo:
        """The clinic's zone."""
        return ZoneInfo(self.zone)

    @property
    def today(self) -> date:
        """The local day on which the demo was made."""
        return self.at.astimezone(self.zone_info).date()

    @property
    def monday(self) -> date:
        """The Monday of week 0."""
        since_friday = (self.today.weekday() - _FRIDAY) % 7 or 7
        return self.today - timedelta(days=since_friday + _FRIDAY)

    def day(self, text: str) -> date:
        """The local day of «-5 Mon», «today» or «ago 3»."""
        words = text.split()
        if words[0] == "today":
            return self.today
        if words[0] == "ago":
            return self.today - timedelta(days=int(words[1]))
        return self.monday + timedelta(weeks=int(words[0]), days=WEEKDAYS.index(words[1]))

    def when(self, text: str) -> datetime:
        """The instant (UTC) of a day with its local time at the end."""
        day, _, clock = text.rpartition(" ")
        return self.on(self.day(day), time.fromisoformat(clock))

    def on(self, day: date, clock: time) -> datetime:
        """The instant (UTC) when the clinic's wall clock shows ``clock`` on ``day``."""
        return instant(day, clock, self.zone_info)

    def has_been(self, moment: datetime) -> bool:
        """Whether this lies before the end of the story."""
        return moment <= self.at

    def days_from(self, moment: datetime) -> Iterator[date]:
        """Every local day from that of ``moment`` to today."""
        day = moment.astimezone(self.zone_info).date()
        while day <= self.today:
            yield day
            day += timedelta(days=1)

    def week_of(self, day: date) -> int:
        """Which week of the story a day lies in."""
        return (day - self.monday).days // 7

    def born(self, years: int, months: int) -> date:
        """A birthday that makes a child so old today."""
        months_since_zero = self.today.year * 12 + self.today.month - 1 - years * 12 - months
        year, month = divmod(months_since_zero, 12)
        return date(year, month + 1, min(self.today.day, 14))
