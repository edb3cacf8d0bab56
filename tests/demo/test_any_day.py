"""The demo can be made on any day, and twice the same."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.areas.appointments.models import Visit
from alongside.areas.practice.models import Entry
from alongside.areas.trail.models import TrailRow
from alongside.config.demo import clinic
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.families import IDRIS, LEILA
from alongside.config.demo.people import Dice
from tests.demo.stage import digest_of, empty_stage, newest_keys

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ZONE = "Europe/London"
DAYS = {
    "a Saturday night": datetime(2026, 11, 21, 22, 0, tzinfo=UTC),
    "a Thursday during a visit": datetime(2026, 11, 26, 16, 0, tzinfo=UTC),
    "a Friday evening": datetime(2026, 11, 27, 19, 0, tzinfo=UTC),
    "before anybody is up": datetime(2026, 11, 24, 4, 0, tzinfo=UTC),
    "the hour that comes twice": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    "the night the clocks go forward": datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
    "the 29th of February": datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
    "New Year": datetime(2027, 1, 1, 0, 0, tzinfo=UTC),
}


def tell(at, seed=2026, stories=(LEILA,)):
    clinic.tell(Almanac(at=at, zone=ZONE), Dice(seed), stories)


@pytest.mark.django_db
@pytest.mark.parametrize("at", DAYS.values(), ids=DAYS.keys())
def test_a_story_can_be_told_on(at):
    before = newest_keys()
    with empty_stage():
        tell(at)
        assert not TrailRow.objects.filter(pk__gt=before[TrailRow], at__gt=at).exists()
        assert Entry.objects.filter(happened_at__gt=at - timedelta(days=14)).count() > 3
        assert Visit.objects.filter(starts_at__gt=at, state="BOOKED").exists()


@pytest.mark.django_db
def test_what_idris_did_this_morning_is_there_once_the_morning_has_been():
    for hour, moments in ((6, 0), (8, 1)):
        at = MONDAY.replace(hour=hour)
        with empty_stage():
            tell(at, stories=(IDRIS,))
            assert Entry.objects.filter(happened_at__date=at.date()).count() == moments


@pytest.mark.django_db
def test_the_same_moment_and_seed_make_the_same_clinic_and_another_seed_does_not():
    assert told(2026) == told(2026)
    assert told(2026) != told(7)


def told(seed):
    before = newest_keys()
    with empty_stage():
        tell(MONDAY, seed)
        return digest_of(before)


def test_week_nought_is_that_of_the_last_friday():
    days = {day: Almanac(at=datetime(2026, 11, day, 12, tzinfo=UTC), zone=ZONE) for day in range(20, 29)}
    mondays = [almanac.monday.day for almanac in days.values()]
    assert mondays == [9, 16, 16, 16, 16, 16, 16, 16, 23]
    assert days[23].day("0 Fri") == date(2026, 11, 20)
    assert days[23].day("ago 3") == date(2026, 11, 20)


def test_a_birthday_makes_a_child_as_old_as_the_story_says():
    almanac = Almanac(at=datetime(2028, 2, 29, 12, tzinfo=UTC), zone=ZONE)
    assert almanac.born(6, 4) == date(2021, 10, 14)
    assert almanac.born(4, 2) == date(2023, 12, 14)
