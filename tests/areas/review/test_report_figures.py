"""Figures in a report: only what is stored, up to its last day, each of how many."""

from datetime import timedelta

import pytest

from alongside.areas.practice import actions as practice
from alongside.core.moments import Help
from tests.areas.practice import counting
from tests.areas.review.loop import agreed_goal, tried
from tests.areas.review.report_ways import signed

DAYS = 12


@pytest.fixture
def goal(cast, new_uuid):
    return agreed_goal(cast, new_uuid)


def _told(cast, new_uuid, *, days=DAYS, **changed):
    [goal] = signed(cast, new_uuid, at=cast.at + timedelta(days=days), **changed).content["goals"]
    return goal


def test_quick_counts_stand_with_how_many_and_by_whom(cast, new_uuid, goal):
    plan = counting.agreed_plan(cast, goal.uuid)
    for day, value in enumerate((0, 1, 1, 0, 1, 1)):
        counting.counted(cast, plan, value, days=day)
    counting.started(cast, goal.uuid, days=6)
    for day, value in enumerate((2, 3, 4, 4), start=6):
        counting.counted(cast, plan, value, days=day)
    told = _told(cast, new_uuid)["counted"]
    assert (told["times"], told["by"]) == (10, ["Samira"])
    assert told["compared"].startswith("Higher in 100 of 100 comparisons. It could be anything from ")
    assert "of 4" in told["counts"] or "of 5" in told["counts"] or "more" in told["counts"]


def test_a_goal_that_nobody_counted_has_no_counts(cast, new_uuid, goal):
    assert _told(cast, new_uuid)["counted"] is None


def test_what_happened_after_the_last_day_is_left_out(cast, new_uuid, goal, idea):
    tried(cast, new_uuid, idea, days=1, much=Help.A_LOT)
    tried(cast, new_uuid, idea, days=5, much=Help.BY_SELF)
    plan = counting.agreed_plan(cast, goal.uuid)
    counting.counted(cast, plan, 1, days=1)
    counting.counted(cast, plan, 4, days=5)
    until = (cast.at + timedelta(days=3)).date()
    told = _told(cast, new_uuid, until_on=until, from_on=until - timedelta(days=30))
    assert (told["home"]["days"], told["counted"]["times"]) == (1, 1)
    assert told["counted"]["compared"] == ""


def test_a_carer_who_counts_without_a_yes_is_not_named(cast, new_uuid, goal):
    plan = counting.agreed_plan(cast, goal.uuid, collectors=(cast.samira.uuid, cast.karim.uuid))
    counting.counted(cast, plan, 1, days=1)
    assert _told(cast, new_uuid)["counted"]["by"] == ["Samira"]


def test_an_undone_moment_is_no_moment(cast, new_uuid, idea, goal):
    entry = tried(cast, new_uuid, idea, days=1, much=Help.BY_SELF)
    practice.undo_entry(actor=cast.samira.actor, child=cast.idris, entry=entry.uuid, at=entry.arrived_at)
    assert _told(cast, new_uuid)["home"]["days"] == 0
