"""Who is asking."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class MemberRole(StrEnum):
    """What a person is in a clinic."""

    THERAPIST = "THERAPIST"
    FRONT_DESK = "FRONT_DESK"
    OWNER = "OWNER"


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

    def clinics_as(self, *roles: MemberRole) -> tuple[int, ...]:
        """The clinics where this person holds one of ``roles``, in the order of the hats."""
        return tuple(dict.fromkeys(hat.clinic for hat in self.hats if hat.role in roles))
