"""Every single time that keeps the rules by itself: child, therapist, shift and start, as columns of numbers.

Time is counted in cells of 15 minutes. The cells of all shifts stand one after the other in one long row, so a busy
span is ``[lo, hi)`` in that row. What rooms ask is looked up in a table by need (site, features, length), day and cell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from alongside.core.slots import points
from alongside.core.slots.instance import GRID, Child, Instance, Room, Shift, Therapist, Time, Way, WindowKind

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
DAY = 24 * 60 // GRID
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Rooms that are alike: a site, features, hours; ``open`` says for every cell of the week whether they are."""

    site: str
    features: frozenset[str]
    rooms: tuple[Room, ...]
    open: Bools


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a session asks of rooms: a site, features, a length in cells; the kinds that have it."""

    site: str
    features: frozenset[str]
    cells: int
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifts:
    """All shifts in a row: whose, when, where, and where their cells begin in the long row (one more at the end)."""

    shifts: tuple[Shift, ...]
    therapist: Ints
    day: Ints
    first: Ints
    last: Ints
    base: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """All options, sorted by child, therapist, day and start, and what they point to.

    ``points`` hold everything that one placement brings by itself, with ``FURTHER`` of its urgency; ``extra`` is what
    a child brings besides by being seen at all. ``need`` is -1 without a room. ``length`` is the busy span in cells.
    ``startable`` says for each need and kind at which cells of each day a session can begin; ``child_at`` where in
    the instance a child stands.
    """

    instance: Instance
    shifts: Shifts
    kinds: tuple[Kind, ...]
    needs: tuple[Need, ...]
    extra: Ints
    sessions: Ints
    minutes: Ints
    child: Ints
    therapist: Ints
    shift: Ints
    day: Ints
    cell: Ints
    lo: Ints
    length: Ints
    need: Ints
    points: Ints
    startable: tuple[Mapping[int, Bools], ...]
    child_at: Mapping[str, int]

    def only(self, mask: Bools) -> "Options":
        """The same clinic with some of the options."""
        few = {name: getattr(self, name)[mask] for name in _COLUMNS}
        return replace(self, **few)

    def at(self, time: Time) -> int | None:
        """Where an option of exactly this time stands; None when there is none."""
        child = self.child_at[time.child]
        mine = slice(*np.searchsorted(self.child, [child, child + 1]).tolist())
        same = (self.day[mine] == time.weekday) & (self.cell[mine] * GRID == time.start)
        for at in np.flatnonzero(same) + mine.start:
            if self.instance.therapists[self.therapist[at]].id == time.therapist:
                return int(at)
        return None


def options(instance: Instance) -> Options:
    """Every option of an instance that keeps rules 1 to 6 and 10 by itself."""
    shifts = _shifts(instance)
    kinds = _kinds(instance.rooms)
    finder = _Finder(instance, shifts, kinds)
    parts = [finder.of_child(at, child) for at, child in enumerate(instance.children)]
    rows = np.concatenate([*parts, np.empty((0, 9), dtype=np.int64)])
    children = instance.children
    columns = {name: np.ascontiguousarray(rows[:, at]) for at, name in enumerate(_COLUMNS)}
    return Options(
        instance=instance,
        shifts=shifts,
        kinds=kinds,
        needs=tuple(finder.needs),
        startable=tuple(
            {kind: room_starts(kinds[kind], need.cells) for kind in need.kinds} for need in finder.needs
        ),
        child_at={one.id: at for at, one in enumerate(children)},
        extra=np.array(
            [points.served(one, 1) - points.FURTHER[one.urgency] for one in children], dtype=np.int64
        ),
        sessions=np.array([one.sessions for one in children], dtype=np.int64),
        minutes=np.array([one.minutes for one in children], dtype=np.int64),
        **columns,
    )


_COLUMNS = ("child", "therapist", "shift", "day", "cell", "lo", "length", "need", "points")


def _shifts(instance: Instance) -> Shifts:
    pairs = [
        (at, shift)
        for at, one in enumerate(instance.therapists)
        for shift in sorted(one.shifts, key=lambda shift: (shift.weekday, shift.start))
    ]
    first = np.array([shift.start // GRID for _, shift in pairs], dtype=np.int64)
    last = np.array([shift.until // GRID for _, shift in pairs], dtype=np.int64)
    return Shifts(
        shifts=tuple(shift for _, shift in pairs),
        therapist=np.array([at for at, _ in pairs], dtype=np.int64),
        day=np.array([shift.weekday for _, shift in pairs], dtype=np.int64),
        first=first,
        last=last,
        base=np.concatenate([[0], np.cumsum(last - first)]).astype(np.int64),
    )


def _kinds(rooms: Sequence[Room]) -> tuple[Kind, ...]:
    alike: dict[tuple[object, ...], list[Room]] = {}
    for room in rooms:
        alike.setdefault((room.site, tuple(sorted(room.features)), room.open), []).append(room)
    return tuple(
        Kind(site=few[0].site, features=few[0].features, rooms=tuple(few), open=_open(few[0]))
        for few in alike.values()
    )


def _open(room: Room) -> Bools:
    """Whether a cell lies in some span. Spans that touch do not join; ``_fits`` asks each span by itself."""
    cells = np.zeros((7, DAY), dtype=np.bool_)
    for span in room.open:
        cells[span.weekday, span.start // GRID : span.until // GRID] = True
    return cells if room.open else ~cells


def room_starts(kind: Kind, cells: int) -> Bools:
    """On each day, at which cells a session of a length can begin in a kind of room."""
    room, starts = kind.rooms[0], np.zeros((7, DAY), dtype=np.bool_)
    if not room.open:
        starts[:, : DAY - cells + 1] = True
    for span in room.open:
        starts[span.weekday, span.start // GRID : max(span.start // GRID, span.until // GRID - cells + 1)] = (
            True
        )
    return starts


def matches(child: Child, one: Therapist) -> bool:
    """Rules 1 to 4: skills, languages, credentials, and with whom not."""
    return (
        child.skills <= one.skills
        and (not child.languages or bool(child.languages & one.languages))
        and child.credentials <= one.credentials
        and one.id not in child.not_with
    )


class _Finder:
    """Finds the options of one child after the other."""

    def __init__(self, instance: Instance, shifts: Shifts, kinds: Sequence[Kind]) -> None:
        self.instance, self.shifts, self.kinds = instance, shifts, kinds
        self.needs: list[Need] = []
        self._need_at: dict[tuple[str, frozenset[str], int], int] = {}
        self._starts: list[Bools] = []
        self._travel = {frozenset((one.a, one.b)): one.minutes for one in instance.travel}
        self._site = [shift.site for shift in shifts.shifts]
        self._person = {one.id: at for at, one in enumerate(instance.therapists)}
        self._now: dict[str, list[Time]] = {}
        for one in instance.now:
            self._now.setdefault(one.child, []).append(one)

    def of_child(self, at: int, child: Child) -> Ints:
        """Rows of ``_COLUMNS`` for one child."""
        good = np.array([matches(child, one) for one in self.instance.therapists], dtype=np.bool_)
        some = (
            np.flatnonzero(good[self.shifts.therapist]) if len(self.shifts.shifts) else np.empty(0, np.int64)
        )
        road, need = self._places(child, some)
        some, need, road = some[road >= 0], need[road >= 0], road[road >= 0]
        if not len(some):
            return np.empty((0, 9), dtype=np.int64)
        cells, buffer = child.minutes // GRID, self.instance.buffer_minutes // GRID
        starts = np.arange(DAY)
        day = self.shifts.day[some]
        fits = could_start(child)[day]
        fits &= starts >= (self.shifts.first[some] + road)[:, None]
        fits &= starts + cells + buffer <= (self.shifts.last[some] - road)[:, None]
        for at_row in np.flatnonzero(need >= 0):
            fits[at_row] &= self._starts[need[at_row]][day[at_row]]
        row, cell = np.nonzero(fits)
        return self._rows(at, child, (some[row], cell, road[row], need[row]))

    def _rows(self, at: int, child: Child, found: tuple[Ints, Ints, Ints, Ints]) -> Ints:
        shift, cell, road, need = found
        day, therapist = self.shifts.day[shift], self.shifts.therapist[shift]
        length = child.minutes // GRID + 2 * road + self.instance.buffer_minutes // GRID
        lo = self.shifts.base[shift] + cell - road - self.shifts.first[shift]
        worth = own_points(child)[day, cell] + self._by_shift(child)[shift]
        for one in self._now.get(child.id, ()):
            same_time = (day == one.weekday) & (cell * GRID == one.start)
            worth += points.STAYS * (same_time & (therapist == self._person[one.therapist]))
        same = np.full(len(cell), at)
        return np.stack([same, therapist, shift, day, cell, lo, length, need, worth], axis=1)

    def _by_shift(self, child: Child) -> Ints:
        """Points of a placement in each shift: the same person as before, and the road."""
        by_site = {site.id: self._road_points(child, site.id) for site in self.instance.sites}
        found = np.array([by_site[site] for site in self._site], dtype=np.int64)
        if child.before in self._person:
            found[self.shifts.therapist == self._person[child.before]] += points.SAME_PERSON
        return found

    def _road_points(self, child: Child, site: str) -> int:
        if child.way is Way.ROOM:
            return points.road(points.drive_minutes(child, site))
        return points.road(2 * max(0, self._road(site, child.at)) * GRID) if child.way is Way.AWAY else 0

    def _places(self, child: Child, some: Ints) -> tuple[Ints, Ints]:
        """For some shifts the cells on the road (-1: not possible there) and the need of a room (-1: none)."""
        sites = {self._site[at] for at in some}
        by_site = {site: self._place(child, site) for site in sites}
        both = np.array([by_site[self._site[at]] for at in some], dtype=np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    def _place(self, child: Child, site: str) -> tuple[int, int]:
        if child.way is Way.AWAY:
            return self._road(site, child.at), -1
        if child.way is Way.VIDEO:
            return 0, -1
        need = self._need(child, site)
        allowed = (not child.sites or site in child.sites) and self.needs[need].kinds
        return 0 if allowed else -1, need

    def _road(self, site: str, at: str) -> int:
        minutes = 0 if site == at else self._travel.get(frozenset((site, at)))
        return -1 if minutes is None else -(-minutes // GRID)

    def _need(self, child: Child, site: str) -> int:
        cells = child.minutes // GRID
        key = (site, child.features, cells)
        if key not in self._need_at:
            kinds = [
                at for at, one in enumerate(self.kinds) if one.site == site and child.features <= one.features
            ]
            self._need_at[key] = len(self.needs)
            self.needs.append(Need(site=site, features=child.features, cells=cells, kinds=tuple(kinds)))
            starts = np.zeros((7, DAY), dtype=np.bool_)
            for kind in kinds:
                starts |= room_starts(self.kinds[kind], cells)
            self._starts.append(starts)
        return self._need_at[key]


def could_start(child: Child) -> Bools:
    """Rule 10: on each day, at which cells the family's windows let a session begin."""
    cells = child.minutes // GRID
    wanted = [one for one in child.windows if one.kind is not WindowKind.COULD_NOT]
    starts = np.zeros((7, DAY), dtype=np.bool_)
    if not wanted:
        starts[:, : DAY - cells + 1] = True
    for one in wanted:
        first = -(-one.start // GRID)
        starts[one.weekday, first : max(first, one.until // GRID - cells + 1)] = True
    for one in child.windows:
        if one.kind is WindowKind.COULD_NOT:
            starts[one.weekday, max(0, one.start // GRID - cells + 1) : -(-one.until // GRID)] = False
    return starts


def own_points(child: Child) -> Ints:
    """Points of a placement at each cell of each day, whoever sees the child where. The table is points.py's."""
    found = np.full((7, DAY), points.FURTHER[child.urgency], dtype=np.int64)
    starts = np.arange(DAY) * GRID
    untils = starts + child.minutes
    liked = np.zeros((7, DAY), dtype=np.bool_)
    for one in child.windows:
        if one.kind is WindowKind.PREFER:
            liked[one.weekday] |= (starts >= one.start) & (untils <= one.until)
    missed, ends = np.zeros((7, DAY), dtype=np.int64), np.full(7, -1)
    for span in child.school:
        missed[span.weekday] += np.maximum(0, np.minimum(untils, span.until) - np.maximum(starts, span.start))
        ends[span.weekday] = max(int(ends[span.weekday]), span.until)
    after = (ends[:, None] >= 0) & (starts[None, :] >= ends[:, None])
    turn = points.AFTER_SCHOOL[min(len(points.AFTER_SCHOOL) - 1, child.after_school_turns)]
    return np.asarray(found + points.PREFERRED * liked + points.SCHOOL * (-missed // GRID) + turn * after)
