"""A goal over ten weeks: written clearly, counted, drawn for two readers, looked back on, and reported twice."""

import pytest

from tests.journeys import beginning, counting, looking_back, planning, scaling
from tests.journeys.stage import set_stage
from tests.races.house import say


@pytest.fixture
def stage(home, browser):
    made = set_stage(home, browser)
    yield made
    made.phone.context.close()
    made.desk.context.close()


def test_ten_weeks_of_one_goal(stage, tmp_path, capsys):
    begin(stage)
    scale(stage)
    count(stage)
    say(capsys, f"the therapist reads: {counting.two_readers_see_it(stage)}")
    stage.at("2027-02-11 10:00")
    look_back(stage)
    stage.at("2027-02-13 11:00")
    looking_back.both_versions_are_signed(stage)
    looking_back.the_family_writes_beside_it(stage)
    the_papers_stay(stage, tmp_path)
    assert stage.home.strangers == set()
    assert stage.home.complaints == []


def begin(stage):
    stage.at("2026-11-29 21:10")
    beginning.a_visitor_tells_a_story(stage)
    stage.at("2026-11-30 09:00")
    beginning.the_desk_answers(stage)
    beginning.the_desk_begins_with_the_family(stage)
    stage.at("2026-11-30 18:30")
    beginning.the_carer_comes_in(stage)
    beginning.the_carer_says_what_matters(stage)
    beginning.the_family_tells_its_day(stage)


def scale(stage):
    stage.at("2026-12-01 10:00")
    planning.the_therapist_notes_what_she_saw(stage)
    scaling.a_blurred_step_is_mended_while_it_is_written(stage)
    scaling.it_is_proposed(stage)
    stage.at("2026-12-01 18:30")
    scaling.the_carer_says_yes(stage)
    stage.at("2026-12-01 19:00")
    scaling.the_start_is_written_down(stage)


def count(stage):
    counting.it_is_agreed_what_to_count(stage)
    counting.five_mornings_before(stage)
    counting.a_slip_is_put_right(stage)
    stage.at("2026-12-07 10:00")
    planning.the_programme_is_shared(stage)
    planning.the_carer_says_yes_to_the_ideas(stage)
    counting.too_early_is_computed(stage)
    counting.ten_weeks_with_the_idea(stage)


def look_back(stage):
    looking_back.a_day_to_look_back_is_planned(stage)
    looking_back.both_write_their_view(stage)
    stage.at("2027-02-12 15:00")
    looking_back.they_see_one_goal_differently(stage)


def the_papers_stay(stage, folder):
    signed = looking_back.papers(stage, folder)
    assert looking_back.NEXT in looking_back.text(signed["family"])
    for paper in signed.values():
        assert looking_back.BESIDE in looking_back.text(paper)
    stage.at("2027-02-20 10:00")
    looking_back.the_goal_changes_later(stage)
    assert looking_back.papers(stage, folder) == signed
