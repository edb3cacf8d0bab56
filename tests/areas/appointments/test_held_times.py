"""Times that are held for a family until it chose."""

from datetime import date, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import NoLongerHeld, SlotTaken
from alongside.areas.appointments.models import Visit, VisitCell
from alongside.areas.appointments.values import VisitState
from alongside.areas.circle.models import Child
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound

HOUR = timedelta(hours=1)
MONDAY = date(2026, 11, 23)


@pytest.fixture
def hold(cast, thursday, new_uuid):
    def held(**given):
        wanted = {
            "actor": cast.maria.actor,
            "child": cast.idris,
            "visit": new_uuid(),
            "therapist": cast.hannah.uuid,
            "starts_at": thursday,
            "minutes": 45,
            "at": cast.at,
        }
        return appointments.hold_visit(**(wanted | given))[0]

    return held


def test_a_held_time_is_nobody_elses_and_expected_by_nobody(cast, hold, book, sibling, opened):
    held = hold()
    with pytest.raises(SlotTaken):
        book(child=sibling)
    reading = opened(cast.samira, Capability.READ_VISITS)
    assert queries.offered(reading, held.uuid) == (held,)
    assert queries.visits_of(reading) == queries.upcoming(reading) == ()
    assert queries.next_visit(reading) is None
    assert queries.last_visit(reading) is None
    assert queries.day_of(cast.hannah.actor, date(2026, 11, 26), cast.at) == ()
    with pytest.raises(NotFound):
        queries.visit(reading, held.uuid)
    seen = [
        queries.week_of(cast.maria.actor, cast.clinic.pk, MONDAY, cast.at, offered=one)
        for one in (False, True)
    ]
    assert [len(week) for week in seen] == [0, 1]


def test_several_times_are_held_for_one_child_and_one_is_taken(cast, hold, thursday, opened):
    first, second = hold(), hold(therapist=cast.tom.uuid, starts_at=thursday + timedelta(minutes=15))
    said = {"actor": cast.samira.actor, "child": cast.idris, "at": cast.at}
    for _ in range(2):
        [taken] = appointments.take_held(**said, held=second.uuid)
    assert (taken.state, taken.therapist_name) == (VisitState.BOOKED, "Tom Adeyemi")
    with pytest.raises(SlotTaken, match="child"):
        appointments.take_held(**said, held=first.uuid)
    key = Child.objects.get(uuid=cast.idris).pk
    assert [appointments.release_held(key, first.uuid, cast.at) for _ in range(2)] == [1, 0]
    assert Visit.objects.get(uuid=first.uuid).state == VisitState.NOT_TAKEN
    with pytest.raises(NoLongerHeld):
        appointments.take_held(**said, held=first.uuid)
    reading = opened(cast.samira, Capability.READ_VISITS)
    assert [visit.uuid for visit in queries.visits_of(reading)] == [second.uuid]
    assert VisitCell.objects.count() == 27


def test_a_regular_time_is_held_and_taken_whole(cast, new_uuid, sibling, book):
    rule = {"first_on": date(2026, 11, 26), "local_time": time(15, 45), "count": 3, "minutes": 45}
    said = {"child": cast.idris, "at": cast.at}
    held = new_uuid()
    appointments.hold_series(actor=cast.maria.actor, **said, series=held, therapist=cast.hannah.uuid, **rule)
    assert VisitCell.objects.count() == 27
    taken = appointments.take_held(actor=cast.karim.actor, **said, held=held)
    assert [(visit.number, visit.of, visit.is_open) for visit in taken] == [(n, 3, True) for n in (1, 2, 3)]
    assert VisitCell.objects.count() == 81


def test_who_may_take(cast, hold, new_uuid):
    held = hold()
    said = {"child": cast.idris, "held": held.uuid, "at": cast.at}
    with pytest.raises(NotAllowed):
        appointments.take_held(actor=cast.grandma.actor, **said)
    with pytest.raises(NotFound):
        appointments.take_held(actor=cast.other_parent.actor, **said)
    with pytest.raises(NotFound):
        appointments.take_held(actor=cast.samira.actor, **said | {"held": new_uuid()})
    with pytest.raises(NotAllowed):
        hold(actor=cast.samira.actor)
    assert appointments.take_held(actor=cast.maria.actor, **said)[0].is_open
