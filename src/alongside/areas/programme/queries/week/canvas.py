"""The family's drawn week as homes and routines of the planner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.story import queries as story
from alongside.areas.story.values import Attention as Leaves
from alongside.areas.story.values import ChangeKind, DayMomentSeen
from alongside.areas.story.values.week import MINUTES_UNSAID, WEEK, CanvasSeen
from alongside.core import safety
from alongside.core.planning.instance import Attention, Carer, Home, Routine

ONE_HOME = "home"
ENERGY_UNSAID = 2
EVERY_DAY = frozenset(WEEK)

_ATTENTION: Mapping[Leaves, Attention] = MappingProxyType(
    {Leaves.NONE: Attention.NONE, Leaves.NEARBY: Attention.NEARBY, Leaves.FULL: Attention.FULL}
)

# What every house has, in the library's own names. Nobody is asked to tick a spoon.
EVERYDAY = frozenset(
    {
        "bag", "bath", "bed", "blanket", "book", "bowl", "bread", "card", "cereal", "chair", "clock", "cloth", "comb",
        "cup", "cushion", "flannel", "fork", "hairbrush", "jacket", "jug", "jumper", "laundry basket", "lunch box",
        "mirror", "paper", "pen", "pencil", "phone", "pillow", "plate", "shoes", "soap", "socks", "song", "spoon",
        "table", "table knife", "toothbrush", "toothpaste", "towel", "tray", "trousers", "T-shirt", "vegetables",
        "water bottle",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a routine of the planner stands in the record. ``name`` is what the family calls the home, or ""."""

    routine: str
    home: UUID | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The homes and routines, and what each routine's id means. ``asked_things`` is False while nobody ticked any."""

    homes: tuple[Home, ...]
    routines: tuple[Routine, ...]
    spots: Mapping[str, Spot]
    asked_things: bool = True


def carers(opened: OpenChild) -> tuple[Carer, ...]:
    """The grown-ups who do things with the child."""
    return tuple(
        Carer(id=str(one.uuid), name=one.short_name)
        for one in circle.grownups(opened)
        if one.kind is PlaceKind.CARER and not one.restricted
    )


def drawn(opened: OpenChild, who: Iterable[Carer]) -> Drawn:
    """The week of every home as the family drew it, with the pauses of the seven days that come."""
    known = frozenset(one.id for one in who)
    homes = story.canvas(opened)
    pairs = [(_spot(one, moment), _routine(one, moment, known)) for one in homes for moment in one.routines]
    return Drawn(
        homes=tuple(_home(one, opened.today) for one in homes),
        routines=tuple(routine for _, routine in pairs),
        spots={routine.id: spot for spot, routine in pairs},
        asked_things=all(one.things is not None for one in homes),
    )


def _key(canvas: CanvasSeen) -> str:
    return str(canvas.home.uuid) if canvas.home else ONE_HOME


def _spot(canvas: CanvasSeen, moment: DayMomentSeen) -> Spot:
    home = canvas.home
    return Spot(routine=moment.routine, home=home.uuid if home else None, name=home.name if home else "")


def _home(canvas: CanvasSeen, today: date) -> Home:
    most = _most(canvas)
    changes = {day: canvas.change_on(today + timedelta(days=(day - today.weekday()) % 7)) for day in WEEK}
    lighter = {day for day, one in changes.items() if one and one.kind is ChangeKind.LIGHTER}
    return Home(
        id=_key(canvas),
        name=canvas.home.name if canvas.home else "",
        minutes=tuple(most // 2 if day in lighter else most for day in WEEK),
        energy=tuple(sum(_energy(one) for one in canvas.on(day)) for day in WEEK),
        materials=EVERYDAY | (canvas.things or frozenset()),
        paused=frozenset(day for day, one in changes.items() if one and one.kind is ChangeKind.PAUSE),
    )


def _most(canvas: CanvasSeen) -> int:
    """The minutes that the family gives a day. What its routines hold is a limit of their own."""
    return MINUTES_UNSAID if canvas.minutes_a_day is None else canvas.minutes_a_day


def _energy(moment: DayMomentSeen) -> int:
    return ENERGY_UNSAID if moment.energy is None else moment.energy


def _routine(canvas: CanvasSeen, moment: DayMomentSeen, known: frozenset[str]) -> Routine:
    days = frozenset(moment.days) or EVERY_DAY
    return Routine(
        id=f"{_key(canvas)}:{moment.routine}:{''.join(str(day) for day in sorted(days))}",
        code=moment.routine,
        home=_key(canvas),
        days=days,
        minutes=_most(canvas) if moment.minutes_possible is None else moment.minutes_possible,
        energy=_energy(moment),
        place=safety.place_of(moment.routine),
        who=_who(canvas, moment, known),
        attention=_ATTENTION[moment.attention],
    )


def _who(canvas: CanvasSeen, moment: DayMomentSeen, known: frozenset[str]) -> frozenset[str]:
    """The carers who are there; where nobody said who, those of the home, and none of them at school."""
    if moment.who or safety.place_of(moment.routine) == "school":
        return known & {str(one) for one in moment.who}
    return known & {str(one.uuid) for one in canvas.home.people} if canvas.home else known
