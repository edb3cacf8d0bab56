"""Visits, rooms and session notes as other areas and the faces see them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, StrEnum
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.core.recurrence import zone_kept
from alongside.core.series import Rhythm


class VisitState(StrEnum):
    """Where a visit stands. An offered, a booked and a done visit hold their time.

    An offered one is expected by nobody yet, and one that was not taken never was: they stand on no agenda, in no
    brief, reminder or calendar.
    """

    OFFERED = "OFFERED"
    NOT_TAKEN = "NOT_TAKEN"
    BOOKED = "BOOKED"
    CANCELLED = "CANCELLED"
    COULD_NOT_COME = "COULD_NOT_COME"
    DONE = "DONE"


NEVER_EXPECTED = (VisitState.OFFERED, VisitState.NOT_TAKEN)


class CellKind(StrEnum):
    """What a cell of five minutes is taken from. The order is the order of the locks."""

    THERAPIST = "THERAPIST"
    CHILD = "CHILD"
    ROOM = "ROOM"
    CARER = "CARER"


class Way(StrEnum):
    """How a visit takes place: in the clinic, somewhere else (home, school), or over a video link."""

    IN_ROOM = "IN_ROOM"
    AWAY = "AWAY"
    VIDEO = "VIDEO"


class Unchanged(Enum):
    """What nobody named stays as it is, where None has a meaning of its own."""

    UNCHANGED = "UNCHANGED"


class NoteState(StrEnum):
    """A draft can change; a signed note only grows by dated additions."""

    DRAFT = "DRAFT"
    SIGNED = "SIGNED"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitDetails:
    """How a visit takes place, beside who and when. Everything can stay as it is for a visit in the clinic.

    ``link`` is an https address, for a video visit. ``site`` is a place of the clinic, None for the room's or the base.
    ``buffer`` is in minutes; None takes the clinic's rule. ``comes_with`` names the grown-up who comes; None lets any
    responsible carer come. ``colleagues`` are further therapists.
    """

    way: Way = Way.IN_ROOM
    link: str = ""
    site: UUID | None = None
    buffer: int | None = None
    comes_with: UUID | None = None
    colleagues: tuple[UUID, ...] = ()


USUAL = VisitDetails()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSeen:
    """A room of the clinic. ``capacity`` counts the visits it holds at a time; ``features`` are words of the clinic."""

    uuid: UUID
    name: str
    capacity: int = 1
    features: tuple[str, ...] = ()
    site: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSeen:
    """A visit without a clinical word. ``starts_at`` is UTC, ``zone`` the clinic's IANA zone at booking.

    ``room_name`` and ``place_words`` are empty for a reader who may not know the place. ``number`` of ``of``
    counts within a series and is None for a single visit. ``link`` belongs to a video visit. ``planned_at`` is the
    instant that the series planned, whatever moved since; ``sequence`` counts the changes, for calendars.
    ``buffer_after`` and ``travel_after`` are minutes that the therapist keeps free afterwards.
    """

    uuid: UUID
    child: UUID
    child_name: str
    therapist: UUID
    therapist_name: str
    room: UUID | None
    room_name: str
    place_words: str
    starts_at: datetime
    minutes: int
    zone: str
    state: VisitState
    series: UUID | None
    number: int | None
    of: int | None
    way: Way = Way.IN_ROOM
    link: str = ""
    site: UUID | None = None
    site_name: str = ""
    group: UUID | None = None
    group_name: str = ""
    planned_at: datetime | None = None
    sequence: int = 0
    changed_at: datetime | None = None
    buffer_after: int = 0
    travel_after: int = 0

    @property
    def ends_at(self) -> datetime:
        """The end, in UTC."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def local_start(self) -> datetime:
        """The start on the clinic's clock."""
        return self.starts_at.astimezone(zone_kept(self.zone))

    @property
    def local_end(self) -> datetime:
        """The end on the clinic's clock."""
        return self.ends_at.astimezone(zone_kept(self.zone))

    @property
    def is_open(self) -> bool:
        """Whether the visit is still to come or to be written up."""
        return self.state is VisitState.BOOKED


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTime:
    """A time when a therapist works and nobody holds them, their room or the child.

    ``starts_at`` is UTC, ``local_start`` the clinic's clock. ``room`` is None where no room is needed or named;
    ``site`` is the place's pk, None for the base.
    """

    therapist: UUID
    therapist_name: str
    room: UUID | None
    room_name: str
    site: int | None
    starts_at: datetime
    local_start: datetime
    minutes: int


class Happens(StrEnum):
    """What becomes of one planned date of a series."""

    KEEP = "KEEP"
    SKIP = "SKIP"
    MOVE = "MOVE"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDate:
    """One date of a series before it is booked, and everything that stands in its way.

    ``number`` is None for a skipped date. ``starts_at`` is UTC. ``clashes`` are sentences; ``closed`` names a
    holiday or a closure, else ""; ``is_outside`` is outside the therapist's working time. ``clock_change`` is by how
    many minutes the clocks moved since the date before. ``exists`` is False where the clocks go forward over the time;
    ``instead`` are the next times of that day that are free.
    """

    number: int | None
    on: date
    starts_at: datetime
    local_start: datetime
    happens: Happens
    exists: bool = True
    clashes: tuple[str, ...] = ()
    closed: str = ""
    is_outside: bool = False
    clock_change: int = 0
    instead: tuple[datetime, ...] = ()

    @property
    def is_in_the_way(self) -> bool:
        """Whether the series cannot be booked while this date stays as it is."""
        return self.happens is not Happens.SKIP and bool(self.clashes or not self.exists)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesSeen:
    """A regular time. ``first_number`` to ``count`` number its visits; ``last_at`` is the last one that stands."""

    uuid: UUID
    child: UUID
    child_name: str
    therapist: UUID
    therapist_name: str
    first_on: date
    local_time: time
    zone: str
    minutes: int
    count: int
    first_number: int
    rhythm: Rhythm
    days: tuple[int, ...]
    skips: tuple[date, ...]
    ended_on: date | None
    follows: UUID | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSeen:
    """Something the family would like to speak about at a visit, in their words."""

    uuid: UUID
    words: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSeen:
    """A family's wish to change a visit; ``answer`` is empty until the clinic answers."""

    uuid: UUID
    visit: UUID
    child: UUID
    child_name: str
    starts_at: datetime
    zone: str
    words: str
    by_name: str
    at: datetime
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSeen:
    """One thing that was planned for a visit, ticked when it was done."""

    uuid: UUID
    words: str
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTick:
    """A step that the therapist saw: becomes a step proposal with the uuid ``proposal`` at signing."""

    goal: UUID
    step: int
    proposal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """The typed parts of a note. ``version`` is that of the note the page was filled from."""

    version: int
    did: str = ""
    saw: str = ""
    next_plan: str = ""
    for_family: str = ""
    ticked: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddendumSeen:
    """A dated addition to a signed note."""

    uuid: UUID
    words: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSeen:
    """A session note of the clinical lane. ``intact`` is False when a signed note no longer fits its seal."""

    uuid: UUID
    visit: UUID
    state: NoteState
    version: int
    did: str
    saw: str
    next_plan: str
    for_family: str
    planned: tuple[PlannedSeen, ...]
    by: By
    saved_at: datetime
    signed_at: datetime | None
    credential: str
    digest: str
    intact: bool
    shared_at: datetime | None
    additions: tuple[AddendumSeen, ...]

    @property
    def is_signed(self) -> bool:
        """Whether nothing but additions can follow."""
        return self.state is NoteState.SIGNED


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteInShort:
    """A signed note by what it is tied to: the goals whose step was seen, and what was ticked as done.

    ``words`` are those for the family. ``done`` holds titles of ideas among other words; only the team reads it.
    """

    visit: UUID
    visit_at: datetime
    zone: str
    words: str
    by: By
    goals: tuple[UUID, ...]
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNote:
    """What a therapist wrote for the family after a visit."""

    uuid: UUID
    visit: UUID
    visit_at: datetime
    zone: str
    words: str
    by: By
    shared_at: datetime
