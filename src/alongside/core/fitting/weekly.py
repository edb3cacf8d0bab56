"""From single free times to regular ones: the same weekday and minute, week after week."""

from collections.abc import Iterable, Iterator, Set
from datetime import date, timedelta

from alongside.core.fitting.values import Free, Need, RegularTime

_Where = tuple[int, int, int | None, int]  # weekday, minute, site, therapist


def regular_times(free: Iterable[Free], need: Need, closed: Set[date]) -> tuple[RegularTime, ...]:
    """Every regular time that the free ones allow, one for each weekday, minute, place and therapist.

    Days in ``closed`` are skipped and made up for at the end. A date that somebody else has is left out too, at most
    ``need.gaps`` of them. Of several rooms the one with the fewest dates left out is taken, then the lowest key.
    In the order of weekday, minute, place and therapist.
    """
    rooms: dict[_Where, dict[int | None, set[date]]] = {}
    for one in free:
        where = (one.on.weekday(), one.minute, one.site, one.therapist)
        rooms.setdefault(where, {}).setdefault(one.room, set()).add(one.on)
    found = (_best_room(where, rooms[where], need, closed) for where in sorted(rooms, key=_order))
    return tuple(time for time in found if time is not None)


def _order(where: _Where) -> tuple[int, int, int, int]:
    weekday, minute, site, therapist = where
    return weekday, minute, -1 if site is None else site, therapist


def _best_room(
    where: _Where, rooms: dict[int | None, set[date]], need: Need, closed: Set[date]
) -> RegularTime | None:
    options = [time for room, days in rooms.items() if (time := _earliest(where, room, days, need, closed))]
    return min(options, key=_left_out, default=None)


def _left_out(time: RegularTime) -> tuple[int, date, date, int]:
    return len(time.not_free), time.dates[0], time.dates[-1], -1 if time.room is None else time.room


def _earliest(
    where: _Where, room: int | None, days: set[date], need: Need, closed: Set[date]
) -> RegularTime | None:
    to_the_last = timedelta(weeks=need.every * (need.count - 1))
    latest = min(need.from_on + timedelta(weeks=need.start_within), need.until_on - to_the_last)
    starts = sorted(day for day in days if need.from_on <= day <= latest and day not in closed)
    walks = (_walk(where, room, days, start, need, closed) for start in starts)
    return next((time for time in walks if time is not None), None)


def _walk(
    where: _Where, room: int | None, days: set[date], start: date, need: Need, closed: Set[date]
) -> RegularTime | None:
    kept: list[date] = []
    skipped: list[date] = []
    taken: list[date] = []
    for day in _weeks(start, need):
        into = skipped if day in closed else kept if day in days else taken
        into.append(day)
        if len(kept) == need.count or len(taken) > need.gaps:
            break
    if len(kept) < need.count:
        return None
    _weekday, minute, site, therapist = where
    dates = {"dates": tuple(kept), "skipped": tuple(skipped), "not_free": tuple(taken)}
    return RegularTime(therapist=therapist, room=room, site=site, minute=minute, **dates)


def _weeks(start: date, need: Need) -> Iterator[date]:
    day = start
    while day <= need.until_on:
        yield day
        day += timedelta(weeks=need.every)
