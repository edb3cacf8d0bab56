"""Attainment for the therapist: levels first, one T score a child, stamped with its convention."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from alongside.areas.goals import queries
from alongside.areas.goals.models import Goal
from alongside.areas.goals.values import Rater
from alongside.core.attainment import Convention, DifferentConventions
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed

TODAY = date(2026, 11, 23)


@pytest.fixture
def three(cast, propose, agree, draft, start):
    """Three agreed goals with their start written down."""
    made = [propose(cast.hannah, draft).uuid for _ in range(3)]
    for goal in made:
        agree(cast.samira, goal)
        start(goal)
    return made


@pytest.fixture
def look(cast, opened):
    def looking(on=TODAY, player=None, by=None):
        return queries.attainment(opened(player or cast.hannah, Capability.READ_GOALS), on, by)

    return looking


def test_three_goals_at_their_start_and_at_what_was_hoped_for(three, reach, look):
    assert look().first_t.quantize(Decimal("0.0001")) == Decimal("22.6139")
    for goal in three:
        reach(goal, 3)
    seen = look()
    assert [(one.first, one.now) for one in seen.levels] == [(-2, 0)] * 3
    assert (seen.now_t, seen.convention) == (Decimal(50), Convention.B2_WITH_MINUS_3)
    assert (seen.moved.quantize(Decimal("0.01")), seen.counted) == (Decimal("27.39"), 3)


def test_each_rater_has_levels_and_a_score_of_their_own(cast, three, rate, look):
    for goal in three:
        rate(cast.samira, goal, step=3)
    rate(cast.hannah, three[0], step=2)
    family, therapist = look(by=Rater.PARENT), look(by=Rater.THERAPIST)
    assert (family.now_t, family.counted) == (Decimal(50), 3)
    assert ([one.now for one in therapist.levels], therapist.counted) == ([-1, None, None], 1)
    assert look(by=Rater.TEACHER).first_t is None


def test_an_earlier_day_is_seen_as_it_was(cast, socks, start, reach, look):
    start(socks)
    reach(socks, 3, at=cast.at + timedelta(days=7))
    assert look(TODAY + timedelta(days=6)).now_t == 30
    assert look(TODAY + timedelta(days=7)).now_t == 50
    assert look(TODAY - timedelta(days=1)).levels == ()


def test_a_day_ends_at_the_clinics_midnight(cast, socks, start, reach, look):
    start(socks)
    just_before_midnight = cast.at.replace(hour=23, minute=59)
    reach(socks, 2, at=just_before_midnight)
    assert look().now_t == 40


def test_without_a_start_there_is_a_level_and_no_score(cast, socks, reach, propose, draft, look):
    propose(cast.hannah, draft)
    reach(socks, 2)
    seen = look()
    assert [(one.first, one.now) for one in seen.levels] == [(None, -1)]
    assert (seen.counted, seen.convention, seen.first_t, seen.now_t, seen.moved) == (
        0,
        None,
        None,
        None,
        None,
    )


def test_a_closed_goal_stays_in_the_score(cast, three, reach, close, look):
    reach(three[0], 3)
    before = look()
    close(cast.hannah, three[1])
    assert look() == before


def test_goals_scaled_in_different_ways_are_not_put_into_one_score(three, look):
    Goal.objects.get(uuid=three[0]).versions.update(convention=Convention.B1.value)
    with pytest.raises(DifferentConventions):
        look()


def test_a_score_never_crosses_a_change_of_the_steps(cast, three, look, other_scale, start, opened):
    other_scale(three[0])
    with pytest.raises(queries.ScaleChanged, match="are not compared"):
        look()
    as_hannah = opened(cast.hannah, Capability.READ_GOALS)
    assert [one.first for one in queries.levels(as_hannah, TODAY)] == [None, -2, -2]
    start(three[0], version=2)
    assert look().counted == 3


def test_families_never_read_levels_or_scores(cast, socks, look, opened):
    for player in (cast.samira, cast.grandma):
        with pytest.raises(NotAllowed, match="Only the therapist"):
            look(player=player)
        with pytest.raises(NotAllowed, match="Only the therapist"):
            queries.moved(opened(player, Capability.READ_GOALS), socks, Rater.PARENT)


def test_many_goals_cost_as_many_statements_as_one(cast, three, look, opened, django_assert_num_queries):
    as_hannah = opened(cast.hannah, Capability.READ_GOALS)
    with django_assert_num_queries(6):
        assert len(queries.levels(as_hannah, TODAY)) == 3
