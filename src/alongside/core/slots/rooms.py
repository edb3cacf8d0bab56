"""Gives each session a room of its kind, and tells a draft as placements."""

from collections import defaultdict

from alongside.core.slots.draft import Chosen, Draft
from alongside.core.slots.instance import GRID, Way
from alongside.core.slots.result import Placement


def placements(draft: Draft) -> tuple[Placement, ...]:
    """Every chosen time with its room, by child and through the week."""
    rooms = _rooms(draft)
    return tuple(
        _placement(draft, one, number, rooms.get(one[0], ""))
        for few in draft.chosen
        for number, one in enumerate(sorted(few, key=lambda one: int(draft.options.day[one[0]])), 1)
    )


def _rooms(draft: Draft) -> dict[int, str]:
    """By start, each session takes the first room of its kind that is free; so many rooms as kinds allow are enough."""
    options = draft.options
    by_day: dict[tuple[int, int], list[int]] = defaultdict(list)
    for few in draft.chosen:
        for at, kind in few:
            if kind >= 0:
                by_day[kind, int(options.day[at])].append(at)
    found: dict[int, str] = {}
    for (kind, _), sessions in by_day.items():
        free = dict.fromkeys((room.id for room in options.kinds[kind].rooms), 0)
        for at in sorted(sessions, key=lambda at: (int(options.cell[at]), at)):
            room = next(name for name, until in free.items() if until <= options.cell[at])
            found[at] = room
            free[room] = int(options.cell[at]) + int(options.minutes[options.child[at]]) // GRID
    return found


def _placement(draft: Draft, one: Chosen, number: int, room: str) -> Placement:
    options, at = draft.options, one[0]
    child = options.instance.children[options.child[at]]
    start = int(options.cell[at]) * GRID
    sites = {
        Way.ROOM: options.shifts.shifts[options.shift[at]].site,
        Way.AWAY: child.at,
        Way.VIDEO: "",
    }
    return Placement(
        child=child.id,
        session=number,
        therapist=options.instance.therapists[options.therapist[at]].id,
        weekday=int(options.day[at]),
        start=start,
        until=start + child.minutes,
        site=sites[child.way],
        room=room,
    )
