"""Looking back together on the family's phone."""

import re
from uuid import uuid4

import pytest
from django.utils.html import strip_tags

from alongside.areas.review import actions as review
from alongside.areas.review import queries
from alongside.areas.review.values import Ahead, Decided, Ending
from alongside.core.capabilities import Capability
from alongside.core.words import not_family_words
from tests.faces import reviewing


@pytest.fixture
def cycle(cast):
    return reviewing.opened(cast)


@pytest.fixture
def held(cast, goal):
    return reviewing.held(cast)


@pytest.fixture
def seen(cast, opened):
    """The newest look back as Samira reads it."""

    def look():
        there = opened(cast.samira, Capability.READ_TALK)
        return queries.look_back(there, queries.cycles(there)[0])

    return look


def test_before_the_first_one_the_page_says_what_it_will_be(samira, url):
    assert "Every few weeks we look back together" in samira.get(url("review")).content.decode()
    assert "Look back together" in samira.get(url("plan")).content.decode()


def test_a_view_is_kept_for_later_and_shown_when_it_is_ready(samira, url, cycle, cast, opened):
    page = url("review_view", cycle=cycle.uuid)
    said = {"uuid": uuid4(), "went_well": "Socks", "child_words": "I can"}
    assert samira.post(page, said).status_code == 302
    assert 'id="view-went_well"' in samira.get(page).content.decode()
    hannah = opened(cast.hannah, Capability.READ_TALK)
    assert queries.shown_views(hannah, cycle.uuid) == ()
    assert "Nobody reads it before you show it" in samira.get(url("review")).content.decode()
    samira.post(page, said | {"show": "1"})
    (shown,) = queries.shown_views(hannah, cycle.uuid)
    assert (shown.told.went_well, shown.told.child_words, shown.to_all) == ("Socks", "I can", False)


def test_nothing_at_all_is_not_shown_and_too_much_keeps_what_was_typed(samira, url, cycle):
    page = url("review_view", cycle=cycle.uuid)
    answer = samira.post(page, {"uuid": uuid4(), "show": "1"})
    assert answer.status_code == 422
    assert "few words first" in answer.content.decode()
    answer = samira.post(page, {"uuid": uuid4(), "was_hard": "x" * 2_001})
    assert answer.status_code == 422
    assert "x" * 2_001 in answer.content.decode()


def test_the_other_home_reads_a_view_only_when_its_writer_said_so(cast, samira, karim, url, cycle):
    reviewing.shown(cast, cast.samira, cycle, "Quiet mornings")
    assert "Quiet mornings" in samira.get(url("review")).content.decode()
    assert "Quiet mornings" not in karim.get(url("review")).content.decode()
    reviewing.shown(cast, cast.samira, cycle, "Quiet mornings", to_all=True)
    assert "Quiet mornings" in karim.get(url("review")).content.decode()


def test_the_day_is_moved_with_a_word_why(samira, url, cycle):
    page = url("move_review", cycle=cycle.uuid)
    assert "Moving it is fine" in samira.get(page).content.decode()
    assert samira.post(page, {"uuid": uuid4(), "planned_on": "2026-12-24"}).status_code == 422
    past = samira.post(page, {"uuid": uuid4(), "planned_on": "2020-01-01", "words": "Work"})
    assert (past.status_code, "within a year" in past.content.decode()) == (422, True)
    samira.post(page, {"uuid": uuid4(), "planned_on": "2026-12-24", "words": "Dad’s shifts"})
    told = samira.get(url("review")).content.decode()
    assert "Thursday 24 December" in told
    assert "Dad’s shifts" in told


def test_a_goal_is_decided_by_two_on_two_devices(samira, url, cast, held, goal, seen):
    made = reviewing.wished(cast, cast.hannah, held, goal, Ending.REACHED, "Every morning")
    assert "Yes, we agree" in samira.get(url("review")).content.decode()
    page = url("answer_ending", cycle=held.uuid, ending=made.uuid)
    assert samira.post(page, {"uuid": uuid4()}).status_code == 422
    assert samira.post(page, {"uuid": uuid4(), "agree": "yes"}).status_code == 302
    assert seen().goals[0].decision.state is Decided.AGREED


def test_two_views_stand_beside_each_other_with_the_way_to_talk(samira, url, cast, held, goal):
    made = reviewing.wished(cast, cast.hannah, held, goal, Ending.REACHED)
    page, thread = url("answer_ending", cycle=held.uuid, ending=made.uuid), uuid4()
    said = {"uuid": thread, "agree": "other", "words": "Not at grandma’s"}
    answer = samira.post(page, said)
    assert (answer.status_code, "see instead" in answer.content.decode()) == (422, True)
    samira.post(page, said | {"other": "GO_ON"})
    told = samira.get(url("review")).content.decode()
    assert "It is reached" in told
    assert "Both views stay. There is time to talk." in told
    assert url("thread", thread=thread) in told


def test_the_family_suggests_first_and_changes_its_mind(samira, url, held, goal, seen):
    page = url("decide_goal", cycle=held.uuid, goal=goal)
    assert samira.post(page, {"uuid": uuid4(), "ending": "WIN"}).status_code == 422
    for ending in ("REST", "GO_ON"):
        assert samira.post(page, {"uuid": uuid4(), "ending": ending}).status_code == 302
    assert seen().goals[0].decision.ending is Ending.GO_ON
    ahead = url("decide_ahead", cycle=held.uuid)
    answer = samira.post(ahead, {"uuid": uuid4(), "ahead": "CHECK_IN"})
    assert (answer.status_code, "day of the check-in" in answer.content.decode()) == (422, True)
    samira.post(ahead, {"uuid": uuid4(), "ahead": "CHECK_IN", "check_in_on": "2027-03-01"})
    assert seen().ahead_now.ahead is Ahead.CHECK_IN


def test_an_answer_about_the_whole_plan_is_kept(samira, url, cast, held, seen):
    made = reviewing.ahead(cast, cast.hannah, held, Ahead.LESS_OFTEN)
    page = url("answer_ahead", cycle=held.uuid, ahead=made.uuid)
    samira.post(page, {"uuid": uuid4(), "agree": "yes", "words": "That suits us"})
    assert seen().ahead_now.answer_words == "That suits us"
    assert samira.post(url("answer_ahead", cycle=held.uuid, ahead=uuid4())).status_code == 404


def test_after_a_goodbye_the_plan_wins_and_look_backs_are_still_there(samira, url, cast, held, idea, goal):
    made = reviewing.ahead(cast, cast.samira, held, Ahead.GOODBYE)
    said = reviewing.by(cast.hannah, cast)
    review.answer_ahead(**said, decision=made.uuid, agree=True, thread=uuid4())
    review.close_cycle(**said, cycle=held.uuid, next_cycle=uuid4())
    for name in ("today", "plan", "wins", "talk", "visits", "family", "matters", "story", "week", "review"):
        assert samira.get(url(name)).status_code == 200, name
    told = samira.get(url("review")).content.decode()
    assert "We said goodbye on" in told
    assert "Add my view" not in told
    refused = samira.post(url("decide_ahead", cycle=held.uuid), {"uuid": uuid4(), "ahead": "SAME"})
    assert (refused.status_code, "Ring us to begin again" in refused.content.decode()) == (403, True)


def test_a_restricted_carer_sees_no_more_than_the_own_view(karim, url, cast, held, goal, restrict):
    reviewing.shown(cast, cast.karim, held, "Football in the yard")
    reviewing.shown(cast, cast.hannah, held, "He laughs a lot")
    restrict()
    told = karim.get(url("review")).content.decode()
    assert "Football in the yard" in told
    assert "He laughs a lot" not in told
    assert "Both socks" not in told


@pytest.mark.parametrize("state", ["opened", "held"])
def test_the_pages_use_kind_words_and_one_main_button(samira, url, cast, goal, state):
    cycle = getattr(reviewing, state)(cast)
    reviewing.shown(cast, cast.hannah, cycle, "Calm")
    if state == "held":
        made = reviewing.wished(cast, cast.hannah, cycle, goal, Ending.REST)
        reviewing.ahead(cast, cast.samira, cycle, Ahead.GOODBYE)
        assert made.state is Decided.PROPOSED
    for name, parts in (("review", {}), ("review_view", {"cycle": cycle.uuid})):
        told = samira.get(url(name, **parts)).content.decode()
        assert len(re.findall(r'class="btn main', told)) <= 1
        assert all('class="by"' in said for said in told.split('class="said')[1:])
        assert not list(not_family_words(strip_tags(told)))
        assert "style=" not in told
        assert "%" not in strip_tags(told)
