"""The matrix's own seed: three clinics, six children, fourteen actors, and a canary in every free-text field."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.people import actions as people
from alongside.areas.people.values import ClinicSeen, PersonDraft
from alongside.config.demo import people as ways
from alongside.config.demo.people import Dice, Somebody
from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability, Role, decide
from tests.clock import AT
from tests.matrix.canaries import Canaries, Visible

NAMED = frozenset(
    {
        Capability.READ_VISITS,
        Capability.READ_PROGRAMME,
        Capability.READ_OWN_ENTRIES,
        Capability.WRITE_ENTRIES,
    }
)
ACTORS = (
    "anonymous",
    "invited",
    "carer",
    "second_carer",
    "other_carer",
    "restricted_carer",
    "removed_carer",
    "other_childs_carer",
    "therapist",
    "other_therapist",
    "other_clinics_therapist",
    "front_desk",
    "owner",
    "deactivated",
)
OWN, SAME_CLINIC, OTHER_CLINIC = "a1", "a2", "b1"
_ROLES_OF_CLINIC_A = {
    "therapist": Role.CLINIC_THERAPIST,
    "other_therapist": Role.CLINIC_THERAPIST,
    "front_desk": Role.FRONT_DESK,
    "owner": Role.OWNER,
}
_OWN_PLACES = {
    "carer": Role.CARER_RESPONSIBLE,
    "second_carer": Role.CARER_RESPONSIBLE,
    "other_carer": Role.CARER_OTHER,
    "restricted_carer": Role.CARER_RESTRICTED,
    "therapist": Role.ASSIGNED_THERAPIST,
}


@dataclass
class Family:
    """One child with everybody around it and the identifiers of everything in its record."""

    key: str
    child: UUID
    therapist: Somebody
    front_desk: Somebody
    people: dict[str, Somebody]
    objects: dict[str, UUID] = field(default_factory=dict)
    token: str = ""
    feed: str = ""


@dataclass
class World:
    """Everything that the matrix needs to know."""

    dice: Dice
    canaries: Canaries
    clinics: dict[str, ClinicSeen] = field(default_factory=dict)
    team: dict[str, dict[str, Somebody]] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    actors: dict[str, Somebody | None] = field(default_factory=dict)
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)


def standing(actor: str, child: str) -> frozenset[Role]:
    """What each actor is to each child, written down by hand: the gate is measured against this."""
    roles: set[Role] = set()
    if child.startswith("a") and actor in _ROLES_OF_CLINIC_A:
        roles.add(_ROLES_OF_CLINIC_A[actor])
    if child == OWN and actor in _OWN_PLACES:
        roles.add(_OWN_PLACES[actor])
    if child == SAME_CLINIC and actor == "other_childs_carer":
        roles.add(Role.CARER_RESPONSIBLE)
    if child == SAME_CLINIC and actor == "other_therapist":
        roles.add(Role.ASSIGNED_THERAPIST)
    if child == OTHER_CLINIC and actor == "other_clinics_therapist":
        roles |= {Role.CLINIC_THERAPIST, Role.ASSIGNED_THERAPIST}
    if child == "b2" and actor == "other_clinics_therapist":
        roles.add(Role.CLINIC_THERAPIST)
    return frozenset(roles)


def may(child: str, capability: Capability) -> Visible:
    """Readable by whoever holds the capability for the child."""
    return lambda actor: decide(standing(actor, child), capability, NAMED) is None


def only(*actors: str) -> Visible:
    """Readable by these actors alone."""
    return lambda actor: actor in actors


def either(*rules: Visible) -> Visible:
    """Readable by whoever one of the rules lets read."""
    return lambda actor: any(rule(actor) for rule in rules)


RESPONSIBLE = {"carer", "second_carer", "removed_carer"}


def build_people(world: World) -> None:
    """Three clinics with teams, two children each, and the circle around each child."""
    for letter in "abc":
        _clinic(world, letter)
        for number in "12":
            _family(world, letter, number)
    _cast_actors(world)


def _clinic(world: World, letter: str) -> None:
    clinic = ways.found_clinic(world.dice, AT, name=f"Clinic {letter.upper()}", slug=f"clinic-{letter}")
    world.clinics[letter] = clinic
    roles = {
        "owner": MemberRole.OWNER,
        "front_desk": MemberRole.FRONT_DESK,
        "one": MemberRole.THERAPIST,
        "two": MemberRole.THERAPIST,
        "gone": MemberRole.THERAPIST,
    }
    world.team[letter] = {
        name: ways.join(world.dice, clinic, role, f"{name}{letter} Team", AT) for name, role in roles.items()
    }


def _family(world: World, letter: str, number: str) -> None:
    key, team, dice = letter + number, world.team[letter], world.dice
    therapist = team["one"] if number == "1" else team["two"]
    desk, owner = team["front_desk"], team["owner"]
    invited = only("invited") if key == OWN else only()
    name = world.canaries.mint(key, "child's name", either(may(key, Capability.READ_NAME), invited))
    about = {
        field: world.canaries.mint(key, field, may(key, Capability.READ_STORY))
        for field in ("likes", "dislikes", "languages", "lives_with", "school")
    }
    born = date(2020, 7, 14)
    child = ways.register(dice, world.clinics[letter], desk, name, born, AT, **about)
    ways.look_after(child, owner, therapist, AT)
    if key == OWN:
        ways.look_after(child, owner, team["gone"], AT)
    carers = {
        role: ways.bring_in(
            dice, child, desk, f"{role}{key} Family", "Mum", AT, responsible=role in RESPONSIBLE
        )
        for role in ("carer", "second_carer", "other_carer", "restricted_carer", "removed_carer")
    }
    world.families[key] = Family(key=key, child=child, therapist=therapist, front_desk=desk, people=carers)


def narrow(world: World) -> None:
    """After everybody has written: restrict one carer, remove one, let one therapist go, invite one person."""
    for family in world.families.values():
        acting = family.therapist.actor(AT)
        circle.restrict_carer(
            actor=acting,
            child=family.child,
            person=family.people["restricted_carer"].uuid,
            named=NAMED,
            at=AT,
        )
        circle.end_place(actor=acting, child=family.child, person=family.people["removed_carer"].uuid, at=AT)
        draft = PersonDraft(
            uuid=uuid4(),
            name=f"Invited {family.key}",
            short_name="Invited",
            email=f"invited-{family.key}@family.example",
        )
        seen, family.token = circle.invite_carer(
            actor=acting,
            child=family.child,
            invitation=uuid4(),
            draft=draft,
            relation="Uncle",
            responsible=False,
            at=AT,
        )
        family.objects["invitation"] = seen.uuid
    people.end_membership(
        actor=world.team["a"]["owner"].actor(AT),
        clinic=world.clinics["a"].pk,
        person=world.team["a"]["gone"].uuid,
        at=AT,
    )


def _cast_actors(world: World) -> None:
    own, team = world.families[OWN].people, world.team["a"]
    world.actors = {
        "anonymous": None,
        **{role: own[role] for role in ("carer", "second_carer", "other_carer", "restricted_carer")},
        "removed_carer": own["removed_carer"],
        "other_childs_carer": world.families[SAME_CLINIC].people["carer"],
        "therapist": team["one"],
        "other_therapist": team["two"],
        "other_clinics_therapist": world.team["b"]["one"],
        "front_desk": team["front_desk"],
        "owner": team["owner"],
        "deactivated": team["gone"],
    }
