"""Weights come from the family's ranking, only when the therapist says so, and stay as they were on that day."""

from uuid import uuid4

import pytest

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries
from alongside.areas.goals.models import GoalWeighing
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound


@pytest.fixture
def ranked(cast, propose, agree, start, draft):
    """Three goals for the first three things that matter, each with its start."""
    drafts = tuple(PriorityDraft(uuid=uuid4(), words=f"Matter {rank}", rank=rank) for rank in (1, 2, 3))
    story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=drafts, at=cast.at)
    made = [propose(cast.hannah, draft, priority=one.uuid).uuid for one in drafts]
    for goal in made:
        agree(cast.samira, goal)
        start(goal)
    return made


@pytest.fixture
def weigh(cast):
    def weighing(player=None, *, weighed=True, uuid=None):
        actor = (player or cast.hannah).actor
        return goals.weigh_goals(
            actor=actor, child=cast.idris, weighing=uuid or uuid4(), weighed=weighed, at=cast.at
        )

    return weighing


@pytest.fixture
def later(cast, propose, agree, draft, opened):
    """Another agreed goal, tied to the same words as the first of some goals or to none."""

    def agreed(like):
        seen = queries.goal(opened(cast.hannah, Capability.READ_GOALS), like[0]) if like else None
        goal = propose(cast.hannah, draft, priority=seen.priority if seen else None).uuid
        agree(cast.samira, goal)
        return goal

    return agreed


@pytest.fixture
def look(cast, opened):
    return lambda: queries.attainment(opened(cast.hannah, Capability.READ_GOALS), cast.at.date())


def test_goals_are_not_weighed_until_the_therapist_says_so(cast, ranked, weigh, reach, look, opened):
    reach(ranked[0], 3)
    plain = look()
    assert (plain.weighed, [one.weight for one in plain.levels]) == (False, [None] * 3)
    decided = weigh()
    assert (decided.weighed, decided.by.name, decided.at) == (True, "Hannah", cast.at)
    heavy = look()
    assert [one.weight for one in heavy.levels] == [3, 2, 1]
    assert heavy.now_t > plain.now_t
    weigh(weighed=False)
    assert look() == plain


def test_a_new_order_of_what_matters_changes_no_weight_of_before(cast, ranked, weigh, look):
    weigh()
    before = look()
    other = (PriorityDraft(uuid=uuid4(), words="Something new", rank=1),)
    story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=other, at=cast.at)
    assert look() == before


def test_a_goal_that_came_later_is_weighed_before_it_starts(cast, ranked, weigh, later, start):
    weigh()
    tied, untied = later(ranked), later(None)
    with pytest.raises(goals.ScaleNotReady, match="Weigh every goal"):
        start(tied)
    with pytest.raises(goals.GoalWithoutPriority, match="Both socks on"):
        weigh()
    weigh(weighed=False)
    assert start(untied).baseline


def test_there_is_nothing_to_weigh_without_a_goal(weigh):
    with pytest.raises(goals.NothingToWeigh):
        weigh()


def test_only_the_therapist_weighs_and_a_second_delivery_changes_nothing(cast, ranked, weigh):
    for player in (cast.samira, cast.grandma, cast.tom, cast.olive):
        with pytest.raises(NotAllowed):
            weigh(player)
    with pytest.raises(NotFound):
        weigh(cast.other_therapist)
    uuid = uuid4()
    assert weigh(uuid=uuid) == weigh(uuid=uuid)
    assert GoalWeighing.objects.count() == 1
