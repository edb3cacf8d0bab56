"""Quick counts on the phone: three taps at most, nothing about what was not told, and everything can be undone."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.practice import queries as diary
from alongside.core.capabilities import Capability
from alongside.core.evidence import Scale
from tests.areas.practice import counting


@pytest.fixture
def plan(cast, goal):
    return counting.agreed_plan(cast, goal)


@pytest.fixture
def kept(cast, plan, opened):
    def mine():
        found = diary.my_count(opened(cast.samira, Capability.READ_TALK), plan.uuid).mine
        return [(probe.value, probe.of) for probe in found]

    return mine


def today(client, url):
    return client.get(url("today")).content.decode()


def test_who_is_asked_may_say_yes_or_no_and_nobody_else_is_asked(cast, samira, karim, url, goal):
    asked = counting.planned(cast, goal)
    assert "Hannah asks if you would count this." in today(samira, url)
    assert "A quick count" not in today(karim, url)
    samira.post(url("answer_count", probe_plan=asked.uuid), {"agree": "yes"})
    page = today(samira, url)
    assert "A quick count: Shoes" in page
    assert 'aria-label="3 of 5 tries"' in page
    samira.post(url("answer_count", probe_plan=asked.uuid), {"agree": "no"})
    assert "A quick count" not in today(samira, url)
    assert karim.post(url("answer_count", probe_plan=asked.uuid), {"agree": "yes"}).status_code == 404


def test_one_tap_counts_without_script_and_twice_is_once(samira, url, plan, kept):
    sent = {"uuid": str(uuid4()), "value": "3"}
    for _ in range(2):
        assert samira.post(url("count", probe_plan=plan.uuid), sent).status_code == 302
    assert kept() == [(3, 5)]
    page = today(samira, url)
    assert "3 of 5 tries" in page
    assert "Undo" in page


def test_with_script_the_card_alone_comes_back_and_undo_brings_the_numbers_back(samira, url, plan, kept):
    script = {"headers": {"hx-request": "true"}}
    answer = samira.post(url("count", probe_plan=plan.uuid), {"uuid": str(uuid4()), "value": "3"}, **script)
    part = answer.content.decode()
    assert f'id="count-{plan.uuid}"' in part
    assert "<html" not in part
    undo = part.split("/undo/")[0].rpartition("/")[2]
    again = samira.post(url("undo_count", probe=undo), **script).content.decode()
    assert 'aria-label="3 of 5 tries"' in again
    assert kept() == []


def test_a_count_is_put_right_with_its_day_and_of_how_many(cast, samira, url, plan, opened, clock):
    clock.forward(days=1)
    told = counting.counted(cast, plan, 3, days=1)
    form = {"value": "2", "of": "3", "on": cast.at.date().isoformat()}
    assert samira.post(url("correct_count", probe=told.uuid), form).status_code == 302
    (probe,) = diary.series(opened(cast.samira, Capability.READ_GOALS), plan.goal).probes
    assert (probe.value, probe.of, probe.on, probe.corrected) == (2, 3, cast.at.date(), True)
    wrong = samira.post(url("correct_count", probe=told.uuid), form | {"value": "4"})
    assert wrong.status_code == 422
    assert "Please choose a number from 0 to 3." in wrong.content.decode()


def test_a_wrong_number_or_day_is_said_at_its_field(cast, samira, url, plan, kept):
    later = (cast.at.date() + timedelta(days=2)).isoformat()
    for sent, said in (
        ({"value": ""}, "Choose a number."),
        ({"value": "9"}, "Please choose a number from 0 to 5."),
        ({"value": "1", "on": later}, "Choose a day that has already been."),
    ):
        answer = samira.post(url("count", probe_plan=plan.uuid), {"uuid": str(uuid4())} | sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert kept() == []


def test_minutes_are_typed_and_steps_are_tapped(cast, samira, url, goal, new_uuid):
    counting.agreed_plan(cast, goal, scale=Scale.MINUTES, most=60, hoped=20, more_is_better=False)
    assert 'type="number" name="value" min="0" max="60"' in today(samira, url)


def test_nothing_is_said_about_days_without_a_count(samira, url, plan, clock):
    clock.forward(days=9)
    page = today(samira, url)
    assert "A quick count: Shoes" in page
    for word in ("missed", "streak", "days ago", "in a row", "not counted"):
        assert word not in page.lower()


def test_the_goal_says_how_many_more_days_and_then_a_sentence_with_its_counts(cast, samira, url, plan, clock):
    for day, value in enumerate((1, 0, 1, 1, 0, 1, 4, 4, 5, 4, 4)):
        counting.counted(cast, plan, value, days=day)
    counting.started(cast, plan.goal, days=6)
    clock.forward(days=22)
    assert "Too early to say." in (early := samira.get(url("going", goal=plan.goal)).content.decode())
    assert "About 6 more days of counting." in early
    clock.forward(days=6)
    page = samira.get(url("going", goal=plan.goal)).content.decode()
    assert "<strong>Going up, and still early.</strong> 21 of 25 tries lately, 4 of 30 at first." in page
    assert "Counted by Samira." in page
    assert "Let’s talk about it" not in page


def test_the_wins_page_tells_a_counted_goal_in_the_same_words(cast, samira, url, plan, clock):
    for day, value in enumerate((1, 0, 1, 1, 0, 1, 4, 4, 5, 4, 4)):
        counting.counted(cast, plan, value, days=day)
    counting.started(cast, plan.goal, days=6)
    clock.forward(days=28)
    page = samira.get(url("wins")).content.decode()
    assert "<strong>Going up, and still early.</strong> 21 of 25 tries lately, 4 of 30 at first." in page
    assert "Days without help" not in page


def test_harder_lately_opens_a_conversation_and_no_alarm(cast, samira, url, plan, clock):
    for day, value in enumerate((4, 5, 4, 5, 4, 5, 1, 1, 1, 0, 1)):
        counting.counted(cast, plan, value, days=day)
    counting.started(cast, plan.goal, days=6)
    clock.forward(days=30)
    page = samira.get(url("going", goal=plan.goal)).content.decode()
    assert "Harder lately, let’s talk." in page
    assert url("ask_about_goal", goal=plan.goal) in page


def test_the_goals_page_brings_this_part_and_without_counts_it_is_told_by_moments(
    samira, url, goal, new_uuid
):
    page = samira.get(url("goal", goal=goal)).content.decode()
    assert f'hx-get="{url("going", goal=goal)}"' in page
    part = samira.get(url("going", goal=goal), headers={"hx-request": "true"}).content.decode()
    assert "<html" not in part
    assert "This part begins with the first notes from home." in part


def test_who_may_not_read_every_entry_sees_the_stairs_alone(cast, sign_in, url, plan):
    counting.counted(cast, plan, 3)
    page = sign_in(cast.grandma).get(url("going", goal=plan.goal)).content.decode()
    assert "Shoes" not in page
    assert "On step" in page or "Five steps" in page
