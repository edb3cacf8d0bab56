"""Today: one tap stores, nothing is counted against anybody, and everything can be taken back."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.areas.circle import actions as circle
from alongside.areas.practice import queries as diary
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.moments import Help, Kind
from tests.clock import AT


@pytest.fixture
def entries(cast, opened):
    def today():
        found = diary.today(opened(cast.samira, Capability.READ_ALL_ENTRIES))
        return [entry for of_idea in found.values() for entry in of_idea]

    return today


@pytest.fixture
def entry(cast, opened):
    return lambda uuid: diary.entry(opened(cast.samira, Capability.READ_ALL_ENTRIES), uuid)


def tap(idea, new_uuid, kind="TRIED", **more):
    return {"uuid": str(new_uuid()), "placement": str(idea.uuid), "kind": kind} | more


def test_the_idea_of_this_time_of_day_stands_first(samira, url, idea, card, clock):
    morning = samira.get(url("today")).content.decode()
    assert "Two ideas for today." in morning
    assert "One is plenty." in morning
    assert morning.index(idea.title) < morning.index(card.title)
    clock.forward(hours=11)
    evening = samira.get(url("today")).content.decode()
    assert evening.index(card.title) < evening.index(idea.title)


def test_what_comes_later_is_called_next_and_not_now(samira, url, card):
    assert "Next · Bedtime" in samira.get(url("today")).content.decode()


def test_what_fits_now_is_called_now_and_an_answered_one_neither(samira, url, idea, tried):
    assert "Now · Getting dressed" in samira.get(url("today")).content.decode()
    tried(idea)
    answered = samira.get(f"{url('today')}?card={idea.uuid}").content.decode()
    assert "Now · " not in answered
    assert "Next · " not in answered


def test_both_answers_are_as_wide_as_each_other(samira, url, idea):
    page = samira.get(url("today")).content.decode()
    assert '<button type="submit" class="btn main big grow" name="kind" value="TRIED">' in page
    assert '<button type="submit" class="btn big grow" name="kind" value="NOT_TODAY">' in page


def test_the_picture_has_a_moon_in_the_evening(samira, url, idea, clock):
    assert 'class="art onsky h8"' in samira.get(url("today")).content.decode()
    clock.forward(hours=12)
    assert 'class="art onsky h8 night"' in samira.get(url("today")).content.decode()


def test_a_near_visit_is_named_by_its_day(samira, url, visit, clock):
    assert "Thursday, 15:45 with Hannah" in samira.get(url("today")).content.decode()
    clock.forward(days=2)
    assert "Tomorrow, 15:45 with Hannah" in samira.get(url("today")).content.decode()
    clock.forward(days=1)
    assert "Today, 15:45 with Hannah" in samira.get(url("today")).content.decode()


def test_one_tap_is_stored_without_script_and_twice_is_once(samira, url, idea, new_uuid, entries):
    sent = tap(idea, new_uuid)
    first = samira.post(url("record"), sent)
    again = samira.post(url("record"), sent)
    assert first.status_code == again.status_code == 302
    assert [entry.kind for entry in entries()] == [Kind.TRIED]
    page = samira.get(first.url).content.decode()
    assert "Done, just now." in page
    assert "How did it go? You can skip this." in page


def test_not_today_is_stored_as_kindly(samira, url, idea, new_uuid, entries):
    answer = samira.post(url("record"), tap(idea, new_uuid, "NOT_TODAY"), headers={"hx-request": "true"})
    assert "Not today. That is fine." in answer.content.decode()
    assert "How did it go?" not in answer.content.decode()
    assert [entry.kind for entry in entries()] == [Kind.NOT_TODAY]


def test_a_page_with_script_gets_its_own_card_only(samira, url, idea, new_uuid):
    part = samira.post(url("record"), tap(idea, new_uuid), headers={"hx-request": "true"}).content.decode()
    assert 'id="answer"' in part
    assert "<html" not in part
    row = samira.post(
        url("record"), tap(idea, new_uuid, part="row"), headers={"hx-request": "true"}
    ).content.decode()
    assert f'id="idea-{idea.uuid}"' in row
    assert "Change" in row
    assert "How did it go?" in row
    assert 'hx-target="#answer"' not in row


def test_a_line_of_the_list_asks_how_it_went_and_can_be_undone_there(samira, url, idea, tried, entries):
    script = {"headers": {"hx-request": "true"}}
    entry = tried(idea)
    told = samira.post(url("correct", entry=entry.uuid), {"felt": "HARD_GOING", "part": "row"}, **script)
    assert f'id="idea-{idea.uuid}"' in told.content.decode()
    assert [one.felt for one in entries()] == ["HARD_GOING"]
    undone = samira.post(url("undo", entry=entry.uuid), {"part": "row"}, **script).content.decode()
    assert "Did it" in undone
    assert entries() == []


def test_how_it_went_is_added_and_undo_takes_it_all_back(samira, url, idea, tried, entries):
    entry = tried(idea)
    samira.post(url("correct", entry=entry.uuid), {"felt": "HARD_GOING"})
    samira.post(url("correct", entry=entry.uuid), {"help": "A_LITTLE"})
    (kept,) = entries()
    assert (kept.felt, kept.help) == ("HARD_GOING", Help.A_LITTLE)
    samira.post(url("undo", entry=entry.uuid))
    assert entries() == []


def test_a_moment_can_be_moved_to_yesterday_with_words(samira, url, idea, tried, entry, clock):
    told = tried(idea)
    clock.forward(days=1)
    form = {"kind": "TRIED", "words": "Both heels.", "day": "2026-11-23", "time": "07:15"}
    assert samira.post(url("correct", entry=told.uuid), form).status_code == 302
    seen = entry(told.uuid)
    assert seen.words == "Both heels."
    assert seen.happened_at == AT - timedelta(minutes=45)


def test_a_day_to_come_is_refused_and_the_words_stay(samira, url, idea, tried):
    entry = tried(idea)
    form = {"kind": "TRIED", "words": "Both heels.", "day": "2026-12-24", "time": "07:15"}
    answer = samira.post(url("correct", entry=entry.uuid), form)
    assert answer.status_code == 422
    assert "Both heels." in answer.content.decode()
    assert "Choose a time that has already been." in answer.content.decode()


def test_nobody_changes_or_undoes_somebody_elses_moment(karim, url, idea, tried, entries):
    entry = tried(idea)
    assert karim.post(url("undo", entry=entry.uuid)).status_code == 404
    assert karim.post(url("correct", entry=entry.uuid), {"felt": "HARD_GOING"}).status_code == 404
    assert [one.felt for one in entries()] == [None]


def test_a_tap_that_is_no_tap_says_so_and_keeps_the_page(samira, url, idea, new_uuid, entries):
    answer = samira.post(url("record"), tap(idea, new_uuid, "FORGOTTEN"))
    assert answer.status_code == 422
    assert idea.title in answer.content.decode()
    assert entries() == []


def test_no_plan_yet_speaks_of_the_visit(samira, url, visit):
    page = samira.get(url("today")).content.decode()
    assert "Nothing to do yet. Hannah will bring ideas on Thursday 26 November." in page
    assert "You can tell us anything meanwhile." in page


def test_the_end_of_the_day_sounds_the_same_done_or_not(samira, url, idea, tried, clock):
    clock.forward(hours=12)
    not_done = samira.get(url("today")).content.decode()
    tried(idea)
    done = samira.get(url("today")).content.decode()
    assert "That’s today. See you tomorrow." in not_done
    assert "That’s today. See you tomorrow." in done


def test_after_silent_weeks_nobody_counts(samira, url, idea, tried, clock):
    tried(idea)
    clock.forward(days=30)
    page = samira.get(url("today")).content.decode()
    assert "Hello again. Start anywhere." in page
    assert "30" not in page.split("<main", 1)[1].split("Hello again")[0]


def test_grandma_sees_the_plan_but_not_what_others_wrote(sign_in, cast, url, idea, tried):
    tried(idea)
    page = sign_in(cast.grandma).get(url("today")).content.decode()
    assert idea.title in page
    assert "Done 8:00" not in page


@pytest.mark.usefixtures("visit", "thread")
def test_a_restricted_carer_meets_only_what_is_named(karim, url, idea, restrict, new_uuid):
    restrict(Capability.READ_PROGRAMME)
    page = karim.get(url("today")).content.decode()
    assert idea.title in page
    assert "Did it" not in page
    assert "We did it" not in page
    assert "The right heel" not in page
    assert "15:45" not in page
    assert karim.post(url("record"), tap(idea, new_uuid)).status_code == 403
    restrict()
    assert karim.get(url("today")).status_code == 403


def test_another_family_finds_nothing(sign_in, cast, url, idea, new_uuid):
    other = sign_in(cast.other_parent)
    assert other.get(url("today")).status_code == 404
    assert other.post(url("record"), tap(idea, new_uuid)).status_code == 404


@pytest.mark.usefixtures("card", "visit", "thread")
def test_as_many_statements_with_many_moments_as_with_few(samira, url, idea, tried):
    tried(idea)
    with CaptureQueriesContext(connection) as few:
        samira.get(url("today"))
    for _ in range(20):
        tried(idea)
    with CaptureQueriesContext(connection) as many:
        samira.get(url("today"))
    assert 8 < len(few) == len(many) <= 20


@pytest.mark.usefixtures("card")
def test_a_paused_day_asks_for_nothing_and_a_lighter_one_for_one_thing(samira, url, cast, idea, new_uuid):
    change = {"actor": cast.samira.actor, "child": cast.idris, "home": None, "at": cast.at}
    week = {"from_on": cast.at.date(), "until_on": cast.at.date()}
    story.lighten_week(**change, **week, change=new_uuid())
    lighter = samira.get(url("today")).content.decode()
    assert "A lighter time." in lighter
    assert "If there is room" in lighter
    story.pause_week(**change, **week, change=new_uuid())
    paused = samira.get(url("today")).content.decode()
    assert "A pause. Nothing is waiting for you." in paused
    assert "We did it" not in paused
    assert idea.title in paused


@pytest.mark.usefixtures("card")
def test_an_idea_of_a_routine_that_the_family_has_on_other_days_stays_out_of_the_way(
    samira, url, cast, idea, new_uuid
):
    said = {"actor": cast.samira.actor, "child": cast.idris, "moment": new_uuid(), "at": cast.at}
    where = {"routine": idea.routine, "usual_at": time(7), "words": "", "minutes_possible": 5}
    story.keep_day_moment(**said, **where, days=(5, 6))
    page = samira.get(url("today")).content.decode()
    assert idea.title not in page
    assert "One idea for today." in page


@pytest.mark.usefixtures("idea", "card")
def test_the_clock_is_that_of_the_readers_own_home(samira, karim, url, cast, new_uuid):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "home": new_uuid(), "at": cast.at}
    circle.add_home(**said, name="Dad’s", zone="Asia/Tokyo")
    circle.put_in_home(**said, person=cast.karim.uuid)
    assert "Now · Getting dressed" in samira.get(url("today")).content.decode()
    assert "Next · Bedtime" in karim.get(url("today")).content.decode()
