"""A step counts as reached when one side proposes it and the other agrees. Families see steps, never levels."""

from dataclasses import asdict
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import Voice
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries
from alongside.areas.goals.models import Goal, StepProposal
from alongside.areas.goals.values import HARDER, Side, StepState
from alongside.core.attainment import Convention
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def test_a_second_parent_sees_the_step_proposed_by_the_first(cast, socks, climb, opened):
    climb(cast.samira, socks, 2, words="Both heels today")
    seen = queries.goal(opened(cast.karim, Capability.READ_GOALS), socks)
    waiting = seen.step_proposal
    assert (waiting.step, waiting.label, waiting.words) == (2, "on the way", "Both heels today")
    assert (waiting.by.name, waiting.side) == ("Samira", Side.FAMILY)
    assert seen.reached == 1


@pytest.mark.parametrize(("proposer", "answerer"), [("samira", "hannah"), ("hannah", "karim")])
def test_a_step_is_reached_when_the_other_side_agrees(cast, socks, climb, answer, proposer, answerer):
    proposal = climb(getattr(cast, proposer), socks, 3).step_proposal
    seen = answer(getattr(cast, answerer), proposal.uuid, words="I saw it, too.")
    assert (seen.reached, seen.reached_label, seen.step_proposal) == (3, "what we hoped for", None)
    assert answer(getattr(cast, answerer), proposal.uuid) == seen


def test_the_own_side_cannot_agree_to_its_own_step(cast, socks, climb, answer):
    proposal = climb(cast.samira, socks, 2).step_proposal.uuid
    for parent in (cast.samira, cast.karim):
        with pytest.raises(goals.OwnProposal, match="other side answers"):
            answer(parent, proposal)


def test_not_yet_keeps_the_step_where_it_was_with_the_words(cast, socks, climb, answer, opened):
    proposal = climb(cast.hannah, socks, 2).step_proposal.uuid
    seen = answer(cast.samira, proposal, agree=False, words="Only at grandma’s so far")
    assert seen.reached == 1
    told = queries.step_proposals(opened(cast.hannah, Capability.READ_GOALS))[0]
    assert (told.state, told.answer_words) == (StepState.NOT_YET, "Only at grandma’s so far")
    assert (told.answered_by.name, told.answered_by.voice) == ("Samira", Voice.FAMILY)
    with pytest.raises(goals.AlreadyAnswered):
        answer(cast.karim, proposal, agree=True)


def test_steps_are_kept_newest_first_and_may_go_down_again(cast, socks, reach, opened):
    for day, step in enumerate((2, 3, 2)):
        seen = reach(socks, step, at=cast.at + timedelta(days=day))
    assert seen.reached == 2
    told = queries.step_proposals(opened(cast.samira, Capability.READ_GOALS))
    assert [one.step for one in told] == [2, 3, 2]
    assert {one.goal_title for one in told} == {"Both socks on"}


def test_a_new_proposal_takes_the_place_of_the_same_sides_last(cast, socks, climb, answer, opened):
    first = climb(cast.samira, socks, 2).step_proposal.uuid
    second = climb(cast.karim, socks, 3).step_proposal.uuid
    with pytest.raises(goals.AlreadyAnswered):
        answer(cast.hannah, first)
    assert answer(cast.hannah, second).reached == 3
    told = queries.step_proposals(opened(cast.samira, Capability.READ_GOALS))
    assert {(one.uuid, one.state, one.answered_by is None) for one in told} == {
        (first, StepState.WITHDRAWN, True),
        (second, StepState.AGREED, False),
    }


def test_a_step_of_the_other_side_is_answered_before_a_new_one_is_proposed(cast, socks, climb):
    climb(cast.samira, socks, 2)
    with pytest.raises(goals.AnswerFirst, match="waiting for your answer"):
        climb(cast.hannah, socks, 3)


def test_steps_need_a_goal_that_both_agreed(cast, propose, climb, draft):
    goal = propose(cast.hannah, draft).uuid
    with pytest.raises(goals.NotAgreedYet, match="Agree the goal first"):
        climb(cast.samira, goal, 2)


def test_the_step_both_stand_on_is_not_proposed_again(cast, socks, climb):
    with pytest.raises(goals.AlreadyThere) as refused:
        climb(cast.samira, socks, 1)
    assert refused.value.field == "step"


def test_only_the_therapist_says_that_it_is_harder_than_at_the_start(cast, socks, climb, reach):
    with pytest.raises(InvalidInput, match="from 1 to 5") as refused:
        climb(cast.samira, socks, HARDER)
    assert refused.value.field == "step"
    with pytest.raises(InvalidInput):
        climb(cast.hannah, socks, 6)
    seen = reach(socks, HARDER)
    assert (seen.reached, seen.reached_label) == (0, "harder than when we started")


def test_a_goal_scaled_without_harder_refuses_it(cast, socks, climb):
    Goal.objects.get(uuid=socks).versions.update(convention=Convention.B2.value)
    with pytest.raises(InvalidInput, match="way this clinic scales") as refused:
        climb(cast.hannah, socks, HARDER)
    assert refused.value.field == "step"


def test_other_steps_start_again_and_other_words_do_not(cast, socks, do, gentler, other_steps):
    do.reach(socks, 2)
    do.change(cast.hannah, socks, 1, gentler)
    assert do.agree(cast.samira, socks, 2).reached == 2
    waiting = do.climb(cast.hannah, socks, 3).step_proposal.uuid
    do.change(cast.hannah, socks, 2, other_steps)
    assert do.agree(cast.samira, socks, 3).reached == 1
    with pytest.raises(goals.AlreadyChanged):
        do.answer(cast.samira, waiting)


def test_a_second_delivery_changes_nothing_and_its_uuid_serves_nobody_else(
    cast, socks, propose, agree, climb, draft
):
    proposal = uuid4()
    first = climb(cast.samira, socks, 2, proposal)
    assert climb(cast.samira, socks, 2, proposal) == first
    assert StepProposal.objects.count() == 1
    with pytest.raises(NotFound):
        climb(cast.karim, socks, 2, proposal)
    other = propose(cast.hannah, draft).uuid
    agree(cast.samira, other)
    with pytest.raises(NotFound):
        climb(cast.samira, other, 2, proposal)


def test_others_neither_propose_nor_answer_and_another_childs_step_is_not_found(cast, socks, climb, answer):
    proposal = climb(cast.samira, socks, 2).step_proposal.uuid
    for player in (cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            climb(player, socks, 2)
        with pytest.raises(NotAllowed):
            answer(player, proposal)
    for child in (cast.idris, cast.rosa):
        with pytest.raises(NotFound):
            answer(cast.other_therapist, proposal, child=child)
    with pytest.raises(NotFound):
        climb(cast.other_parent, socks, 2, child=cast.rosa)


def test_a_restricted_carer_reads_goals_only_when_named_and_without_the_story(
    cast, propose, agree, draft, priority, opened
):
    goal = propose(cast.hannah, draft, priority=priority).uuid
    named = [Capability.READ_GOALS]
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
    )
    seen = queries.goal(opened(cast.karim, Capability.READ_GOALS), goal)
    assert (seen.title, seen.priority_words) == ("Both socks on", "")
    with pytest.raises(NotAllowed):
        agree(cast.karim, goal)


def test_what_a_family_reads_holds_no_level(cast, socks, reach, climb):
    reach(socks, 2)
    seen = asdict(climb(cast.hannah, socks, 4))
    assert "level" not in str(seen)
    assert "Decimal" not in str(seen)


def test_the_database_holds_one_waiting_step_a_goal_and_known_levels(cast, socks, climb):
    climb(cast.samira, socks, 2)
    row = StepProposal.objects.get()
    row.pk, row.uuid = None, uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
    for broken in ({"level": "1.5"}, {"answered_at": cast.at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            StepProposal.objects.update(**broken)
