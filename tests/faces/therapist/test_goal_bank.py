"""The clinic's own goals: kept without names, begun from by a colleague."""

import pytest

from alongside.areas.goals import queries as goals_read
from tests.areas.programme import building


@pytest.fixture
def sent(new_uuid):
    steps = {f"step_{number}": f"Step {number}" for number in range(1, 6)}
    return steps | {
        "uuid": str(new_uuid()),
        "title": "Socks",
        "does": "put on socks",
        "where_when": "before school",
        "with_help": "[grown-up] nearby",
        "how_often": "4 of 5 mornings",
        "no_names": "on",
    }


def test_a_goal_is_looked_through_kept_and_begun_from(hannah, url, goal, sent, cast, sign_in):
    page = hannah.get(url("keep_in_bank", goal)).content.decode()
    assert "Names became [child] and [grown-up]." in page
    assert "Idris" not in page.split('class="card stack gap4"')[1].split("</form>")[0]
    for _time in range(2):
        kept = hannah.post(url("keep_in_bank", goal), sent)
        assert kept.status_code == 302
    colleague = sign_in(cast.tom)
    assert "Socks" in colleague.get("/work/library/goals/").content.decode()
    assert "put on socks" in colleague.get(kept["Location"]).content.decode()
    begun = hannah.get(f"{url('new_goal')}?from={sent['uuid']}").content.decode()
    assert "a grown-up nearby" in begun


def test_a_name_or_a_missing_tick_is_asked_about_and_what_was_typed_stays(hannah, url, goal, sent, cast):
    named = hannah.post(url("keep_in_bank", goal), sent | {"does": "put on Samira’s socks"})
    assert named.status_code == 422
    assert "Please take out “Samira”." in named.content.decode()
    unticked = hannah.post(url("keep_in_bank", goal), sent | {"no_names": ""})
    assert "Look for names first" in unticked.content.decode()
    assert goals_read.bank_goals(cast.hannah.actor) == ()


def test_another_clinic_finds_nothing_and_a_goal_can_be_taken_out(hannah, url, goal, sent, cast, sign_in):
    address = hannah.post(url("keep_in_bank", goal), sent)["Location"]
    stranger = sign_in(cast.other_therapist)
    assert stranger.get(address).status_code == 404
    assert stranger.post(f"{address}retire/").status_code == 404
    elsewhere = url("new_goal", child=cast.rosa)
    assert stranger.get(f"{elsewhere}?from={sent['uuid']}").status_code == 404
    assert hannah.post(f"{address}retire/").status_code == 302
    assert "Nothing kept yet." in hannah.get("/work/library/goals/").content.decode()


def test_a_goal_that_is_not_agreed_is_not_kept(hannah, url, cast):
    answer = hannah.get(url("keep_in_bank", building.proposed_goal(cast)))
    assert answer.status_code == 422
    assert "Agree the goal first." in answer.content.decode()
