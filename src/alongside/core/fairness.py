"""Who is asked first when a time becomes free, and for how long it is held.

The rules stand here once, in the order in which they decide. A page shows them from ``RULES``, and the history of a
freed time names the rule that put one family before the next.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

from alongside.core.words import Phrase, phrase

LEAST_HOLD = timedelta(hours=2)
MORNING = timedelta(hours=1)
_QUARTER = timedelta(minutes=15)


class Fit(IntEnum):
    """How a time fits what a family said. A time that does not fit is never offered, so there is no word for it."""

    THEY_COULD = 0
    NOTHING_AGAINST = 1


class Rule(StrEnum):
    """What decided. ALONE: no other family fits this time."""

    ALONE = "ALONE"
    URGENCY = "URGENCY"
    TURN = "TURN"
    FIT = "FIT"
    LONGEST = "LONGEST"
    FIRST = "FIRST"


RULES: tuple[Phrase, ...] = (
    phrase(Rule.URGENCY, "First comes the family that needs a visit soonest, as the clinic judged it."),
    phrase(Rule.TURN, "Then comes a family that was not the last to be asked. Everybody gets a turn."),
    phrase(Rule.FIT, "Then comes a family that named this time as one that works."),
    phrase(Rule.LONGEST, "Then comes the family that has waited longest."),
    phrase(Rule.FIRST, "After that, the family that joined the list first."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One family that a time fits. ``urgency`` 0 is soonest; ``order`` counts who joined the list first."""

    child: int
    order: int
    urgency: int
    asked_last: bool
    fit: Fit
    since_on: date


def in_order(families: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """The families as they are asked, one after the other. No two stand at the same place."""
    return tuple(sorted(families, key=_standing))


def why_first(asked: Sequence[Waiting]) -> Rule:
    """The rule that puts the first of ``asked`` (in order, at least one) before the second."""
    if len(asked) == 1:
        return Rule.ALONE
    ours, theirs = _standing(asked[0]), _standing(asked[1])
    rules = (Rule.URGENCY, Rule.TURN, Rule.FIT, Rule.LONGEST, Rule.FIRST)
    return next(rule for rule, mine, other in zip(rules, ours, theirs, strict=True) if mine != other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """When nobody is asked and no offer ends, on the clinic's clock. It may pass midnight; equal ends: no night."""

    zone: str
    starts: time = time(20)
    ends: time = time(8)

    def over_at(self, at: datetime) -> datetime:
        """``at`` itself by day, else the moment when the night is over."""
        local = at.astimezone(ZoneInfo(self.zone))
        if not self._holds(local.time()):
            return at
        end = datetime.combine(local.date(), self.ends, local.tzinfo)
        if end <= local:
            end = datetime.combine(local.date() + timedelta(days=1), self.ends, local.tzinfo)
        return end.astimezone(at.tzinfo)

    def _holds(self, clock: time) -> bool:
        if self.starts <= self.ends:
            return self.starts <= clock < self.ends
        return clock >= self.starts or clock < self.ends


def held_until(at: datetime, starts_at: datetime, hours: int, night: Night) -> datetime | None:
    """Until when a time is held for one family that is asked at ``at``; None when it starts too soon to ask.

    It is held for ``hours``, or for half of what is left until the visit, whichever is less: so that another family
    can be asked, too. An end at night moves to an hour after the night. Nobody gets less than two hours.
    """
    until = ends_by_day(at + min(timedelta(hours=hours), (starts_at - at) / 2), night)
    return until if until - at >= LEAST_HOLD and starts_at - until >= LEAST_HOLD else None


def ends_by_day(moment: datetime, night: Night) -> datetime:
    """A time that people can say: the next full quarter of an hour, by night an hour after the night."""
    until = _next_quarter(moment)
    over = night.over_at(until)
    return over + MORNING if over > until else until


def _next_quarter(moment: datetime) -> datetime:
    whole = moment.replace(minute=0, second=0, microsecond=0)
    return whole + -(-(moment - whole) // _QUARTER) * _QUARTER


def _standing(family: Waiting) -> tuple[int, bool, int, date, int]:
    """What is compared, in the order of the rules."""
    return family.urgency, family.asked_last, family.fit.value, family.since_on, family.order
