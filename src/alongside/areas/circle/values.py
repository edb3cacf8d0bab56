"""The child, the circle around the child, and the proof that the gate was passed."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.core import capabilities
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability, Reason, Role
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotAllowed


class Voice(StrEnum):
    """Whose words these are."""

    FAMILY = "FAMILY"
    THERAPIST = "THERAPIST"
    SCHOOL = "SCHOOL"
    CHILD = "CHILD"


class PlaceKind(StrEnum):
    """What a person is to a child."""

    CARER = "CARER"
    THERAPIST = "THERAPIST"


class FactState(StrEnum):
    """A safety fact is proposed by a carer or known to the therapist, and may end."""

    PROPOSED = "PROPOSED"
    KNOWN = "KNOWN"
    ENDED = "ENDED"


CARERS = frozenset({Role.CARER_RESPONSIBLE, Role.CARER_OTHER, Role.CARER_RESTRICTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who said it, and in which voice."""

    name: str
    voice: Voice
    uuid: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChild:
    """A child's record that one person may look into at one moment. Only the gate makes it."""

    pk: int
    uuid: UUID
    name: str
    short_name: str
    born_on: date
    clinic: int
    clinic_name: str
    zone: str
    actor: Actor
    roles: frozenset[Role]
    named: frozenset[Capability]
    at: datetime
    closed_at: datetime | None = None

    @property
    def is_team(self) -> bool:
        """Whether the person looks as the child's own therapist. A restriction beats that, too."""
        return Role.ASSIGNED_THERAPIST in self.roles and not self.is_restricted

    @property
    def is_carer(self) -> bool:
        """Whether the person is one of the child's carers, whatever else they are."""
        return bool(self.roles & CARERS)

    @property
    def is_restricted(self) -> bool:
        """Whether the clinic limited what this carer sees."""
        return Role.CARER_RESTRICTED in self.roles

    @property
    def sees_every_home(self) -> bool:
        """Whether the person looks into every home: the child's own therapist, unless they are also a carer."""
        return self.is_team and not self.is_carer

    @property
    def voice(self) -> Voice:
        """The voice in which this person speaks here."""
        return Voice.THERAPIST if self.is_team else Voice.FAMILY

    @property
    def zone_info(self) -> ZoneInfo:
        """The zone of the child's place."""
        return ZoneInfo(self.zone)

    @property
    def today(self) -> date:
        """The local date at the moment of asking."""
        return self.at.astimezone(self.zone_info).date()

    def why_not(self, capability: Capability) -> Reason | None:
        """None when allowed, else the reason: for buttons, with the same words as the refusal."""
        reason = capabilities.decide(self.roles, capability, self.named)
        if reason is None and self.closed_at is not None and not capability.is_read:
            return None if capability in capabilities.AFTER_GOODBYE else capabilities.GOODBYE
        return reason

    def allows(self, capability: Capability) -> bool:
        """Whether this person may."""
        return self.why_not(capability) is None

    def check(self, capability: Capability, doing: str = "") -> None:
        """Raise NotAllowed with the reason when this person may not."""
        reason = self.why_not(capability)
        if reason is not None:
            raise NotAllowed(reason.sentence, child=self.pk, doing=doing)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDraft:
    """What is known of a child at the start."""

    uuid: UUID
    name: str
    short_name: str
    born_on: date
    pronouns: str = ""
    likes: str = ""
    dislikes: str = ""
    languages: str = ""
    lives_with: str = ""
    school: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildAbout:
    """The lines under a child's name on the therapist's page."""

    name: str
    short_name: str
    born_on: date
    pronouns: str
    likes: str
    dislikes: str
    languages: str
    lives_with: str
    school: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grownup:
    """Somebody in the circle now."""

    pk: int
    uuid: UUID
    name: str
    short_name: str
    kind: PlaceKind
    relation: str
    responsible: bool
    restricted: bool
    named: tuple[Capability, ...]
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePerson:
    """A carer who looks after the child in a home."""

    pk: int
    uuid: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSeen:
    """A home that the child lives in, under the family's own name for it. ``zone`` is that of its clock."""

    pk: int
    uuid: UUID
    name: str
    zone: str
    people: tuple[HomePerson, ...]
    is_mine: bool

    @property
    def grown_ups(self) -> tuple[str, ...]:
        """What the grown-ups there are called."""
        return tuple(person.name for person in self.people)

    @property
    def zone_info(self) -> ZoneInfo:
        """The zone of this home's clock."""
        return zone_kept(self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationSeen:
    """An invitation, without its token."""

    uuid: UUID
    name: str
    email: str
    relation: str
    responsible: bool
    child: UUID
    child_short_name: str
    clinic_name: str
    invited_by: str
    expires_at: datetime
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSeen:
    """How to reach one grown-up."""

    person: UUID
    name: str
    phone: str
    address: str
    quiet_from: time | None
    quiet_until: time | None
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyFactSeen:
    """One safety fact about the child: a code of core.safety with the family's or therapist's words."""

    uuid: UUID
    code: str
    words: str
    state: FactState
    by: By


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProposed:
    """Somebody whom the family would like in the circle; the clinic decides."""

    uuid: UUID
    name: str
    relation: str
    words: str
    by: By
