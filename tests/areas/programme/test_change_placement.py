"""Changing what is in the plan: dated, and the family is asked again when it does something else."""

from uuid import uuid4

import pytest

from alongside.areas.library import queries as library
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import AlreadyEnded, NothingEasier, NothingHarder
from alongside.areas.programme.values import PlacementState, What
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from alongside.core.routines import UnknownRoutine
from tests.areas.programme.building import SOCKS, agreed_goal, by, later, live, place


def change(player, cast, placed, **more):
    return by(player, cast) | {"placement": placed.uuid, "change": uuid4()} | more


def agreed(cast, **more):
    placed = live(cast, **more)
    return programme.agree_placement(**change(cast.samira, cast, placed), confidence=8)


def test_moving_an_idea_is_dated_and_asks_the_family_again(cast, opened):
    placed = agreed(cast)
    message = uuid4()
    moved = programme.move_placement(
        **change(cast.hannah, cast, placed, at=later(cast, days=1)), routine="bedtime", because=message
    )
    assert moved.routine == "bedtime"
    assert moved.waits_for_family
    assert moved.confidence is None
    line = queries.changes(opened(cast.samira, Capability.READ_PROGRAMME, at=later(cast, days=2)))[0]
    assert (line.what, line.before, line.after) == (
        What.MOVED,
        {"routine": "morning.dress"},
        {"routine": "bedtime"},
    )
    assert (line.by.name, line.at, line.because) == ("Hannah", later(cast, days=1), message)
    with pytest.raises(UnknownRoutine):
        programme.move_placement(**change(cast.hannah, cast, placed), routine="nowhere")


def test_new_words_change_only_what_is_given_and_nothing_changes_when_nothing_differs(cast, opened):
    placed = agreed(cast)
    words = change(cast.hannah, cast, placed) | {"title": "Last pull is his", "minutes": 2}
    reworded = programme.reword_placement(**words)
    assert (reworded.title, reworded.minutes, reworded.family_words) == (
        "Last pull is his",
        2,
        placed.family_words,
    )
    again = programme.agree_placement(**change(cast.samira, cast, placed))
    programme.reword_placement(**words)
    assert programme.reword_placement(**words | {"change": uuid4()}) == again
    helpful = programme.reword_placement(**change(cast.hannah, cast, placed), words_that_help="Your turn.")
    assert (helpful.words_that_help, helpful.minutes) == ("Your turn.", 2)
    with pytest.raises(InvalidInput):
        programme.reword_placement(**change(cast.hannah, cast, placed), title="")


def test_easier_and_harder_follow_the_strategys_own_list_one_knob_at_a_time(cast):
    strategy = library.strategy(cast.clinic.pk, SOCKS)
    placed = live(cast)

    def easier():
        return programme.make_easier(**change(cast.hannah, cast, placed))

    def harder():
        return programme.make_harder(**change(cast.hannah, cast, placed))

    assert [easier().grade_words for _ in strategy.easier] == list(strategy.easier)
    with pytest.raises(NothingEasier):
        easier()
    climbed = [harder() for _ in (*strategy.easier, *strategy.harder)]
    base = climbed[len(strategy.easier) - 1]
    assert (base.grade, base.grade_words) == (0, "")
    assert climbed[-1].grade_words == strategy.harder[-1]
    with pytest.raises(NothingHarder):
        harder()


def test_the_same_change_delivered_twice_goes_one_way_easier_only(cast):
    placed = live(cast)
    words = change(cast.hannah, cast, placed)
    assert programme.make_easier(**words) == programme.make_easier(**words)
    other = live(cast)
    with pytest.raises(NotFound):
        programme.make_easier(**words | {"placement": other.uuid})


def test_a_carer_makes_it_easier_without_losing_the_yes_and_does_not_make_it_harder(cast):
    placed = agreed(cast)
    easier = programme.make_easier(**change(cast.karim, cast, placed))
    assert (easier.grade, easier.agreed_by.name) == (-1, "Samira")
    with pytest.raises(NotAllowed):
        programme.make_harder(**change(cast.karim, cast, placed))
    with pytest.raises(NotAllowed, match="responsible"):
        programme.make_easier(**change(cast.grandma, cast, placed))


def test_an_own_idea_has_no_list_of_easier_ways(cast):
    placed = programme.place_idea(
        **by(cast.hannah, cast),
        placement=uuid4(),
        title="Chef’s hands",
        family_words="Mash one thing.",
        routine="meal.dinner",
        minutes=5,
    )
    with pytest.raises(NothingEasier):
        programme.make_easier(**change(cast.hannah, cast, placed))


def test_tying_an_idea_to_a_goal_asks_nobody_again(cast):
    placed = agreed(cast)
    goal = agreed_goal(cast)
    words = change(cast.hannah, cast, placed, goal=goal)
    tied = programme.aim_placement(**words)
    assert programme.aim_placement(**words) == tied
    assert (tied.goal, tied.agreed_by.name) == (goal, "Samira")
    assert tied.finding is not None
    loose = programme.aim_placement(**change(cast.hannah, cast, placed), goal=None)
    assert (loose.goal, loose.finding) == (None, None)


def test_a_removed_idea_leaves_the_plan_and_stays_readable(cast, opened):
    placed = live(cast)
    words = change(cast.hannah, cast, placed, words="He does it by himself now.")
    ended = programme.remove_placement(**words)
    assert ended.state is PlacementState.ENDED
    assert programme.remove_placement(**words) == ended
    family = opened(cast.samira, Capability.READ_PROGRAMME)
    assert queries.live_placements(family) == ()
    assert queries.placement(family, placed.uuid).title == placed.title
    with pytest.raises(AlreadyEnded):
        programme.move_placement(**change(cast.hannah, cast, placed), routine="bedtime")


def test_a_draft_is_changed_and_removed_without_the_family_ever_knowing(cast, opened):
    draft = place(cast)
    programme.move_placement(**change(cast.hannah, cast, draft), routine="bedtime")
    programme.remove_placement(**change(cast.hannah, cast, draft))
    assert queries.changes(opened(cast.samira, Capability.READ_PROGRAMME)) == ()
    with pytest.raises(NotFound):
        queries.placement(opened(cast.samira, Capability.READ_PROGRAMME), draft.uuid)


@pytest.mark.parametrize(
    ("act", "more"),
    [
        (programme.move_placement, {"routine": "bedtime"}),
        (programme.reword_placement, {"minutes": 1}),
        (programme.aim_placement, {"goal": None}),
        (programme.make_easier, {}),
        (programme.make_harder, {}),
        (programme.remove_placement, {}),
        (programme.rest_placement, {}),
        (programme.resume_placement, {}),
        (programme.agree_placement, {}),
        (programme.swap_placement, {}),
        (programme.refuse_placement, {}),
        (programme.bound_grades, {"least": 0, "most": 0}),
        (programme.override_safety, {"words": "Because."}),
    ],
)
def test_outsiders_and_the_rest_of_the_clinic_change_nothing(cast, act, more):
    placed = live(cast)
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            act(**change(outsider, cast, placed), **more)
    for player in (cast.tom, cast.maria, cast.olive, cast.grandma):
        with pytest.raises(NotAllowed):
            act(**change(player, cast, placed), **more)
    elsewhere = change(cast.other_therapist, cast, placed) | {"child": cast.rosa}
    with pytest.raises((NotFound, NotAllowed)):
        act(**elsewhere, **more)
