"""Each goal and the whole plan: one side proposes, the other answers, and two views stay beside each other."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle.actions import open_again
from alongside.areas.conversation import queries as talk
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as written
from alongside.areas.goals.values import GoalState, Side
from alongside.areas.review import actions as review
from alongside.areas.review import queries
from alongside.areas.review.values import Ahead, Decided, Ending
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

WEEK = timedelta(weeks=1)


@pytest.fixture
def propose(cast, around, new_uuid, held, goal):
    def act(player, ending, **given):
        said = {"cycle": held.uuid, "goal": goal.uuid, "decision": new_uuid(), "ending": ending}
        return around(player, review.propose_ending, **(said | given))

    return act


@pytest.fixture
def answer(around, new_uuid):
    def act(player, decision, *, agree=True, action=review.answer_ending, **given):
        said = {"decision": decision.uuid, "agree": agree, "thread": new_uuid()}
        return around(player, action, **(said | given))

    return act


@pytest.fixture
def agreed(cast, propose, answer):
    """What the therapist proposes for the goal, and the family agrees to."""
    return lambda ending, **given: answer(cast.samira, propose(cast.hannah, ending, **given))


@pytest.fixture
def ahead(around, new_uuid, held):
    def act(player, choice, **given):
        said = {"cycle": held.uuid, "decision": new_uuid(), "ahead": choice}
        return around(player, review.propose_ahead, **(said | given))

    return act


@pytest.fixture
def close(cast, around, new_uuid, held):
    def act(**given):
        said = {"cycle": held.uuid, "next_cycle": new_uuid()}
        return around(cast.hannah, review.close_cycle, **(said | given))

    return act


@pytest.mark.parametrize(("proposer", "answerer"), [("samira", "hannah"), ("hannah", "karim")])
def test_a_goal_is_decided_when_the_other_side_agrees(cast, propose, answer, proposer, answerer):
    made = propose(getattr(cast, proposer), Ending.REACHED, words="Every morning now")
    assert (made.state, made.ending, made.version) == (Decided.PROPOSED, Ending.REACHED, 1)
    seen = answer(getattr(cast, answerer), made, words="I saw it")
    assert (seen.state, seen.answer_words, seen.thread) == (Decided.AGREED, "I saw it", None)
    assert answer(getattr(cast, answerer), made) == seen


def test_the_own_side_does_not_answer_itself_and_a_stranger_not_at_all(cast, propose, answer):
    made = propose(cast.samira, Ending.GO_ON)
    with pytest.raises(review.OwnDecision):
        answer(cast.karim, made)
    with pytest.raises(NotAllowed):
        answer(cast.grandma, made)
    with pytest.raises(NotFound):
        answer(cast.other_parent, made)


def test_two_views_are_kept_without_a_judge_and_lead_to_a_conversation(
    cast, propose, answer, opened, goal, new_uuid
):
    made = propose(cast.hannah, Ending.REACHED)
    with pytest.raises(InvalidInput, match="see instead"):
        answer(cast.samira, made, agree=False)
    with pytest.raises(InvalidInput, match="see instead"):
        answer(cast.samira, made, agree=False, other=Ending.REACHED)
    thread = new_uuid()
    said = {"other": Ending.GO_ON, "words": "Not at grandma’s yet", "thread": thread}
    seen = answer(cast.samira, made, agree=False, **said)
    assert (seen.state, seen.ending, seen.other) == (Decided.DIFFERENT, Ending.REACHED, Ending.GO_ON)
    assert seen.thread == thread
    there = talk.thread(opened(cast.hannah, Capability.READ_TALK), thread)
    assert (there.thread.about_uuid, there.messages[-1].words) == (goal.uuid, "Not at grandma’s yet")
    again = propose(cast.samira, Ending.GO_ON)
    assert answer(cast.hannah, again).state is Decided.AGREED


def test_a_new_proposal_takes_the_place_of_the_own_sides_and_waits_for_the_others(
    cast, propose, answer, held, opened
):
    first = propose(cast.samira, Ending.REACHED)
    second = propose(cast.karim, Ending.GO_ON)
    with pytest.raises(review.AnswerFirst):
        propose(cast.hannah, Ending.REST)
    with pytest.raises(review.AlreadyDecided):
        answer(cast.hannah, first)
    answer(cast.hannah, second)
    with pytest.raises(review.AlreadyDecided):
        propose(cast.samira, Ending.REST)
    told = queries.endings(opened(cast.samira, Capability.READ_GOALS), held.uuid)
    assert [(one.ending, one.state, one.side) for one in told] == [
        (Ending.GO_ON, Decided.AGREED, Side.FAMILY),
        (Ending.REACHED, Decided.WITHDRAWN, Side.FAMILY),
    ]


@pytest.mark.parametrize("ending", list(Ending))
def test_what_both_decided_happens_when_the_look_back_is_closed(cast, agreed, close, opened, goal, ending):
    agreed(ending, words="As we said")
    look = opened(cast.samira, Capability.READ_GOALS)
    assert written.goal(look, goal.uuid).state is GoalState.AGREED
    close(next_on=cast.at.date() + WEEK)
    seen = written.goal(look, goal.uuid)
    ended = ending in {Ending.REACHED, Ending.REST}
    assert (seen.state is GoalState.CLOSED) == ended
    assert seen.closed_words.endswith("As we said") == ended


def test_closing_happens_whole_or_not_at_all(cast, agreed, close, opened, goal):
    agreed(Ending.REACHED)
    with pytest.raises(InvalidInput, match="Choose a day"):
        close()
    look = opened(cast.samira, Capability.READ_GOALS)
    assert written.goal(look, goal.uuid).state is GoalState.AGREED
    assert queries.current_cycle(look).held_on == cast.at.date()


def test_a_closed_goal_is_not_decided_on_and_a_closed_look_back_takes_no_answer(
    cast, around, propose, answer, close, goal
):
    waiting = propose(cast.hannah, Ending.GO_ON)
    close(next_on=cast.at.date() + WEEK)
    with pytest.raises(review.CycleClosed):
        answer(cast.samira, waiting)
    with pytest.raises(review.CycleClosed):
        propose(cast.samira, Ending.REST)


def test_a_finished_goal_is_not_decided_on(cast, around, propose, goal):
    around(cast.hannah, goals.close_goal, goal=goal.uuid)
    with pytest.raises(goals.GoalClosed):
        propose(cast.samira, Ending.REST)


def test_a_check_in_has_a_day_and_the_next_look_back_is_planned_on_it(cast, ahead, answer, close, opened):
    for wrong in (None, cast.at.date() - WEEK):
        with pytest.raises(InvalidInput) as refused:
            ahead(cast.samira, Ahead.CHECK_IN, check_in_on=wrong)
        assert refused.value.field == "check_in_on"
    made = ahead(cast.samira, Ahead.CHECK_IN, check_in_on=cast.at.date() + 20 * WEEK)
    answer(cast.hannah, made, action=review.answer_ahead)
    close()
    planned = queries.current_cycle(opened(cast.samira, Capability.READ_TALK))
    assert planned.planned_on == cast.at.date() + 20 * WEEK


def test_an_agreed_goodbye_closes_the_record_and_nothing_follows(cast, around, ahead, answer, close, opened):
    made = ahead(cast.hannah, Ahead.GOODBYE, words="You know how, now")
    answer(cast.samira, made, action=review.answer_ahead)
    close()
    look = opened(cast.samira, Capability.READ_TALK)
    assert look.closed_at == cast.at
    assert queries.current_cycle(look) is None
    looked = queries.look_back(look, queries.cycles(look)[0])
    assert (looked.ahead_now.ahead, looked.ahead_now.words) == (Ahead.GOODBYE, "You know how, now")
    around(cast.hannah, open_again)
    planned = {"cycle": made.uuid, "planned_on": cast.at.date() + WEEK}
    assert around(cast.hannah, review.open_cycle, **planned).number == 2


def test_two_views_of_how_it_goes_on_are_both_kept(cast, ahead, answer, close, opened):
    made = ahead(cast.hannah, Ahead.GOODBYE)
    said = {"other": Ahead.LESS_OFTEN, "words": "Not all at once"}
    seen = answer(cast.karim, made, agree=False, action=review.answer_ahead, **said)
    assert (seen.state, seen.ahead, seen.other) == (Decided.DIFFERENT, Ahead.GOODBYE, Ahead.LESS_OFTEN)
    close(next_on=cast.at.date() + WEEK)
    assert opened(cast.samira, Capability.READ_TALK).closed_at is None


def test_goodbye_waits_while_a_visit_is_booked(cast, around, ahead, answer, close, opened):
    booked = {"visit": uuid4(), "therapist": cast.hannah.uuid, "starts_at": cast.at + WEEK, "minutes": 45}
    around(cast.maria, appointments.book_visit, **booked)
    answer(cast.samira, ahead(cast.hannah, Ahead.GOODBYE), action=review.answer_ahead)
    with pytest.raises(review.VisitAhead):
        close()
    assert opened(cast.samira, Capability.READ_TALK).closed_at is None
