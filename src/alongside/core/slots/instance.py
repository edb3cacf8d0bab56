"""What the planner of times is told: a clinic's therapists, rooms and children, and which plan is allowed.

Every time is in minutes of the local day (08:30 is 510) on one of seven weekdays (0 is Monday). Starts and lengths
are whole steps of 15 minutes (``GRID``). A span ``[start, until)`` holds its start and not its end.

A plan is a set of placements (``result.Placement``): child, therapist, weekday, start, room. A placement lasts
``child.minutes``. Its therapist is **busy** from ``start - road`` to ``start + child.minutes + road +
instance.buffer_minutes``, where ``road`` is 0 except for a visit away (rule 6). All hard rules:

1.  skills: ``child.skills`` is a part of ``therapist.skills``.
2.  languages: ``child.languages`` is empty, or shares one with ``therapist.languages``.
3.  credentials: ``child.credentials`` is a part of ``therapist.credentials``.
4.  not with: the therapist is not in ``child.not_with``.
5.  working time: the whole busy span lies within one shift of the therapist on that weekday.
6.  place, by ``child.way``:
    ROOM: in a room of the shift's site; ``child.sites`` is empty or holds that site; ``child.features`` is a part of
    ``room.features``; ``room.open`` is empty, or one of its spans on that weekday holds the whole session; two
    sessions in one room do not overlap (sessions ``[start, start + minutes)`` without road or buffer).
    AWAY: at ``child.at``, without a room. ``road`` is the travel time between the shift's site and ``child.at``
    rounded up to 15 minutes, 0 when they are the same; there has to be a ``Travel`` for the pair. The therapist goes
    from the shift's site and comes back to it, each time. ``child.sites`` does not count.
    VIDEO: without a room, from any shift. ``child.sites`` does not count.
7.  one thing at a time: the busy spans of a therapist do not overlap.
8.  minutes a day: the sessions of a therapist on one weekday have at most ``therapist.most_minutes`` together
    (sessions alone, without road or buffer).
9.  meal: when ``therapist.meal_minutes`` > 0 and one shift holds the whole span ``[meal_from, meal_until)``, then
    within that span there is a stretch of ``meal_minutes``, beginning on the 15-minute grid, that no busy span of the
    therapist touches. (With no such shift on a day nothing is asked of that day.)
10. family windows: when the child has COULD or PREFER windows at all, the session lies wholly within one single of
    them on that weekday; it overlaps no COULD_NOT window. A child without COULD and PREFER windows could come at any
    time outside its COULD_NOT windows.
11. a child has at most ``child.sessions`` placements, on different weekdays, all with the same therapist.
12. children with the same non-empty ``child.family`` are never seen at overlapping times (sessions without road).
13. pins: each pin of ``instance.pins`` is a placement of the plan, unless ``plan.unkept`` names it. A pin stands in
    ``unkept`` when it breaks rules 1 to 10 by itself, or beside the pins before it in the list.

Between two shifts of a therapist at different sites on one weekday there are at least the travel minutes, or the file
is refused; so moving between sites never needs a rule of its own.

Fewer placements than asked for are allowed (one of two times, or none): they bring fewer points. points.py lists all
points.
"""

from dataclasses import dataclass
from enum import StrEnum

GRID = 15
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
VERSION = 1


class Urgency(StrEnum):
    """How soon a child is to be seen."""

    SOON = "soon"
    ROUTINE = "routine"
    CAN_WAIT = "can_wait"


class Way(StrEnum):
    """How a child is seen: in a room of a site, at a place elsewhere (a school, a home), or by video."""

    ROOM = "room"
    AWAY = "away"
    VIDEO = "video"


class WindowKind(StrEnum):
    """What a family said about a part of the week."""

    COULD = "could"
    PREFER = "prefer"
    COULD_NOT = "could_not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A part of one weekday, from ``start`` to before ``until`` in minutes of the day."""

    weekday: int
    start: int
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place where the clinic works, or where children are visited."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """The minutes between two sites, the same in both directions. A pair that is not listed is not travelled."""

    a: str
    b: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room for one session at a time. Without ``open`` spans it is open whenever somebody works."""

    id: str
    site: str
    name: str = ""
    features: frozenset[str] = frozenset()
    open: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Working time of a therapist on one weekday at one site. Shifts of a therapist do not overlap."""

    weekday: int
    start: int
    until: int
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Therapist:
    """Somebody who sees children: what they can do, when and where they work, and their meal."""

    id: str
    shifts: tuple[Shift, ...]
    name: str = ""
    skills: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    credentials: frozenset[str] = frozenset()
    most_minutes: int = 360
    meal_minutes: int = 30
    meal_from: int = 690
    meal_until: int = 840


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of a weekday in which a family could come, would like to come, or could not come."""

    weekday: int
    start: int
    until: int
    kind: WindowKind = WindowKind.COULD


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """The minutes that a family travels to a site, one way."""

    site: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child who needs ``sessions`` times a week of ``minutes`` each, and what that asks for.

    ``family`` is the same for siblings and empty without any. ``school`` are the hours at school. ``before`` is the
    therapist who saw the child last, or empty. ``after_school_turns`` counts the terms in a row, up to now, in which
    the child had a time after school.
    """

    id: str
    minutes: int
    sessions: int = 1
    name: str = ""
    family: str = ""
    urgency: Urgency = Urgency.ROUTINE
    waiting_weeks: int = 0
    way: Way = Way.ROOM
    at: str = ""
    sites: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    credentials: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    windows: tuple[Window, ...] = ()
    school: tuple[Span, ...] = ()
    drives: tuple[Drive, ...] = ()
    before: str = ""
    not_with: frozenset[str] = frozenset()
    after_school_turns: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A weekly time of a child with a therapist: a pin, or a time the child has now."""

    child: str
    therapist: str
    weekday: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What "what if" changes: shifts that therapists work besides, shifts they do not work, and rooms besides.

    ``away`` takes all shifts of a therapist on a weekday (``weekday`` -1: on every day).
    """

    more: tuple["ShiftOf", ...] = ()
    away: tuple["AwayOn", ...] = ()
    rooms: tuple[Room, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftOf:
    """One more shift of a therapist."""

    therapist: str
    shift: Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayOn:
    """A therapist who does not work on a weekday; -1 is the whole week."""

    therapist: str
    weekday: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A clinic and its caseload. ``now`` are the times that children have, which a plan likes to keep and a repair
    keeps wherever it can; they need not be allowed any more. ``what_if`` is looked at in that mode alone.
    """

    sites: tuple[Site, ...]
    therapists: tuple[Therapist, ...]
    children: tuple[Child, ...]
    rooms: tuple[Room, ...] = ()
    travel: tuple[Travel, ...] = ()
    pins: tuple[Time, ...] = ()
    now: tuple[Time, ...] = ()
    what_if: Change = Change()
    buffer_minutes: int = 0
