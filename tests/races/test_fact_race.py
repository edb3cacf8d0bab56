"""A safety fact that is written down while an idea is being shared: whoever comes first, the idea is not at home."""

from functools import partial
from uuid import uuid4

import pytest

from tests.races.house import at_once

pytestmark = pytest.mark.race


def send(house, address, fields):
    """What Hannah's desk is answered."""
    with house.client(house.known["sessions"]["hannah"]) as client:
        return client.post(address, fields).status


def test_a_fact_and_a_share_at_the_same_moment_never_leave_an_unsafe_idea_at_home(house):
    for swing in house.known["swings"]:
        shared = {f"not_yet_{swing['placement']}": "We try it first."}
        fact = {"uuid": uuid4(), "code": "seizures_uncontrolled", "words": ""}
        answers = at_once(
            [partial(send, house, swing["share"], shared), partial(send, house, swing["fact"], fact)]
        )
        assert answers[1] in (302, 303)
        assert answers[0] in (302, 303, 422)
    rows = house.rows("SELECT state, live_since FROM programme_placement WHERE strategy_id = 'S35'")
    assert len(rows) == len(house.known["swings"])
    assert {state for state, _ in rows} <= {"DRAFT", "RESTING"}
    assert {since for _, since in rows} == {None}
    facts = house.rows("SELECT count(*) FROM circle_safetyfact WHERE code = 'seizures_uncontrolled'")
    assert facts == [(len(house.known["swings"]),)]
