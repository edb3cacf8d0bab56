"""Prepared reads answer what the same query set answers, in every form, and in every thread."""

from datetime import timedelta
from threading import Thread
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.appointments.values import VisitState
from tests.clock import AT

pytestmark = pytest.mark.django_db


@prepared
def _ended_before():
    return Session.objects.filter(expire_date__lt=Slot("at")).order_by("session_key")


@prepared
def _keys(*, newest_first: bool, limit: int):
    order = "-session_key" if newest_first else "session_key"
    return Session.objects.order_by(order).values_list("session_key", flat=True)[:limit]


@prepared
def _among(*, room: int):
    return Session.objects.filter(session_key__in=slots("keys", room)).order_by("pk").values("session_key")


@pytest.fixture
def sessions():
    """Five sessions, each ending a day after the one before."""
    rows = [
        Session(session_key=f"key{number}", session_data="", expire_date=AT + timedelta(days=number))
        for number in range(5)
    ]
    return Session.objects.bulk_create(rows)


def test_a_moment_fills_its_slot_and_models_come_out(sessions):
    for number in (0, 2, 5):
        assert _ended_before(at=AT + timedelta(days=number)) == sessions[:number]


def test_what_the_function_takes_shapes_the_statement(sessions):
    assert _keys(newest_first=True, limit=2) == ["key4", "key3"]
    assert _keys(newest_first=False, limit=1) == ["key0"]


def test_several_values_fill_the_room_made_for_them(sessions):
    for count in range(1, 6):
        keys = [f"key{number}" for number in range(count)]
        found = _among(room=room_for(keys), keys=keys)
        assert [row["session_key"] for row in found] == keys


def test_the_room_is_the_next_power_of_two():
    assert [room_for([0] * count) for count in (1, 2, 3, 4, 5, 50, 64, 65)] == [1, 2, 4, 4, 8, 64, 64, 128]


def test_a_slot_without_a_value_is_an_error_and_asks_nothing(sessions):
    with CaptureQueriesContext(connection) as asked, pytest.raises(KeyError):
        _ended_before()
    assert not asked.captured_queries


def test_an_identifier_is_handed_over_as_its_field_would():
    given = uuid4()
    filled = Slot("one").filled({"one": given})
    assert filled == (given if connection.features.has_native_uuid_field else given.hex)


def test_a_choice_is_handed_over_as_it_is_stored_and_other_things_are_refused():
    assert Slot("one").filled({"one": VisitState.BOOKED}) == "BOOKED"
    assert type(Slot("one").filled({"one": VisitState.BOOKED})) is str
    with pytest.raises(TypeError):
        Slot("one").filled({"one": 0.5})


def test_a_read_prepared_in_one_thread_asks_through_the_connection_of_another():
    @prepared
    def anything():
        return Session.objects.values_list("session_key", flat=True)

    asked = []

    def elsewhere():
        anything._compiled(connection.vendor)
        asked.append(connection.connection)
        connection.close()

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert asked == [None]  # Preparing needs no connection at all.
    assert anything() == []
