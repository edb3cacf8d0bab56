"""What was let go together comes back together, or not at all."""

from datetime import date, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.appointments.models import VisitCell
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound

WEEK = timedelta(weeks=1)
LATER = timedelta(minutes=5)


@pytest.fixture
def act(cast):
    def acted(action, player=cast.maria, **given):
        return action(**({"actor": player.actor, "child": cast.idris, "at": cast.at} | given))

    return acted


@pytest.fixture
def six(cast, act, new_uuid):
    """Six Thursdays at a quarter to four; the fourth was let go a while ago."""
    rule = {"first_on": date(2026, 11, 26), "local_time": time(15, 45), "count": 6, "minutes": 45}
    made = act(appointments.book_series, series=new_uuid(), therapist=cast.hannah.uuid, **rule)
    act(appointments.cancel_visit, visit=made[3].uuid, at=cast.at - WEEK)
    return made


@pytest.fixture
def standing(opened, cast):
    def stand(six):
        seen = queries.series_visits(opened(cast.maria, Capability.READ_VISITS), six[0].series)
        return [one.number for one in seen if one.is_open]

    return stand


def test_a_pause_is_taken_back_whole_and_what_was_let_go_before_stays_away(cast, act, six, standing):
    days = {"from_on": six[1].local_start.date(), "until_on": six[4].local_start.date()}
    act(appointments.pause_series, series=six[0].series, **days)
    assert standing(six) == [1, 6]
    undo = {"series": six[0].series, "let_go_at": cast.at, "at": cast.at + LATER}
    back = act(appointments.bring_back_series, **undo)
    assert [one.number for one in back] == [2, 3, 5]
    assert standing(six) == [1, 2, 3, 5, 6]
    assert act(appointments.bring_back_series, **undo) == ()


def test_after_a_day_it_stays_as_it_is(cast, act, six, standing):
    act(appointments.cancel_following, visit=six[0].uuid)
    late = {"series": six[0].series, "let_go_at": cast.at, "at": cast.at + timedelta(days=1, seconds=1)}
    assert act(appointments.bring_back_series, **late) == ()
    assert standing(six) == []


def test_an_end_is_taken_back_and_the_regular_time_goes_on(cast, act, six, standing):
    act(appointments.cancel_following, visit=six[2].uuid, family_could_not_come=True)
    back = act(appointments.bring_back_series, series=six[0].series, let_go_at=cast.at, at=cast.at + LATER)
    assert {one.series for one in back} == {six[0].series}
    assert standing(six) == [1, 2, 3, 5, 6]
    longer = act(appointments.extend_series, series=six[0].series, count=7)
    assert longer[-1].starts_at == six[-1].starts_at + WEEK


def test_an_end_before_an_end_leaves_the_first_one(cast, act, six, opened, standing):
    act(appointments.cancel_following, visit=six[5].uuid, at=cast.at - LATER)
    (before,) = queries.regular_times(opened(cast.maria, Capability.READ_VISITS))
    act(appointments.cancel_following, visit=six[1].uuid)
    undo = {"series": six[0].series, "let_go_at": cast.at, "at": cast.at + LATER}
    act(appointments.bring_back_series, **undo, ended_on=before.ended_on)
    assert queries.regular_times(opened(cast.maria, Capability.READ_VISITS)) == (before,)
    assert standing(six) == [1, 2, 3, 5]


def test_when_one_of_the_times_is_taken_nothing_comes_back(cast, act, book, six, sibling, standing):
    act(appointments.cancel_following, visit=six[0].uuid)
    book(child=sibling, starts_at=six[4].starts_at)
    cells = VisitCell.objects.count()
    with pytest.raises(SlotTaken):
        act(appointments.bring_back_series, series=six[0].series, let_go_at=cast.at)
    assert (standing(six), VisitCell.objects.count()) == ([], cells)


def test_only_who_books_for_the_child_takes_it_back(cast, act, six, new_uuid):
    undo = {"series": six[0].series, "let_go_at": cast.at}
    for player, refusal in ((cast.samira, NotAllowed), (cast.other_therapist, NotFound)):
        with pytest.raises(refusal):
            act(appointments.bring_back_series, player, **undo)
    with pytest.raises(NotFound):
        act(appointments.bring_back_series, **undo | {"series": new_uuid()})
