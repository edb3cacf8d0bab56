"""What got in the way: told once in a tap, gathered into patterns, each with one thing that could change.

Families are asked what got in the way once and gently (Niyonsenga 2024: few perceived barriers carry a plan). A
pattern speaks about the plan, never about a family: it counts days, has no percentage, and fades after a fortnight.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.core.routines import Part
from alongside.core.words import gettext_noop

LEAST_DAYS = 3
LOOK_BACK = timedelta(days=14)
_SATURDAY = 5


class Barrier(StrEnum):
    """What got in the way of an idea on a day."""

    NO_TIME = "NO_TIME"
    TIRED = "TIRED"
    DIDNT_WANT = "DIDNT_WANT"
    DIDNT_FIT = "DIDNT_FIT"
    UNSURE_HOW = "UNSURE_HOW"
    OTHER = "OTHER"


class Days(StrEnum):
    """Days of one kind."""

    SCHOOL_DAYS = "SCHOOL_DAYS"
    WEEKEND = "WEEKEND"


class Repair(StrEnum):
    """What the therapist can change about it in one tap."""

    MOVE = "MOVE"
    EASIER = "EASIER"
    SWAP = "SWAP"
    SHOW = "SHOW"
    ASK = "ASK"


BARRIER_LABELS: Mapping[Barrier, str] = MappingProxyType(
    {
        Barrier.NO_TIME: gettext_noop("No time"),
        Barrier.TIRED: gettext_noop("Tired"),
        Barrier.DIDNT_WANT: gettext_noop("Didn’t want to"),
        Barrier.DIDNT_FIT: gettext_noop("Didn’t fit"),
        Barrier.UNSURE_HOW: gettext_noop("Unsure how"),
        Barrier.OTHER: gettext_noop("Something else"),
    }
)
REPAIRS: Mapping[Barrier, Repair] = MappingProxyType(
    {
        Barrier.NO_TIME: Repair.MOVE,
        Barrier.TIRED: Repair.EASIER,
        Barrier.DIDNT_WANT: Repair.SWAP,
        Barrier.DIDNT_FIT: Repair.MOVE,
        Barrier.UNSURE_HOW: Repair.SHOW,
        Barrier.OTHER: Repair.ASK,
    }
)
_HEADS: Mapping[tuple[Part, Days], str] = MappingProxyType(
    {
        (Part.MORNING, Days.SCHOOL_DAYS): gettext_noop("Mornings fail on school days"),
        (Part.MORNING, Days.WEEKEND): gettext_noop("Mornings fail at weekends"),
        (Part.SCHOOL, Days.SCHOOL_DAYS): gettext_noop("Times at school fail"),
        (Part.SCHOOL, Days.WEEKEND): gettext_noop("The middle of the day fails at weekends"),
        (Part.AFTER_SCHOOL, Days.SCHOOL_DAYS): gettext_noop("Afternoons fail on school days"),
        (Part.AFTER_SCHOOL, Days.WEEKEND): gettext_noop("Afternoons fail at weekends"),
        (Part.EVENING, Days.SCHOOL_DAYS): gettext_noop("Evenings fail on school days"),
        (Part.EVENING, Days.WEEKEND): gettext_noop("Evenings fail at weekends"),
        (Part.NIGHT, Days.SCHOOL_DAYS): gettext_noop("Bedtimes fail on school days"),
        (Part.NIGHT, Days.WEEKEND): gettext_noop("Bedtimes fail at weekends"),
        (Part.ANY, Days.SCHOOL_DAYS): gettext_noop("Ideas for any time fail on school days"),
        (Part.ANY, Days.WEEKEND): gettext_noop("Ideas for any time fail at weekends"),
    }
)
_PARTS = {part: order for order, part in enumerate(Part)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One idea did not happen on ``day`` (the home's own date) in this part of the day, and somebody said why."""

    idea: UUID
    part: Part
    day: date
    barrier: Barrier


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """The same reason on ``times`` days of one kind since ``since``. ``ideas``: the one it was told of most first."""

    part: Part
    days: Days
    barrier: Barrier
    times: int
    since: date
    ideas: tuple[UUID, ...]

    @property
    def repair(self) -> Repair:
        """The one thing that could change."""
        return REPAIRS[self.barrier]

    @property
    def head(self) -> str:
        """When it happens, for the therapist: "Mornings fail on school days"."""
        return _HEADS[self.part, self.days]

    @property
    def why(self) -> str:
        """What got in the way, as the family chose it: "No time"."""
        return BARRIER_LABELS[self.barrier]


def days_of(day: date) -> Days:
    """Monday to Friday are school days."""
    return Days.WEEKEND if day.weekday() >= _SATURDAY else Days.SCHOOL_DAYS


def patterns(
    told: Iterable[Told], today: date, done: Collection[tuple[UUID, date]] = ()
) -> tuple[Pattern, ...]:
    """Reasons told on at least three days of one kind in one part of the day within the last fortnight.

    However many ideas and grown-ups speak of one day, it counts once; a day on which the idea was ``done`` after all
    does not count. The most frequent comes first.
    """
    groups: dict[tuple[Part, Days, Barrier], list[Told]] = {}
    for one in told:
        if today - LOOK_BACK < one.day <= today and (one.idea, one.day) not in done:
            groups.setdefault((one.part, days_of(one.day), one.barrier), []).append(one)
    found = [_pattern(group) for group in groups.values()]
    return tuple(sorted((one for one in found if one.times >= LEAST_DAYS), key=_order))


def _pattern(group: list[Told]) -> Pattern:
    days = {one.day for one in group}
    per_idea = {one.idea: len({other.day for other in group if other.idea == one.idea}) for one in group}
    return Pattern(
        part=group[0].part,
        days=days_of(group[0].day),
        barrier=group[0].barrier,
        times=len(days),
        since=min(days),
        ideas=tuple(sorted(per_idea, key=lambda idea: (-per_idea[idea], idea))),
    )


def _order(one: Pattern) -> tuple[int, int, Days, Barrier]:
    return -one.times, _PARTS[one.part], one.days, one.barrier
