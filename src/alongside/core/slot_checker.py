"""A second pair of eyes on a plan of weekly times: which hard rules it breaks, what it is worth, and who was moved.

Written from the text of the rules alone. It shares with the planner only the shapes of what goes in and comes out,
and holds its own copy of every rule and every number, so that a mistake in one place does not hide in both.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TypeVar

from alongside.core.slots.instance import Child, Instance, Room, Shift, Therapist, Time
from alongside.core.slots.result import Placement

_Key = TypeVar("_Key", bound=Hashable)
_QUARTER = 15
_URGENT = {"soon": (480, 360), "routine": (320, 240), "can_wait": (240, 180)}
_TURNS = (24, 0, -12, -24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One hard rule that a plan breaks: its number in the rules' text, and where."""

    rule: int
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A placement with everybody and everything it names."""

    placed: Placement
    child: Child
    therapist: Therapist
    room: Room | None
    shift: Shift | None
    road: int
    busy: tuple[int, int]

    @property
    def end(self) -> int:
        return self.placed.start + self.child.minutes

    @property
    def where(self) -> str:
        one = self.placed
        return f"{one.child} with {one.therapist} on day {one.weekday} at {one.start}"


def changed(instance: Instance) -> Instance:
    """The clinic as "what if" would have it."""
    change = instance.what_if
    therapists = []
    for one in instance.therapists:
        gone = {away.weekday for away in change.away if away.therapist == one.id}
        kept = [shift for shift in one.shifts if not gone & {-1, shift.weekday}]
        kept += [more.shift for more in change.more if more.therapist == one.id]
        therapists.append(replace(one, shifts=tuple(kept)))
    return replace(instance, therapists=tuple(therapists), rooms=instance.rooms + change.rooms)


def violations(
    instance: Instance, placements: Sequence[Placement], unkept: Collection[Time] = ()
) -> tuple[Violation, ...]:
    """Every hard rule that the placements break; ``unkept`` are the pins that the plan says it cannot keep.

    For a "what if" pass ``changed(instance)``. An empty answer means that the plan is allowed.
    """
    strangers = _strangers(instance, placements)
    if strangers:
        return tuple(strangers)
    seen = _look(instance, placements)
    found = [one for each in seen for one in _alone(each)]
    found += _together(seen)
    found += _pins(instance, placements, unkept)
    return tuple(found)


def worth(instance: Instance, placements: Sequence[Placement]) -> dict[str, int]:
    """The points of an allowed plan, by the names of the table's parts."""
    seen = _look(instance, placements)
    by_child = _grouped(seen, lambda one: one.child.id)
    now = set(instance.now)
    return {
        "served": sum(_served(each[0].child, len(each)) for each in by_child.values()),
        "preference": sum(32 for one in seen if _within(one, {"prefer"})),
        "school": sum(-8 * -(-_school(one) // _QUARTER) for one in seen),
        "same_person": sum(40 for one in seen if one.child.before == one.therapist.id),
        "stays": sum(24 for one in seen if _time(one.placed) in now),
        "siblings": 48 * len(_sibling_families(seen)),
        "gaps": -sum(_gaps(each) for each in _by_shift(seen)),
        "travel": sum(_roads(one) for one in seen),
        "after_school": sum(_turn(one) for one in seen),
    }


def moved_families(instance: Instance, placements: Sequence[Placement]) -> frozenset[str]:
    """Families who lose a time that they have now; a child without siblings is a family under the child's own name."""
    kept = {_time(one) for one in placements}
    family = {child.id: child.family or child.id for child in instance.children}
    return frozenset(family[time.child] for time in instance.now if time not in kept and time.child in family)


def _strangers(instance: Instance, placements: Sequence[Placement]) -> list[Violation]:
    children, people = {one.id for one in instance.children}, {one.id for one in instance.therapists}
    rooms = {one.id for one in instance.rooms} | {""}
    return [
        Violation(rule=0, where=f"{one.child}, {one.therapist} or {one.room!r} is not in the file")
        for one in placements
        if one.child not in children or one.therapist not in people or one.room not in rooms
    ]


def _look(instance: Instance, placements: Sequence[Placement]) -> list[_Seen]:
    children = {one.id: one for one in instance.children}
    people = {one.id: one for one in instance.therapists}
    rooms = {one.id: one for one in instance.rooms}
    return [
        _one(instance, one, children[one.child], people[one.therapist], rooms.get(one.room))
        for one in placements
    ]


def _one(
    instance: Instance, placed: Placement, child: Child, therapist: Therapist, room: Room | None
) -> _Seen:
    """The placement in the shift that holds it, or in none."""
    session = (placed.start, placed.start + child.minutes)
    for shift in therapist.shifts:
        road = _road(instance, child, shift)
        if road is None or shift.weekday != placed.weekday:
            continue
        busy = (session[0] - road, session[1] + road + instance.buffer_minutes)
        if shift.start <= busy[0] and busy[1] <= shift.until:
            return _Seen(
                placed=placed, child=child, therapist=therapist, room=room, shift=shift, road=road, busy=busy
            )
    busy = (session[0], session[1] + instance.buffer_minutes)
    return _Seen(placed=placed, child=child, therapist=therapist, room=room, shift=None, road=0, busy=busy)


def _road(instance: Instance, child: Child, shift: Shift) -> int | None:
    """The way there in whole quarters; None when nobody travels between the two."""
    if child.way.value != "away" or child.at == shift.site:
        return 0
    for one in instance.travel:
        if {one.a, one.b} == {child.at, shift.site}:
            return -(-one.minutes // _QUARTER) * _QUARTER
    return None


def _alone(one: _Seen) -> Iterator[Violation]:
    """Rules 1 to 6 and 10: what a placement breaks by itself."""
    child, therapist = one.child, one.therapist
    broken = {
        1: not child.skills <= therapist.skills,
        2: bool(child.languages) and not child.languages & therapist.languages,
        3: not child.credentials <= therapist.credentials,
        4: therapist.id in child.not_with,
        5: one.shift is None or one.placed.start % _QUARTER != 0,
        6: not _place_fits(one),
        10: not _family_could(one),
        11: one.placed.until != one.end,
    }
    return (Violation(rule=rule, where=one.where) for rule, is_broken in broken.items() if is_broken)


def _place_fits(one: _Seen) -> bool:
    child, room = one.child, one.room
    if child.way.value == "away":
        return room is None and one.placed.site == child.at
    if child.way.value == "video":
        return room is None and not one.placed.site
    if room is None or one.shift is None or not room.site == one.shift.site == one.placed.site:
        return False
    is_open = not room.open or any(
        span.weekday == one.placed.weekday and span.start <= one.placed.start and one.end <= span.until
        for span in room.open
    )
    return is_open and child.features <= room.features and (not child.sites or room.site in child.sites)


def _family_could(one: _Seen) -> bool:
    said = {window.kind.value for window in one.child.windows}
    if said & {"could", "prefer"} and not _within(one, {"could", "prefer"}):
        return False
    return not any(
        window.kind.value == "could_not"
        and window.weekday == one.placed.weekday
        and _overlap((window.start, window.until), (one.placed.start, one.end))
        for window in one.child.windows
    )


def _within(one: _Seen, kinds: set[str]) -> bool:
    return any(
        window.kind.value in kinds
        and window.weekday == one.placed.weekday
        and window.start <= one.placed.start
        and one.end <= window.until
        for window in one.child.windows
    )


def _together(seen: Sequence[_Seen]) -> list[Violation]:
    """Rules 6 to 9, 11 and 12: what placements break beside each other."""
    found = _clashes(7, seen, lambda one: one.therapist.id, lambda one: one.busy)
    in_rooms = [one for one in seen if one.room is not None]
    found += _clashes(6, in_rooms, lambda one: one.placed.room, _session)
    siblings = [one for one in seen if one.child.family]
    found += _clashes(12, siblings, lambda one: one.child.family, _session)
    for each in _grouped(seen, lambda one: (one.therapist.id, one.placed.weekday)).values():
        found += _of_a_day(each)
    for each in _grouped(seen, lambda one: one.child.id).values():
        found += _of_a_child(each)
    return found


def _clashes(
    rule: int,
    seen: Iterable[_Seen],
    key: Callable[[_Seen], str],
    span: Callable[[_Seen], tuple[int, int]],
) -> list[Violation]:
    found = []
    for each in _grouped(seen, lambda one: (key(one), one.placed.weekday)).values():
        for before, after in combinations(each, 2):
            if _overlap(span(before), span(after)):
                found.append(Violation(rule=rule, where=f"{before.where}; {after.where}"))
    return found


def _of_a_day(each: Sequence[_Seen]) -> Iterator[Violation]:
    therapist, first = each[0].therapist, each[0]
    if sum(one.child.minutes for one in each) > therapist.most_minutes:
        yield Violation(rule=8, where=first.where)
    if any(_asks_meal(therapist, shift, first.placed.weekday) for shift in therapist.shifts):
        meals = range(
            -(-therapist.meal_from // _QUARTER) * _QUARTER,
            therapist.meal_until - therapist.meal_minutes + 1,
            _QUARTER,
        )
        if not any(
            all(not _overlap((meal, meal + therapist.meal_minutes), one.busy) for one in each)
            for meal in meals
        ):
            yield Violation(rule=9, where=first.where)


def _asks_meal(therapist: Therapist, shift: Shift, weekday: int) -> bool:
    holds = shift.start <= therapist.meal_from and therapist.meal_until <= shift.until
    return therapist.meal_minutes > 0 and shift.weekday == weekday and holds


def _of_a_child(each: Sequence[_Seen]) -> Iterator[Violation]:
    days, people = {one.placed.weekday for one in each}, {one.therapist.id for one in each}
    if len(each) > each[0].child.sessions or len(days) < len(each) or len(people) > 1:
        yield Violation(rule=11, where=each[0].where)


def _pins(
    instance: Instance, placements: Sequence[Placement], unkept: Collection[Time]
) -> Iterator[Violation]:
    by_time = {_time(one): one for one in placements}
    before: list[Placement] = []
    for pin in instance.pins:
        if pin in by_time:
            before.append(by_time[pin])
        elif pin not in unkept or _could_be_kept(instance, pin, before):
            yield Violation(rule=13, where=f"{pin.child} with {pin.therapist} on day {pin.weekday}")


def _could_be_kept(instance: Instance, pin: Time, before: Sequence[Placement]) -> bool:
    """Whether a pin that was given up is allowed beside the pins before it, in any room."""
    child = next((one for one in instance.children if one.id == pin.child), None)
    if child is None or all(one.id != pin.therapist for one in instance.therapists):
        return False
    places = [(child.at, ""), ("", ""), *((room.site, room.id) for room in instance.rooms)]
    return any(
        not violations(replace(instance, pins=()), [*before, _pinned(pin, child, site, room)])
        for site, room in places
    )


def _pinned(pin: Time, child: Child, site: str, room: str) -> Placement:
    return Placement(
        child=pin.child,
        session=1,
        therapist=pin.therapist,
        weekday=pin.weekday,
        start=pin.start,
        until=pin.start + child.minutes,
        site=site,
        room=room,
    )


def _served(child: Child, times: int) -> int:
    first, further = _URGENT[child.urgency.value]
    return first + min(80, 2 * child.waiting_weeks) + (times - 1) * further


def _school(one: _Seen) -> int:
    """Minutes of school that the session takes."""
    return sum(
        max(0, min(one.end, span.until) - max(one.placed.start, span.start))
        for span in one.child.school
        if span.weekday == one.placed.weekday
    )


def _turn(one: _Seen) -> int:
    ends = [span.until for span in one.child.school if span.weekday == one.placed.weekday]
    if not ends or one.placed.start < max(ends):
        return 0
    return _TURNS[min(3, one.child.after_school_turns)]


def _roads(one: _Seen) -> int:
    drive = 0
    if one.child.way.value == "room":
        drive = next((each.minutes for each in one.child.drives if each.site == one.placed.site), 0)
    return 4 * (-drive // 10 + -2 * one.road // 10)


def _sibling_families(seen: Iterable[_Seen]) -> set[str]:
    """Families with two children one after the other in the same place."""
    found = set()
    in_rooms = [one for one in seen if one.child.family and one.child.way.value == "room"]
    key = _grouped(in_rooms, lambda one: (one.child.family, one.placed.weekday, one.placed.site))
    for (family, _, _), each in key.items():
        for one in each:
            waits = [two.placed.start - one.end for two in each if two.child.id != one.child.id]
            if any(0 <= wait <= 15 for wait in waits):
                found.add(family)
    return found


def _by_shift(seen: Iterable[_Seen]) -> Iterable[list[_Seen]]:
    return _grouped([one for one in seen if one.shift], lambda one: (one.therapist.id, one.shift)).values()


def _gaps(each: Sequence[_Seen]) -> int:
    """Idle quarters between the first and the last busy minute of a shift, without the meal that lies between."""
    therapist, shift = each[0].therapist, each[0].shift
    busy = sorted(one.busy for one in each)
    idle = sum(max(0, after[0] - before[1]) for before, after in pairwise(busy))
    first, last = busy[0][0], max(until for _, until in busy)
    meals = shift is not None and _asks_meal(therapist, shift, shift.weekday)
    early = first < therapist.meal_from + therapist.meal_minutes
    if meals and early and last > therapist.meal_until - therapist.meal_minutes:
        idle -= therapist.meal_minutes
    return idle // _QUARTER


def _session(one: _Seen) -> tuple[int, int]:
    return one.placed.start, one.end


def _time(placed: Placement) -> Time:
    return Time(child=placed.child, therapist=placed.therapist, weekday=placed.weekday, start=placed.start)


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _grouped(seen: Iterable[_Seen], key: Callable[[_Seen], _Key]) -> dict[_Key, list[_Seen]]:
    groups: dict[_Key, list[_Seen]] = defaultdict(list)
    for one in seen:
        groups[key(one)].append(one)
    return groups
