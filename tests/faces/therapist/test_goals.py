"""Writing a goal together: proposal, change, both yeses, steps."""

import pytest
from django.utils.html import strip_tags

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import GoalState, Side
from alongside.core.capabilities import Capability
from alongside.core.moments import Help
from tests.areas.programme import building


@pytest.fixture
def typed(new_uuid):
    steps = {f"step_{number}": f"Step in words {number}" for number in range(1, 6)}
    return steps | {
        "uuid": new_uuid(),
        "title": "Toast",
        "who": "Idris",
        "does": "spread his own toast",
        "where_when": "at breakfast",
        "with_help": "someone nearby",
        "how_often": "3 of 5 mornings",
        "by_when": "2026-12-18",
        "family_words": "He watches me do it like a film.",
        "matters": "3",
    }


def _goals(opened, cast):
    return goals_read.goals_of(opened(cast.hannah, Capability.READ_GOALS))


def test_a_new_goal_waits_for_the_family(cast, hannah, url, opened, typed):
    for _time in range(2):
        assert hannah.post(url("propose_goal"), typed).status_code == 302
    (goal,) = _goals(opened, cast)
    assert (goal.title, goal.waiting_for) == ("Toast", Side.FAMILY)


def test_a_goal_without_a_third_step_is_refused_and_kept_on_the_page(cast, hannah, url, opened, typed):
    answer = hannah.post(url("propose_goal"), typed | {"step_3": ""})
    assert answer.status_code == 422
    assert "spread his own toast" in answer.content.decode()
    assert "Write what you would both recognise." in answer.content.decode()
    assert _goals(opened, cast) == ()


def test_a_look_back_in_the_past_is_refused_at_its_field(hannah, url, typed):
    answer = hannah.post(url("propose_goal"), typed | {"by_when": "2020-01-01"})
    assert answer.status_code == 422
    assert "Choose a day from tomorrow on" in answer.content.decode()


def test_a_yes_at_the_same_screen_needs_a_name(cast, hannah, url, opened, proposed):
    assert hannah.post(url("agree_goal", proposed), {"version": 1}).status_code == 422
    yes = {"version": 1, "on_behalf_of": cast.samira.uuid}
    assert hannah.post(url("agree_goal", proposed), yes).status_code == 302
    assert _goals(opened, cast)[0].state is GoalState.AGREED
    assert "at the same screen as Hannah" in hannah.get(url("goal", proposed)).content.decode()


def test_grandma_cannot_say_yes_for_the_family(cast, hannah, url, proposed):
    yes = {"version": 1, "on_behalf_of": cast.grandma.uuid}
    assert hannah.post(url("agree_goal", proposed), yes).status_code == 422


def test_a_change_is_a_proposal_until_they_say_yes(cast, hannah, url, opened, goal, typed):
    change = typed | {"seen": 1}
    assert hannah.post(url("keep_change", goal), change).status_code == 302
    (seen,) = _goals(opened, cast)
    assert (seen.title, seen.versions) == ("Both socks on before school", 2)
    text = hannah.get(url("goal", goal)).content.decode()
    assert "Version 2" in text
    assert "Until both say yes, this holds:" in text


def test_a_change_to_an_older_version_is_refused(hannah, url, goal, typed, new_uuid):
    hannah.post(url("keep_change", goal), typed | {"seen": 1})
    answer = hannah.post(url("keep_change", goal), typed | {"seen": 1, "uuid": new_uuid()})
    assert answer.status_code == 422
    assert "spread his own toast" in answer.content.decode()


def test_a_step_is_proposed_by_one_side_and_answered_by_the_other(cast, hannah, url, opened, goal, new_uuid):
    assert hannah.post(url("propose_step", goal), {"uuid": new_uuid(), "step": 2}).status_code == 302
    assert _goals(opened, cast)[0].reached == 1
    theirs = new_uuid()
    step = _goals(opened, cast)[0].step_proposal.uuid
    goals.answer_step(**building.by(cast.samira, cast), proposal=step, agree=True)
    goals.propose_step(**building.by(cast.samira, cast), goal=goal, proposal=theirs, step=3)
    assert "Samira sees a new step:" in hannah.get(url("goal", goal)).content.decode()
    assert hannah.post(url("answer_step", goal, theirs), {"agree": "yes"}).status_code == 302
    assert _goals(opened, cast)[0].reached == 3


def test_a_step_on_a_goal_without_both_yeses_is_refused(hannah, url, proposed, new_uuid):
    answer = hannah.post(url("propose_step", proposed), {"uuid": new_uuid(), "step": 2})
    assert answer.status_code == 422


def test_a_goal_can_be_closed_and_stays_readable(hannah, url, goal):
    assert hannah.post(url("close_goal", goal), {"words": "He does it now."}).status_code == 302
    assert "He does it now." in hannah.get(url("goal", goal)).content.decode()


def test_the_sentence_shows_its_word_groups_and_who_said_yes(hannah, url, goal):
    text = hannah.get(url("goal", goal)).content.decode()
    assert '<span class="chunk" data-v="family">Idris</span> will ' in text
    assert 'data-v="therapist">before school</span>' in text
    assert "You both said yes to this goal.</strong> " in text
    assert "Samira" in text


def test_progress_tells_levels_before_the_score(cast, hannah, url, idea, tried):
    building.started_goal(cast)
    tried(idea, 2)
    text = hannah.get(url("progress")).content.decode()
    assert text.index("At the start") < text.index("T was")
    assert "It is not a test" in text
    assert "Goals start at −2" in text
    assert "B2" not in strip_tags(text), "a token of the page may spell anything"


def test_progress_sets_then_beside_now_and_names_what_a_point_is(
    cast, hannah, url, idea_for_goal, tried, clock
):
    tried(idea_for_goal, with_help=Help.A_LOT)
    tried(idea_for_goal, at=clock.forward(days=14), with_help=Help.BY_SELF)
    text = hannah.get(url("progress")).content.decode()
    assert "then-now" in text
    assert "Without help on 1 of 1 days." in text
    assert "help by day" in text
