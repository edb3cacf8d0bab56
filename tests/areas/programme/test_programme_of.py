"""The programme as both sides see it."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import queries
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed
from tests.areas.programme.building import by, live, place, share, yes


def test_live_ideas_stand_in_the_order_of_the_day(cast, opened):
    evening = live(cast, routine="bedtime")
    morning = live(cast, routine="morning.dress")
    second = live(cast, routine="morning.dress")
    family = opened(cast.samira, Capability.READ_PROGRAMME)
    seen = queries.programme_of(family)
    assert [block.routine for block in seen.routines] == ["morning.dress", "bedtime"]
    assert [one.uuid for one in seen.live] == [morning.uuid, second.uuid, evening.uuid]
    assert seen.live == queries.live_placements(family)


def test_the_meter_counts_minutes_against_what_the_family_gave(cast, opened):
    live(cast, minutes=9)
    therapist = opened(cast.hannah, Capability.READ_PROGRAMME)
    unasked = queries.programme_of(therapist)
    assert (unasked.minutes_given, unasked.load.used, unasked.load.over) == (None, 9, 0)
    story.keep_capacity(
        **by(cast.samira, cast), capacity=uuid4(), minutes_a_day=15, words="Less on Wednesdays."
    )
    place(cast, minutes=8)
    seen = queries.programme_of(therapist)
    assert (seen.minutes_given, seen.load.used, seen.load.of, seen.load.over) == (15, 9, 15, 0)
    assert (seen.load_with_drafts.used, seen.load_with_drafts.over) == (17, 2)
    family = queries.programme_of(opened(cast.samira, Capability.READ_PROGRAMME))
    assert family.load_with_drafts == family.load


def test_a_restricted_carer_sees_the_plan_only_if_it_was_named(cast, opened):
    live(cast)
    restrict = by(cast.hannah, cast) | {"person": cast.karim.uuid}
    circle.restrict_carer(**restrict, named=[])
    with pytest.raises(NotAllowed):
        opened(cast.karim, Capability.READ_PROGRAMME)
    circle.restrict_carer(**restrict, named=[Capability.READ_PROGRAMME])
    seen = queries.programme_of(opened(cast.karim, Capability.READ_PROGRAMME))
    assert len(seen.live) == 1
    assert seen.minutes_given is None


def test_reading_needs_the_right_even_with_an_open_record(cast, opened):
    desk = opened(cast.maria, Capability.READ_NAME)
    for read in (queries.programme_of, queries.live_placements, queries.changes, queries.phase_lines):
        with pytest.raises(NotAllowed):
            read(desk)


def test_statements_stay_the_same_however_many_ideas(cast, opened, django_assert_num_queries):
    therapist = opened(cast.hannah, Capability.READ_PROGRAMME)
    live(cast)
    for _ in range(2):
        with django_assert_num_queries(2):
            queries.live_placements(therapist)
        with django_assert_num_queries(5):
            queries.programme_of(therapist)
        with django_assert_num_queries(1):
            queries.changes(therapist)
        for _ in range(3):
            place(cast)
    three = queries.programme_of(therapist).drafts[:3]
    share(cast, *three)
    yes(cast, *three)
    with django_assert_num_queries(2):
        assert len(queries.live_placements(therapist)) == 4
