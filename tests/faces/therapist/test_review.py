"""Looking back together at the desk: planned, prepared, held, decided by two, finished."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.goals import queries as written
from alongside.areas.goals.values import GoalState
from alongside.areas.review import actions as review
from alongside.areas.review import queries
from alongside.areas.review.values import Ahead, Decided, Ending, Stage
from alongside.core.capabilities import Capability
from tests.faces import reviewing


@pytest.fixture
def held(cast, goal):
    return reviewing.held(cast)


@pytest.fixture
def newest(cast, opened):
    """The newest look back as the family reads it."""

    def look():
        there = opened(cast.samira, Capability.READ_TALK)
        return queries.look_back(there, queries.cycles(there)[0])

    return look


def test_a_look_back_is_planned_for_a_day_or_a_visit(hannah, url, newest, cast, visit):
    page = hannah.get(url("review")).content.decode()
    assert "Plan the next look back" in page
    assert f'value="{cast.at.date() + timedelta(weeks=10)}"' in page
    assert hannah.post(url("open_review"), {"uuid": uuid4(), "planned_on": "2020-01-01"}).status_code == 422
    hannah.post(url("open_review"), {"uuid": uuid4(), "visit": visit.uuid})
    assert newest().cycle.planned_on == cast.at.date()
    assert "Plan the next look back" not in hannah.get(url("review")).content.decode()


def test_the_day_is_moved_with_a_word_why(hannah, url, cast, newest):
    cycle = reviewing.opened(cast)
    page = url("move_review", cycle.uuid)
    assert hannah.post(page, {"uuid": uuid4(), "planned_on": "2027-01-14"}).status_code == 422
    hannah.post(page, {"uuid": uuid4(), "planned_on": "2027-01-14", "words": "School holidays"})
    assert newest().cycle.moves[0].words == "School holidays"
    assert "School holidays" in hannah.get(url("review")).content.decode()


def test_the_therapists_view_is_kept_and_then_shown(hannah, url, cast, newest):
    cycle = reviewing.opened(cast)
    said = {"uuid": uuid4(), "went_well": "He pulls the heel"}
    hannah.post(url("review_view", cycle.uuid), said)
    assert newest().shown == ()
    assert "He pulls the heel" in hannah.get(url("review")).content.decode()
    hannah.post(url("review_view", cycle.uuid), said | {"show": "1"})
    assert newest().shown[0].told.went_well == "He pulls the heel"
    empty = hannah.post(url("review_view", cycle.uuid), {"uuid": uuid4(), "show": "1"})
    assert (empty.status_code, "few words first" in empty.content.decode()) == (422, True)


def test_a_familys_shown_view_stands_on_the_page_with_who_reads_it(hannah, url, cast):
    cycle = reviewing.opened(cast)
    reviewing.shown(cast, cast.samira, cycle, "Quiet mornings")
    page = hannah.get(url("review")).content.decode()
    assert "Quiet mornings" in page
    assert "I do the sock" in page
    assert "Only the writer and the therapist read this." in page


def test_it_is_held_on_a_day_that_has_been(hannah, url, cast, newest):
    cycle = reviewing.opened(cast)
    tomorrow = cast.at.date() + timedelta(days=1)
    assert hannah.post(url("hold_review", cycle.uuid), {"held_on": tomorrow}).status_code == 422
    hannah.post(url("hold_review", cycle.uuid), {"held_on": cast.at.date()})
    assert newest().cycle.stage is Stage.HELD


def test_both_sides_decide_and_finishing_closes_the_goal(hannah, url, cast, held, goal, opened):
    hannah.post(url("decide_goal", held.uuid, goal), {"uuid": uuid4(), "ending": "REST"})
    there = opened(cast.samira, Capability.READ_GOALS)
    made = queries.endings(there, held.uuid)[0]
    said = {"decision": made.uuid, "agree": True, "thread": uuid4()}
    review.answer_ending(**reviewing.by(cast.samira, cast), **said)
    page = hannah.get(url("review")).content.decode()
    assert "Samira agrees." in page
    assert hannah.post(url("close_review", held.uuid), {"uuid": uuid4()}).status_code == 422
    hannah.post(url("close_review", held.uuid), {"uuid": uuid4(), "next_on": "2027-02-01"})
    seen = written.goal(there, goal)
    assert (seen.state, seen.closed_words) == (GoalState.CLOSED, "Resting for now.")
    assert [one.number for one in queries.cycles(there)] == [2, 1]
    assert "Resting for now." in hannah.get(url("look_back", held.uuid)).content.decode()


def test_the_therapist_answers_the_family_and_sees_it_differently(hannah, url, cast, held, goal, newest):
    made = reviewing.wished(cast, cast.samira, held, goal, Ending.REACHED)
    page = url("answer_ending", held.uuid, made.uuid)
    assert hannah.post(page, {"uuid": uuid4(), "agree": "other"}).status_code == 422
    hannah.post(page, {"uuid": uuid4(), "agree": "other", "other": "GO_ON", "words": "Twice more"})
    assert newest().goals[0].decision.other is Ending.GO_ON
    assert "Both views stay" in hannah.get(url("review")).content.decode()
    assert hannah.post(url("answer_ending", held.uuid, uuid4())).status_code == 404


def test_goodbye_is_said_by_two_and_can_begin_again(hannah, url, cast, held, opened, newest):
    made = reviewing.ahead(cast, cast.samira, held, Ahead.GOODBYE)
    hannah.post(url("answer_ahead", held.uuid, made.uuid), {"uuid": uuid4(), "agree": "yes"})
    assert newest().ahead_now.state is Decided.AGREED
    assert "You both said goodbye" in hannah.get(url("review")).content.decode()
    hannah.post(url("close_review", held.uuid), {"uuid": uuid4()})
    assert opened(cast.samira, Capability.READ_NAME).closed_at == cast.at
    page = hannah.get(url("review")).content.decode()
    assert "You said goodbye on" in page
    assert "Plan the next look back" not in page
    assert hannah.get(url("child")).status_code == 200
    listed = "/work/children/goodbyes/"
    assert "Idris Osman" in hannah.get(listed).content.decode()
    hannah.post(url("open_again"))
    assert "Nobody yet" in hannah.get(listed).content.decode()
    assert opened(cast.samira, Capability.READ_NAME).closed_at is None
    assert "Plan the next look back" in hannah.get(url("review")).content.decode()


def test_a_therapist_proposes_how_it_goes_on(hannah, url, held, newest):
    page = url("decide_ahead", held.uuid)
    assert hannah.post(page, {"uuid": uuid4(), "ahead": "CHECK_IN"}).status_code == 422
    hannah.post(page, {"uuid": uuid4(), "ahead": "LESS_OFTEN", "words": "Every other week"})
    assert newest().ahead_now.words == "Every other week"


def test_an_earlier_look_back_does_not_offer_to_plan_while_one_is_open(hannah, url, held):
    hannah.post(url("close_review", held.uuid), {"uuid": uuid4(), "next_on": "2027-02-01"})
    assert "Plan the next look back" not in hannah.get(url("look_back", held.uuid)).content.decode()


def test_a_colleague_finds_nothing(sign_in, cast, url, held):
    tom = sign_in(cast.tom)
    assert tom.get(url("review")).status_code == 403
    assert tom.post(url("hold_review", held.uuid), {"held_on": cast.at.date()}).status_code == 403
