"""Something new about the child: every idea in every home is judged again, and what is not allowed rests."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle_read
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import RestsForSafety, SafetyRefused
from alongside.areas.programme.models import Placement, PlacementChange
from alongside.areas.programme.values import PlacementState, What
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed
from tests.areas.programme.building import BALLOON, FINGER_PAINT, by, later, live, offered, place, share

SWING = {"strategy": "S35", "routine": "play.outdoor"}
RESTS, GOES_ON = PlacementState.RESTING, PlacementState.SHARED

pytestmark = pytest.mark.both_engines


def learn(cast, code="seizures_uncontrolled", who=None, **more):
    fact = uuid4()
    tell = programme.propose_safety_fact if who else programme.record_safety_fact
    rested = tell(**by(who or cast.hannah, cast) | more, fact=fact, code=code, words="")
    return fact, rested


def state(placed):
    return PlacementState(Placement.objects.get(uuid=placed.uuid).state)


def home(cast, player, name):
    uuid = uuid4()
    circle.add_home(actor=player.actor, child=cast.idris, home=uuid, name=name, zone="", at=cast.at)
    return uuid


@pytest.fixture
def reads(opened):
    def reading(player):
        return queries.rested(opened(player, Capability.READ_PROGRAMME))

    return reading


def test_a_new_seizure_rests_the_swing_in_the_same_moment(cast, reads):
    swing, paint = live(cast, **SWING), live(cast, strategy=FINGER_PAINT, routine="play.indoor")
    _, rested = learn(cast)
    assert (rested, state(swing), state(paint)) == ((swing.title,), RESTS, GOES_ON)
    row = Placement.objects.get(uuid=swing.uuid)
    assert row.live_since is None
    assert {"seizure", "vestibular", "fall_height"} == set(row.rests_because)
    change = PlacementChange.objects.filter(placement=row).latest("pk")
    assert (change.what, change.at, change.before["state"]) == (What.RESTED, cast.at, "SHARED")
    (told,) = reads(cast.samira)
    assert (told.title, told.because) == (swing.title, "Has seizures that are not under control")
    assert told.sentence == "Your therapist looks at this one first."


def test_what_a_carer_only_proposes_counts_at_once_and_offered_ideas_rest_too(cast):
    swing = offered(cast, **SWING)
    _, rested = learn(cast, who=cast.samira)
    assert (rested, state(swing)) == ((swing.title,), RESTS)
    again = learn(cast, who=cast.samira)
    assert again[1] == ()


def test_grandma_reads_that_it_rests_and_not_why(cast, opened, reads):
    live(cast, **SWING)
    learn(cast)
    (told,) = reads(cast.grandma)
    assert (told.because, told.sentence) == ("", "Your therapist looks at this one first.")
    words = [one.words for one in queries.changes(opened(cast.grandma, Capability.READ_PROGRAMME))]
    assert not [one for one in words if "seizure" in one.lower()]
    assert words[0] == "Something new to take care of. It rests until the therapist has looked."
    afters = [one.after for one in queries.changes(opened(cast.grandma, Capability.READ_PROGRAMME))]
    assert "seizure" not in str(afters)


def test_it_rests_in_both_homes_and_neither_home_learns_of_the_other(cast, reads):
    mums, dads = home(cast, cast.samira, "Mum’s"), home(cast, cast.karim, "Dad’s")
    here, there = live(cast, **SWING), live(cast, **SWING)
    for placed, place_of in ((here, mums), (there, dads)):
        key = {one.uuid: one.pk for one in circle_read.homes(_team(cast))}[place_of]
        Placement.objects.filter(uuid=placed.uuid).update(home=key)
    _, told_to_mum = learn(cast, who=cast.samira)
    assert (state(here), state(there)) == (RESTS, RESTS)
    assert told_to_mum == (here.title,)
    assert [one.placement for one in reads(cast.samira)] == [here.uuid]
    assert [one.placement for one in reads(cast.karim)] == [there.uuid]
    assert reads(cast.grandma) == ()
    assert {one.placement for one in reads(cast.hannah)} == {here.uuid, there.uuid}


def test_the_end_of_a_fact_brings_nothing_back_and_asks_the_therapist(cast, opened, reads):
    swing = live(cast, **SWING)
    fact, _ = learn(cast)
    again = {"placement": swing.uuid, "at": later(cast, hours=1)}
    hannah = opened(cast.hannah, Capability.PROPOSE_PROGRAMME)
    ((child, waits),) = queries.rests_about([hannah])
    assert (child, waits.is_free_again) == (cast.idris, False)
    with pytest.raises(SafetyRefused):
        programme.resume_placement(**by(cast.hannah, cast) | again, change=uuid4())
    assert programme.end_safety_fact(**by(cast.hannah, cast), fact=fact) == ()
    assert state(swing) is RESTS
    assert queries.rests_about([hannah])[0][1].is_free_again
    with pytest.raises(RestsForSafety):
        programme.resume_placement(**by(cast.samira, cast) | again, change=uuid4())
    programme.resume_placement(**by(cast.hannah, cast) | again, change=uuid4())
    assert state(swing) is GOES_ON
    assert Placement.objects.get(uuid=swing.uuid).rests_because == []
    assert (queries.rests_about([hannah]), reads(cast.samira)) == ((), ())


def test_the_therapist_may_leave_it_resting(cast, opened):
    swing = live(cast, **SWING)
    learn(cast)
    with pytest.raises(NotAllowed):
        programme.leave_resting(**by(cast.samira, cast), placement=swing.uuid)
    for _ in range(2):
        programme.leave_resting(**by(cast.hannah, cast), placement=swing.uuid)
    assert queries.rests_about([opened(cast.hannah, Capability.PROPOSE_PROGRAMME)]) == ()
    assert state(swing) is RESTS


def test_withdrawing_and_confirming_are_looked_at_again_too(cast):
    swing = live(cast, **SWING)
    mine, _ = learn(cast, who=cast.samira)
    assert programme.withdraw_safety_fact(**by(cast.samira, cast), fact=mine) == ()
    programme.resume_placement(**by(cast.hannah, cast), placement=swing.uuid, change=uuid4())
    kept = uuid4()
    circle.propose_safety_fact(**by(cast.samira, cast), fact=kept, code="seizures", words="")
    assert state(swing) is GOES_ON
    assert programme.confirm_safety_fact(**by(cast.hannah, cast), fact=kept) == (swing.title,)


def test_a_written_reason_keeps_an_idea_until_a_fact_that_it_did_not_know(cast):
    learn(cast, "seizures_uncontrolled")
    swing = place(cast, **SWING, override="Linear only, agreed with the neurologist.")
    share(cast, swing)
    assert learn(cast, "reflux")[1] == ()
    assert learn(cast, "shunt")[1] == (swing.title,)


def test_nothing_unsafe_moves_or_comes_home_by_any_change(cast):
    ball = place(cast, strategy=BALLOON, routine="play.indoor", override="A foil ball, not a balloon.")
    learn(cast, "latex")
    with pytest.raises(SafetyRefused):
        share(cast, ball)
    assert programme.recheck_programme(**by(cast.samira, cast)) == ()
    assert state(ball) is PlacementState.DRAFT


def _team(cast):
    return gate.open_child(cast.hannah.actor, cast.idris, Capability.READ_STORY, cast.at, doing="test")
