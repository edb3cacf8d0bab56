"""Sharing: only what has a reason, and no more than a family can hold."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import LiveLimit, NoReasonYet, SafetyRefused
from alongside.areas.programme.values import What
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound
from tests.areas.programme.building import (
    FINGER_PAINT,
    agreed_goal,
    by,
    live,
    offered,
    place,
    proposed_goal,
    share,
)

pytestmark = pytest.mark.both_engines


def test_an_idea_with_a_finding_and_an_agreed_goal_is_shared_and_reaches_the_family(cast, opened):
    placed = place(cast, goal=agreed_goal(cast))
    family = opened(cast.karim, Capability.READ_PROGRAMME)
    assert queries.live_placements(family) == ()
    shared = programme.share_programme(**by(cast.hannah, cast))
    assert ([one.uuid for one in shared.offered], shared.live) == ([placed.uuid], ())
    (seen,) = queries.programme_of(family).offered
    assert seen.waits_for_family
    assert seen.shared_at == cast.at
    assert seen.not_yet == ""
    assert queries.live_placements(family) == ()


def test_sharing_twice_changes_nothing(cast, opened):
    place(cast, goal=agreed_goal(cast))
    first = programme.share_programme(**by(cast.hannah, cast))
    assert programme.share_programme(**by(cast.hannah, cast)) == first
    changes = queries.changes(opened(cast.hannah, Capability.READ_PROGRAMME))
    assert [change.what for change in changes] == [What.SHARED, What.PLACED]


def test_ideas_without_a_reason_are_listed_by_name(cast):
    goal = proposed_goal(cast)
    talking, bare = place(cast, goal=goal), place(cast, strategy="S15", routine="any.transition")
    with pytest.raises(NoReasonYet) as refused:
        programme.share_programme(**by(cast.hannah, cast))
    assert refused.value.ideas == ((talking.uuid, talking.title), (bare.uuid, bare.title))
    assert talking.title in str(refused.value)
    with pytest.raises(NoReasonYet):
        programme.share_programme(**by(cast.hannah, cast), not_yet={talking.uuid: "Soon", bare.uuid: " "})


def test_the_therapist_writes_why_not_yet_and_the_words_stay_with_the_idea(cast, opened):
    bare, tied = place(cast), place(cast, goal=agreed_goal(cast))
    words = {bare.uuid: "Samira wants to try it before we decide.", tied.uuid: "Not needed."}
    programme.share_programme(**by(cast.hannah, cast), not_yet=words)
    family = opened(cast.samira, Capability.READ_PROGRAMME)
    assert queries.placement(family, bare.uuid).not_yet == words[bare.uuid]
    assert queries.placement(family, tied.uuid).not_yet == ""


def test_at_most_four_ideas_are_live(cast, opened):
    for _ in range(4):
        live(cast)
    fifth = place(cast)
    with pytest.raises(LiveLimit, match="Four ideas"):
        share(cast, fifth)
    family = opened(cast.samira, Capability.READ_PROGRAMME)
    assert len(queries.live_placements(family)) == 4


def test_five_drafts_at_once_are_too_many_and_four_of_them_are_not(cast):
    drafts = [place(cast) for _ in range(5)]
    with pytest.raises(LiveLimit, match="Take one out first"):
        share(cast, *drafts)
    share(cast, *drafts[:4])


def test_only_what_was_chosen_is_shared_and_unknown_ideas_are_not_found(cast, opened):
    chosen, kept = place(cast), place(cast)
    share(cast, chosen)
    seen = queries.programme_of(opened(cast.hannah, Capability.READ_PROGRAMME))
    assert [one.uuid for one in seen.offered] == [chosen.uuid]
    assert [one.uuid for one in seen.drafts] == [kept.uuid]
    with pytest.raises(NotFound):
        programme.share_programme(**by(cast.hannah, cast), placements=[uuid4()])


def test_only_the_childs_own_therapist_shares(cast):
    place(cast)
    for player in (cast.samira, cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            programme.share_programme(**by(player, cast))
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            programme.share_programme(**by(outsider, cast))


def test_an_idea_is_live_from_the_first_yes_at_home_and_a_change_of_it_leaves_it_live(cast, opened):
    placed = offered(cast)
    family = opened(cast.samira, Capability.READ_PROGRAMME)
    agreed = programme.agree_placement(**by(cast.karim, cast), placement=placed.uuid, change=uuid4())
    assert (agreed.is_live, agreed.agreed_by.name) == (True, "Karim")
    assert [one.uuid for one in queries.live_placements(family)] == [placed.uuid]
    moved = {"placement": placed.uuid, "change": uuid4(), "routine": "bedtime"}
    asked = programme.move_placement(**by(cast.hannah, cast), **moved)
    assert (asked.is_live, asked.waits_for_family) == (True, True)


def test_what_a_rule_holds_back_is_not_agreed_to(cast):
    placed = offered(cast, strategy=FINGER_PAINT, routine="play.indoor")
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code="skin", words="")
    with pytest.raises(SafetyRefused, match="looks at this one first"):
        programme.agree_placement(**by(cast.samira, cast), placement=placed.uuid, change=uuid4())


def test_offered_ideas_take_a_place_too(cast):
    for _ in range(4):
        offered(cast)
    with pytest.raises(LiveLimit, match="Let one rest first"):
        share(cast, place(cast))


def test_an_offered_idea_rests_and_is_offered_again_unless_a_carer_brings_it_back(cast):
    placed = offered(cast)
    change = {"placement": placed.uuid}
    programme.rest_placement(**by(cast.samira, cast), **change, change=uuid4())
    again = programme.resume_placement(**by(cast.hannah, cast), **change, change=uuid4())
    assert again.is_offered
    programme.rest_placement(**by(cast.hannah, cast), **change, change=uuid4())
    back = programme.resume_placement(**by(cast.samira, cast), **change, change=uuid4())
    assert (back.is_live, back.agreed_by.name) == (True, "Samira")
