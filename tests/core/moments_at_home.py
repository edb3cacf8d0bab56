"""Moments for the tests of the core: written down as days and letters."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from alongside.core.moments import Help, Kind, Moment

SOCKS, TOAST = UUID(int=1), UUID(int=2)
MONDAY = date(2026, 9, 7)
# One letter a day from Monday: F for, L a lot, l a little, r reminder, S by self, ? nobody said, N not today.
LETTERS = {
    "F": Help.DID_IT_FOR,
    "L": Help.A_LOT,
    "l": Help.A_LITTLE,
    "r": Help.REMINDER,
    "S": Help.BY_SELF,
}


def moment(day: date, letter: str, placement: UUID = SOCKS, number: int = 0) -> Moment:
    """One moment at half past seven, and ``number`` minutes."""
    happened_at = datetime.combine(day, time(7, 30), tzinfo=UTC) + timedelta(minutes=number)
    return Moment(
        uuid=UUID(int=day.toordinal() * 1000 + number),
        placement=placement,
        happened_at=happened_at,
        day=day,
        kind=Kind.NOT_TODAY if letter == "N" else Kind.TRIED,
        help=LETTERS.get(letter),
    )


def weeks_of(rows: Iterable[str], first: date = MONDAY) -> list[Moment]:
    """Moments of several weeks: a row a week, a letter a day, "–" where nobody wrote."""
    return [
        moment(first + timedelta(weeks=week, days=day), letter)
        for week, row in enumerate(rows)
        for day, letter in enumerate(row)
        if letter != "–"
    ]
