"""One question a week: answered, let pass, put right; and nobody but the therapist sees somebody else's answer."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.areas.circle import actions as circle
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.models import Pulse
from alongside.areas.practice.values import Offer
from alongside.core.capabilities import Capability
from alongside.core.pulse import MOST, Question, question_of
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.practice.counting import planned
from tests.areas.practice.living import answered, not_today
from tests.areas.programme.building import by, live

pytestmark = pytest.mark.both_engines


@pytest.fixture
def now(cast, opened):
    def asked(player=None, weeks=0):
        at = cast.at + timedelta(weeks=weeks)
        return queries.pulse_now(opened(player or cast.samira, Capability.READ_PROGRAMME, at=at))

    return asked


@pytest.fixture
def falling(cast):
    """Four weeks, the last two harder than the two before."""
    for week in range(4):
        heavy = question_of(cast.at.date() + timedelta(weeks=week)) is Question.HEAVY
        answered(cast, (week // 2) + 1 if heavy else 8 - week // 2, weeks=week)


def test_the_question_of_the_week_is_asked_until_it_is_answered(cast, now):
    assert now().due is question_of(cast.at.date())
    answered(cast, 2)
    seen = now()
    assert (seen.due, seen.kept.value) == (None, 2)
    assert now(cast.karim).due is not None
    assert now(weeks=1).due is question_of(cast.at.date() + timedelta(weeks=1))


def test_a_week_may_pass_and_nothing_is_asked_before_the_next(cast, now):
    answered(cast, None)
    assert now().due is None
    assert now().kept.value is None
    assert now(weeks=1).due is not None


def test_answering_again_puts_it_right_and_twice_is_once(cast, now):
    pulse = uuid4()
    said = by(cast.samira, cast) | {"pulse": pulse}
    first = practice.answer_pulse(**said, value=1)
    assert practice.answer_pulse(**said, value=1) == first
    practice.answer_pulse(**said | {"pulse": uuid4()}, value=3)
    assert now().kept.value == 3
    assert Pulse.objects.count() == 1


def test_an_answer_lies_on_the_scale_of_its_question(cast):
    with pytest.raises(InvalidInput):
        answered(cast, MOST[question_of(cast.at.date())] + 1)


def test_carers_alone_are_asked_and_outsiders_find_nothing(cast, now):
    assert now(cast.hannah) is None
    with pytest.raises(NotAllowed):
        answered(cast, 1, player=cast.hannah)
    for player in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            answered(cast, 1, player=player)


def test_a_restricted_carer_is_asked_only_where_writing_was_named(cast, now):
    for named, asked in (((Capability.READ_PROGRAMME,), False), ((Capability.WRITE_ENTRIES,), True)):
        all_named = {Capability.READ_PROGRAMME, *named}
        circle.restrict_carer(**by(cast.hannah, cast), person=cast.karim.uuid, named=all_named)
        assert (now(cast.karim) is not None) is asked


def test_two_falling_answers_are_told_to_their_author_until_they_choose(cast, falling, now):
    fell = now(weeks=3).falling
    assert fell is not None
    assert now(cast.karim, weeks=3).falling is None
    said = by(cast.samira, cast) | {"pulse": fell.uuid, "at": cast.at + timedelta(weeks=3)}
    with pytest.raises(NotFound):
        practice.answer_offer(**said | {"actor": cast.karim.actor}, offer=Offer.FINE)
    practice.answer_offer(**said, offer=Offer.LIGHTER)
    assert now(weeks=3).falling is None


def test_the_therapist_reads_each_carers_answers_and_no_carer_does(cast, opened):
    answered(cast, 1)
    answered(cast, 2, player=cast.grandma)
    answered(cast, None, player=cast.karim)
    seen = queries.pulses(opened(cast.hannah, Capability.READ_PROGRAMME))
    assert {(one.by.name, one.value) for one in seen} == {("Samira", 1), ("Amal", 2)}
    for player in (cast.samira, cast.karim, cast.grandma):
        with pytest.raises(NotAllowed):
            queries.pulses(opened(player, Capability.READ_PROGRAMME))


def test_today_reads_the_day_the_newest_moment_and_the_question_at_once(cast, falling, opened):
    idea = live(cast)
    at = cast.at + timedelta(weeks=3)
    not_today(cast, idea)
    new = not_today(cast, idea, days=21)

    def read(player, at=at):
        looking = opened(player, Capability.READ_PROGRAMME, at=at)
        with CaptureQueriesContext(connection) as asked:
            day = queries.day_at_home(looking)
        assert len(asked) == 1
        assert day.entries == queries.today(looking)
        assert day.pulse == queries.pulse_now(looking)
        return day

    day = read(cast.samira)
    assert (set(day.entries), day.last_at) == ({idea.uuid}, new.happened_at)
    assert day.pulse.falling is not None
    quiet = read(cast.karim, at + timedelta(days=1))
    assert (quiet.entries, quiet.last_at) == ({}, new.happened_at)
    assert read(cast.grandma).last_at is None
    assert read(cast.hannah).pulse is None


def test_today_looks_for_counts_only_where_somebody_asked_for_one(cast, opened):
    plan = planned(cast, collectors=(cast.samira.uuid,))
    assert queries.day_at_home(opened(cast.samira, Capability.READ_PROGRAMME)).counts
    assert not queries.day_at_home(opened(cast.karim, Capability.READ_PROGRAMME)).counts
    practice.answer_count(**by(cast.samira, cast), plan=plan.uuid, agree=False)
    assert not queries.day_at_home(opened(cast.samira, Capability.READ_PROGRAMME)).counts
