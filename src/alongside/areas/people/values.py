"""People and clinics as other areas and the faces see them."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from alongside.core.actors import MemberRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicSeen:
    """A clinic in public words. ``zone`` is an IANA name; quiet hours are local times."""

    pk: int
    uuid: UUID
    name: str
    slug: str
    zone: str
    phone: str
    email: str
    answer_days: int
    quiet_from: time
    quiet_until: time


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialSeen:
    """A registration as the public page shows it. ``expired`` and ``expiring`` speak of the day asked about."""

    register: str
    number: str
    degree: str
    words: str
    valid_until: date | None
    expired: bool
    expiring: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A therapist of a clinic, for lists to choose from: no roles, no registrations."""

    pk: int
    uuid: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """Somebody of a clinic's team with the roles and registrations that hold now."""

    pk: int
    uuid: UUID
    name: str
    short_name: str
    email: str
    roles: tuple[MemberRole, ...]
    credentials: tuple[CredentialSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """What is needed to know somebody: full name, what they are called, and an address for the sign-in code."""

    uuid: UUID
    name: str
    short_name: str
    email: str
    language: str = "en-gb"
