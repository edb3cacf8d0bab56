"""Buffers, ways between places, rooms for several, colleagues, video links and the grown-up who comes."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.appointments.models import Visit, VisitCell
from alongside.areas.appointments.values import CellKind, VisitDetails, Way
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as diary_queries
from alongside.config.demo import people
from alongside.config.demo.people import Dice
from alongside.core.actors import MemberRole
from alongside.core.refusals import InvalidInput, NotFound

MINUTE = timedelta(minutes=1)


@pytest.fixture
def sites(cast, new_uuid):
    """The base, and a school twenty minutes away."""
    base, school = new_uuid(), new_uuid()
    kept = {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "at": cast.at}
    diary.keep_site(**kept, site=base, name="Willow House", is_base=True)
    diary.keep_site(**kept, site=school, name="Oak School")
    diary.keep_travel(**kept, a=base, b=school, minutes=18)
    return base, school


def at_school(sites, **more):
    return VisitDetails(way=Way.AWAY, site=sites[1], **more)


def ways(*uuids):
    rows = {row.uuid: row.travel_after for row in Visit.objects.all()}
    return [rows[uuid] for uuid in uuids]


def therapist_cells():
    return VisitCell.objects.filter(kind=CellKind.THERAPIST).count()


def test_the_buffer_is_held_after_a_visit_and_by_the_clinics_rule(cast, book, sibling, thursday):
    book(details=VisitDetails(buffer=10))
    for minutes, free in ((50, False), (55, True)):
        if free:
            assert book(child=sibling, starts_at=thursday + minutes * MINUTE).buffer_after == 0
        else:
            with pytest.raises(SlotTaken, match="therapist"):
                book(child=sibling, starts_at=thursday + minutes * MINUTE)
    with pytest.raises(SlotTaken):
        book(child=sibling, starts_at=thursday - 45 * MINUTE, details=VisitDetails(buffer=5))
    assert therapist_cells() == 9 + 2 + 9
    for wrong in (-5, 61, 2**40):
        with pytest.raises(InvalidInput):
            book(details=VisitDetails(buffer=wrong))


def test_the_way_is_held_by_the_earlier_visit_and_refused_when_it_does_not_fit(
    cast, book, sibling, sites, thursday
):
    first = book()
    with pytest.raises(SlotTaken, match="not enough time for the way"):
        book(child=sibling, starts_at=thursday + 60 * MINUTE, details=at_school(sites))
    second = book(child=sibling, starts_at=thursday + 65 * MINUTE, details=at_school(sites))
    assert ways(first.uuid, second.uuid) == [20, 0]
    with pytest.raises(SlotTaken, match="not enough time for the way"):
        book(starts_at=thursday + 115 * MINUTE)
    last = book(starts_at=thursday + 130 * MINUTE)
    assert ways(first.uuid, second.uuid, last.uuid) == [20, 20, 0]
    assert therapist_cells() == 3 * 9 + 4 + 4


def test_when_a_visit_goes_the_ways_of_its_neighbours_close_up(cast, book, sibling, sites, thursday):
    first = book()
    middle = book(child=sibling, starts_at=thursday + 70 * MINUTE, details=at_school(sites))
    last = book(starts_at=thursday + 140 * MINUTE)
    said = {"actor": cast.maria.actor, "child": sibling, "visit": middle.uuid, "at": cast.at}
    appointments.cancel_visit(**said)
    assert ways(first.uuid, last.uuid) == [0, 0]
    assert therapist_cells() == 18
    appointments.bring_back_visit(**said)
    assert ways(first.uuid, middle.uuid, last.uuid) == [20, 20, 0]
    appointments.move_visit(**said, starts_at=thursday + timedelta(days=1))
    assert ways(first.uuid, middle.uuid, last.uuid) == [0, 0, 0]
    appointments.move_visit(**said, starts_at=thursday + 210 * MINUTE)
    assert ways(first.uuid, last.uuid, middle.uuid) == [0, 20, 0]


def test_a_visit_at_the_same_place_fits_before_a_way(cast, book, sibling, sites, thursday):
    first = book()
    away = book(child=sibling, starts_at=thursday + 110 * MINUTE, details=at_school(sites))
    between = book(starts_at=thursday + 45 * MINUTE)
    assert ways(first.uuid, between.uuid, away.uuid) == [0, 20, 0]


def test_a_time_is_offered_exactly_where_it_can_be_booked(cast, book, sibling, sites, thursday, new_uuid):
    book(child=sibling, starts_at=thursday - 450 * MINUTE, details=at_school(sites))
    book(child=sibling, starts_at=thursday - 240 * MINUTE, minutes=40, details=VisitDetails(buffer=5))
    book(child=sibling, starts_at=thursday - 150 * MINUTE, details=VisitDetails(way=Way.VIDEO))
    book(child=sibling, starts_at=thursday - 45 * MINUTE, details=at_school(sites))
    for way, site in ((Way.IN_ROOM, None), (Way.VIDEO, None), (Way.AWAY, sites[1]), (Way.AWAY, None)):
        offered = {one.starts_at for one in free_on(cast, thursday.date(), way, site)}
        assert offered == {start for start in day_of(thursday) if may_book(book, start, way, site)}, way


def free_on(cast, day, way, site):
    keys = {one.uuid: one.pk for one in diary_queries.sites(cast.clinic.pk)}
    wanted = {"minutes": 30, "therapists": [cast.hannah.uuid], "way": way, "site": keys.get(site)}
    return queries.free_times(cast.clinic.pk, at=cast.at, first=day, last=day, **wanted)


def day_of(thursday):
    """Every quarter of an hour from eight to the last half hour of the day."""
    first = thursday.replace(hour=8, minute=0)
    return [first + quarter * 15 * MINUTE for quarter in range(39)]


def may_book(book, start, way, site):
    try:
        with transaction.atomic():
            book(starts_at=start, minutes=30, details=VisitDetails(way=way, site=site))
            transaction.set_rollback(True)
    except SlotTaken:
        return False
    return True


def test_a_room_for_two_holds_two_and_no_third(cast, book, sibling, room, new_uuid):
    kept = {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "room": room.uuid, "at": cast.at}
    assert appointments.change_room(**kept, capacity=2, features=("swing", "swing")).features == ("swing",)
    book(room=room.uuid)
    book(child=sibling, therapist=cast.tom.uuid, room=room.uuid)
    assert set(VisitCell.objects.filter(kind=CellKind.ROOM).values_list("lane", flat=True)) == {0, 1}
    appointments.change_room(**kept)
    dice, desk = Dice(3), people.known(cast.maria.email)
    third = people.join(dice, cast.clinic, MemberRole.THERAPIST, "Una Byrne", cast.at)
    leo = people.register(dice, cast.clinic, desk, "Leo Lima", date(2020, 1, 1), cast.at)
    with pytest.raises(SlotTaken, match="room"):
        book(child=leo, therapist=third.uuid, room=room.uuid)
    for wrong in (0, 21):
        with pytest.raises(InvalidInput):
            appointments.change_room(**kept, capacity=wrong)


def test_a_room_that_holds_fewer_by_now_fills_no_place_that_one_left(cast, book, sibling, room):
    kept = {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "room": room.uuid, "at": cast.at}
    appointments.change_room(**kept, capacity=2)
    first = book(room=room.uuid)
    second = book(child=sibling, therapist=cast.tom.uuid, room=room.uuid)
    appointments.change_room(**kept, capacity=1)
    gone = {"actor": cast.maria.actor, "at": cast.at}
    appointments.cancel_visit(**gone, child=cast.idris, visit=first.uuid)
    with pytest.raises(SlotTaken, match="room"):
        book(room=room.uuid)
    appointments.cancel_visit(**gone, child=sibling, visit=second.uuid)
    assert book(room=room.uuid).is_open


def test_one_grown_up_is_never_at_two_childrens_visits(cast, book, sibling):
    desk = people.known(cast.maria.email)
    people.bring_in(Dice(5), sibling, desk, "Samira Osman", "Mum", cast.at, email=cast.samira.email)
    first = book(details=VisitDetails(comes_with=cast.samira.uuid))
    with pytest.raises(SlotTaken, match="grown-up"):
        book(child=sibling, therapist=cast.tom.uuid)
    appointments.cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=first.uuid, at=cast.at)
    book(child=sibling, therapist=cast.tom.uuid)
    with pytest.raises(SlotTaken, match="grown-up"):
        book(details=VisitDetails(comes_with=cast.samira.uuid))
    made = book()
    assert Visit.objects.get(uuid=made.uuid).comes_with_id == cast.karim.pk
    with pytest.raises(NotFound):
        book(details=VisitDetails(comes_with=cast.hannah.uuid))


def test_a_colleagues_time_is_held_too(cast, book, sibling):
    book(details=VisitDetails(colleagues=(cast.tom.uuid, cast.hannah.uuid)))
    with pytest.raises(SlotTaken):
        book(child=sibling, therapist=cast.tom.uuid)
    with pytest.raises(NotFound):
        book(details=VisitDetails(colleagues=(cast.other_therapist.uuid,)))


@pytest.mark.parametrize(
    "link", ["http://video.example/x", "javascript:alert(1)", "https://", "https://a b", "x" * 301]
)
def test_a_video_visit_has_a_safe_link(book, link):
    with pytest.raises(InvalidInput):
        book(details=VisitDetails(way=Way.VIDEO, link=link))
    made = book(details=VisitDetails(way=Way.VIDEO, link="https://video.example/willow"))
    assert (made.way, made.link) == (Way.VIDEO, "https://video.example/willow")
