"""A child with an agreed goal and one idea in the day."""

from datetime import timedelta

import pytest

from alongside.areas.review import actions as review
from tests.areas.review.loop import agreed_goal, live_idea


@pytest.fixture
def goal(cast, new_uuid):
    return agreed_goal(cast, new_uuid)


@pytest.fixture
def idea(cast, new_uuid, goal):
    return live_idea(cast, new_uuid, goal=goal)


@pytest.fixture
def around(cast):
    """Act as one of the cast on Idris's record: ``around(cast.hannah, review.hold_cycle, cycle=…)``."""

    def act(player, action, *, days=0, **given):
        at = cast.at + timedelta(days=days)
        return action(actor=player.actor, child=cast.idris, at=at, **given)

    return act


@pytest.fixture
def cycle(cast, around, new_uuid, goal):
    """An open look back, planned in ten weeks."""
    planned = cast.at.date() + timedelta(weeks=10)
    return around(cast.hannah, review.open_cycle, cycle=new_uuid(), planned_on=planned)


@pytest.fixture
def held(cast, around, cycle):
    """The same look back, held today."""
    return around(cast.hannah, review.hold_cycle, cycle=cycle.uuid, held_on=cast.at.date())
