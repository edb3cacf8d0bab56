"""Plans of a whole caseload's weekly times, as they leave this area. A plan decides nothing: people do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

Said = tuple[str, tuple[tuple[str, str | int], ...]]


class Mode(StrEnum):
    """What is asked of the planner.

    FILL: times for those who wait, beside everybody's time as it is. REPAIR: somebody is away, and only who loses a
    time gets another. PLAN: the whole week anew. WHAT_IF: the whole week after a change, to look at.
    """

    FILL = "FILL"
    PLAN = "PLAN"
    REPAIR = "REPAIR"
    WHAT_IF = "WHAT_IF"


class PlanState(StrEnum):
    """Where a plan stands. Only one that is ASKED or RUNNING is worked on."""

    ASKED = "ASKED"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    DISMISSED = "DISMISSED"


class AbilityKind(StrEnum):
    """What a therapist brings besides time."""

    SKILL = "SKILL"
    LANGUAGE = "LANGUAGE"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayDraft:
    """A therapist who is not there: on one weekday (0 is Monday), or None for the whole week."""

    person: UUID
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreDraft:
    """A therapist who works besides: a weekday, from and until in minutes of the local day (quarters of an hour)."""

    person: UUID
    weekday: int
    start: int
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """What is asked: for how long to look (seconds), from which day on the times would hold, and what would change."""

    mode: Mode
    seconds: int
    starts_on: date
    away: tuple[AwayDraft, ...] = ()
    more: tuple[MoreDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AbilitySeen:
    """One thing that a therapist can do, or a language."""

    person: UUID
    kind: AbilityKind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSeen:
    """A weekly time that a plan gives a child. ``start`` is in minutes of the local day.

    ``is_kept``: the child has this time already. ``reasons`` are (points, sentence with its values).
    ``offer`` is the offer that a person made of it, None until then.
    """

    child: UUID
    child_name: str
    therapist: UUID
    therapist_name: str
    room: UUID | None
    room_name: str
    weekday: int
    start: int
    minutes: int
    is_kept: bool
    waits: bool
    reasons: tuple[tuple[int, Said], ...]
    changes: tuple[Said, ...]
    offer: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutSeen:
    """A child for whom the plan has no time, or too few: why, and what would change it."""

    child: UUID
    child_name: str
    missing: int
    why: Said
    changes: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSeen:
    """A plan in short. ``best`` and ``bound`` are points: no plan of the same rules has more than ``bound``.

    ``away`` and ``more`` count what a change changes; ``gained`` and ``lost`` children with more and fewer times after
    it.
    """

    uuid: UUID
    mode: Mode
    state: PlanState
    seconds: int
    starts_on: date
    asked_by: str
    asked_at: datetime
    ended_at: datetime | None
    stop_asked: bool
    children: int
    best: int | None
    bound: int | None
    moved: int
    gained: int
    lost: int
    trouble: str
    away: int
    more: int

    @property
    def is_going_on(self) -> bool:
        """Whether the planner still looks, or will."""
        return self.state in {PlanState.ASKED, PlanState.RUNNING}

    @property
    def share(self) -> float | None:
        """The points in percent of the bound, rounded down to tenths; None while there is no bound."""
        if self.best is None or not self.bound:
            return None
        return int(1000 * self.best / self.bound) / 10


@dataclass(frozen=True, slots=True, kw_only=True)
class WholePlan:
    """A plan with its times and with everybody it leaves out. ``parts`` are the points by part of the table."""

    plan: PlanSeen
    parts: Mapping[str, int]
    times: tuple[PlannedSeen, ...]
    left_out: tuple[LeftOutSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkToDo:
    """What the planner is given: the file of the clinic (docs/reference/plan-slots.schema.json) and how to look."""

    plan: UUID
    mode: Mode
    seconds: int
    file: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """A time that the planner found, with the ids of the file (uuids as text)."""

    child: str
    therapist: str
    room: str
    weekday: int
    start: int
    minutes: int
    reasons: tuple[tuple[int, Said], ...] = ()
    changes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLeftOut:
    """A child of the file without a time, or with too few."""

    child: str
    missing: int
    why: Said
    changes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFound:
    """The planner's whole answer."""

    best: int
    bound: int
    moved: int
    parts: Mapping[str, int]
    times: tuple[TimeFound, ...]
    left_out: tuple[ChildLeftOut, ...]
    gained: int = 0
    lost: int = 0
