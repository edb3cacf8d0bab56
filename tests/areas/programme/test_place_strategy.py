"""Placing ideas into the family's day."""

from uuid import uuid4

import pytest

from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import EnoughIdeas
from alongside.areas.programme.values import PlacementState, Whose
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from alongside.core.routines import UnknownRoutine
from tests.areas.programme.building import SOCKS, agreed_goal, by, live, place


def test_a_placed_idea_is_a_draft_in_the_words_of_the_library(cast):
    placed = place(cast)
    assert (placed.state, placed.whose, placed.strategy) == (PlacementState.DRAFT, Whose.THERAPIST, SOCKS)
    assert placed.title
    assert placed.family_words
    assert placed.minutes == 6
    assert (placed.proposed_by.name, placed.proposed_at) == ("Hannah", cast.at)


def test_the_therapist_gives_an_idea_minutes_words_and_a_goal_whose_finding_comes_along(cast):
    goal = agreed_goal(cast)
    placed = place(cast, minutes=2, family_words="You do the heel. Idris finishes.", goal=goal)
    assert (placed.minutes, placed.family_words) == (2, "You do the heel. Idris finishes.")
    assert placed.goal == goal
    assert placed.finding is not None
    assert place(cast, finding=placed.finding).finding == placed.finding


def test_the_same_placement_delivered_twice_is_placed_once(cast, opened):
    uuid = uuid4()
    first, second = (
        programme.place_strategy(
            **by(cast.hannah, cast), placement=uuid, strategy=SOCKS, routine="morning.dress"
        )
        for _ in range(2)
    )
    assert first == second
    assert len(queries.programme_of(opened(cast.hannah, Capability.READ_PROGRAMME)).drafts) == 1
    with pytest.raises(NotFound):
        programme.place_strategy(
            **by(cast.other_therapist, cast) | {"child": cast.rosa},
            placement=uuid,
            strategy=SOCKS,
            routine="morning.dress",
        )


def test_the_familys_own_idea_is_placed_as_theirs_and_once(cast):
    words = by(cast.hannah, cast) | {
        "placement": uuid4(),
        "title": "Chef’s hands",
        "family_words": "Mash, squeeze or spread one thing.",
        "routine": "meal.dinner",
        "minutes": 5,
    }
    placed = programme.place_idea(**words, words_that_help="We need a strong chef.")
    assert (placed.whose, placed.strategy, placed.title) == (Whose.FAMILY, None, "Chef’s hands")
    assert programme.place_idea(**words) == placed


@pytest.mark.parametrize(
    "more",
    [
        {"minutes": 121},
        {"minutes": -1},
        {"family_words": "x" * 301},
        {"family_words": "  "},
        {"family_words": "a\x00b"},
    ],
)
def test_words_and_minutes_have_bounds(cast, more):
    with pytest.raises(InvalidInput):
        place(cast, **more)


def test_unknown_things_are_refused(cast):
    with pytest.raises(UnknownRoutine):
        place(cast, routine="nowhere")
    for unknown in ({"strategy": "S99"}, {"goal": uuid4()}, {"finding": uuid4()}):
        with pytest.raises(NotFound):
            place(cast, **unknown)
    with pytest.raises(InvalidInput):
        programme.place_idea(
            **by(cast.hannah, cast),
            placement=uuid4(),
            title="Anything",
            family_words="Anything",
            routine="snack",
            minutes=1,
            safety_codes=("no_such_code",),
        )


def test_a_dozen_ideas_are_enough(cast):
    for _ in range(12):
        place(cast)
    with pytest.raises(EnoughIdeas, match="twelve"):
        place(cast)


def test_a_goal_of_another_child_is_not_found(cast):
    goal = agreed_goal(cast)
    words = by(cast.other_therapist, cast) | {"child": cast.rosa}
    with pytest.raises(NotFound):
        programme.place_strategy(
            **words, placement=uuid4(), strategy=SOCKS, routine="morning.dress", goal=goal
        )


def test_only_the_childs_own_therapist_places_ideas(cast):
    words = {"placement": uuid4(), "strategy": SOCKS, "routine": "morning.dress"}
    for player in (cast.samira, cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            programme.place_strategy(**by(player, cast), **words)
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            programme.place_strategy(**by(outsider, cast), **words)


def test_a_carer_never_sees_a_draft_and_sees_it_once_it_is_shared(cast, opened):
    draft, shared = place(cast), live(cast)
    family = opened(cast.samira, Capability.READ_PROGRAMME)
    assert queries.programme_of(family).drafts == ()
    with pytest.raises(NotFound):
        queries.placement(family, draft.uuid)
    assert queries.placement(family, shared.uuid).is_live
    with pytest.raises(NotFound):
        programme.make_easier(**by(cast.samira, cast), placement=draft.uuid, change=uuid4())
