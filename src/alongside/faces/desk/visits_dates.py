"""The dates of a regular time, one line each: what is in the way, and what becomes of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import Happens, PlannedDate
from alongside.areas.circle.values import OpenChild
from alongside.faces.common.pages import Choice
from alongside.faces.desk.visits_forms import MOST_DATES, choices_typed, name_of

_LOOKS = 4  # Leaving a holiday out adds a date at the end, which can be a holiday again.


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One date: ``says`` are plain sentences, ``choices`` what can become of it."""

    name: str
    label: str
    happens: str
    says: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Every date as it would be booked now. ``seen`` stands for the choices that this list shows."""

    lines: tuple[DateLine, ...]
    count: int
    first: str
    last: str
    is_clear: bool
    seen: str


@dataclass(slots=True)
class _Found:
    """The dates left out so far, each with what was in its way: a date that is left out is asked no more."""

    why: dict[date, tuple[str, ...]] = field(default_factory=dict)

    @property
    def skips(self) -> frozenset[date]:
        return frozenset(self.why)

    def leave_out(self, dates: Iterable[PlannedDate]) -> bool:
        new = {one.on: tuple(_says(one)) for one in dates if one.on not in self.why}
        self.why |= new
        return bool(new)


def look(opened: OpenChild, rule: Mapping[str, Any], typed: Mapping[str, str]) -> Dates:
    """The dates with the choices that were sent. At the first look, closed days and taken times are left out."""
    skips, moves = choices_typed(typed)
    found = _Found()
    for _number in range(_LOOKS):
        dates = _preview(opened, rule, found.skips, moves)
        leaving = [one for one in dates if one.on in skips or ("seen" not in typed and _is_left_out(one))]
        if not found.leave_out(leaving):
            break
    dates = _preview(opened, rule, found.skips | skips, moves)
    coming = [one for one in dates if one.happens is not Happens.SKIP]
    return Dates(
        lines=tuple(_line(one, found.why.get(one.on, ())) for one in dates[:MOST_DATES]),
        count=len(coming),
        first=_day(coming[0].local_start) if coming else "",
        last=_day(coming[-1].local_start) if coming else "",
        is_clear=bool(coming) and not any(one.is_in_the_way for one in dates),
        seen=_sign(found.skips | skips, moves),
    )


def is_as_seen(typed: Mapping[str, str]) -> bool:
    """Whether the choices that were sent are the ones that the list showed."""
    return typed.get("seen") == _sign(*choices_typed(typed))


def _preview(
    opened: OpenChild, rule: Mapping[str, Any], skips: frozenset[date], moves: Mapping[date, datetime]
) -> Sequence[PlannedDate]:
    return appointments.preview_series(opened, skips=skips, moves=moves, **rule)


def _is_left_out(one: PlannedDate) -> bool:
    return one.happens is Happens.KEEP and bool(one.closed or one.is_in_the_way)


def _sign(skips: frozenset[date], moves: Mapping[date, datetime]) -> str:
    moved = [f"{on.isoformat()}>{instant.isoformat()}" for on, instant in sorted(moves.items())]
    return " ".join([*(on.isoformat() for on in sorted(skips)), *moved])


def _day(local: datetime) -> str:
    return dated(local, "D j F, G:i")


def _line(one: PlannedDate, why: tuple[str, ...]) -> DateLine:
    return DateLine(
        name=name_of(one.on),
        label=_day(one.local_start),
        happens=one.happens.value.lower(),
        says=why or tuple(_says(one)),
        choices=tuple(_choices(one)),
    )


def _says(one: PlannedDate) -> Iterator[str]:
    if one.closed:
        yield one.closed
    yield from one.clashes
    if not one.exists:
        yield _("The clocks go forward over this time.")
    elif one.clock_change:
        yield _("The clocks change before this date. The time on the wall stays.")
    if one.is_outside and not one.closed:
        yield _("Outside working hours, or kept free.")


def _choices(one: PlannedDate) -> Iterator[Choice]:
    yield Choice(value="keep", label=_("Stays"), chosen=one.happens is Happens.KEEP)
    yield Choice(value="skip", label=_("Left out"), chosen=one.happens is Happens.SKIP)
    if one.happens is Happens.MOVE:
        moved = _("Moved to %(when)s") % {"when": _day(one.local_start)}
        yield Choice(value=one.starts_at.isoformat(), label=moved, chosen=True)
    zone = one.local_start.tzinfo
    for instead in one.instead:
        if instead != one.starts_at:
            label = _("Move to %(when)s") % {"when": _day(instead.astimezone(zone))}
            yield Choice(value=instead.isoformat(), label=label)
