"""Visits, rooms and session notes as other areas and the faces see them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.areas.circle.values import By


class VisitState(StrEnum):
    """Where a visit stands. Only a booked or a done visit holds its time."""

    BOOKED = "BOOKED"
    CANCELLED = "CANCELLED"
    COULD_NOT_COME = "COULD_NOT_COME"
    DONE = "DONE"


class CellKind(StrEnum):
    """What a cell of five minutes is taken from. The order is the order of the locks."""

    THERAPIST = "THERAPIST"
    CHILD = "CHILD"
    ROOM = "ROOM"


class NoteState(StrEnum):
    """A draft can change; a signed note only grows by dated additions."""

    DRAFT = "DRAFT"
    SIGNED = "SIGNED"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSeen:
    """A room of the clinic."""

    uuid: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSeen:
    """A visit without a clinical word. ``starts_at`` is UTC, ``zone`` the clinic's IANA zone at booking.

    ``room_name`` and ``place_words`` are empty for a reader who may not know the place. ``number`` of ``of``
    counts within a series and is None for a single visit.
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

    @property
    def ends_at(self) -> datetime:
        """The end, in UTC."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def local_start(self) -> datetime:
        """The start on the clinic's clock."""
        return self.starts_at.astimezone(ZoneInfo(self.zone))

    @property
    def local_end(self) -> datetime:
        """The end on the clinic's clock."""
        return self.ends_at.astimezone(ZoneInfo(self.zone))

    @property
    def is_open(self) -> bool:
        """Whether the visit is still to come or to be written up."""
        return self.state is VisitState.BOOKED


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
