"""Changing a regular time: the rows and the cells follow the rule, all of them or none."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import NotInASeries, SlotTaken, VisitOver
from alongside.areas.appointments.models import Series, VisitCell
from alongside.areas.appointments.queries import expected
from alongside.areas.appointments.values import VisitState
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed
from alongside.core.series import HasEnded, NoSuchDate

WEEK = timedelta(weeks=1)


@pytest.fixture
def act(cast):
    def acted(action, player=cast.maria, **given):
        return action(**({"actor": player.actor, "child": cast.idris, "at": cast.at} | given))

    return acted


@pytest.fixture
def six(cast, act, new_uuid):
    """Six Thursdays at a quarter to four."""
    rule = {"first_on": date(2026, 11, 26), "local_time": time(15, 45), "count": 6, "minutes": 45}
    return act(appointments.book_series, series=new_uuid(), therapist=cast.hannah.uuid, **rule)


def walls(visits):
    return [f"{visit.local_start:%d %b %H:%M}" for visit in visits if visit.is_open]


def test_this_and_following_move_and_exceptions_stay_what_they_are(act, six, new_uuid):
    act(appointments.cancel_visit, visit=six[4].uuid)
    own = datetime(2026, 12, 16, 9, tzinfo=UTC)
    act(appointments.move_visit, visit=six[3].uuid, starts_at=own)
    changed = {"visit": six[2].uuid, "day": date(2026, 12, 8), "local_time": time(10), "series": new_uuid()}
    after = act(appointments.move_following, **changed)
    assert walls(after) == ["08 Dec 10:00", "16 Dec 09:00", "29 Dec 10:00"]
    assert [(visit.number, visit.of, visit.sequence) for visit in after] == [
        (3, 6, 1),
        (4, 6, 2),
        (5, 6, 1),
        (6, 6, 1),
    ]
    assert act(appointments.move_following, **changed) == after
    old, new = Series.objects.order_by("pk")
    assert expected.ending_between(old.clinic_id, six[0].starts_at, six[2].starts_at) == 0
    assert expected.ending_between(old.clinic_id, six[2].starts_at, six[5].starts_at) == 1
    assert (old.ended_on, new.follows, new.first_number) == (date(2026, 12, 9), old, 3)
    assert VisitCell.objects.count() == 5 * 27


def test_a_clash_anywhere_leaves_everything_as_it_was(act, book, six, sibling, new_uuid):
    book(child=sibling, starts_at=datetime(2026, 12, 29, 10, 15, tzinfo=UTC))
    with pytest.raises(SlotTaken, match="Tuesday 29 December"):
        act(
            appointments.move_following,
            visit=six[2].uuid,
            day=date(2026, 12, 8),
            local_time=time(10),
            series=new_uuid(),
        )
    assert VisitCell.objects.count() == 6 * 27 + 18
    assert Series.objects.count() == 1


def test_all_that_are_to_come_move_with_the_one_that_is_shown(cast, act, six, new_uuid):
    at = six[0].ends_at
    changed = {"day": six[3].local_start.date() - timedelta(days=1), "local_time": time(16)}
    after = act(
        appointments.change_all,
        visit=six[3].uuid,
        series=new_uuid(),
        therapist=cast.tom.uuid,
        minutes=30,
        at=at,
        **changed,
    )
    assert walls(after) == [f"{visit.local_start - timedelta(days=1):%d %b} 16:00" for visit in six[1:]]
    assert {(visit.therapist_name, visit.minutes) for visit in after} == {("Tom Adeyemi", 30)}


def test_the_rest_is_let_go_and_a_brought_back_visit_is_a_single_one(act, six):
    seen = act(appointments.cancel_following, visit=six[3].uuid)
    assert [visit.is_open for visit in seen] == [True, True, True, False, False, False]
    assert act(appointments.cancel_following, visit=six[3].uuid) == seen
    back = act(appointments.bring_back_visit, visit=six[4].uuid)
    assert (back.is_open, back.series, back.number) == (True, None, None)
    with pytest.raises(HasEnded):
        act(appointments.extend_series, series=six[0].series, count=8)
    with pytest.raises(NotInASeries):
        act(appointments.cancel_following, visit=back.uuid)


def test_a_pause_and_a_longer_block(act, six):
    paused = act(
        appointments.pause_series,
        series=six[0].series,
        from_on=six[1].local_start.date(),
        until_on=six[2].local_start.date(),
    )
    assert [visit.is_open for visit in paused] == [True, False, False, True, True, True]
    holiday = six[5].local_start.date() + WEEK
    longer = {"series": six[0].series, "count": 8, "skips": (holiday,)}
    for _ in range(2):
        made = act(appointments.extend_series, **longer)
    assert [visit.local_start.date() for visit in made[6:]] == [holiday + WEEK, holiday + 2 * WEEK]
    assert {visit.of for visit in made} == {8}


def test_what_was_let_go_alone_comes_back_if_its_time_is_still_free(act, book, six, sibling):
    act(appointments.cancel_visit, visit=six[1].uuid)
    back = act(appointments.bring_back_visit, visit=six[1].uuid)
    assert (back.is_open, back.series, back.number) == (True, six[0].series, 2)
    assert act(appointments.bring_back_visit, visit=six[1].uuid) == back
    act(appointments.cancel_visit, visit=six[1].uuid)
    book(child=sibling, starts_at=six[1].starts_at)
    with pytest.raises(SlotTaken):
        act(appointments.bring_back_visit, visit=six[1].uuid)


def test_only_the_clinic_changes_a_regular_time_and_not_what_is_over(cast, act, six, opened, new_uuid):
    change = {"visit": six[0].uuid, "series": new_uuid(), "day": date(2026, 12, 1), "local_time": time(9)}
    with pytest.raises(NotAllowed):
        act(appointments.move_following, player=cast.samira, **change)
    for given in (
        (appointments.move_following, change),
        (appointments.cancel_following, {"visit": six[0].uuid}),
    ):
        with pytest.raises(VisitOver):
            act(given[0], **given[1], at=six[0].ends_at)
    act(appointments.cancel_visit, visit=six[0].uuid)
    with pytest.raises(VisitOver):
        act(appointments.move_following, **change)
    act(appointments.cancel_following, visit=six[0].uuid)
    with pytest.raises((VisitOver, NoSuchDate)):
        act(appointments.move_following, **change | {"visit": six[1].uuid})
    seen = queries.regular_times(opened(cast.samira, Capability.READ_VISITS))
    assert [(one.uuid, one.last_at) for one in seen] == [(six[0].series, None)]
    assert queries.visits_of(opened(cast.samira, Capability.READ_VISITS))[0].state is VisitState.CANCELLED
