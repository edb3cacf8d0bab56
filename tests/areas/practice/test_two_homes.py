"""What is written about an idea of one home stays in that home and with the team."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.core.barriers import Barrier
from alongside.core.capabilities import Capability
from alongside.core.moments import Kind
from alongside.core.refusals import NotFound
from tests.areas.practice.living import in_the_way
from tests.areas.programme.building import by, live


@pytest.fixture
def hers(cast):
    """Samira's home; Karim has one of his own."""
    keys = {}
    for player in (cast.samira, cast.karim):
        keys[player.uuid] = uuid4()
        circle.add_home(**by(player, cast), home=keys[player.uuid], name=f"{player.name}’s", zone="")
    return keys[cast.samira.uuid]


def _tried(player, cast, idea):
    return practice.record_entry(
        **by(player, cast), placement=idea.uuid, entry=uuid4(), kind=Kind.TRIED, words="Only here"
    )


def _everything(looked):
    """The uuids of all that each reading tells."""
    return {
        "today": {one.uuid for day in queries.today(looked).values() for one in day},
        "day": {one.uuid for day in queries.day_at_home(looked).entries.values() for one in day},
        "last": {one.uuid for one in queries.last_entries(looked)},
        "since": {one.uuid for one in queries.entries_since(looked, looked.at.replace(hour=0))},
        "moments": {one.uuid for one in queries.moments(looked)},
        "barriers": {one.entry for one in queries.barriers(looked)},
    }


def test_moments_of_one_home_are_read_there_and_by_the_therapist(cast, opened, hers):
    here, both = live(cast, home=hers), live(cast)
    tried, [missed] = _tried(cast.samira, cast, here), in_the_way(cast, here, Barrier.TIRED)
    shared, [theirs] = _tried(cast.samira, cast, both), in_the_way(cast, both, Barrier.TIRED)
    for player in (cast.samira, cast.hannah):
        seen = _everything(opened(player, Capability.READ_OWN_ENTRIES))
        assert all({missed.entry} <= found for found in seen.values()), player.name
        assert tried.uuid in seen["last"]
    his = opened(cast.karim, Capability.READ_OWN_ENTRIES)
    seen = _everything(his)
    assert seen.pop("barriers") == {theirs.entry}
    assert all(found == {shared.uuid, theirs.entry} for found in seen.values())
    with pytest.raises(NotFound):
        queries.entry(his, tried.uuid)


def test_what_was_noticed_about_an_idea_of_one_home_stays_there(cast, opened, hers):
    here = live(cast, home=hers)
    about = practice.notice(**by(cast.samira, cast), noticing=uuid4(), words="At ours", placement=here.uuid)
    for_all = practice.notice(**by(cast.samira, cast), noticing=uuid4(), words="He hummed")
    his, hannahs = (
        opened(cast.karim, Capability.READ_OWN_ENTRIES),
        opened(cast.hannah, Capability.READ_OWN_ENTRIES),
    )
    assert {one.uuid for one in queries.noticings(his)} == {for_all.uuid}
    assert {one.uuid for one in queries.from_home(his)} == {for_all.uuid}
    assert queries.newest_by_idea(his) == {}
    assert {one.uuid for one in queries.noticings(hannahs)} == {about.uuid, for_all.uuid}
