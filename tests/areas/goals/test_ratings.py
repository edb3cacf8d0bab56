"""Where we are: each side for itself, a teacher's and the child's view as theirs, and a difference without a judge."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries
from alongside.areas.goals.models import GoalVersion, Rating
from alongside.areas.goals.values import HARDER, Rater
from alongside.core.attainment import Convention, LightAnswer
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


@pytest.fixture
def started(socks, start):
    """The goal about socks with its start written down."""
    start(socks)
    return socks


@pytest.fixture
def seen(cast, started, opened):
    return lambda player=None: queries.ratings(opened(player or cast.samira, Capability.READ_GOALS), started)


def test_both_sides_rate_and_both_see_the_difference(cast, started, rate, seen):
    rate(cast.samira, started, answer=LightAnswer.AS_HOPED, words="Four mornings running.")
    rate(cast.hannah, started, step=2)
    now = seen(cast.grandma)
    assert (now.family.step, now.family.by.name, now.family.words) == (3, "Samira", "Four mornings running.")
    assert (now.therapist.step, now.therapist.by.name, now.differ) == (2, "Hannah", True)
    rate(cast.hannah, started, step=3)
    assert not seen(cast.hannah).differ


@pytest.mark.parametrize(
    ("convention", "levels"),
    [
        (Convention.B2_WITH_MINUS_3, ["-2", "-1", "0", "1", "2", "-3"]),
        (Convention.B1, ["-1", "-0.5", "0", "1", "2", "-2"]),
        (Convention.B2, ["-2", "-1", "0", "1", "2"]),
    ],
)
def test_a_plain_answer_is_worth_its_level(cast, socks, start, rate, convention, levels):
    GoalVersion.objects.update(convention=convention.value)
    offered = start(socks).answers
    given = [rate(cast.samira, socks, answer=answer).all[0] for answer in offered]
    assert [one.level for one in given] == [Decimal(level) for level in levels]
    harder = [one.step for one in given if one.answer is LightAnswer.HARDER]
    assert harder == [HARDER] * ("-3" in levels or convention is Convention.B1)


def test_harder_is_refused_where_the_scale_ends_at_the_start(cast, socks, start, rate):
    GoalVersion.objects.update(convention=Convention.B2.value)
    start(socks)
    for said in ({"answer": LightAnswer.HARDER}, {"step": HARDER}):
        with pytest.raises(InvalidInput, match="does not belong"):
            rate(cast.hannah, socks, **said)


def test_a_teacher_and_the_child_are_written_down_by_either_side_as_themselves(cast, started, rate, seen):
    rate(cast.hannah, started, step=4, rater=Rater.TEACHER, rater_name="Mrs Cole")
    rate(cast.samira, started, step=5, rater=Rater.CHILD, words="All by my own")
    told = [(one.rater, one.rater_name, one.by.name, one.step) for one in seen().others]
    assert told == [(Rater.TEACHER, "Mrs Cole", "Hannah", 4), (Rater.CHILD, "", "Samira", 5)]
    assert (seen().family, seen().therapist) == (None, None)


def test_nobody_rates_as_somebody_else(cast, started, rate):
    for player, rater in ((cast.samira, Rater.THERAPIST), (cast.hannah, Rater.PARENT)):
        with pytest.raises(InvalidInput) as refused:
            rate(player, started, step=3, rater=rater)
        assert refused.value.field == "rater"
    mine = {
        field.name: getattr(Rating.objects.get(), field.name) for field in Rating._meta.concrete_fields[1:]
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(
            **mine | {"uuid": uuid4(), "kind": "REVIEW", "rater": "THERAPIST", "side": "FAMILY"}
        )


def test_who_may_not_write_goals_does_not_rate(cast, started, rate):
    for player in (cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            rate(player, started, step=3)
    for player in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            rate(player, started, step=3)


def test_the_start_comes_before_any_rating(cast, socks, propose, draft, rate):
    with pytest.raises(goals.BaselineFirst):
        rate(cast.samira, socks, step=2)
    with pytest.raises(goals.GoalNotAgreed):
        rate(cast.samira, propose(cast.hannah, draft).uuid, step=2)


def test_a_day_lies_between_the_start_and_today_and_one_answer_is_given(cast, started, rate):
    for said, field in (
        ({"about_on": date(2026, 11, 22), "step": 2}, "about_on"),
        ({"about_on": date(2026, 11, 24), "step": 2}, "about_on"),
        ({}, "step"),
        ({"step": 2, "answer": LightAnswer.SAME}, "step"),
        ({"step": 6}, "step"),
        ({"step": -1}, "step"),
        ({"step": 2, "words": "x" * 301}, "words"),
        ({"step": 2, "rater_name": "x" * 61}, "rater_name"),
    ):
        with pytest.raises(InvalidInput) as refused:
            rate(cast.samira, started, **said)
        assert refused.value.field == field
    assert Rating.objects.count() == 1


def test_a_second_delivery_changes_nothing_and_its_uuid_serves_nobody_else(cast, started, rate):
    uuid = uuid4()
    assert rate(cast.samira, started, uuid, step=2) == rate(cast.samira, started, uuid, step=2)
    with pytest.raises(NotFound):
        rate(cast.karim, started, uuid, step=2)
    assert Rating.objects.count() == 2


def test_a_rating_on_older_steps_stays_readable_and_is_never_compared(cast, started, do, seen, opened):
    do.rate(cast.samira, started, step=3)
    do.other_scale(started)
    with pytest.raises(goals.AlreadyChanged):
        do.rate(cast.samira, started, step=3)
    as_hannah = opened(cast.hannah, Capability.READ_GOALS)
    with pytest.raises(queries.ScaleChanged):
        queries.moved(as_hannah, started, Rater.PARENT)
    do.start(started, version=2)
    with pytest.raises(queries.ScaleChanged):
        queries.moved(as_hannah, started, Rater.PARENT)
    now = seen()
    assert (now.family, len(now.all), now.start_lost) == (None, 3, "")
    do.rate(cast.samira, started, version=2, step=2)
    moved = queries.moved(as_hannah, started, Rater.PARENT)
    assert (moved.first, moved.now, moved.levels) == (-2, -1, 1)


def test_the_newest_day_counts_and_not_the_newest_row(cast, started, rate, seen):
    rate(cast.samira, started, step=4, at=cast.at + timedelta(days=3))
    rate(cast.karim, started, step=2, at=cast.at + timedelta(days=4), about_on=cast.at.date())
    assert (seen().family.step, seen().family.by.name) == (4, "Samira")
