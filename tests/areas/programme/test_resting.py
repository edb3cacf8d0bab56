"""Lightening the plan."""

from uuid import uuid4

import pytest

from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import LiveLimit, NotLive, NotResting
from alongside.areas.programme.values import PlacementState
from alongside.core.capabilities import Capability
from tests.areas.programme.building import by, live, place

pytestmark = pytest.mark.both_engines


def change(player, cast, placed, **more):
    return by(player, cast) | {"placement": placed.uuid, "change": uuid4()} | more


def test_a_carer_rests_an_idea_with_one_tap_and_brings_it_back(cast, opened):
    placed = live(cast)
    words = change(cast.samira, cast, placed)
    rested = programme.rest_placement(**words)
    assert rested.state is PlacementState.RESTING
    assert programme.rest_placement(**words) == rested
    family = opened(cast.karim, Capability.READ_PROGRAMME)
    assert queries.live_placements(family) == ()
    assert [one.uuid for one in queries.programme_of(family).resting] == [placed.uuid]
    again = change(cast.karim, cast, placed)
    back = programme.resume_placement(**again)
    assert back.is_live
    assert programme.resume_placement(**again) == back


def test_the_therapist_rests_an_idea_too_and_may_say_why(cast, opened):
    placed = live(cast)
    programme.rest_placement(**change(cast.hannah, cast, placed), words="The play comes first.")
    line = queries.changes(opened(cast.samira, Capability.READ_PROGRAMME))[0]
    assert (line.words, line.by.voice) == ("The play comes first.", "THERAPIST")


def test_only_a_live_idea_rests_and_only_a_resting_one_comes_back(cast):
    draft, placed = place(cast), live(cast)
    with pytest.raises(NotLive):
        programme.rest_placement(**change(cast.hannah, cast, draft))
    with pytest.raises(NotResting):
        programme.resume_placement(**change(cast.samira, cast, placed))


def test_a_resting_idea_waits_while_four_are_live(cast):
    placed = live(cast)
    programme.rest_placement(**change(cast.samira, cast, placed))
    others = [live(cast) for _ in range(4)]
    with pytest.raises(LiveLimit, match="Let one rest first"):
        programme.resume_placement(**change(cast.samira, cast, placed))
    programme.rest_placement(**change(cast.samira, cast, others[0]))
    assert programme.resume_placement(**change(cast.samira, cast, placed)).is_live
