"""What was counted, read as evidence."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.practice import queries
from alongside.areas.practice.values import Evidence
from alongside.areas.programme import queries as programme
from alongside.core.capabilities import Capability
from alongside.core.evidence import Stage
from alongside.core.progress import TrendCode
from alongside.core.refusals import NotAllowed
from tests.areas.practice.counting import agreed_plan, counted, started
from tests.areas.review.loop import agreed_goal

pytestmark = pytest.mark.both_engines


@pytest.fixture
def goal(cast):
    return agreed_goal(cast, uuid4).uuid


def test_without_a_plan_there_is_nothing_to_read(cast, goal, opened):
    assert queries.evidence(opened(cast.hannah, Capability.READ_GOALS), goal) == Evidence(goal=goal)


def test_what_was_counted_before_and_after_the_idea_began(cast, opened):
    plan = agreed_plan(cast)
    for day, value in enumerate((1, 0, 1, 2, 1, 1, 3, 4, 4, 5, 4)):
        counted(cast, plan, value, days=day)
    counted(cast, plan, 5, days=10)
    started(cast, plan.goal, days=6)
    look = opened(cast.samira, Capability.READ_GOALS, at=cast.at + timedelta(days=10))
    seen = queries.evidence(look, plan.goal)
    assert (seen.comparison.before, seen.comparison.after, seen.comparison.stage) == (6, 5, Stage.USUAL)
    assert seen.counted.points[-1].value == 4.5  # Two counts of one day: the day's median.
    assert seen.comparison.nap.nap == 1
    assert seen.told.code is TrendCode.TOO_EARLY
    assert [(one.name, one.agreed) for one in seen.collectors] == [("Samira", True)]
    assert seen.latest_on == cast.at.date() + timedelta(days=10)


def test_weeks_without_counts_are_missing_and_never_nought(cast, opened):
    plan = agreed_plan(cast)
    counted(cast, plan, 5)
    look = opened(cast.samira, Capability.READ_GOALS, at=cast.at + timedelta(days=8))
    weeks = queries.evidence(look, plan.goal, weeks=2).weeks
    assert [(week.count.part, week.count.whole) for week in weeks] == [(1, 1), (0, 0)]


def test_who_may_not_read_every_entry_reads_no_evidence(cast, opened):
    plan = agreed_plan(cast, collectors=(cast.samira.uuid, cast.grandma.uuid))
    with pytest.raises(NotAllowed):
        queries.evidence(opened(cast.grandma, Capability.READ_GOALS), plan.goal)


def test_statements_stay_the_same_however_much_was_counted(cast, opened, django_assert_num_queries):
    plan = agreed_plan(cast)
    look = opened(cast.samira, Capability.READ_GOALS, at=cast.at + timedelta(days=20))
    for days in (0, 20):
        for day in range(days):
            counted(cast, plan, 2, days=day)
        with django_assert_num_queries(4):
            queries.evidence(look, plan.goal)
        with django_assert_num_queries(1):
            queries.my_counts(look)
        with django_assert_num_queries(1):
            queries.points_of(queries.series(look, plan.goal), ())
    assert programme.phase_lines(look, goal=plan.goal) == ()
