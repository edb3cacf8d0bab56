"""Booking one visit."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.models import Visit, VisitCell
from alongside.areas.appointments.values import VisitState
from alongside.core.actors import Hat, MemberRole
from alongside.core.capabilities import Capability
from alongside.core.cells import BadLength, NotOnFiveMinutes
from alongside.core.instants import TimeWithoutZone
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def test_the_front_desk_books_and_the_family_sees_it(cast, opened, book, room, thursday):
    made = book(room=room.uuid, place_words="Ring twice")
    seen = queries.next_visit(opened(cast.samira, Capability.READ_VISITS))
    assert seen == made
    assert (seen.child_name, seen.therapist_name, seen.room_name) == ("Idris", "Hannah Reid", "Willow Room")
    assert (seen.starts_at, seen.ends_at - seen.starts_at) == (thursday, timedelta(minutes=45))
    assert (seen.zone, seen.state, seen.place_words) == ("Europe/London", VisitState.BOOKED, "Ring twice")
    assert seen.is_open
    assert (seen.local_end - seen.local_start) == timedelta(minutes=45)


def test_a_visit_holds_nine_cells_of_each_therapist_child_room_and_grown_up(book, room):
    book(room=room.uuid)
    assert VisitCell.objects.count() == 36


@pytest.mark.parametrize("who", ["hannah", "maria", "olive"])
def test_the_own_therapist_the_front_desk_and_the_owner_may_book(cast, book, who):
    assert book(actor=getattr(cast, who).actor).is_open


@pytest.mark.parametrize("who", ["samira", "grandma", "tom"])
def test_a_family_asks_instead_and_another_therapist_only_knows_the_name(cast, book, who):
    with pytest.raises(NotAllowed):
        book(actor=getattr(cast, who).actor)


@pytest.mark.parametrize("who", ["other_parent", "other_therapist"])
def test_for_outsiders_the_child_does_not_exist(cast, book, who):
    with pytest.raises(NotFound):
        book(actor=getattr(cast, who).actor)


def test_the_same_booking_twice_is_one_visit(cast, book, new_uuid):
    uuid = new_uuid()
    assert book(visit=uuid) == book(visit=uuid)
    assert Visit.objects.count() == 1
    with pytest.raises(NotFound):
        book(visit=uuid, actor=cast.hannah.actor)


def test_a_therapist_or_a_room_of_another_clinic_is_unknown(cast, book, new_uuid):
    hat = Hat(clinic=cast.other_clinic.pk, role=MemberRole.OWNER)
    owner = replace(cast.other_therapist.actor, hats=(hat,))
    foreign = appointments.add_room(
        actor=owner, clinic=cast.other_clinic.pk, room=new_uuid(), name="Alder Room", at=cast.at
    )
    for wrong in (
        {"therapist": cast.other_therapist.uuid},
        {"therapist": cast.maria.uuid},
        {"room": foreign.uuid},
    ):
        with pytest.raises(NotFound):
            book(**wrong)


def test_odd_times_and_lengths_are_refused_and_leave_nothing(book, thursday):
    wrong = [
        ({"starts_at": thursday + timedelta(minutes=1)}, NotOnFiveMinutes),
        ({"minutes": 44}, BadLength),
        ({"minutes": 485}, BadLength),
        ({"starts_at": thursday.replace(tzinfo=None)}, TimeWithoutZone),
        ({"starts_at": thursday + timedelta(days=600)}, InvalidInput),
        ({"starts_at": thursday - timedelta(days=30)}, InvalidInput),
        ({"place_words": "x" * 301}, InvalidInput),
    ]
    for given, refusal in wrong:
        with pytest.raises(refusal):
            book(**given)
    assert Visit.objects.count() == 0


def test_a_booking_takes_few_statements(book, room):
    with CaptureQueriesContext(connection) as seen:
        book(room=room.uuid)
    said = [query["sql"] for query in seen.captured_queries if "SAVEPOINT" not in query["sql"]]
    assert len(said) <= 14  # one of them the locks on PostgreSQL
