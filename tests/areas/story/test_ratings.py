"""Importance, how it is going and how happy a family is with it, from 1 to 10."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.story import actions as story
from alongside.areas.story import queries
from alongside.areas.story.models import PriorityRating
from alongside.areas.story.values import ANCHORS, Occasion, RatingDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


@pytest.fixture
def lines(cast, keep, line):
    return keep(cast.samira, *(line(f"Line {number}", number) for number in range(1, 6)))


@pytest.fixture
def rate(cast):
    """Rate lines as one of the cast: ``rate(samira, FIRST, {uuid: (going, happy)})``."""

    def rating(player, occasion, numbers, at=None):
        drafts = tuple(
            RatingDraft(uuid=uuid4(), priority=uuid, importance=8, going=going, happy=happy)
            for uuid, (going, happy) in numbers.items()
        )
        return story.rate_priorities(
            actor=player.actor, child=cast.idris, ratings=drafts, occasion=occasion, at=at or cast.at
        )

    return rating


def test_five_lines_rated_twice_move_by_the_difference_of_their_means(cast, lines, rate):
    keys = [one.uuid for one in lines]
    first = zip([3, 4, 2, 5, 1], [2, 3, 2, 4, 1], strict=True)
    again = zip([5, 6, 4, 7, 4], [5, 6, 5, 6, 4], strict=True)
    rate(cast.samira, Occasion.FIRST, dict(zip(keys, first, strict=True)))
    later = cast.at + timedelta(days=80)
    seen = rate(cast.karim, Occasion.REVIEW, dict(zip(keys, again, strict=True)), at=later)
    assert (seen.first.going, seen.first.happy) == (Decimal("3"), Decimal("2.4"))
    assert (seen.latest.going, seen.latest.happy) == (Decimal("5.2"), Decimal("5.2"))
    assert (seen.moved.going, seen.moved.happy) == (Decimal("2.2"), Decimal("2.8"))
    assert seen.moved.going_said.text == "Up 2.2 points, the kind of change families usually notice."
    assert seen.priorities[0].latest.by.name == "Karim"


def test_only_lines_rated_both_times_say_how_far_things_moved(cast, lines, rate):
    one, two, three = (line.uuid for line in lines[:3])
    rate(cast.samira, Occasion.FIRST, {one: (2, 1), two: (2, 3)})
    seen = rate(cast.samira, Occasion.REVIEW, {two: (3, 3), three: (9, 9)})
    assert (seen.first.rated, seen.latest.rated, seen.moved.rated) == (2, 2, 1)
    assert seen.moved.going == 1
    assert (seen.moved.going_said.text, seen.moved.happy_said.code) == ("Up 1.0 points.", "same")
    assert seen.priorities[3].first is None


def test_two_points_exactly_are_noticed_and_a_way_down_is_only_a_number(cast, lines, rate):
    one, two = (line.uuid for line in lines[:2])
    rate(cast.samira, Occasion.FIRST, {one: (2, 5), two: (2, 5)})
    seen = rate(cast.samira, Occasion.REVIEW, {one: (5, 4), two: (3, 5)})
    assert seen.moved.going_said.code == "up_noticed"
    assert seen.moved.happy_said.text == "Down 0.5 points."


def test_nothing_rated_has_no_mean(cast, lines, opened):
    seen = queries.priority_ratings(opened(cast.grandma, Capability.READ_STORY))
    assert (seen.first, seen.latest, seen.moved) == (None, None, None)
    assert len(seen.priorities) == 5


def test_the_newest_rating_of_an_occasion_counts_and_all_are_kept(cast, lines, rate):
    key = lines[0].uuid
    rate(cast.samira, Occasion.FIRST, {key: (2, 2)})
    seen = rate(cast.samira, Occasion.FIRST, {key: (3, 2)}, at=cast.at + timedelta(minutes=5))
    assert seen.priorities[0].first.going == 3
    assert PriorityRating.objects.count() == 2


def test_a_second_delivery_changes_nothing_and_nobody_else_can_use_its_uuid(cast, lines):
    draft = RatingDraft(uuid=uuid4(), priority=lines[0].uuid, importance=1, going=1, happy=10)
    asked = {"child": cast.idris, "ratings": (draft,), "occasion": Occasion.FIRST, "at": cast.at}
    first = story.rate_priorities(actor=cast.samira.actor, **asked)
    assert story.rate_priorities(actor=cast.samira.actor, **asked) == first
    with pytest.raises(NotFound):
        story.rate_priorities(actor=cast.karim.actor, **asked)


@pytest.mark.parametrize("number", [0, 11])
def test_numbers_go_from_one_to_ten(cast, lines, rate, number):
    with pytest.raises(InvalidInput, match="from 1 to 10") as refused:
        rate(cast.samira, Occasion.FIRST, {lines[0].uuid: (number, 5)})
    assert refused.value.field == "going"


def test_another_childs_line_is_not_found_and_others_may_not_rate(cast, lines, rate):
    with pytest.raises(NotFound):
        rate(cast.samira, Occasion.FIRST, {uuid4(): (5, 5)})
    for player in (cast.grandma, cast.tom):
        with pytest.raises(NotAllowed):
            rate(player, Occasion.FIRST, {lines[0].uuid: (5, 5)})


def test_the_database_refuses_an_eleventh_point(cast, lines, rate):
    rate(cast.samira, Occasion.FIRST, {lines[0].uuid: (5, 5)})
    with pytest.raises(IntegrityError), transaction.atomic():
        PriorityRating.objects.update(happy=11)


def test_each_question_has_ends_of_our_own():
    assert set(ANCHORS) == {"importance", "going", "happy"}
    assert all(one.question.endswith("?") and one.low != one.high for one in ANCHORS.values())
