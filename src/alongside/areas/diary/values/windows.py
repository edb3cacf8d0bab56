"""When a family could come, as other areas and the faces see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from alongside.areas.diary.values import WindowKind
from alongside.core.fitting import Said, Wish
from alongside.core.opening import minute_of

WINDOWS_AT_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowDraft:
    """A time of the week on the clinic's wall clock, and what the family says about it. 0 is Monday."""

    weekday: int
    from_time: time
    until_time: time
    kind: WindowKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowSeen:
    """A time of the week that counts now or from a later day on. ``home`` is a key, None for every home."""

    uuid: UUID
    home: int | None
    weekday: int
    from_time: time
    until_time: time
    kind: WindowKind
    from_on: date
    until_on: date | None
    by_name: str
    at: datetime

    @property
    def wish(self) -> Wish:
        """The same, as core.fitting reads it."""
        return Wish(
            weekday=self.weekday,
            starts=minute_of(self.from_time),
            ends=minute_of(self.until_time),
            said=Said(self.kind.value),
            home=self.home,
            from_on=self.from_on,
            until_on=self.until_on,
        )


minute = minute_of  # the name that pages know it by


def wishes(windows: Iterable[WindowSeen]) -> tuple[Wish, ...]:
    """The windows as core.fitting reads them."""
    return tuple(window.wish for window in windows)
