"""Moments at home as the family wrote them, what got in the way, how the plan feels, and what was counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.core.barriers import Barrier, Pattern
from alongside.core.evidence import Comparison, CountedThenNow, CountedWeek, Design, Points, Scale
from alongside.core.moments import Felt, Fit, Help, Kind
from alongside.core.progress import Every, Trend
from alongside.core.pulse import Question
from alongside.core.recurrence import zone_kept


class SeenBy(StrEnum):
    """Who sees a noticing: everybody who sees the entries, or only the therapist and its author."""

    ALL = "ALL"
    TEAM = "TEAM"


class Offer(StrEnum):
    """What a grown-up chose when two answers had fallen."""

    LIGHTER = "LIGHTER"
    WRITE = "WRITE"
    FINE = "FINE"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySeen:
    """One entry. ``zone`` is the IANA zone where it happened; ``corrected`` when something said was changed."""

    uuid: UUID
    placement: UUID
    title: str
    kind: Kind
    felt: Felt | None
    help: Help | None
    fit: Fit | None
    words: str
    happened_at: datetime
    arrived_at: datetime
    zone: str
    by: By
    is_mine: bool
    corrected: bool
    undone: bool

    @property
    def happened_local(self) -> datetime:
        """When it happened by the clock on the wall."""
        return self.happened_at.astimezone(zone_kept(self.zone))

    @property
    def day(self) -> date:
        """The date on the home's own calendar."""
        return self.happened_local.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticingSeen:
    """Something somebody noticed, in their words. ``starter`` is the sentence starter they chose, or ""."""

    uuid: UUID
    words: str
    starter: str
    placement: UUID | None
    title: str
    seen_by: SeenBy
    is_win: bool
    happened_at: datetime
    arrived_at: datetime
    zone: str
    by: By
    is_mine: bool

    @property
    def happened_local(self) -> datetime:
        """When it happened by the clock on the wall."""
        return self.happened_at.astimezone(zone_kept(self.zone))

    @property
    def day(self) -> date:
        """The date on the home's own calendar."""
        return self.happened_local.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestAtHome:
    """The newest about one idea, newest first, of how many that this reader may see. Only what was tried counts."""

    tried: tuple[EntrySeen, ...] = ()
    tried_of: int = 0
    noticed: tuple[NoticingSeen, ...] = ()
    noticed_of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierSeen:
    """What got in the way of one idea on ``day``. ``routine`` is where the idea stood then; words only for OTHER."""

    entry: UUID
    placement: UUID
    title: str
    routine: str
    day: date
    barrier: Barrier
    words: str
    by: By
    told_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaInTheWay:
    """An idea that a pattern speaks of, where it stands now."""

    uuid: UUID
    title: str
    routine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternSeen:
    """A pattern with the live ideas that it was told of, the most told first."""

    pattern: Pattern
    ideas: tuple[IdeaInTheWay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseSeen:
    """One weekly answer; ``value`` is None when it was let pass."""

    uuid: UUID
    by: By
    week: date
    question: Question
    value: int | None
    at: datetime
    offer: Offer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseNow:
    """What the reader is asked this week. ``due`` is None once it was answered or let pass.

    ``kept`` is the answer of this week; ``falling`` the newest answer when the last two had fallen and the reader
    has not chosen yet what would help.
    """

    due: Question | None
    kept: PulseSeen | None
    falling: PulseSeen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAtHome:
    """Today's moments by placement, the newest first in each; when the newest of all was; the weekly question.

    ``counts`` is False when nobody asked this person to count anything.
    """

    entries: Mapping[UUID, tuple[EntrySeen, ...]]
    last_at: datetime | None
    pulse: PulseNow | None
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeDraft:
    """How a goal is to be counted. See ``core.evidence.Design``; ``name`` is two words for a card on the phone.

    ``unit`` says what ``most`` are ("mornings", "tries"). With ``starts`` from two on the start is drawn by lot.
    """

    name: str
    what: str
    unit: str
    scale: Scale
    every: Every
    more_is_better: bool
    most: int
    hoped: int
    starts_on: date
    baseline: int
    starts: int
    collectors: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectorSeen:
    """Somebody who was asked to count a goal, and whether they said yes."""

    person: UUID
    name: str
    agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbePlanSeen:
    """A plan of counting. ``ended_at`` once nobody counts by it any more."""

    uuid: UUID
    goal: UUID
    name: str
    what: str
    design: Design
    seed: int
    by: str
    made_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeSeen:
    """One count about one day: ``value`` of ``of``."""

    uuid: UUID
    plan: UUID
    on: date
    value: int
    of: int
    by: By
    is_mine: bool
    arrived_at: datetime
    corrected: bool
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyCount:
    """What the reader was asked to count: until ``agreed`` a question. ``mine`` are own counts of the day or week."""

    plan: ProbePlanSeen
    agreed: bool
    mine: tuple[ProbeSeen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The newest plan of a goal with everything counted by it. ``others`` are earlier plans: never put together."""

    plan: ProbePlanSeen
    probes: tuple[ProbeSeen, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was counted about one goal, told for two readers.

    ``told`` is the family's sentence with its counts; ``weeks`` (the last ones, to this week) and ``then_now`` are
    its pictures. ``counted`` are the points with the dated changes, ``comparison`` what a therapist may read off
    them. Without a plan of counting everything is empty.
    """

    goal: UUID
    plan: ProbePlanSeen | None = None
    collectors: tuple[CollectorSeen, ...] = ()
    probes: tuple[ProbeSeen, ...] = ()
    counted: Points | None = None
    comparison: Comparison | None = None
    told: Trend | None = None
    weeks: tuple[CountedWeek, ...] = ()
    then_now: CountedThenNow | None = None
    other_plans: int = 0

    @property
    def latest_on(self) -> date | None:
        """The newest day that somebody counted."""
        return max((probe.on for probe in self.probes), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestCounted:
    """The newest counts about one goal, newest first, of how many; ``names`` is what each is a count of."""

    counts: tuple[ProbeSeen, ...]
    names: tuple[str, ...]
    of: int
