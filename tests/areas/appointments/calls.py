"""The actions on times of this area, with inputs that are right."""

from datetime import date, time, timedelta
from uuid import uuid4

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import VisitDetails, Way
from alongside.core.series import Rhythm

_SLOT = {"minutes": 45, "place_words": ""}
_REGULAR = {
    "first_on": date(2026, 12, 1),
    "local_time": time(9),
    "count": 3,
    "rhythm": Rhythm.WEEKDAYS,
    "days": (1, 3),
    "skips": (date(2026, 12, 3),),
    "moves": {},
}


def calls(cast, world):
    """Holding, taking and changing times."""
    desk = {"actor": cast.maria.actor, "child": cast.idris}
    slot = desk | _SLOT | {"therapist": cast.hannah.uuid, "details": _details(cast)}
    regular, single = _regular(cast), {"visit": world.visit}
    later = cast.at + timedelta(days=2)
    yield from _rooms(cast)
    yield appointments.hold_visit, slot | {"visit": uuid4(), "starts_at": later}
    yield appointments.hold_series, slot | _REGULAR | {"series": uuid4()}
    yield appointments.take_held, desk | {"held": _held(cast, later + timedelta(days=7))}
    yield appointments.bring_back_visit, desk | single
    yield appointments.cancel_following, desk | {"visit": regular[0].uuid}
    yield appointments.pause_series, desk | _days(regular)
    back = {"series": regular[0].series, "let_go_at": cast.at, "ended_on": date(2027, 3, 30)}
    yield appointments.bring_back_series, desk | back
    yield (
        appointments.extend_series,
        desk | {"series": regular[0].series, "count": 5, "skips": (date(2027, 3, 23),), "moves": {}},
    )
    change = {"visit": regular[1].uuid, "day": date(2027, 3, 10), "local_time": time(10), "minutes": 30}
    yield appointments.move_following, desk | change | {"series": uuid4()}
    yield appointments.change_all, desk | change | {"series": uuid4()}
    yield from _groups(cast, later)


def _details(cast):
    link = "https://video.example/room"
    return VisitDetails(way=Way.VIDEO, link=link, buffer=10, colleagues=(cast.tom.uuid,))


def _rooms(cast):
    kept = {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "room": uuid4()}
    appointments.add_room(**kept, name="Heron", at=cast.at)
    yield appointments.change_room, kept | {"capacity": 2, "features": ("swing",)}


def _held(cast, starts_at):
    held = uuid4()
    wanted = {"actor": cast.maria.actor, "child": cast.idris, "therapist": cast.hannah.uuid, "minutes": 45}
    appointments.hold_visit(**wanted, visit=held, starts_at=starts_at, at=cast.at)
    return held


def _regular(cast):
    wanted = {"actor": cast.maria.actor, "child": cast.idris, "therapist": cast.hannah.uuid, "minutes": 45}
    rhythm = {"first_on": date(2027, 3, 2), "local_time": time(9), "count": 3}
    return appointments.book_series(**wanted, **rhythm, series=uuid4(), at=cast.at)


def _days(regular):
    first, last = regular[0].local_start.date(), regular[-1].local_start.date()
    return {"series": regular[0].series, "from_on": first, "until_on": last}


def _groups(cast, later):
    desk = {"actor": cast.maria.actor}
    wanted = {
        "children": (cast.idris,),
        "name": "Tuesday group",
        "therapist": cast.hannah.uuid,
        "minutes": 60,
    }
    group = desk | wanted | {"times": (later + timedelta(days=14),), "place_words": "", "group": uuid4()}
    yield appointments.book_group, group | {"group": uuid4(), "times": (later + timedelta(days=21),)}
    appointments.book_group(**group, at=cast.at)
    member = desk | {"child": cast.idris, "group": group["group"]}
    yield appointments.leave_group, member
