"""Who sees which visits, and how much of them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import cancel_visit
from alongside.areas.circle import actions as circle
from alongside.areas.trail.models import TrailRow
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

THURSDAY = date(2026, 11, 26)
MONDAY = date(2026, 11, 23)


def test_my_day_holds_my_visits_in_order(cast, book, sibling, thursday):
    later = book(room=None)
    early = book(child=sibling, starts_at=thursday - timedelta(hours=2))
    book(therapist=cast.tom.uuid, starts_at=thursday + timedelta(hours=2))
    day = queries.day_of(cast.hannah.actor, THURSDAY, cast.at)
    assert [visit.uuid for visit in day] == [early.uuid, later.uuid]
    assert [visit.child_name for visit in day] == ["Leila", "Idris"]
    assert queries.day_of(cast.hannah.actor, MONDAY, cast.at) == ()
    assert queries.day_of(cast.samira.actor, THURSDAY, cast.at) == ()


def test_looking_at_a_day_leaves_one_line_for_each_child(cast, book, sibling, thursday):
    book()
    book(child=sibling, starts_at=thursday - timedelta(hours=2))
    before = TrailRow.objects.count()
    queries.day_of(cast.hannah.actor, THURSDAY, cast.at)
    rows = TrailRow.objects.order_by("pk")[before:]
    assert {(row.doing, row.kind) for row in rows} == {("appointments.day_of", "READ")}
    assert len(rows) == 2


def test_the_place_of_a_child_whom_one_does_not_look_after_is_not_told(cast, book, room):
    book(therapist=cast.tom.uuid, room=room.uuid, place_words="At home")
    [as_tom] = queries.day_of(cast.tom.actor, THURSDAY, cast.at)
    [as_maria] = queries.week_of(cast.maria.actor, cast.clinic.pk, MONDAY, cast.at)
    assert (as_tom.child_name, as_tom.room_name, as_tom.place_words) == ("Idris", "", "")
    assert (as_maria.child_name, as_maria.room_name, as_maria.place_words) == (
        "Idris",
        "Willow Room",
        "At home",
    )


def test_a_week_is_seven_local_days_of_one_clinic_without_cancelled_visits(cast, book, thursday):
    book()
    gone = book(starts_at=thursday + timedelta(days=1))
    book(starts_at=thursday + timedelta(days=7))
    cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=gone.uuid, at=cast.at)
    week = queries.week_of(cast.maria.actor, cast.clinic.pk, MONDAY, cast.at)
    assert [visit.starts_at for visit in week] == [thursday]
    for player in (cast.samira, cast.other_therapist):
        with pytest.raises(NotFound):
            queries.week_of(player.actor, cast.clinic.pk, MONDAY, cast.at)


def test_a_visit_late_at_night_belongs_to_its_local_day(cast, book):
    summer = datetime(2027, 7, 1, 23, 30, tzinfo=UTC)
    book(starts_at=summer, minutes=30)
    assert queries.day_of(cast.hannah.actor, date(2027, 7, 1), cast.at) == ()
    assert len(queries.day_of(cast.hannah.actor, date(2027, 7, 2), cast.at)) == 1


def test_next_and_last_visit_follow_the_clock(cast, book, opened, thursday):
    first, second = book(), book(starts_at=thursday + timedelta(days=7))

    def at(moment):
        child = opened(cast.samira, Capability.READ_VISITS, at=moment)
        return queries.last_visit(child), queries.next_visit(child)

    during = thursday + timedelta(minutes=10)
    after = thursday + timedelta(minutes=45)
    assert at(cast.at) == (None, first)
    assert at(during) == (None, first)
    assert at(after) == (first, second)
    assert [visit.uuid for visit in queries.upcoming(opened(cast.grandma, Capability.READ_VISITS))] == [
        first.uuid,
        second.uuid,
    ]


def test_a_restricted_carer_sees_visits_only_if_named_and_never_the_place(cast, book, opened, room):
    visit = book(room=room.uuid, place_words="14 Mill Lane")
    told = {"actor": cast.hannah.actor, "child": cast.idris, "person": cast.karim.uuid, "at": cast.at}
    circle.restrict_carer(**told, named=())
    with pytest.raises(NotAllowed):
        opened(cast.karim, Capability.READ_VISITS)
    circle.restrict_carer(**told, named=(Capability.READ_VISITS,))
    seen = queries.visit(opened(cast.karim, Capability.READ_VISITS), visit.uuid)
    assert (seen.room, seen.room_name, seen.place_words) == (None, "", "")
    assert seen.starts_at == visit.starts_at


def test_another_childs_visit_is_unknown(cast, book, opened, sibling):
    visit = book()
    other = opened(cast.maria, Capability.READ_VISITS, child=sibling)
    with pytest.raises(NotFound):
        queries.visit(other, visit.uuid)
    assert queries.visits_of(other) == ()


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_that_nobody_lives_is_refused(cast, day):
    with pytest.raises(InvalidInput):
        queries.day_of(cast.hannah.actor, day, cast.at)
    with pytest.raises(InvalidInput):
        queries.week_of(cast.hannah.actor, cast.clinic.pk, day, cast.at)
