"""The one door to a child's record.

Not in the circle: NotFound, the same answer as for a child that does not exist. In the circle but not allowed:
NotAllowed with the reason. Opening writes one row on the trail for each child; refusals are written by the
face, because the transaction of a refused action is gone by then.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.circle.models import Child
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.trail import actions as trail
from alongside.areas.trail.values import Kind, Row
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability, Role
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound

_FIELDS = (
    "pk",
    "uuid",
    "name",
    "short_name",
    "born_on",
    "clinic_id",
    "clinic__name",
    "clinic__zone",
    "closed_at",
    "mine__kind",
    "mine__responsible",
    "mine__restricted",
    "mine__named",
)
# A page only looks, even one that asks for the right to change something; what changes is told by the action.
_PAGES = ("parent.", "therapist.", "desk.")
_ROLE_OF_MEMBER = {
    MemberRole.THERAPIST: Role.CLINIC_THERAPIST,
    MemberRole.FRONT_DESK: Role.FRONT_DESK,
    MemberRole.OWNER: Role.OWNER,
}


def open_child(actor: Actor, child: UUID, capability: Capability, at: datetime, *, doing: str) -> OpenChild:
    """Open one child's record for one thing. ``doing`` names the page or action, for the trail."""
    rows = _one(child=child, person=actor.person, at=at)
    if not rows:
        raise NotFound
    opened = _opened(actor, rows, at)
    if not opened.roles:
        raise NotFound(child=opened.pk)
    opened.check(capability, doing)
    trail.record([_trail_row(opened, capability, doing)])
    return opened


def hold(opened: OpenChild) -> None:
    """Queue for this child's record until the transaction ends: for limits that count rows before adding one.

    Called before anything else of the child is locked, so that nobody waits crosswise. SQLite queues all writers.
    """
    Child.objects.select_for_update(no_key=True).only("pk").get(pk=opened.pk)


def open_children(
    actor: Actor,
    capability: Capability,
    at: datetime,
    *,
    doing: str,
    among: Iterable[int] | None = None,
    sender: str = "",
) -> tuple[OpenChild, ...]:
    """Open every child for whom this person may, by name; ``among`` (internal keys) narrows the list.

    Without ``among`` only the children in whose circle the person is are opened: a whole clinic is never
    opened at once. One statement finds them, one bulk statement writes the trail.
    ``sender`` writes a letter to this person by itself: it looked and nobody else, and the trail says so.
    """
    opened = _group(actor, _found(actor, at, among), at)
    allowed = tuple(child for child in opened if child.roles and child.allows(capability))
    if allowed:
        rows = [_trail_row(child, capability, doing) for child in allowed]
        trail.record([_as_sender(row, sender) for row in rows] if sender else rows)
    return allowed


def _found(actor: Actor, at: datetime, among: Iterable[int] | None) -> list[dict[str, Any]]:
    if among is None:
        return _mine(person=actor.person, at=at)
    keys = list(among)
    return _among(room=room_for(keys), among=keys, person=actor.person, at=at) if keys else []


@prepared
def _one() -> QuerySet[Child, dict[str, Any]]:
    return _rows(Q(uuid=Slot("child")))


@prepared
def _mine() -> QuerySet[Child, dict[str, Any]]:
    return _rows(Q(mine__isnull=False, closed_at=None)).order_by("name", "pk")


@prepared
def _among(*, room: int) -> QuerySet[Child, dict[str, Any]]:
    return _rows(Q(pk__in=slots("among", room), closed_at=None)).order_by("name", "pk")


def _rows(only: Q) -> QuerySet[Child, dict[str, Any]]:
    at = Slot("at")
    mine = FilteredRelation(
        "places",
        condition=Q(places__person=Slot("person"))
        & Q(places__since__lte=at)
        & (Q(places__until=None) | Q(places__until__gt=at)),
    )
    # The filtered relation is no field of the model, which is all that the type checker knows.
    children: Any = Child.objects
    # Filtered before the fields are named: the other way round, the places would be joined twice.
    rows: QuerySet[Child, dict[str, Any]] = children.annotate(mine=mine).filter(only).values(*_FIELDS)
    return rows


def _group(actor: Actor, rows: Iterable[dict[str, Any]], at: datetime) -> list[OpenChild]:
    by_child: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        by_child.setdefault(row["pk"], []).append(row)
    return [_opened(actor, found, at) for found in by_child.values()]


def _opened(actor: Actor, rows: list[dict[str, Any]], at: datetime) -> OpenChild:
    first = rows[0]
    return OpenChild(
        pk=first["pk"],
        uuid=first["uuid"],
        name=first["name"],
        short_name=first["short_name"],
        born_on=first["born_on"],
        clinic=first["clinic_id"],
        clinic_name=first["clinic__name"],
        zone=zone_kept(first["clinic__zone"]).key,
        actor=actor,
        roles=_roles(actor, rows),
        named=frozenset(Capability(name) for row in rows for name in row["mine__named"] or ()),
        at=at,
        closed_at=first["closed_at"],
    )


def _roles(actor: Actor, rows: list[dict[str, Any]]) -> frozenset[Role]:
    member = actor.roles_in(rows[0]["clinic_id"])
    roles = {_ROLE_OF_MEMBER[role] for role in member}
    for row in rows:
        kind = row["mine__kind"]
        if kind == PlaceKind.THERAPIST and MemberRole.THERAPIST in member:
            roles.add(Role.ASSIGNED_THERAPIST)
        elif kind == PlaceKind.CARER:
            roles.add(_carer_role(row))
    return frozenset(roles)


def _carer_role(row: dict[str, Any]) -> Role:
    if row["mine__restricted"]:
        return Role.CARER_RESTRICTED
    return Role.CARER_RESPONSIBLE if row["mine__responsible"] else Role.CARER_OTHER


def _trail_row(opened: OpenChild, capability: Capability, doing: str) -> Row:
    return Row(
        at=opened.at,
        kind=Kind.READ if capability.is_read or doing.startswith(_PAGES) else Kind.WRITE,
        doing=doing,
        person=opened.actor.person,
        person_name=opened.actor.name,
        roles=",".join(sorted(opened.roles)),
        clinic=opened.clinic,
        child=opened.pk,
    )


def _as_sender(row: Row, sender: str) -> Row:
    return replace(row, person=None, person_name=sender, roles="")
