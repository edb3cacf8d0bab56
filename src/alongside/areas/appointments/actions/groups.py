"""Several children who come together, with one or more therapists.

Each child has a visit of their own, with notes of their own. The therapists and the room are held once for each
session, by the visit of one of the children; when that child leaves, another's visit holds them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from alongside.areas.appointments.actions import slots
from alongside.areas.appointments.actions.booking import beside, keep_colleagues, let_go, store
from alongside.areas.appointments.models import Group, Visit
from alongside.areas.appointments.queries.claims import Asked, find
from alongside.areas.appointments.queries.rows import (
    Where,
    carers_of,
    ground,
    visit_of,
    when,
    where,
)
from alongside.areas.appointments.queries.visits import visit_seen, with_names
from alongside.areas.appointments.values import (
    USUAL,
    CellKind,
    VisitDetails,
    VisitSeen,
    VisitState,
)
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

_CHILDREN_AT_MOST = 12
_SESSIONS_AT_MOST = 52


class NotInTheGroup(Refusal):
    """Who never came to a group has nothing to leave."""

    sentence = gettext_noop("This child is not in the group.")


@action
def book_group(
    *,
    actor: Actor,
    children: Sequence[UUID],
    group: UUID,
    name: str,
    therapist: UUID,
    times: Sequence[datetime],
    minutes: int,
    at: datetime,
    room: UUID | None = None,
    place_words: str = "",
    details: VisitDetails = USUAL,
) -> tuple[VisitSeen, ...]:
    """Book sessions at these instants for one to twelve children of one clinic: all of them or none.

    ``details.colleagues`` are the further therapists. Raises SlotTaken naming the times, NotFound for a child of
    another clinic, NotAllowed for one whose visits the person does not book. The same uuid again answers the same.
    """
    bounds.few(children, _CHILDREN_AT_MOST, "children")
    bounds.few(times, _SESSIONS_AT_MOST, "times")
    doing = "appointments.book_group"
    wanted = dict.fromkeys(children)
    opened = [gate.open_child(actor, one, Capability.BOOK_VISITS, at, doing=doing) for one in wanted]
    _check_together(opened, times)
    place = where(opened[0], therapist, room, minutes, place_words, details)
    kept_name = bounds.words(name, bounds.TITLE, "name", required=True)
    starts = sorted({when(one, minutes, at) for one in times})
    asked = [place.asked, *(replace(place.asked, carers=carers_of(one, details)) for one in opened[1:])]
    rows = [_rows(one, place, starts) for one in opened]
    carers = tuple(carer for one in asked for carer in one.carers)
    slots.lock_for([row for mine in rows for row in mine], replace(place.asked, carers=carers))
    kept = _group(opened[0], group, kept_name)
    if not Visit.objects.filter(group=kept).exists():
        _store_all(kept, rows, asked)
    return _session_visits(opened, kept)


@action
def leave_group(*, actor: Actor, child: UUID, group: UUID, at: datetime) -> tuple[VisitSeen, ...]:
    """Let go this child's visits of a group that are still to come; the others' stay. Twice changes nothing.

    Raises NotInTheGroup for a child who never had a visit of it.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.leave_group")
    kept = _the_group(opened, group)
    if not Visit.objects.filter(group=kept, child=opened.pk).exists():
        raise NotInTheGroup
    for row in _locked(opened, kept):
        if row.child_id == opened.pk:
            slots.hand_on(row, at)
            let_go(row, VisitState.CANCELLED, at)
    return _session_visits([opened], kept)


def _check_together(opened: Sequence[OpenChild], times: Sequence[datetime]) -> None:
    if not opened or not times:
        raise InvalidInput(gettext_noop("Choose at least one child and one time."), field="children")
    if len({one.clinic for one in opened}) > 1:
        raise NotFound


def _rows(opened: OpenChild, place: Where, starts: Sequence[datetime]) -> list[Visit]:
    return [visit_of(ground(opened), place, uuid7(opened.at), starts_at) for starts_at in starts]


def _group(opened: OpenChild, uuid: UUID, name: str) -> Group:
    fields = {"clinic_id": opened.clinic, "name": name, "by_id": opened.actor.person, "at": opened.at}
    kept, _ = Group.objects.get_or_create(uuid=uuid, defaults=fields)
    if (kept.clinic_id, kept.by_id) != (opened.clinic, opened.actor.person):
        raise NotFound
    return kept


def _the_group(opened: OpenChild, group: UUID) -> Group:
    kept = Group.objects.filter(uuid=group, clinic=opened.clinic).first()
    if kept is None:
        raise NotFound
    return kept


def _store_all(kept: Group, rows: Sequence[list[Visit]], asked: Sequence[Asked]) -> None:
    """The first child's visits hold the therapists and the room for everybody."""
    for row in (row for mine in rows for row in mine):
        row.group = kept
    store(rows[0], asked[0])
    coming = {row.comes_with_id for row in rows[0]}
    for mine, one in zip(rows[1:], asked[1:], strict=True):
        _add(mine, beside(one, coming), one.colleagues)
        coming |= {row.comes_with_id for row in mine}


def _add(rows: list[Visit], asked: Asked, colleagues: Sequence[int]) -> None:
    """Keep visits of one more child in sessions that others hold already."""
    found = find(rows, asked)
    Visit.objects.bulk_create(rows)
    slots.take(found)
    keep_colleagues(rows, tuple(colleagues))


def _locked(opened: OpenChild, kept: Group) -> list[Visit]:
    """The sessions of a group that are still to come, read once their therapists and this child are locked."""
    ahead = Visit.objects.filter(group=kept, state=VisitState.BOOKED, starts_at__gt=opened.at)
    therapists = set(ahead.values_list("therapist", flat=True))
    slots.lock([(CellKind.CHILD, opened.pk), *((CellKind.THERAPIST, one) for one in therapists)])
    return list(with_names(ahead.all()).order_by("starts_at", "pk"))


def _session_visits(opened: Sequence[OpenChild], kept: Group) -> tuple[VisitSeen, ...]:
    """The visits of these children in the group, those let go among them, by time."""
    by_key = {one.pk: one for one in opened}
    rows = with_names(Visit.objects.filter(group=kept, child__in=by_key)).order_by("starts_at", "pk")
    return tuple(visit_seen(by_key[row.child_id], row) for row in rows)
