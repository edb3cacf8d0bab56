"""How much practice a goal has had: times and minutes, from visits and from home. Never a share of what was planned.

A planning aid for the therapist. A practice that serves two goals counts for both, so goals are never added up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

MOST_MINUTES = 24 * 60


class MinutesOutOfRange(Refusal):
    sentence = gettext_noop("Write whole minutes, from 1 to 1440.")


class DaysTurnedRound(Refusal):
    sentence = gettext_noop("Choose a last day that is not before the first.")


class Where(StrEnum):
    """Where practice happened."""

    SESSION = "SESSION"
    HOME = "HOME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One practice of one or more goals; ``minutes`` is None when nobody wrote how long it took."""

    goals: frozenset[UUID]
    day: date
    where: Where
    minutes: int | None = None

    def __post_init__(self) -> None:
        known = self.minutes is not None
        if known and (not isinstance(self.minutes, int) or not 1 <= self.minutes <= MOST_MINUTES):
            raise MinutesOutOfRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """So many times; ``minutes`` is the sum over the times whose length is known, ``untimed`` counts the others."""

    times: int = 0
    minutes: int = 0
    untimed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What one goal has had, apart and together."""

    session: Amount
    home: Amount
    total: Amount


def dose_of(
    goal: UUID,
    practices: Iterable[Practice],
    *,
    first_on: date | None = None,
    last_on: date | None = None,
) -> Dose:
    """Times and minutes that one goal was practised, from the first day to the last, both included.

    Formula: counts and sums, by place and together. Nothing is estimated: a time without minutes adds a time, no
    minutes, and is counted in ``untimed``.
    Units: times; whole minutes.
    Refuses: ``DaysTurnedRound``; ``MinutesOutOfRange`` when a practice is made.
    Source: counting. Why it is counted: Jackman 2020 (goals began to move after some 14 to 25 hours of practice).
    """
    first, last = first_on or date.min, last_on or date.max
    if last < first:
        raise DaysTurnedRound
    mine = [one for one in practices if goal in one.goals and first <= one.day <= last]
    return Dose(
        session=_amount(one for one in mine if one.where is Where.SESSION),
        home=_amount(one for one in mine if one.where is Where.HOME),
        total=_amount(mine),
    )


def doses(
    practices: Iterable[Practice], *, first_on: date | None = None, last_on: date | None = None
) -> dict[UUID, Dose]:
    """The dose of every goal that any of these practices served; see ``dose_of``.

    Formula: ``dose_of`` for each goal. A goal without practice between these days has a dose of nothing.
    Units: times; whole minutes.
    Refuses: like ``dose_of``.
    Source: counting.
    """
    by_goal: dict[UUID, list[Practice]] = {}
    for one in practices:
        for goal in one.goals:
            by_goal.setdefault(goal, []).append(one)
    return {goal: dose_of(goal, mine, first_on=first_on, last_on=last_on) for goal, mine in by_goal.items()}


def _amount(practices: Iterable[Practice]) -> Amount:
    lengths = [one.minutes for one in practices]
    known = [minutes for minutes in lengths if minutes is not None]
    return Amount(times=len(lengths), minutes=sum(known), untimed=len(lengths) - len(known))
