"""Who waits for a time, what is offered to whom, and what became of a time that was freed."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from alongside.core.recurrence import zone_kept

Cost = tuple[str, int]
MOST_OPTIONS = 3


class Urgency(StrEnum):
    """How soon a visit is needed, as the clinic judged it. The order is the order of offers."""

    SOON = "SOON"
    ROUTINE = "ROUTINE"
    CAN_WAIT = "CAN_WAIT"


class Rhythm(StrEnum):
    """How often the child would come."""

    WEEKLY = "WEEKLY"
    FORTNIGHTLY = "FORTNIGHTLY"
    ONCE = "ONCE"


class Way(StrEnum):
    """How a family could come. EITHER is happy with a video link, too."""

    IN_ROOM = "IN_ROOM"
    VIDEO = "VIDEO"
    EITHER = "EITHER"


class WhyEnded(StrEnum):
    """Why nobody waits any more."""

    HAS_TIME = "HAS_TIME"
    FAMILY_LEFT = "FAMILY_LEFT"
    CLINIC_ENDED = "CLINIC_ENDED"


class ContactKind(StrEnum):
    """How the clinic was in touch with a family that waits."""

    RANG = "RANG"
    WROTE = "WROTE"
    MET = "MET"


class OfferKind(StrEnum):
    """A regular time is held as a series, a single time as one visit."""

    REGULAR = "REGULAR"
    ONE_TIME = "ONE_TIME"


class OfferState(StrEnum):
    """An open offer holds its times. Every other state is an end."""

    OPEN = "OPEN"
    TAKEN = "TAKEN"
    DECLINED = "DECLINED"
    LAPSED = "LAPSED"
    WITHDRAWN = "WITHDRAWN"


class FreedState(StrEnum):
    """Where a freed time stands. Only LOOKING and OFFERED are looked at again."""

    LOOKING = "LOOKING"
    OFFERED = "OFFERED"
    TAKEN = "TAKEN"
    PASSED = "PASSED"
    STOPPED = "STOPPED"


class StepKind(StrEnum):
    """What happened to a freed time."""

    FREED = "FREED"
    OFFERED = "OFFERED"
    TAKEN = "TAKEN"
    DECLINED = "DECLINED"
    LAPSED = "LAPSED"
    WITHDRAWN = "WITHDRAWN"
    CLASHED = "CLASHED"
    NOBODY = "NOBODY"
    PASSED = "PASSED"
    STOPPED = "STOPPED"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft:
    """What a family waits for. ``words`` are for the desk, without a clinical word: «Thursdays only».

    ``short_notice`` says that they would come for a single time, too; ``only_after_school`` that no time during
    the school day is offered by itself. ``language`` is the one they need spoken, or empty.
    """

    urgency: Urgency = Urgency.ROUTINE
    since_on: date
    minutes: int = 45
    rhythm: Rhythm = Rhythm.WEEKLY
    way: Way = Way.IN_ROOM
    therapist: UUID | None = None
    room_features: tuple[str, ...] = ()
    language: str = ""
    only_after_school: bool = False
    short_notice: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSeen:
    """One time that the clinic was in touch, and when it planned to be again."""

    uuid: UUID
    kind: ContactKind
    words: str
    by_name: str
    at: datetime
    next_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSeen:
    """A child who waits for a time. ``contact_on`` is the day by which the clinic is in touch again."""

    uuid: UUID
    child: UUID
    child_name: str
    age: int
    urgency: Urgency
    since_on: date
    minutes: int
    rhythm: Rhythm
    way: Way
    therapist: UUID | None
    therapist_name: str
    room_features: tuple[str, ...]
    language: str
    only_after_school: bool
    short_notice: bool
    words: str
    contact_on: date
    ended_at: datetime | None
    why: WhyEnded | None

    def days(self, today: date) -> int:
        """How many days they have waited."""
        return max(0, (today - self.since_on).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class FittingSeen:
    """A family that a free time fits. ``they_could``: it named this time; else nothing speaks against it."""

    place: PlaceSeen
    they_could: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionToOffer:
    """One time to offer. ``time`` becomes the uuid of the held series or visit.

    A REGULAR time is ``count`` visits from ``starts_at`` (aware) on, a ONE_TIME one visit. ``skips`` are local days
    that the series leaves out. ``costs`` say what the time costs the family, as (kind, number) of core.fitting.
    """

    time: UUID
    therapist: UUID
    starts_at: datetime
    minutes: int
    room: UUID | None = None
    rhythm: Rhythm = Rhythm.WEEKLY
    count: int = 1
    skips: tuple[date, ...] = ()
    costs: tuple[Cost, ...] = ()
    by_video: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedTimeSeen:
    """One time of an offer. ``uuid`` is that of the held series or visit; ``last_at`` is the last start, in UTC."""

    uuid: UUID
    kind: OfferKind
    therapist: UUID
    therapist_name: str
    room_name: str
    starts_at: datetime
    minutes: int
    zone: str
    rhythm: Rhythm
    count: int
    skips: tuple[date, ...]
    last_at: datetime
    costs: tuple[Cost, ...]
    taken: bool

    @property
    def local_start(self) -> datetime:
        """The first start on the clinic's clock."""
        return self.starts_at.astimezone(zone_kept(self.zone))

    @property
    def local_end(self) -> datetime:
        """The first end on the clinic's clock."""
        return (self.starts_at + timedelta(minutes=self.minutes)).astimezone(zone_kept(self.zone))

    @property
    def local_last(self) -> datetime:
        """The last start on the clinic's clock."""
        return self.last_at.astimezone(zone_kept(self.zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSeen:
    """Times that are held for one family until ``held_until``. ``freed`` names the freed time it came from.

    ``words`` are what a carer wrote with the answer; with ``answered_by`` they are empty for every other carer.
    """

    uuid: UUID
    child: UUID
    child_name: str
    kind: OfferKind
    state: OfferState
    held_until: datetime
    zone: str
    times: tuple[OfferedTimeSeen, ...]
    freed: UUID | None
    words: str
    by_name: str
    at: datetime
    answered_by: str
    answered_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether an answer still counts."""
        return self.state is OfferState.OPEN

    @property
    def local_until(self) -> datetime:
        """Until when it is held, on the clinic's clock."""
        return self.held_until.astimezone(zone_kept(self.zone))

    @property
    def taken(self) -> OfferedTimeSeen | None:
        """The time that the family chose."""
        return next((time for time in self.times if time.taken), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSeen:
    """One step in the history of a freed time. ``why`` are codes of core.fairness: why this family was next."""

    kind: StepKind
    child: UUID | None
    child_name: str
    why: tuple[str, ...]
    held_until: datetime | None
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FreedSeen:
    """A time that was freed, and everything that happened to it since."""

    uuid: UUID
    therapist: UUID
    therapist_name: str
    room_name: str
    starts_at: datetime
    minutes: int
    zone: str
    weeks: int
    state: FreedState
    steps: tuple[StepSeen, ...] = field(default=())

    @property
    def local_start(self) -> datetime:
        """The first start on the clinic's clock."""
        return self.starts_at.astimezone(zone_kept(self.zone))

    @property
    def local_end(self) -> datetime:
        """The first end on the clinic's clock."""
        return (self.starts_at + timedelta(minutes=self.minutes)).astimezone(zone_kept(self.zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesDraft:
    """How the clinic looks after families that wait. ``fills`` lets freed times be offered without a person.

    The weeks say how often the clinic is in touch, by urgency. ``tips`` are the clinic's own words for the time of
    waiting, ``write_to`` names whom a family can write to.
    """

    fills: bool = False
    weeks_soon: int = 2
    weeks_routine: int = 6
    weeks_can_wait: int = 12
    tips: str = ""
    write_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesSeen:
    """The rules as they hold now. ``by_name`` stands behind offers that are made without a person; empty: nobody."""

    fills: bool
    weeks_soon: int
    weeks_routine: int
    weeks_can_wait: int
    tips: str
    write_to: str
    by_name: str

    def weeks(self, urgency: Urgency) -> int:
        """How many weeks may pass without a word from the clinic."""
        return {
            Urgency.SOON: self.weeks_soon,
            Urgency.ROUTINE: self.weeks_routine,
            Urgency.CAN_WAIT: self.weeks_can_wait,
        }[urgency]
