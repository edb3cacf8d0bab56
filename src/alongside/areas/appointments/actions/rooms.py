"""The rooms of a clinic."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from alongside.areas.appointments.models import Room
from alongside.areas.appointments.queries.rooms import room_seen
from alongside.areas.appointments.queries.rows import the_room, the_site
from alongside.areas.appointments.values import RoomSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import DESK, Actor
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

_LARGEST = 20
_FEATURES_AT_MOST = 12
_FEATURE = 40
_WHOSE = gettext_noop("The owner and the front desk look after the rooms.")


@action
def add_room(*, actor: Actor, clinic: int, room: UUID, name: str, at: datetime) -> RoomSeen:
    """Keep a room of the clinic. The owner and the front desk may."""
    actor.check_one_of(DESK, clinic, _WHOSE)
    kept = bounds.words(name, bounds.TITLE, "name", required=True)
    if Room.objects.filter(clinic=clinic, name=kept).exclude(uuid=room).exists():
        raise InvalidInput(gettext_noop("There is a room with this name. Choose another name."), field="name")
    row, _ = Room.objects.get_or_create(uuid=room, defaults={"clinic_id": clinic, "name": kept})
    if row.clinic_id != clinic:
        raise NotFound
    trail.record_doing(actor, "appointments.add_room", clinic, at)
    return room_seen(row)


@action
def change_room(
    *,
    actor: Actor,
    clinic: int,
    room: UUID,
    at: datetime,
    capacity: int = 1,
    features: Sequence[str] = (),
    site: UUID | None = None,
) -> RoomSeen:
    """Say how many visits a room holds at a time (1 to 20), what is in it, and at which place it is.

    Visits that hold a lane keep it. The owner and the front desk may.
    """
    actor.check_one_of(DESK, clinic, _WHOSE)
    row = the_room(clinic, room)
    row.capacity = bounds.whole(capacity, 1, _LARGEST, "capacity")
    bounds.few(features, _FEATURES_AT_MOST, "features")
    row.features = list(
        dict.fromkeys(bounds.words(one, _FEATURE, "features", required=True) for one in features)
    )
    row.site_id = the_site(clinic, site) if site else None
    row.save(update_fields=["capacity", "features", "site"])
    trail.record_doing(actor, "appointments.change_room", clinic, at)
    return room_seen(the_room(clinic, room))
