"""What a time means for a family, counted from what the family and the clinic said. Nothing is guessed."""

from collections.abc import Collection, Iterable
from datetime import date

from alongside.core.fitting.values import Cost, CostKind, Family, RegularTime, Said, School, Sitting, Wish

_FRIDAY = 4
_NEXT = 15  # minutes between two visits of one family that still make one journey


def told(wishes: Iterable[Wish], on: date, starts: int, ends: int) -> Cost | None:
    """What was said about a time on a day; None when nobody named a time at all.

    ``COULD_NOT`` in one home does not count where another home could: somebody brings the child. It never comes
    back as a cost: ask ``is_ruled_out`` first.
    """
    known = [wish for wish in wishes if wish.said is not Said.COULD_NOT]
    if not known:
        return None
    today = [wish for wish in known if wish.counts_on(on)]
    if not today:
        return Cost(kind=CostKind.NOT_A_DAY_NAMED)
    outside = _outside(today, starts, ends)
    if outside:
        return Cost(kind=CostKind.OUTSIDE_TIMES, n=outside)
    liked = [wish for wish in today if wish.said is Said.PREFER]
    return Cost(kind=CostKind.IN_TIMES if _outside(liked, starts, ends) else CostKind.PREFERRED)


def is_ruled_out(wishes: Iterable[Wish], on: date, starts: int, ends: int) -> bool:
    """Whether the family said that it could not: in one home, and no other home could."""
    today = [wish for wish in wishes if wish.counts_on(on)]
    against = {wish.home for wish in today if wish.said is Said.COULD_NOT and _shared(wish, starts, ends)}
    return bool(against) and not any(
        wish.said is not Said.COULD_NOT and wish.home not in against and not _outside([wish], starts, ends)
        for wish in today
    )


def costs_of(time: RegularTime, minutes: int, family: Family, earliest: date) -> tuple[Cost, ...]:
    """Everything a regular time means for the family. ``earliest`` is the first day any time could begin."""
    said = [told(family.wishes, day, time.minute, time.minute + minutes) for day in time.dates]
    found = [
        _school(time, minutes, family.school),
        max((one for one in said if one), key=_weight, default=None),
        _sibling(time, minutes, family.siblings),
        _other(CostKind.OTHER_THERAPIST, time.therapist, family.therapists),
        _other(CostKind.OTHER_PLACE, time.site, () if family.site is None else (family.site,)),
        _number(CostKind.STARTS_LATER, (time.dates[0] - earliest).days // 7),
        _number(CostKind.NOT_FREE, len(time.not_free)),
        _number(CostKind.SKIPS, len(time.skipped)),
    ]
    return tuple(cost for cost in found if cost is not None)


# The worst that was said about any of the dates stands for all of them.
_WORSE = (CostKind.PREFERRED, CostKind.IN_TIMES, CostKind.OUTSIDE_TIMES, CostKind.NOT_A_DAY_NAMED)


def _weight(cost: Cost) -> tuple[int, int]:
    return _WORSE.index(cost.kind), cost.n


def _shared(wish: Wish, starts: int, ends: int) -> int:
    return max(0, min(wish.ends, ends) - max(wish.starts, starts))


def _outside(wishes: Iterable[Wish], starts: int, ends: int) -> int:
    """Minutes from ``starts`` to ``ends`` that lie in none of the windows."""
    outside, reached = 0, starts
    for wish in sorted(wishes, key=lambda one: one.starts):
        outside += max(0, min(wish.starts, ends) - reached)
        reached = max(reached, min(wish.ends, ends))
    return outside + max(0, ends - reached)


def _school(time: RegularTime, minutes: int, school: School | None) -> Cost | None:
    """Minutes of lessons that a visit takes in term; nothing where no date lies in term."""
    if school is None:
        return None
    lessons = [day for day in time.dates if day.weekday() <= _FRIDAY and day not in school.off]
    missed = max(0, min(school.ends, time.minute + minutes) - max(school.starts, time.minute))
    if lessons and missed:
        return Cost(kind=CostKind.MISSES_SCHOOL, n=missed)
    return Cost(kind=CostKind.NO_LESSONS_MISSED)


def _sibling(time: RegularTime, minutes: int, sittings: Iterable[Sitting]) -> Cost | None:
    """How many of the visits lie right beside one of a brother or sister."""
    dates, ends = set(time.dates), time.minute + minutes
    beside = {
        one.on
        for one in sittings
        if one.on in dates and (0 <= time.minute - one.ends <= _NEXT or 0 <= one.starts - ends <= _NEXT)
    }
    return _number(CostKind.SIBLING_NEXT, len(beside))


def _other(kind: CostKind, now: int | None, known: Collection[int]) -> Cost | None:
    return Cost(kind=kind) if known and now not in known else None


def _number(kind: CostKind, n: int) -> Cost | None:
    return Cost(kind=kind, n=n) if n > 0 else None
