"""Five-minute cells: two visits of one person or room overlap exactly when they share a cell."""

from datetime import UTC, datetime, timedelta

from alongside.core.instants import check_aware
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

CELL_MINUTES = 5
LONGEST_VISIT = 480
_CELL = timedelta(minutes=CELL_MINUTES)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class NotOnFiveMinutes(Refusal):
    sentence = gettext_noop("Start on a five-minute mark, such as 9:00 or 9:05.")


class BadLength(Refusal):
    sentence = gettext_noop("Choose a length from 5 minutes to 8 hours, in steps of 5 minutes.")


def cells_of(starts_at: datetime, minutes: int) -> range:
    """The cells (whole five minutes since 1970 in UTC) that a visit from ``starts_at`` (aware) occupies.

    Refuses a naive time, a start off the five-minute mark, and a length outside 5 to 480 minutes in fives.
    """
    check_aware(starts_at)
    if minutes % CELL_MINUTES or not CELL_MINUTES <= minutes <= LONGEST_VISIT:
        raise BadLength
    first = _first_cell(starts_at)
    return range(first, first + minutes // CELL_MINUTES)


def _first_cell(starts_at: datetime) -> int:
    since_1970 = starts_at - _EPOCH
    if since_1970 % _CELL:
        raise NotOnFiveMinutes
    return since_1970 // _CELL
