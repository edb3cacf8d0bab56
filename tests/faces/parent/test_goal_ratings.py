"""Where we are, on the family's phone: one tap, both views, no judge, and hints while a goal is written."""

import re
from decimal import Decimal
from html import unescape

import pytest
from django.utils.html import strip_tags

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as written
from alongside.areas.goals.values import Rater, RatingDraft
from alongside.core.capabilities import Capability
from alongside.core.words import not_family_words
from tests.areas.programme import building
from tests.faces.parent.test_goals import WORDS

LINT = "/family/lint/goal/"


@pytest.fixture
def started(cast):
    return building.started_goal(cast)


@pytest.fixture
def said(new_uuid):
    return {"uuid": str(new_uuid()), "version": 1, "about_on": "2026-11-23", "answer": "AS_HOPED"}


@pytest.fixture
def hannah_sees(cast, new_uuid):
    def sees(goal, step):
        draft = RatingDraft(about_on=cast.at.date(), rater=Rater.THERAPIST, step=step)
        asked = {"child": cast.idris, "goal": goal, "rating": new_uuid(), "version": 1, "at": cast.at}
        return goals.rate_goal(actor=cast.hannah.actor, draft=draft, **asked)

    return sees


@pytest.fixture
def agreeing(samira, url, started, said, hannah_sees):
    """Hannah and Samira both see step 3."""
    hannah_sees(started, 3)
    samira.post(url("rate_goal", goal=started), said)
    return started


@pytest.fixture
def grandma(sign_in, cast):
    return sign_in(cast.grandma)


@pytest.fixture
def text_of(url):
    def read(client, goal):
        return unescape(client.get(url("goal", goal=goal)).content.decode())

    return read


def test_one_tap_says_where_we_are_and_the_difference_leads_to_a_talk(
    samira, url, started, said, hannah_sees, text_of
):
    hannah_sees(started, 2)
    before = text_of(samira, started)
    assert "Hannah said where they see it. Say yours, then see both." in before
    assert "Hannah sees step 2" not in before
    for _time in range(2):
        assert samira.post(url("rate_goal", goal=started), said).status_code == 302
    after = text_of(samira, started)
    assert "You see step 3, Hannah sees step 2. Worth talking about." in after
    assert url("ask_about_goal", goal=started) in after


def test_the_page_has_five_plain_answers_and_a_quiet_one(samira, url, started):
    page = samira.get(url("rate_goal", goal=started)).content.decode()
    assert len(re.findall(r'class="btn wide" name="answer"', page)) == 5
    assert "Harder lately, let’s talk" in page
    assert page.index("Like at the start") < page.index("A happy surprise")
    assert not_family_words(strip_tags(page)) == ()
    assert "−" not in strip_tags(page)


def test_both_who_see_the_same_are_told_so_and_another_parent_is_named(karim, samira, url, agreeing, text_of):
    assert "You and Hannah both see step 3." in text_of(samira, agreeing)
    assert "Samira and Hannah both see step 3." in text_of(karim, agreeing)


def test_what_the_child_says_is_written_down_as_the_childs(samira, url, started, said, cast, opened):
    sent = said | {"rater": "CHILD", "answer": "FAR_BEYOND", "words": "I can do it"}
    samira.post(url("rate_goal", goal=started), sent)
    (one,) = written.ratings(opened(cast.samira, Capability.READ_GOALS), started).others
    assert (one.rater, one.level, one.words) == (Rater.CHILD, Decimal(2), "I can do it")
    assert "Idris sees step 5" in unescape(samira.get(url("goal", goal=started)).content.decode())


def test_harder_leads_to_the_talk_about_the_goal(samira, url, started, said):
    answer = samira.post(url("rate_goal", goal=started), said | {"answer": "HARDER"})
    assert answer["Location"] == url("ask_about_goal", goal=started)
    page = unescape(samira.get(url("goal", goal=started)).content.decode())
    assert "You see that it is harder now" in page


def test_a_wrong_answer_or_day_is_asked_again_and_what_was_typed_stays(samira, url, started, said):
    for wrong in ({"answer": ""}, {"answer": "X"}, {"about_on": "2026-11-24"}, {"version": 7}):
        answer = samira.post(url("rate_goal", goal=started), said | {"words": "On the stair"} | wrong)
        assert answer.status_code == 422
        assert "On the stair" in answer.content.decode()


def test_before_the_start_there_is_nothing_to_rate_and_the_page_says_what_comes_first(
    samira, url, goal, said
):
    answer = samira.post(url("rate_goal", goal=goal), said)
    assert answer.status_code == 422
    assert "The therapist first writes down where you start." in answer.content.decode()


def test_grandma_sees_both_and_is_not_asked(grandma, url, agreeing, said, text_of):
    assert "Hannah sees step 3" in text_of(grandma, agreeing)
    assert "Say where we are" not in text_of(grandma, agreeing)
    assert grandma.post(url("rate_goal", goal=agreeing), said).status_code == 403


def test_hints_speak_of_steps_and_store_nothing(samira, cast, opened):
    sent = {"step_1": "An adult does it", "step_2": "Is better at it", "at": "2"}
    text = samira.post(LINT, sent).content.decode()
    assert "What would you see in step 2" in text
    assert "level" not in strip_tags(text)
    assert written.goals_of(opened(cast.samira, Capability.READ_GOALS)) == ()


def test_the_same_hints_stand_on_the_goal_that_was_sent_without_a_script(samira, url, new_uuid):
    sent = WORDS | {"uuid": str(new_uuid()), "step_2": "Is better at it", "scored_by": "PARENT"}
    where = samira.post(url("new_goal"), sent)["Location"]
    text = samira.get(where).content.decode()
    assert "What would you see in step 2" in text
    change = samira.get(f"{where}change/").content.decode()
    assert re.search(r'name="scored_by" value="PARENT"[^>]* checked', change)
    assert "What would you see in step 2" in change
