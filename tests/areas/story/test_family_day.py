"""The walk through the day, and the minutes a family says it can give."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.story import actions as story
from alongside.areas.story import queries
from alongside.areas.story.models import DayCapacity, DayMoment
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


@pytest.fixture
def keep_moment(cast):
    def keeping(player, routine, **changed):
        asked = {
            "child": cast.idris,
            "moment": uuid4(),
            "routine": routine,
            "usual_at": time(7, 20),
            "words": "rushed",
            "minutes_possible": 3,
            "at": cast.at,
        }
        return story.keep_day_moment(actor=player.actor, **asked | changed)

    return keeping


@pytest.fixture
def say_minutes(cast):
    def saying(player, minutes, **changed):
        asked = {"child": cast.idris, "capacity": uuid4(), "words": "on a good day", "at": cast.at}
        return story.keep_capacity(actor=player.actor, minutes_a_day=minutes, **asked | changed)

    return saying


def test_the_day_runs_from_morning_to_night_whatever_was_told_first(cast, keep_moment):
    keep_moment(cast.samira, "bath", usual_at=None, minutes_possible=None)
    seen = keep_moment(cast.karim, "morning.dress")
    assert [(one.routine, one.by.name) for one in seen] == [("morning.dress", "Karim"), ("bath", "Samira")]
    assert (seen[0].usual_at, seen[0].words, seen[0].minutes_possible) == (time(7, 20), "rushed", 3)


def test_a_later_word_on_the_same_routine_replaces_the_earlier_and_both_are_kept(cast, keep_moment):
    moment = uuid4()
    keep_moment(cast.samira, "breakfast")
    seen = keep_moment(cast.karim, "breakfast", moment=moment, words="calm", at=cast.at + timedelta(days=1))
    assert [one.words for one in seen] == ["calm"]
    assert keep_moment(cast.karim, "breakfast", moment=moment, words="calm") == seen
    assert DayMoment.objects.filter(routine="breakfast").count() == 2


def test_a_routine_can_leave_the_day(cast, keep_moment):
    moment = uuid4()
    keep_moment(cast.samira, "snack", moment=moment)
    for _ in range(2):
        left = story.drop_day_moment(actor=cast.hannah.actor, child=cast.idris, moment=moment, at=cast.at)
        assert left == ()
    with pytest.raises(NotFound):
        story.drop_day_moment(actor=cast.hannah.actor, child=cast.idris, moment=uuid4(), at=cast.at)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("routine", {"routine": "siesta"}),
        ("minutes_possible", {"minutes_possible": 61}),
        ("words", {"words": "x" * 301}),
    ],
)
def test_what_cannot_be_kept_says_what_to_do_at_its_field(cast, keep_moment, field, changed):
    with pytest.raises(InvalidInput) as refused:
        keep_moment(cast.samira, **{"routine": "snack"} | changed)
    assert refused.value.field == field


def test_the_newest_word_on_minutes_counts(cast, opened, say_minutes):
    assert queries.capacity(opened(cast.grandma, Capability.READ_STORY)) is None
    say_minutes(cast.samira, 10)
    seen = say_minutes(cast.karim, 6, at=cast.at + timedelta(days=1))
    assert (seen.minutes_a_day, seen.by.name, seen.words) == (6, "Karim", "on a good day")


def test_minutes_go_from_none_to_an_hour(cast, say_minutes):
    assert say_minutes(cast.samira, 0).minutes_a_day == 0
    with pytest.raises(InvalidInput, match="from 0 to 60") as refused:
        say_minutes(cast.samira, 61)
    assert refused.value.field == "minutes_a_day"


def test_a_second_delivery_changes_nothing_and_its_uuid_serves_nobody_else(cast, keep_moment, say_minutes):
    moment, capacity = uuid4(), uuid4()
    keep_moment(cast.samira, "snack", moment=moment)
    first = say_minutes(cast.samira, 10, capacity=capacity)
    assert say_minutes(cast.samira, 10, capacity=capacity) == first
    assert DayCapacity.objects.count() == 1
    with pytest.raises(NotFound):
        say_minutes(cast.karim, 10, capacity=capacity)
    with pytest.raises(NotFound):
        keep_moment(cast.karim, "snack", moment=moment)
    with pytest.raises(NotFound):
        keep_moment(cast.other_parent, "snack", moment=moment, child=cast.rosa)


def test_who_may_not_write_reads_why(cast, keep_moment, say_minutes):
    for player in (cast.grandma, cast.tom, cast.olive):
        with pytest.raises(NotAllowed):
            keep_moment(player, "snack")
        with pytest.raises(NotAllowed):
            say_minutes(player, 5)
    with pytest.raises(NotFound):
        keep_moment(cast.other_parent, "snack")


def test_the_database_holds_one_live_word_a_routine(cast, keep_moment, say_minutes):
    keep_moment(cast.samira, "snack")
    keep_moment(cast.samira, "snack", words="later")
    say_minutes(cast.samira, 5)
    with pytest.raises(IntegrityError), transaction.atomic():
        DayMoment.objects.update(replaced_at=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        DayCapacity.objects.update(minutes_a_day=61)


def test_what_matters_and_the_minutes_come_together(
    cast, opened, say_minutes, keep, line, django_assert_num_queries
):
    hannah = opened(cast.hannah, Capability.READ_STORY)
    assert queries.priorities_and_minutes(hannah) == ((), None)
    say_minutes(cast.samira, 20)
    assert queries.priorities_and_minutes(hannah) == ((), 20)
    say_minutes(cast.samira, 15)
    keep(cast.samira, line("Calm mornings"))
    with django_assert_num_queries(1):
        found = queries.priorities_and_minutes(hannah)
    assert found == (queries.priorities(hannah), 15)
