"""Who stands where in the circle, from when to when."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Subquery

from alongside.areas.circle import gate
from alongside.areas.circle.actions.names import keep_carer_names
from alongside.areas.circle.models import HomeGrownUp, Invitation, Place
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.people import actions as people
from alongside.areas.people import queries as team
from alongside.areas.people.models import Person
from alongside.areas.people.values import PersonDraft
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import NAMEABLE, Capability
from alongside.core.refusals import InvalidInput, NotFound


@action
def place_therapist(*, actor: Actor, child: UUID, therapist: UUID, at: datetime) -> None:
    """Let a therapist of the same clinic look after this child."""
    opened = gate.open_child(actor, child, Capability.INVITE, at, doing="circle.place_therapist")
    person = team.member(opened.clinic, therapist, at)
    if MemberRole.THERAPIST not in person.roles:
        raise InvalidInput("Please choose one of the therapists.", field="therapist")
    Place.objects.get_or_create(
        child_id=opened.pk,
        person_id=person.pk,
        kind=PlaceKind.THERAPIST.value,
        until=None,
        defaults={"since": at},
    )


@action
def place_carer(
    *, actor: Actor, child: UUID, draft: PersonDraft, relation: str, responsible: bool, at: datetime
) -> UUID:
    """Put a grown-up into the circle whom the clinic met in person. Others are invited. Returns the person."""
    opened = gate.open_child(actor, child, Capability.INVITE, at, doing="circle.place_carer")
    person = people.know_person(draft=draft, at=at)
    put_carer(opened, person.pk, relation, responsible=responsible)
    return person.uuid


@action
def end_place(*, actor: Actor, child: UUID, person: UUID, at: datetime) -> None:
    """Let somebody leave the circle. From the next request on the record is closed, and so is an open invitation."""
    opened = gate.open_child(actor, child, Capability.RESTRICT, at, doing="circle.end_place")
    ended = Place.objects.filter(child=opened.pk, person__uuid=person, until=None).update(until=at)
    if not ended:
        raise NotFound
    HomeGrownUp.objects.filter(child=opened.pk, person__uuid=person, until=None).update(until=at)
    email = Subquery(Person.objects.filter(uuid=person).values("email"))
    waiting = Invitation.objects.filter(child=opened.pk, email=email, accepted_at=None, expires_at__gt=at)
    waiting.update(expires_at=at)
    keep_carer_names(opened.pk, at)


@action
def restrict_carer(
    *, actor: Actor, child: UUID, person: UUID, named: Iterable[Capability], at: datetime
) -> None:
    """Limit what a carer sees to what is named. A restriction beats every other right."""
    opened = gate.open_child(actor, child, Capability.RESTRICT, at, doing="circle.restrict_carer")
    kept = sorted(set(named))
    if not NAMEABLE.issuperset(kept):
        raise InvalidInput("Please choose from the list.", field="named")
    place = _carer_place(opened, person)
    place.restricted = True
    place.named = [capability.value for capability in kept]
    place.save(update_fields=["restricted", "named"])


@action
def lift_restriction(*, actor: Actor, child: UUID, person: UUID, at: datetime) -> None:
    """Give a carer back what their place in the circle allows."""
    opened = gate.open_child(actor, child, Capability.RESTRICT, at, doing="circle.lift_restriction")
    place = _carer_place(opened, person)
    place.restricted, place.named = False, []
    place.save(update_fields=["restricted", "named"])


def put_carer(opened: OpenChild, person: int, relation: str, *, responsible: bool) -> None:
    """The row of a carer's place, made once."""
    Place.objects.get_or_create(
        child_id=opened.pk,
        person_id=person,
        kind=PlaceKind.CARER.value,
        until=None,
        defaults={
            "relation": bounds.words(relation, 60, "relation", required=True),
            "responsible": responsible,
            "since": opened.at,
        },
    )
    keep_carer_names(opened.pk, opened.at)


def _carer_place(opened: OpenChild, person: UUID) -> Place:
    place = Place.objects.filter(
        child=opened.pk, person__uuid=person, kind=PlaceKind.CARER.value, until=None
    ).first()
    if place is None:
        raise NotFound
    return place
