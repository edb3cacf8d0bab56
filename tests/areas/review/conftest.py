"""A child with an agreed goal and one idea in the day."""

import pytest

from tests.areas.review.loop import agreed_goal, live_idea


@pytest.fixture
def goal(cast, new_uuid):
    return agreed_goal(cast, new_uuid)


@pytest.fixture
def idea(cast, new_uuid, goal):
    return live_idea(cast, new_uuid, goal=goal)
