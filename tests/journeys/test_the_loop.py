"""Once round the whole loop: a phone at 390 pixels, a desk at 1280, and a week between a story and a paper plan."""

import pytest

from tests.journeys import beginning, living, planning
from tests.journeys.home import PHONE
from tests.journeys.stage import press, sees, set_stage
from tests.races.house import say


@pytest.fixture
def stage(home, browser):
    made = set_stage(home, browser)
    yield made
    made.phone.context.close()
    made.desk.context.close()


def test_from_a_story_to_a_moment_at_home_and_back(stage, tmp_path, capsys):
    begin(stage)
    plan(stage)
    live(stage)
    visit(stage)
    say(capsys, f"the plan on paper: {living.the_plan_is_paper(stage, tmp_path)}")
    assert stage.home.strangers == set()
    assert stage.home.complaints == []


def test_today_needs_no_script(home, browser):
    context = home.context(browser, PHONE, java_script_enabled=False)
    phone = context.new_page()
    phone.goto("/demo/")
    phone.get_by_role("button", name=": Karim Osman").click()
    sees(phone, "Hello, Karim", "One is plenty.")
    press(phone, "We did it")
    sees(phone, "How did it go? You can skip this.")
    press(phone, "Up and down")
    sees(phone, "Undo")
    press(phone, "Undo")
    sees(phone, "We did it", "Not today")
    press(phone, "Not today")
    sees(phone, "Not today")
    phone.get_by_role("link", name="What did you notice?").click()
    phone.get_by_label("Your words").fill("He asked for the den himself.")
    press(phone, "Save")
    assert "/notice/" not in phone.url
    context.close()


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


def plan(stage):
    stage.at("2026-12-01 10:00")
    planning.the_therapist_notes_what_she_saw(stage)
    planning.the_therapist_proposes_a_goal(stage)
    stage.at("2026-12-01 12:30")
    planning.the_carer_changes_it(stage)
    stage.at("2026-12-01 14:00")
    planning.both_agree(stage)
    planning.the_programme_is_shared(stage)
    planning.the_carer_says_yes_to_the_ideas(stage)


def live(stage):
    stage.at("2026-12-02 08:15")
    living.a_morning_goes_well(stage)
    living.another_idea_is_not_today(stage)
    stage.at("2026-12-03 08:15")
    living.a_morning_goes_well(stage, "All by self")
    living.the_carer_noticed_something(stage)
    stage.at("2026-12-03 09:30")
    living.the_brief_shows_it(stage)
    living.they_talk_and_something_changes(stage)
    living.a_step_is_reached(stage)
    living.the_diary_asks_about_a_win(stage)


def visit(stage):
    stage.at("2026-12-03 12:00")
    living.a_visit_is_booked(stage)
    stage.at("2026-12-04 11:05")
    living.the_note_is_signed(stage)
