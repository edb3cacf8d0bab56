"""A week that fits a child with two homes: drawn by taps, planned, changed, agreed, lived, mended, and kept safe."""

import pytest

from tests.journeys import fortnight, two_homes, week
from tests.journeys.home import PHONE
from tests.journeys.stage import set_stage
from tests.journeys.two_homes import Houses
from tests.races.house import say

MINUTES_TO_DRAW = 5.0


@pytest.fixture
def houses(home, browser):
    stage = set_stage(home, browser)
    other = home.context(browser, PHONE)
    yield Houses(stage=stage, other=other.new_page())
    for context in (stage.phone.context, stage.desk.context, other):
        context.close()


def test_a_programme_fits_the_weeks_of_two_homes(houses, capsys):
    begin_and_draw(houses, capsys)
    idea = plan_and_agree(houses, capsys)
    live_and_mend(houses, idea, capsys)
    keep_safe(houses, capsys)
    fortnight.one_thing_is_handed_over(houses.stage, idea)
    fortnight.the_family_reads_it_and_it_is_clear(houses, idea)
    assert houses.stage.home.strangers == set()
    assert houses.stage.home.complaints == []


def begin_and_draw(houses, capsys):
    two_homes.begin_in_the_first_home(houses.stage)
    two_homes.the_other_parent_comes_in(houses)
    mum, dad = two_homes.each_names_a_home(houses)
    two_homes.mum_draws_her_week(mum)
    two_homes.dad_draws_his_week(dad)
    for name, thumb in ((two_homes.MUMS, mum), (two_homes.DADS, dad)):
        say(capsys, f"the week at {name}: {thumb.told}")
        assert thumb.minutes <= MINUTES_TO_DRAW


def plan_and_agree(houses, capsys):
    stage = houses.stage
    week.there_is_a_goal(houses)
    week.the_swing_is_added_for_both_homes(stage)
    week.the_therapist_plans_the_week(stage)
    week.the_therapist_takes_some_out(stage)
    week.the_drafts_are_offered(houses)
    gone = week.dad_swaps_one_idea(houses)
    say(capsys, f"swapped: {gone}, instead: {week.the_next_plan_brings_another_one(houses, gone)}")
    idea = week.mum_is_not_sure_and_takes_the_easier_way(houses)
    week.each_says_yes_to_the_rest(houses)
    week.the_therapist_reads_the_answers(stage, idea)
    return idea


def live_and_mend(houses, idea, capsys):
    stage = houses.stage
    fortnight.it_is_too_hard(houses, idea)
    fortnight.there_is_no_time_on_school_mornings(stage, idea)
    say(capsys, f"moments told besides: {fortnight.the_rest_of_the_fortnight(houses)}")
    place = fortnight.the_therapist_sees_the_mornings_and_mends_them(stage)
    say(capsys, f"the therapist reads «{fortnight.PATTERN}» and moves {idea} to {place}")
    fortnight.the_phone_shows_the_new_place(stage, idea, place)


def keep_safe(houses, capsys):
    say(capsys, f"without a word of the other home: {two_homes.neither_sees_the_other_home(houses)} pages")
    fortnight.a_seizure_rests_the_swing_in_both_homes(houses)
    fortnight.the_therapist_learns_of_it(houses.stage)
    fortnight.each_says_okay(houses)
    two_homes.neither_sees_the_other_home(houses)
