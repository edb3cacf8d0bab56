"""A family says when, takes a regular time, lets one visit go to another family, and two calendars tell the same."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest

from tests.adapters.calendars.readers import by_khal, by_library
from tests.adapters.calendars.visits import times
from tests.journeys import beginning, diary
from tests.journeys.diary import Diary
from tests.journeys.home import PHONE, come_in
from tests.journeys.stage import LONDON, sees, set_stage
from tests.races.house import Client, say

FIRST = datetime(2027, 2, 1, tzinfo=LONDON)
LAST = datetime(2027, 6, 1, tzinfo=LONDON)
LONG = timedelta(minutes=45)


@pytest.fixture
def families(home, browser):
    stage = set_stage(home, browser)
    other = home.context(browser, PHONE)
    yield Diary(stage=stage, other=other.new_page())
    for context in (stage.phone.context, stage.desk.context, other):
        context.close()


def test_a_regular_time_is_found_lived_with_and_read_by_two_calendars(families, tmp_path, capsys):
    stage = families.stage
    say(capsys, f"when they could come: {begin(families)} taps")
    title = offer_and_take(families)
    moved, given = move_and_give_back(families)
    say(capsys, f"taken: {title}; moved to {moved}; given back: {given}")
    read_by_the_carers_calendar(stage, tmp_path)
    read_by_the_therapists_calendar(stage, tmp_path, moved, given)
    assert stage.home.strangers == set()
    assert stage.home.complaints == []


def begin(families):
    stage = families.stage
    stage.at("2027-01-28 21:10")
    beginning.a_visitor_tells_a_story(stage)
    stage.at("2027-01-29 08:50")
    diary.the_desk_rests_in_school_holidays(stage)
    stage.at("2027-01-29 09:00")
    beginning.the_desk_answers(stage)
    beginning.the_desk_begins_with_the_family(stage)
    diary.the_desk_puts_the_family_on_the_list(stage)
    stage.at("2027-01-29 18:30")
    beginning.the_carer_comes_in(stage)
    thumb = diary.the_family_says_when_it_could_come(stage)
    assert thumb.taps <= diary.TAPS_AT_MOST
    return thumb.taps


def offer_and_take(families):
    stage = families.stage
    stage.at("2027-02-01 09:10")
    titles = diary.the_desk_offers_three(stage)
    assert len(titles) == len(set(titles)) == 3
    assert not any(title.startswith("Wednesday") for title in titles)
    stage.at("2027-02-01 12:40")
    title = diary.the_family_takes_one(stage, titles)
    diary.the_dates_skip_holidays_and_keep_their_wall_time(stage, title)
    return title


def move_and_give_back(families):
    stage = families.stage
    stage.at("2027-02-01 14:00")
    diary.the_worker_runs(stage)  # Whatever was offered in autumn is over.
    come_in(families.other, "Erik Lund")
    families.ivy = families.other.url.split("/family/")[1].split("/")[0]
    moved = diary.the_desk_moves_one(stage)
    given = diary.the_family_gives_one_back(stage)
    stage.at("2027-02-01 14:05")
    diary.the_worker_runs(stage)
    diary.the_waiting_family_takes_it(families, given)
    return moved, given


def read_by_the_carers_calendar(stage, tmp_path):
    """Both readers find what the page lists, and that one visit does not take place."""
    page = diary.dates_of(stage.on_phone("visits"))
    read = both_read(stage, diary.the_carers_link(stage), tmp_path / "carer")
    assert times(read) == [(at, at + LONG, off) for at, off in page]
    assert {one.title for one in read} == {"Visit, Willow House"}
    sees(stage.on_phone("visits"), *{one.place for one in read})


def read_by_the_therapists_calendar(stage, tmp_path, moved, given):
    """Both readers find what her weeks list; the time that was given back is another child's."""
    read = both_read(stage, diary.the_therapists_link(stage), tmp_path / "therapist")
    listed = diary.weeks_of(stage.desk, FIRST, LAST)
    assert sorted(one.starts_at for one in read if not one.is_off) == listed
    assert {moved, given} <= set(listed)
    assert [one.is_off for one in read if one.starts_at == given].count(True) == 1
    assert {one.title for one in read} == {"Visit"}


def both_read(stage, address, folder):
    """What two calendar programs find behind a link that they follow without a session."""
    visitor = Client(stage.home.port, "session", "")
    answer = visitor.get(urlsplit(address).path)
    visitor.close()
    assert answer.status == 200
    content = answer.body.encode()
    read = by_library(content, FIRST, LAST)
    assert times(by_khal(content, folder, FIRST, LAST)) == times(read)
    return read
