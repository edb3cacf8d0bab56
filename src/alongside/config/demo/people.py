"""Invented people and the ways they come into a clinic. The demo and the tests' cast use the same functions."""

import random
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import ChildDraft
from alongside.areas.people import actions as people
from alongside.areas.people import queries as team
from alongside.areas.people.values import ClinicSeen, PersonDraft
from alongside.core.actors import Actor, MemberRole
from alongside.core.ids import uuid7


class Dice:
    """Repeatable identifiers and choices: the same seed gives the same clinic."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def uuid(self, at: datetime) -> UUID:
        """The next identifier, for a row that was made at ``at``."""
        return uuid7(at, self.random.getrandbits(74))


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person of the demo or of a test: how to name them and how to act as them."""

    pk: int
    uuid: UUID
    name: str
    short_name: str
    email: str

    def actor(self, at: datetime) -> Actor:
        """This person as the one who asks at ``at``."""
        person = team.person_by_email(self.email)
        if person is None:
            raise LookupError(self.email)
        return team.actor_for(person, at)


def found_clinic(
    dice: Dice, at: datetime, *, name: str, slug: str, zone: str = "Europe/London"
) -> ClinicSeen:
    """A clinic with its public words."""
    return people.found_clinic(
        uuid=dice.uuid(at),
        name=name,
        slug=slug,
        zone=zone,
        phone="01632 960123",
        email=f"hello@{slug}.example",
        at=at,
    )


def join(dice: Dice, clinic: ClinicSeen, role: MemberRole, name: str, at: datetime) -> Somebody:
    """A member of the clinic's team."""
    email = f"{name.split()[0].lower()}@{clinic.slug}.example"
    draft = _draft(dice, name, email, at)
    return _somebody(people.found_team(clinic=clinic.pk, draft=draft, role=role, at=at))


def register(
    dice: Dice, clinic: ClinicSeen, by: Somebody, name: str, born_on: date, at: datetime, **about: str
) -> UUID:
    """A child's record, opened by a member of the team."""
    draft = ChildDraft(uuid=dice.uuid(at), name=name, short_name=name.split()[0], born_on=born_on, **about)
    return circle.register_child(actor=by.actor(at), clinic=clinic.pk, draft=draft, at=at)


def look_after(child: UUID, by: Somebody, therapist: Somebody, at: datetime) -> None:
    """Give the child a therapist."""
    circle.place_therapist(actor=by.actor(at), child=child, therapist=therapist.uuid, at=at)


def bring_in(
    dice: Dice,
    child: UUID,
    by: Somebody,
    name: str,
    relation: str,
    at: datetime,
    *,
    responsible: bool = True,
    email: str = "",
) -> Somebody:
    """A grown-up who is invited and comes in."""
    address = email or f"{name.split()[0].lower()}@family.example"
    draft = _draft(dice, name, address, at)
    _, token = circle.invite_carer(
        actor=by.actor(at),
        child=child,
        invitation=dice.uuid(at),
        draft=draft,
        relation=relation,
        responsible=responsible,
        at=at,
    )
    carer = known(address)
    circle.accept_invitation(actor=carer.actor(at), token=token, at=at)
    return carer


def known(email: str) -> Somebody:
    """Somebody who has a login already."""
    person = team.person_by_email(email)
    if person is None:
        raise LookupError(email)
    return _somebody(person)


def _draft(dice: Dice, name: str, email: str, at: datetime) -> PersonDraft:
    return PersonDraft(uuid=dice.uuid(at), name=name, short_name=name.split()[0], email=email)


def _somebody(person) -> Somebody:
    return Somebody(
        pk=person.pk, uuid=person.uuid, name=person.name, short_name=person.short_name, email=person.email
    )
