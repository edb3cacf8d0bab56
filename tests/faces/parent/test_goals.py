"""A goal on the phone: read, change, agree, and its steps."""

import pytest
from django.utils.html import strip_tags

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as written
from alongside.core.capabilities import Capability
from tests.areas.programme import building

WORDS = {
    "title": "Both socks on before school",
    "who": "Idris",
    "does": "put on both socks",
    "where_when": "before school",
    "with_help": "someone nearby",
    "how_often": "3 of 5 mornings",
    "by_when": "2026-12-18",
} | {f"step_{number}": f"Step words {number}" for number in range(1, 6)}


@pytest.fixture
def now(cast, opened):
    return lambda goal: written.goal(opened(cast.samira, Capability.READ_GOALS), goal)


def test_steps_are_one_to_five_and_never_minus(samira, url, goal):
    page = samira.get(url("goal", goal=goal)).content.decode()
    assert "Where we started" in page
    assert "We look together on Friday 18 December." in page
    told = strip_tags(page)
    assert "-2" not in told
    assert "−2" not in told


def test_the_family_says_yes_to_what_it_looked_at(samira, url, cast, now):
    goal = building.proposed_goal(cast)
    page = samira.get(url("goal", goal=goal)).content.decode()
    assert "Does this sound like your family?" in page
    assert samira.post(url("agree_goal", goal=goal), {"version": "9"}).status_code == 422
    assert samira.post(url("agree_goal", goal=goal), {"version": "1"}).status_code == 302
    assert now(goal).in_force.number == 1


def test_a_change_waits_for_the_therapist_and_the_old_words_stay(samira, karim, url, goal, now, new_uuid):
    sent = WORDS | {"uuid": str(new_uuid()), "seen": "1"}
    address = url("change_goal", goal=goal)
    assert samira.post(address, sent).status_code == samira.post(address, sent).status_code == 302
    seen = now(goal)
    assert (seen.version, seen.proposed.number, seen.versions) == (1, 2, 2)
    page = karim.get(url("goal", goal=goal)).content.decode()
    assert "It counts when the therapist says yes too." in page
    assert "4 of 5 mornings" in page
    assert "how often" in page


def test_a_change_of_words_that_changed_meanwhile_is_refused_with_the_typed_text(
    samira, url, goal, cast, new_uuid
):
    samira.post(url("change_goal", goal=goal), WORDS | {"uuid": str(new_uuid()), "seen": "1"})
    late = WORDS | {"uuid": str(new_uuid()), "seen": "1", "does": "put on both boots"}
    answer = samira.post(url("change_goal", goal=goal), late)
    assert answer.status_code == 422
    assert "put on both boots" in answer.content.decode()


def test_an_empty_box_is_asked_for_at_its_place(samira, url, goal, new_uuid):
    sent = WORDS | {"uuid": str(new_uuid()), "seen": "1", "step_4": " ", "does": "put on both boots"}
    answer = samira.post(url("change_goal", goal=goal), sent)
    assert answer.status_code == 422
    assert "Write a few words here." in answer.content.decode()
    assert "put on both boots" in answer.content.decode()


def test_a_step_seen_at_home_waits_for_the_therapist(samira, karim, url, goal, now, new_uuid):
    sent = {"uuid": str(new_uuid()), "step": "2", "words": "Both heels today."}
    assert samira.post(url("propose_step", goal=goal), sent).status_code == 302
    assert samira.post(url("propose_step", goal=goal), sent).status_code == 302
    assert now(goal).step_proposal.step == 2
    assert now(goal).reached == 1
    assert "Samira said step 2 is reached." in karim.get(url("goal", goal=goal)).content.decode()
    answer = karim.post(
        url("answer_step", goal=goal, proposal=now(goal).step_proposal.uuid), {"agree": "yes"}
    )
    assert answer.status_code == 422


def test_the_therapists_step_is_answered_by_the_family(samira, url, goal, cast, now, new_uuid):
    step = new_uuid()
    goals.propose_step(
        actor=cast.hannah.actor, child=cast.idris, goal=goal, proposal=step, step=2, at=cast.at
    )
    assert "Hannah thinks step 2 is reached" in samira.get(url("goal", goal=goal)).content.decode()
    assert samira.post(url("answer_step", goal=goal, proposal=step), {"agree": "yes"}).status_code == 302
    assert now(goal).reached == 2


def test_grandma_reads_and_does_not_decide(sign_in, cast, url, goal, now, new_uuid):
    grandma = sign_in(cast.grandma)
    page = grandma.get(url("goal", goal=goal)).content.decode()
    assert "Suggest a change" not in page
    assert grandma.post(url("propose_step", goal=goal), {"step": "2"}).status_code == 403
    assert grandma.get(url("change_goal", goal=goal)).status_code == 403


def test_other_families_goals_are_not_there(sign_in, cast, url, goal):
    other = sign_in(cast.other_parent)
    assert other.get(url("goal", goal=goal)).status_code == 404
    assert other.get(url("goal", child=cast.rosa, goal=goal)).status_code == 404
