"""The week as numbers: columns, what they share and what they use. Everything is whole and in a fixed order."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alongside.core.planning.links import coverage, in_real_routine, link
from alongside.core.planning.places import Candidate, Week, covers
from alongside.core.planning.points import by_days, new_minutes, own_parts
from alongside.core.planning.weights import AREA, Link

# More than any plan can reach, so that a pin is kept whenever some plan keeps it.
PIN = 1_000_000

Worth = tuple[tuple[int, int], ...]
Uses = tuple[tuple[int, int], ...]
Budget = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClass:
    """Columns alike in days: on which days they fit, what each day uses, and the points by number of days.

    ``on`` holds for each day pairs of a row (one budget of that day) and an amount. ``points[n]`` are those
    for n days and ``gains[n]`` what one day more adds; they rise ever less up to ``peak``, which is at least one.
    """

    points: tuple[int, ...]
    gains: tuple[int, ...]
    peak: int
    on: Mapping[int, Uses]

    @property
    def days(self) -> Iterable[int]:
        """The days on which they fit."""
        return self.on.keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One candidate as numbers. ``worth`` and ``days`` number its tables; columns of the same ``only`` exclude."""

    own: int
    worth: int
    days: int
    only: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """All columns with their tables. ``limits`` are the budgets of the rows.

    A slot is what counts once, through the column that brings most: a goal, an area, a pin. ``slots`` holds the most
    that any column brings to each.
    """

    candidates: Sequence[Candidate]
    columns: Sequence[Column]
    worths: Sequence[Worth]
    classes: Sequence[DayClass]
    limits: Sequence[int]
    slots: Sequence[int]
    most: int


class _Numbers:
    """Things by number, each once, in the order in which they came."""

    def __init__(self) -> None:
        self.seen: dict[Hashable, int] = {}

    def of(self, thing: Hashable) -> int:
        """The number of a thing."""
        return self.seen.setdefault(thing, len(self.seen))


def model(week: Week, found: Sequence[Candidate]) -> Model:
    """The numbers of a week. A column for which another can always stand in is left out."""
    worths, onlys = _Numbers(), _Numbers()
    worth_of, (class_of, kinds, limits) = _worths(week), _classes(week, found)
    columns = [
        Column(
            own=sum(own_parts(week, one).values()),
            worth=worths.of(worth_of(one)),
            days=class_of(one),
            only=onlys.of((one.strategy.id, one.routine.home)),
        )
        for one in found
    ]
    kept = _kept(columns, week.instance.most_ideas)
    tables = [worth for worth in worths.seen if isinstance(worth, tuple)]
    return Model(
        candidates=[found[at] for at in kept],
        columns=[columns[at] for at in kept],
        worths=tables,
        classes=kinds,
        limits=limits,
        slots=_largest(tables),
        most=week.instance.most_ideas,
    )


def _kept(columns: Sequence[Column], most: int) -> list[int]:
    """Of columns alike in worth and days only the best ones of ``most`` different ideas.

    A plan holds fewer other ideas than that, so one of them is always free to stand in for what is left out.
    """
    kept: list[int] = []
    ideas: dict[tuple[int, int], set[int]] = {}
    for at in sorted(range(len(columns)), key=lambda at: (-columns[at].own, at)):
        column = columns[at]
        group = ideas.setdefault((column.worth, column.days), set())
        if len(group) < most and column.only not in group:
            group.add(column.only)
            kept.append(at)
    return sorted(kept)


def _largest(worths: Iterable[Worth]) -> list[int]:
    most: dict[int, int] = {}
    for worth in worths:
        for slot, points in worth:
            most[slot] = max(points, most.get(slot, 0))
    return [most.get(slot, 0) for slot in range(max(most, default=-1) + 1)]


def _worths(week: Week) -> Callable[[Candidate], Worth]:
    """What a candidate brings to every slot; each idea and routine is worked out once."""
    slots = _Numbers()
    links = {
        strategy.id: [(goal, found) for goal in week.goals if (found := link(strategy, goal)) > Link.NONE]
        for strategy in week.strategies
    }
    known: dict[tuple[str, str, str], Worth] = {}

    def worth(one: Candidate) -> Worth:
        routine, strategy = one.routine, one.strategy
        key = (strategy.id, routine.home, routine.id)
        if key not in known:
            goals = [
                (slots.of(("goal", goal.id)), coverage(found, goal) + in_real_routine(found, goal, routine))
                for goal, found in links[strategy.id]
            ]
            areas = [(slots.of(("area", area)), AREA) for area in sorted(strategy.areas)]
            pins = [
                (slots.of(("pin", at)), PIN)
                for at, pin in enumerate(week.pins)
                if pin.strategy == strategy.id and covers(pin, routine)
            ]
            known[key] = tuple(sorted(goals + areas + pins))
        return known[key]

    return worth


def _classes(
    week: Week, found: Sequence[Candidate]
) -> tuple[Callable[[Candidate], int], list[DayClass], list[int]]:
    """The number of a candidate's class, the classes, and the limits of the rows.

    A budget that no plan can exhaust makes no row.
    """
    numbers, limits = _Numbers(), list[int]()
    amounts: dict[Budget, set[int]] = {}
    for one in found:
        for budget, amount in _amounts(one):
            amounts.setdefault(budget, set()).update({amount} - {0})

    def uses(one: Candidate, day: int) -> Uses:
        rows = []
        for budget, amount in _amounts(one):
            limit = _limit(week, one, budget[0], day)
            for name, used, most in _rows(amount, limit, amounts[budget], week.instance.most_ideas):
                row = numbers.of((budget, day, name))
                limits.extend([most] if row == len(limits) else [])
                rows.append((row, used))
        return tuple(rows)

    classes, kinds, known = _Numbers(), list[DayClass](), dict[Hashable, int]()

    def day_class(one: Candidate) -> int:
        new = new_minutes(week, one)
        most = min(len(one.days), one.strategy.most_days)
        key = (one.routine.home, one.routine.id, one.days, new, most, one.grade.minutes, one.grade.energy)
        if key not in known:
            kind = _day_class(by_days(new, most), {day: uses(one, day) for day in one.days})
            known[key] = classes.of((kind.points, *kind.on.items()))
            kinds.extend([kind] if known[key] == len(kinds) else [])
        return known[key]

    return day_class, kinds, limits


def _rows(amount: int, limit: int, amounts: set[int], ideas: int) -> Iterator[tuple[str, int, int]]:
    """What an amount takes from a budget, as rows of name, use and limit; each plan that keeps one keeps all.

    An amount beside which nothing else fits takes the whole budget, and no more ideas fit than of the smallest
    amount. Both are true anyway; said aloud they bring the bound closer.
    """
    if not amount or max(amounts) * ideas <= limit:
        return
    smallest = min(amounts)
    yield "amount", limit if amount + smallest > limit else amount, limit
    if 1 < limit // smallest < ideas:
        yield "ideas", 1, limit // smallest


def _day_class(points: tuple[int, ...], on: Mapping[int, Uses]) -> DayClass:
    peak = points.index(max(points[1:]), 1)
    gains = tuple(after - before for before, after in pairwise(points))
    return DayClass(points=points, gains=gains, peak=peak, on=on)


def _amounts(one: Candidate) -> tuple[tuple[Budget, int], ...]:
    """What a day of the candidate takes from each budget."""
    home, routine = one.routine.home, one.routine.id
    return (
        (("home minutes", home), one.grade.minutes),
        (("home energy", home), one.grade.energy),
        (("routine minutes", home, routine), one.grade.minutes),
        (("routine energy", home, routine), one.grade.energy),
    )


def _limit(week: Week, one: Candidate, kind: str, day: int) -> int:
    home = week.homes[one.routine.home]
    return {
        "home minutes": home.minutes[day],
        "home energy": home.energy[day],
        "routine minutes": one.routine.minutes,
        "routine energy": one.routine.energy,
    }[kind]
