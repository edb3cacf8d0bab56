"""The minutes meter: what a plan asks of a family beside what the family said it can give."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

LIVE_LIMIT = 4
MINUTES_IN_A_DAY = 1440


class BadMinutes(Refusal):
    sentence = gettext_noop("Give the minutes as a whole number from 0 to 1440.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Minutes a day the plan asks (``used``) out of what the family gave (``of``); ``over`` is the surplus or 0."""

    used: int
    of: int
    over: int
    ideas: int
    too_many: bool

    @property
    def fits(self) -> bool:
        """True when neither the minutes nor the number of live ideas is above what was agreed."""
        return not self.over and not self.too_many


def load(minutes_by_placement: Mapping[Any, int], minutes_a_day: int) -> Load:
    """The meter for the live placements (any key → minutes a day each, 0 when it costs no time of its own).

    Refuses ``BadMinutes`` for negative numbers or more than a day.
    """
    asked = list(minutes_by_placement.values())
    if not all(0 <= minutes <= MINUTES_IN_A_DAY for minutes in [*asked, minutes_a_day]):
        raise BadMinutes
    used = sum(asked)
    return Load(
        used=used,
        of=minutes_a_day,
        over=max(0, used - minutes_a_day),
        ideas=len(asked),
        too_many=len(asked) > LIVE_LIMIT,
    )
