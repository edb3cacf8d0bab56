"""The named cast of the tests, built through the same functions as the demo.

Samira and Karim are Idris's parents, his grandmother helps, Hannah is his therapist. Tom works in the same
clinic and does not look after him; Maria is at the front desk and Olive owns the clinic. Ben is another child's
father and Petra a therapist of another clinic: two outsiders who stand in every test.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.areas.people.values import ClinicSeen
from alongside.config.demo import people
from alongside.config.demo.people import Dice, Somebody
from alongside.core.actors import Actor, MemberRole
from tests.clock import AT


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One of the cast, ready to act at the cast's moment."""

    uuid: UUID
    pk: int
    name: str
    email: str
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody, the two clinics and the two children."""

    at: datetime
    clinic: ClinicSeen
    other_clinic: ClinicSeen
    idris: UUID
    rosa: UUID
    samira: Player
    karim: Player
    grandma: Player
    hannah: Player
    tom: Player
    maria: Player
    olive: Player
    other_parent: Player
    other_therapist: Player


def build_cast() -> Cast:
    """Put the cast into the database of the running test."""
    dice = Dice(7)
    clinic = people.found_clinic(dice, AT, name="Willow House", slug="willow")
    other = people.found_clinic(dice, AT, name="Alder Street", slug="alder")
    olive = people.join(dice, clinic, MemberRole.OWNER, "Olive Grant", AT)
    maria = people.join(dice, clinic, MemberRole.FRONT_DESK, "Maria Silva", AT)
    hannah = people.join(dice, clinic, MemberRole.THERAPIST, "Hannah Reid", AT)
    tom = people.join(dice, clinic, MemberRole.THERAPIST, "Tom Adeyemi", AT)
    otto = people.join(dice, other, MemberRole.OWNER, "Otto Lind", AT)
    petra = people.join(dice, other, MemberRole.THERAPIST, "Petra Vogel", AT)
    idris = people.register(dice, clinic, maria, "Idris Osman", date(2020, 7, 14), AT)
    rosa = people.register(dice, other, petra, "Rosa Stern", date(2018, 2, 3), AT)
    people.look_after(idris, maria, hannah, AT)
    people.look_after(rosa, otto, petra, AT)
    samira = people.bring_in(dice, idris, maria, "Samira Osman", "Mum", AT)
    karim = people.bring_in(dice, idris, maria, "Karim Osman", "Dad", AT)
    grandma = people.bring_in(dice, idris, maria, "Amal Osman", "Grandma", AT, responsible=False)
    ben = people.bring_in(dice, rosa, petra, "Ben Stern", "Dad", AT)
    return Cast(
        at=AT,
        clinic=clinic,
        other_clinic=other,
        idris=idris,
        rosa=rosa,
        samira=_player(samira),
        karim=_player(karim),
        grandma=_player(grandma),
        hannah=_player(hannah),
        tom=_player(tom),
        maria=_player(maria),
        olive=_player(olive),
        other_parent=_player(ben),
        other_therapist=_player(petra),
    )


def _player(somebody: Somebody) -> Player:
    return Player(
        uuid=somebody.uuid,
        pk=somebody.pk,
        name=somebody.name,
        email=somebody.email,
        actor=somebody.actor(AT),
    )
