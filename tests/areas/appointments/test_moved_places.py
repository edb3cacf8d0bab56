"""A visit that is moved says where the family goes now."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import VisitDetails
from alongside.areas.diary import actions as diary

HOUR = timedelta(hours=1)


@pytest.fixture
def rooms(cast, new_uuid):
    """A room at the base, and one at Hill School."""
    who = {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "at": cast.at}
    made = {}
    for name, is_base in (("Willow Base", True), ("Hill School", False)):
        site, room = new_uuid(), new_uuid()
        diary.keep_site(**who, site=site, name=name, is_base=is_base)
        appointments.add_room(**who, room=room, name=f"Room at {name}")
        appointments.change_room(**who, room=room, site=site)
        made[name] = (room, site)
    return made


@pytest.fixture
def move(cast, thursday):
    def moved(visit, **given):
        wanted = {"actor": cast.maria.actor, "child": cast.idris, "starts_at": thursday + HOUR, "at": cast.at}
        return appointments.move_visit(visit=visit.uuid, **(wanted | given))

    return moved


def test_a_visit_in_another_room_is_at_that_rooms_place(book, move, rooms):
    (base, _), (hill, school) = rooms.values()
    visit = book(room=base)
    assert (visit.site_name, move(visit, room=hill).site_name) == ("Willow Base", "Hill School")
    assert (move(visit).site_name, move(visit, room=base).site_name) == ("Hill School", "Willow Base")
    named = book(room=base, starts_at=visit.starts_at + 5 * HOUR, details=VisitDetails(site=school))
    assert move(named, room=base, starts_at=visit.starts_at + 7 * HOUR).site_name == "Hill School"


def test_the_visits_that_follow_go_to_the_rooms_place_too(cast, book, rooms, thursday, new_uuid):
    (base, _), (hill, _) = rooms.values()
    who = {"actor": cast.maria.actor, "child": cast.idris, "at": cast.at}
    rule = {
        "first_on": thursday.date(),
        "local_time": thursday.time(),
        "count": 3,
        "minutes": 45,
        "room": base,
    }
    three = appointments.book_series(**who, series=new_uuid(), therapist=cast.hannah.uuid, **rule)
    change = {"visit": three[1].uuid, "series": new_uuid(), "room": hill}
    moved = appointments.move_following(
        **who, **change, day=three[1].local_start.date(), local_time=thursday.time()
    )
    assert [one.site_name for one in moved] == ["Hill School", "Hill School"]
