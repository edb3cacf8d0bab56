"""Who is asking."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from alongside.core.refusals import NotAllowed, NotFound


class MemberRole(StrEnum):
    """What a person is in a clinic."""

    THERAPIST = "THERAPIST"
    FRONT_DESK = "FRONT_DESK"
    OWNER = "OWNER"


DESK = frozenset({MemberRole.OWNER, MemberRole.FRONT_DESK})  # those who run a clinic's desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Hat:
    """One role in one clinic, valid at the moment of asking."""

    clinic: int
    role: MemberRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A signed-in person with the hats that are valid now. Carers need no hat: the circle knows them."""

    person: int
    uuid: UUID
    name: str
    short_name: str
    hats: tuple[Hat, ...] = ()

    def roles_in(self, clinic: int) -> frozenset[MemberRole]:
        """The roles that this person holds in one clinic."""
        return frozenset(hat.role for hat in self.hats if hat.clinic == clinic)

    def check_one_of(self, roles: frozenset[MemberRole], clinic: int, reason: str) -> None:
        """Let through who holds one of ``roles`` in this clinic. Others of it get ``reason``; strangers, NotFound."""
        held = self.roles_in(clinic)
        if not held:
            raise NotFound
        if not held & roles:
            raise NotAllowed(reason)

    def clinics_as(self, *roles: MemberRole) -> tuple[int, ...]:
        """The clinics where this person holds one of ``roles``, in the order of the hats."""
        return tuple(dict.fromkeys(hat.clinic for hat in self.hats if hat.role in roles))
