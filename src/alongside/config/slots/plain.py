"""The plain model of a caseload, for comparison only: one yes or no for every child, therapist and time.

What somebody writes down first. It holds every hard rule but pins, and of the table of points everything that a
placement brings by itself; gaps and siblings are left to chance. Rooms that are alike (site, features, hours) are
counted together, which is exact: intervals that never overlap more than n times fit into n rooms.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from alongside.core.slots import points
from alongside.core.slots.instance import GRID, Child, Instance, Room, Shift, Span, Therapist, Way, WindowKind
from alongside.core.slots.result import Placement

RoomKind = tuple[str, frozenset[str], tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to see a child: with whom, when, and in which kind of room (None for away and video)."""

    child: int
    therapist: int
    weekday: int
    start: int
    site: str
    kind: RoomKind | None
    busy: tuple[int, int]
    points: int


@dataclass(slots=True, kw_only=True)
class Model:
    """Yes-or-no variables with points, and rows ``sum of coefficient x variable <= limit``.

    The first variables are the options, in order.
    """

    options: list[Option]
    points: list[int] = field(default_factory=list)
    rows: list[tuple[list[int], list[int], int]] = field(default_factory=list)

    def variable(self, worth: int) -> int:
        """A new variable."""
        self.points.append(worth)
        return len(self.points) - 1

    def at_most(self, limit: int, variables: Iterable[int]) -> None:
        """So many of these at most."""
        found = list(variables)
        if len(found) > limit:
            self.rows.append((found, [1] * len(found), limit))

    def only_if(self, variable: int, others: Sequence[int]) -> None:
        """This one only when one of the others is chosen."""
        self.rows.append(([variable, *others], [1] + [-1] * len(others), 0))


def model(clinic: Instance) -> Model:
    """The whole plain model. Its size grows with children x therapists x times: that is the point of comparing."""
    found = Model(options=list(_options(clinic)))
    for one in found.options:
        found.variable(one.points + points.FURTHER[clinic.children[one.child].urgency])
    _children(clinic, found)
    _people(clinic, found)
    _rooms(clinic, found)
    _families(clinic, found)
    return found


def placements(clinic: Instance, chosen: Iterable[Option]) -> tuple[Placement, ...]:
    """The chosen options with a room each, and the sessions of a child counted through the week."""
    free: dict[tuple[int, str], int] = {}
    count: dict[int, int] = defaultdict(int)
    found = []
    for one in sorted(chosen, key=lambda option: (option.weekday, option.start, option.child)):
        child = clinic.children[one.child]
        until = one.start + child.minutes
        room = "" if one.kind is None else _free_room(clinic, one, free)
        if room:
            free[(one.weekday, room)] = until
        count[one.child] += 1
        found.append(
            Placement(
                child=child.id,
                session=count[one.child],
                therapist=clinic.therapists[one.therapist].id,
                weekday=one.weekday,
                start=one.start,
                until=until,
                site=one.site,
                room=room,
            )
        )
    return tuple(found)


def _free_room(clinic: Instance, one: Option, free: dict[tuple[int, str], int]) -> str:
    rooms = (room.id for room in clinic.rooms if _kind(room) == one.kind)
    return next(room for room in rooms if free.get((one.weekday, room), 0) <= one.start)


def _kind(room: Room) -> RoomKind:
    return room.site, room.features, room.open


def _options(clinic: Instance) -> Iterator[Option]:
    kinds = sorted({_kind(room) for room in clinic.rooms}, key=repr)
    for at, child in enumerate(clinic.children):
        for who, therapist in enumerate(clinic.therapists):
            if not _may_see(child, therapist):
                continue
            for shift in therapist.shifts:
                yield from _in_shift(clinic, kinds, (at, who), shift)


def _may_see(child: Child, therapist: Therapist) -> bool:
    speaks = not child.languages or bool(child.languages & therapist.languages)
    able = child.skills <= therapist.skills and child.credentials <= therapist.credentials
    return speaks and able and therapist.id not in child.not_with


def _in_shift(
    clinic: Instance, kinds: Sequence[RoomKind], pair: tuple[int, int], shift: Shift
) -> Iterator[Option]:
    child, therapist = clinic.children[pair[0]], clinic.therapists[pair[1]]
    road = _road(clinic, child, shift)
    if road is None:
        return
    first = -(-(shift.start + road) // GRID) * GRID
    for start in range(first, shift.until - child.minutes - road - clinic.buffer_minutes + 1, GRID):
        if not _could(child, shift.weekday, start):
            continue
        worth = _worth(child, therapist, shift.weekday, start) + points.road(2 * road)
        busy = (start - road, start + child.minutes + road + clinic.buffer_minutes)
        for site, kind in _places(child, kinds, shift, start):
            yield Option(
                child=pair[0],
                therapist=pair[1],
                weekday=shift.weekday,
                start=start,
                site=site,
                kind=kind,
                busy=busy,
                points=worth + _drive(child, site),
            )


def _road(clinic: Instance, child: Child, shift: Shift) -> int | None:
    if child.way is not Way.AWAY or child.at == shift.site:
        return 0
    ends = {child.at, shift.site}
    minutes = next((one.minutes for one in clinic.travel if {one.a, one.b} == ends), None)
    return None if minutes is None else -(-minutes // GRID) * GRID


def _could(child: Child, weekday: int, start: int) -> bool:
    until, today = start + child.minutes, [one for one in child.windows if one.weekday == weekday]
    if any(one.kind is WindowKind.COULD_NOT and one.start < until and start < one.until for one in today):
        return False
    asked = any(one.kind is not WindowKind.COULD_NOT for one in child.windows)
    return not asked or any(
        one.kind is not WindowKind.COULD_NOT and one.start <= start and until <= one.until for one in today
    )


def _places(
    child: Child, kinds: Sequence[RoomKind], shift: Shift, start: int
) -> Iterator[tuple[str, RoomKind | None]]:
    if child.way is Way.AWAY:
        yield child.at, None
    elif child.way is Way.VIDEO:
        yield "", None
    elif not child.sites or shift.site in child.sites:
        for kind in kinds:
            if kind[0] == shift.site and child.features <= kind[1] and _open(kind[2], child, shift, start):
                yield shift.site, kind


def _open(spans: Sequence[Span], child: Child, shift: Shift, start: int) -> bool:
    until = start + child.minutes
    return not spans or any(
        span.weekday == shift.weekday and span.start <= start and until <= span.until for span in spans
    )


def _worth(child: Child, therapist: Therapist, weekday: int, start: int) -> int:
    same = points.SAME_PERSON if child.before == therapist.id else 0
    return (
        points.preference(child, weekday, start)
        + points.school(child, weekday, start)
        + points.after_school(child, weekday, start)
        + same
    )


def _drive(child: Child, site: str) -> int:
    return points.road(points.drive_minutes(child, site)) if child.way is Way.ROOM else 0


def _children(clinic: Instance, found: Model) -> None:
    """As many times as needed, on different days, with one therapist; the first one counts for more."""
    by_child: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(found.options):
        by_child[one.child].append(at)
    for key, mine in by_child.items():
        child = clinic.children[key]
        found.at_most(child.sessions, mine)
        for same_day in _grouped(mine, lambda at: found.options[at].weekday).values():
            found.at_most(1, same_day)
        first = found.variable(points.served(child, 1) - points.FURTHER[child.urgency])
        found.only_if(first, mine)
        people = _grouped(mine, lambda at: found.options[at].therapist)
        if child.sessions > 1 and len(people) > 1:
            chosen = []
            for his in people.values():
                chosen.append(found.variable(0))
                row = ([*his, chosen[-1]], [1] * len(his) + [-child.sessions], 0)
                found.rows.append(row)
            found.at_most(1, chosen)


def _people(clinic: Instance, found: Model) -> None:
    """One thing at a time, the most minutes of a day, and a meal."""
    days = _grouped(
        range(len(found.options)), lambda at: (found.options[at].therapist, found.options[at].weekday)
    )
    for (who, weekday), mine in days.items():
        therapist = clinic.therapists[who]
        minutes = [clinic.children[found.options[at].child].minutes for at in mine]
        found.rows.append((mine, minutes, therapist.most_minutes))
        cells = _cells(mine, lambda at: found.options[at].busy)
        for start, meal in _meals(found, therapist, weekday):
            for cell in range(start, start + therapist.meal_minutes, GRID):
                cells[cell].append(meal)
        for each in cells.values():
            found.at_most(1, each)


def _meals(found: Model, therapist: Therapist, weekday: int) -> list[tuple[int, int]]:
    asked = therapist.meal_minutes > 0 and any(
        one.weekday == weekday and one.start <= therapist.meal_from and therapist.meal_until <= one.until
        for one in therapist.shifts
    )
    if not asked:
        return []
    starts = range(therapist.meal_from, therapist.meal_until - therapist.meal_minutes + 1, GRID)
    meals = [(start, found.variable(0)) for start in starts]
    found.rows.append(([meal for _, meal in meals], [-1] * len(meals), -1))
    return meals


def _rooms(clinic: Instance, found: Model) -> None:
    how_many: dict[RoomKind, int] = defaultdict(int)
    for room in clinic.rooms:
        how_many[_kind(room)] += 1
    in_rooms = [at for at, one in enumerate(found.options) if one.kind is not None]
    for (kind, _), mine in _grouped(
        in_rooms, lambda at: (found.options[at].kind, found.options[at].weekday)
    ).items():
        for each in _cells(mine, lambda at: _session(clinic, found.options[at])).values():
            found.at_most(how_many[kind], each)


def _families(clinic: Instance, found: Model) -> None:
    siblings = [at for at, one in enumerate(found.options) if clinic.children[one.child].family]
    key = _grouped(
        siblings, lambda at: (clinic.children[found.options[at].child].family, found.options[at].weekday)
    )
    for mine in key.values():
        if len({found.options[at].child for at in mine}) > 1:
            for each in _cells(mine, lambda at: _session(clinic, found.options[at])).values():
                found.at_most(1, each)


def _session(clinic: Instance, one: Option) -> tuple[int, int]:
    return one.start, one.start + clinic.children[one.child].minutes


def _cells(mine, span):
    cells = defaultdict(list)
    for at in mine:
        first, until = span(at)
        for cell in range(first // GRID * GRID, until, GRID):
            cells[cell].append(at)
    return cells


def _grouped(mine, key):
    groups = defaultdict(list)
    for at in mine:
        groups[key(at)].append(at)
    return groups
