"""A goal that the family suggests from its own words."""

import re

import pytest

from alongside.areas.circle.values import Voice
from alongside.areas.goals import queries as written
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft
from alongside.core.capabilities import Capability
from tests.faces.parent.test_goals import WORDS


@pytest.fixture
def goals_now(cast, opened):
    return lambda: written.goals_of(opened(cast.samira, Capability.READ_GOALS))


@pytest.fixture
def matter(cast, new_uuid):
    """What matters most, in Samira's words."""
    made = PriorityDraft(uuid=new_uuid(), words="A calm start before school", rank=1, voice=Voice.FAMILY)
    story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=(made,), at=cast.at)
    return made.uuid


def test_a_goal_starts_from_the_familys_words_and_waits_for_the_therapist(
    samira, url, matter, goals_now, new_uuid
):
    page = samira.get(url("matters")).content.decode()
    address = f"{url('new_goal')}?about={matter}"
    assert address in page
    form = samira.get(address).content.decode()
    assert re.search(f'name="priority" value="{matter}"[^>]* checked', form)
    assert "Step 3. What we hoped for" in form
    sent = WORDS | {"uuid": str(new_uuid()), "priority": str(matter)}
    answer = samira.post(url("new_goal"), sent)
    samira.post(url("new_goal"), sent)
    (goal,) = goals_now()
    assert answer["Location"] == url("goal", goal=goal.uuid)
    assert (goal.waiting_for, goal.title, goal.in_force) == ("THERAPIST", WORDS["title"], None)
    assert goal.priority_words in page
    assert "It counts when the therapist says yes too." in samira.get(answer["Location"]).content.decode()


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(samira, url, goals_now, new_uuid):
    sent = WORDS | {"uuid": str(new_uuid()), "does": "", "step_4": "Both socks, no help"}
    answer = samira.post(url("new_goal"), sent)
    assert answer.status_code == 422
    assert "Write a few words here." in answer.content.decode()
    assert "Both socks, no help" in answer.content.decode()
    assert goals_now() == ()


def test_the_familys_words_alone_are_enough_and_arrive_as_a_message(samira, url, matter, goals_now, new_uuid):
    form = samira.get(url("new_goal")).content.decode()
    assert "Your words alone are enough." in form
    assert not re.search(r'name="(title|does|step_1)"[^>]* required', form)
    sent = {"uuid": str(new_uuid()), "who": "Idris", "by_when": "2027-01-18", "priority": str(matter)}
    sent["family_words"] = "He dresses without us."
    for _ in range(2):
        answer = samira.post(url("new_goal"), sent)
        assert answer["Location"] == url("thread", thread=sent["uuid"])
    page = samira.get(answer["Location"]).content.decode()
    assert page.count("He dresses without us.") == 1
    assert "A calm start before school" in page
    assert "A goal we would like" in page
    assert goals_now() == ()


def test_without_any_words_a_few_are_asked_for(samira, url, goals_now, new_uuid):
    answer = samira.post(url("new_goal"), {"uuid": str(new_uuid()), "who": "Idris", "by_when": "2027-01-18"})
    assert answer.status_code == 422
    assert "Write a few words, then send." in answer.content.decode()
    assert goals_now() == ()


def test_a_day_that_has_passed_is_asked_for_again(samira, url, new_uuid):
    answer = samira.post(url("new_goal"), WORDS | {"uuid": str(new_uuid()), "by_when": "2020-01-01"})
    assert answer.status_code == 422
    assert "Choose a day from tomorrow on, within a year." in answer.content.decode()


def test_anothers_words_are_not_on_offer(samira, url, goals_now, new_uuid):
    sent = WORDS | {"uuid": str(new_uuid()), "priority": str(new_uuid())}
    assert samira.post(url("new_goal"), sent).status_code == 422
    assert goals_now() == ()


def test_only_responsible_grown_ups_suggest_goals(sign_in, cast, url):
    grandma = sign_in(cast.grandma)
    assert url("new_goal") not in grandma.get(url("plan")).content.decode()
    assert grandma.get(url("new_goal")).status_code == 403
