"""The start and both views on the therapist's page of a goal, and the hints while a goal is written."""

import re
from datetime import timedelta

import pytest

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import Rater, RatingDraft
from alongside.core.attainment import LightAnswer
from alongside.core.capabilities import Capability
from tests.areas.programme import building

LINT = "/work/lint/goal/"
TYPED = {f"step_{number}": f"Puts on {number} of 9 things" for number in range(1, 6)}


@pytest.fixture
def started(cast):
    return building.started_goal(cast)


@pytest.fixture
def seen(cast, opened):
    return lambda goal: goals_read.ratings(opened(cast.hannah, Capability.READ_GOALS), goal)


@pytest.fixture
def samira_says(cast, new_uuid):
    def says(goal, answer, at=None):
        when = at or cast.at
        draft = RatingDraft(about_on=when.date(), rater=Rater.PARENT, answer=answer, words="Four mornings.")
        asked = {"child": cast.idris, "goal": goal, "rating": new_uuid(), "version": 1, "at": when}
        return goals.rate_goal(actor=cast.samira.actor, draft=draft, **asked)

    return says


def test_the_start_is_written_once_and_then_views_stand_side_by_side(
    hannah, url, goal, seen, new_uuid, samira_says
):
    page = hannah.get(url("goal", goal)).content.decode()
    assert "Is step 1 where things are now?" in page
    start = {"uuid": new_uuid(), "version": 1, "about_on": "2026-11-23", "words": "An adult did it."}
    for _time in range(2):
        assert hannah.post(url("score_baseline", goal), start).status_code == 302
    again = hannah.post(url("score_baseline", goal), start | {"uuid": new_uuid()})
    assert again.status_code == 422
    assert "written down already" in again.content.decode()
    samira_says(goal, LightAnswer.AS_HOPED)
    sent = {"uuid": new_uuid(), "version": 1, "about_on": "2026-11-23", "step": "2"}
    assert hannah.post(url("rate_goal", goal), sent).status_code == 302
    text = hannah.get(url("goal", goal)).content.decode()
    assert "You see step 2, Samira sees step 3. Worth talking about." in text
    assert "Hannah: from −2 to −1." in text
    assert "Samira: from −2 to 0." in text
    assert seen(goal).therapist.step == 2


def test_a_teachers_view_is_named_as_such(hannah, url, started, seen, new_uuid):
    sent = {"uuid": new_uuid(), "version": 1, "about_on": "2026-11-23", "step": "4", "rater": "TEACHER"}
    assert hannah.post(url("rate_goal", started), sent | {"rater_name": "Mrs Cole"}).status_code == 302
    assert [(one.rater, one.rater_name) for one in seen(started).others] == [(Rater.TEACHER, "Mrs Cole")]
    assert "Mrs Cole" in hannah.get(url("goal", started)).content.decode()


def test_what_was_typed_stays_when_a_day_is_wrong(hannah, url, started, new_uuid):
    sent = {"uuid": new_uuid(), "version": 1, "about_on": "2026-12-24", "step": "2", "words": "On the stair"}
    answer = hannah.post(url("rate_goal", started), sent)
    assert answer.status_code == 422
    assert "Choose a day from 2026-11-23 to today." in answer.content.decode()
    assert "On the stair" in answer.content.decode()


def test_a_difference_is_one_tap_from_a_talk_about_the_goal(hannah, url, started):
    first = hannah.post(url("talk_about_goal", started))["Location"]
    assert hannah.post(url("talk_about_goal", started))["Location"] == first
    assert "Both socks on before school" in hannah.get(first).content.decode()


def test_other_steps_after_the_start_are_not_compared_and_the_page_says_so(
    cast, hannah, url, started, new_uuid
):
    form = hannah.get(url("change_goal", started)).content.decode()
    assert "Other steps begin again" in form
    words = {
        "uuid": new_uuid(), "seen": 1, "title": "Socks", "who": "Idris", "does": "put on socks",
        "where_when": "before school", "with_help": "someone nearby", "how_often": "4 of 5 mornings",
        "by_when": "2026-12-18", "scored_by": "PARENT", "scored_from": "mornings",
    }  # fmt: skip
    assert hannah.post(url("keep_change", started), words | TYPED).status_code == 302
    asked = {"child": cast.idris, "goal": started, "version": 2, "at": cast.at + timedelta(hours=1)}
    goals.agree_goal(actor=cast.samira.actor, **asked)
    assert "The steps changed since the start." in hannah.get(url("goal", started)).content.decode()
    assert "The steps changed since the start." in hannah.get(url("progress")).content.decode()


def test_hints_come_while_typing_beside_their_step_and_a_blank_only_at_the_end(hannah):
    sent = {"step_1": "Pulls one sock", "step_2": "Copes better", "at": "2"}
    text = hannah.post(LINT, sent).content.decode()
    second = re.search(r'<div id="hints-2"[^>]*>(.*?)</div>', text, re.S)[1]
    assert "“copes” in level −1" in second
    assert "Write level" not in text
    assert 'name="touched" value="12"' in text
    all_touched = sent | {"touched": "1235", "at": "4"}
    assert "Write level 0" in hannah.post(LINT, all_touched).content.decode()


def test_the_same_hints_stand_on_the_page_without_a_script(hannah, url, proposed):
    text = hannah.get(url("goal", proposed)).content.decode()
    assert "Agree this scale with the family." in text
    change = hannah.get(url("change_goal", proposed)).content.decode()
    assert f'hx-post="{LINT}"' in change


def test_goals_are_weighed_and_unweighed_on_their_page(hannah, url, goal, new_uuid):
    assert "All goals weigh the same." in hannah.get(url("goals")).content.decode()
    assert hannah.post(url("weigh_goals"), {"uuid": new_uuid(), "weighed": "yes"}).status_code == 302
    assert "Goals weigh as the family ranked them" in hannah.get(url("goals")).content.decode()
    assert hannah.post(url("weigh_goals"), {"uuid": new_uuid(), "weighed": "no"}).status_code == 302
    assert hannah.post(url("weigh_goals"), {"uuid": new_uuid(), "weighed": "x"}).status_code == 422


def test_levels_of_both_sides_stand_before_the_score_with_its_convention(hannah, url, started, samira_says):
    samira_says(started, LightAnswer.AS_HOPED)
    text = hannah.get(url("goals")).content.decode()
    table, score = text.index('<th scope="col">Family</th>'), text.index("Family: from 30.0 to 50.0 (+20.0)")
    assert table < score < text.index("−3 is harder than at the start")
    assert "Therapist: from" not in text
