"""The homes a child lives in, and who looks after the child in each.

The child's own therapist arranges every home. A responsible carer arranges a home of their own, and never takes
another grown-up's home away: separated parents may be each other's danger.
"""

from datetime import datetime
from functools import cache
from uuid import UUID
from zoneinfo import available_timezones

from django.db.models import Q, QuerySet

from alongside.areas.circle import gate
from alongside.areas.circle.models import Home, HomeGrownUp, Place
from alongside.areas.circle.queries import my_homes
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

HOMES_AT_MOST = 4
NAME = 60
_ASK_CLINIC = gettext_noop("Other grown-ups live in this home, too. Please ask the clinic to change that.")


class TooManyHomes(Refusal):
    """The child has as many homes as the record holds."""

    sentence = gettext_noop("There is room for four homes. Please ask the clinic.")


@action
def add_home(*, actor: Actor, child: UUID, home: UUID, name: str, zone: str, at: datetime) -> None:
    """Name a home, as the family calls it. A carer who names one looks after the child there from now on.

    ``zone`` is the zone of its clock (IANA), "" for the clinic's. A second delivery changes nothing.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="circle.homes.add_home")
    known = Home.objects.filter(uuid=home).first()
    if known is None:
        _add(opened, home, name, zone)
    elif (known.child_id, known.made_by_id) != (opened.pk, actor.person):
        raise NotFound


@action
def rename_home(*, actor: Actor, child: UUID, home: UUID, name: str, zone: str, at: datetime) -> None:
    """Give a home another name, and the zone of its clock ("" for the clinic's)."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="circle.homes.rename_home")
    row = _own(opened, home)
    row.name, row.zone = _name(name), _zone(opened, zone)
    row.save(update_fields=["name", "zone"])


@action
def end_home(*, actor: Actor, child: UUID, home: UUID, at: datetime) -> None:
    """Let a home end; its grown-ups still read what was. A carer ends one only where nobody else looks after."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="circle.homes.end_home")
    row = _own(opened, home)
    others = _there(row, at).exclude(person=actor.person)
    if not opened.sees_every_home and others.exists():
        raise NotAllowed(_ASK_CLINIC, child=opened.pk, doing="circle.homes.end_home")
    row.ended_at = at
    row.save(update_fields=["ended_at"])


@action
def put_in_home(*, actor: Actor, child: UUID, home: UUID, person: UUID, at: datetime) -> None:
    """Say that a carer of the circle looks after the child in this home. Nobody outside the circle can be put there."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="circle.homes.put_in_home")
    row = _own(opened, home)
    here = Place.objects.filter(child=opened.pk, kind=PlaceKind.CARER.value, until=None, since__lte=at)
    carer = here.filter(person__uuid=person).values_list("person", flat=True).first()
    if carer is None:
        raise NotFound
    _put(opened, row, carer)


@action
def take_from_home(*, actor: Actor, child: UUID, home: UUID, person: UUID, at: datetime) -> None:
    """Say that a carer looks after the child here no longer. A carer says this only of themselves."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="circle.homes.take_from_home")
    there = _there(_own(opened, home), at).filter(person__uuid=person)
    if not there.exists():
        raise NotFound
    if not opened.sees_every_home and there.exclude(person=actor.person).exists():
        raise NotAllowed(_ASK_CLINIC, child=opened.pk, doing="circle.homes.take_from_home")
    there.update(until=at)


def _add(opened: OpenChild, home: UUID, name: str, zone: str) -> None:
    gate.hold(opened)
    if Home.objects.filter(child=opened.pk, ended_at=None).count() >= HOMES_AT_MOST:
        raise TooManyHomes
    row = Home.objects.create(
        uuid=home,
        child_id=opened.pk,
        name=_name(name),
        zone=_zone(opened, zone),
        made_by_id=opened.actor.person,
        made_at=opened.at,
    )
    if not opened.sees_every_home:
        _put(opened, row, opened.actor.person)


def _put(opened: OpenChild, home: Home, person: int) -> None:
    HomeGrownUp.objects.get_or_create(
        child_id=opened.pk, home=home, person_id=person, until=None, defaults={"since": opened.at}
    )


def _own(opened: OpenChild, home: UUID) -> Home:
    """A home there is now that this person may arrange; NotFound for every other."""
    row = Home.objects.filter(child=opened.pk, uuid=home, ended_at=None).first()
    known = my_homes(opened)
    if row is None or (known is not None and row.pk not in known):
        raise NotFound
    return row


def _there(home: Home, at: datetime) -> QuerySet[HomeGrownUp]:
    return HomeGrownUp.objects.filter(Q(until=None) | Q(until__gt=at), home=home)


def _name(name: str) -> str:
    return bounds.words(name, NAME, "name", required=True)


def _zone(opened: OpenChild, zone: str) -> str:
    if zone and zone not in _zones():
        raise InvalidInput(gettext_noop("Please choose a place from the list."), field="zone")
    return "" if zone == opened.zone else zone


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
