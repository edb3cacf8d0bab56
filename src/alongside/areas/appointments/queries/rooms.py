"""Reading the rooms of a clinic."""

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.appointments.models import Room
from alongside.areas.appointments.values import RoomSeen


def rooms(clinic: int) -> tuple[RoomSeen, ...]:
    """The rooms of a clinic, by name."""
    return tuple(room_seen(row) for row in _rooms(clinic=clinic))


def room_seen(row: Room) -> RoomSeen:
    """A stored room, for actions of this area."""
    return RoomSeen(
        uuid=row.uuid,
        name=row.name,
        capacity=row.capacity,
        features=tuple(row.features),
        site=row.site.uuid if row.site else None,
    )


@prepared
def _rooms() -> QuerySet[Room, Room]:
    return Room.objects.filter(clinic=Slot("clinic")).select_related("site").order_by("name")
