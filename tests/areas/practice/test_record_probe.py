"""Keeping a count, putting it right, taking it back."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.actions import CountingIsOver, CountUndone, NotYoursToCount
from alongside.areas.practice.models import Probe, ProbeChange
from alongside.core.capabilities import Capability
from alongside.core.evidence import Scale
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.practice.counting import agreed_plan, counted, planned, says

pytestmark = pytest.mark.both_engines


@pytest.fixture
def plan(cast):
    return agreed_plan(cast)


def about(cast, player, probe, **more):
    return {"actor": player.actor, "child": cast.idris, "probe": probe.uuid, "at": cast.at} | more


def test_one_number_is_enough(cast, plan, opened):
    kept = counted(cast, plan, 3)
    assert (kept.value, kept.of, kept.on, kept.is_mine, kept.corrected) == (3, 5, cast.at.date(), True, False)
    assert (kept.by.name, kept.by.voice) == ("Samira", "FAMILY")
    mine = queries.my_count(opened(cast.samira, Capability.READ_TALK), plan.uuid)
    assert mine.mine == (kept,)


def test_sending_it_twice_changes_nothing(cast, plan):
    probe = uuid4()
    first = counted(cast, plan, 3, probe=probe)
    assert counted(cast, plan, 5, probe=probe, days=1) == first
    assert Probe.objects.count() == 1
    with pytest.raises(NotFound):
        counted(cast, plan, 3, probe=probe, player=cast.karim)


def test_nought_is_a_count_and_tries_may_be_fewer_on_a_day(cast, plan):
    assert counted(cast, plan, 0).value == 0
    fewer = counted(cast, plan, 2, of=3)
    assert (fewer.value, fewer.of) == (2, 3)
    for wrong in ({"value": 4, "of": 3}, {"value": -1}, {"value": 6}, {"value": 0, "of": 0}):
        with pytest.raises(InvalidInput):
            counted(cast, plan, **wrong)


def test_minutes_and_steps_have_the_scales_own_top(cast):
    minutes = agreed_plan(cast, scale=Scale.MINUTES, most=30, hoped=10, more_is_better=False, unit="")
    kept = counted(cast, minutes, 12, of=3)
    assert (kept.value, kept.of) == (12, 30)
    steps = agreed_plan(cast, scale=Scale.STEP, hoped=3)
    with pytest.raises(InvalidInput):
        counted(cast, steps, 0)
    assert counted(cast, steps, 1).of == 5


def test_only_who_agreed_counts(cast):
    plan = planned(cast, collectors=(cast.samira.uuid, cast.grandma.uuid))
    for player in (cast.samira, cast.karim, cast.hannah):
        with pytest.raises(NotYoursToCount):
            counted(cast, plan, 3, player=player)
    for player in (cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            counted(cast, plan, 3, player=player)
    with pytest.raises(NotFound):
        counted(cast, plan, 3, player=cast.other_parent)
    says(cast, plan, cast.grandma)
    assert counted(cast, plan, 3, player=cast.grandma).is_mine


def test_a_therapist_who_named_herself_counts_at_visits(cast):
    kept = counted(cast, planned(cast, collectors=(cast.hannah.uuid,)), 2, player=cast.hannah)
    assert (kept.by.name, kept.by.voice) == ("Hannah", "THERAPIST")


def test_a_day_has_been_lies_within_a_month_and_after_counting_began(cast, plan):
    first = cast.at.date()
    assert counted(cast, plan, 1, days=20, on=first).on == first
    for days, on in ((0, 1), (0, -1), (40, 2)):
        with pytest.raises(InvalidInput) as refused:
            counted(cast, plan, 1, days=days, on=first + timedelta(days=on))
        assert refused.value.field == "on"


def test_what_was_said_is_kept_when_it_is_put_right(cast, plan):
    kept = counted(cast, plan, 3)
    right = practice.correct_probe(**about(cast, cast.samira, kept, value=4))
    assert (right.value, right.of, right.corrected) == (4, 5, True)
    assert [change.before for change in ProbeChange.objects.all()] == [
        {"value": 3, "of": 5, "on": kept.on.isoformat()}
    ]
    practice.correct_probe(**about(cast, cast.samira, kept, value=4))
    assert ProbeChange.objects.count() == 1
    with pytest.raises(InvalidInput):
        practice.correct_probe(**about(cast, cast.samira, kept, value=6))


def test_a_count_that_was_taken_back_leaves_every_page(cast, plan, opened):
    kept = counted(cast, plan, 3)
    for _ in range(2):
        assert practice.undo_probe(**about(cast, cast.samira, kept)).undone
    assert queries.my_count(opened(cast.samira, Capability.READ_TALK), plan.uuid).mine == ()
    assert queries.series(opened(cast.samira, Capability.READ_GOALS), plan.goal).probes == ()
    with pytest.raises(CountUndone):
        practice.correct_probe(**about(cast, cast.samira, kept, value=1))
    assert (Probe.objects.get().value, ProbeChange.objects.count()) == (3, 1)


def test_nobody_puts_another_persons_count_right(cast, plan):
    kept = counted(cast, plan, 3)
    for player in (cast.karim, cast.hannah):
        with pytest.raises(NotFound):
            practice.correct_probe(**about(cast, player, kept, value=1))
        with pytest.raises(NotFound):
            practice.undo_probe(**about(cast, player, kept))


def test_after_the_end_nothing_is_kept(cast, plan):
    practice.end_probes(actor=cast.hannah.actor, child=cast.idris, plan=plan.uuid, at=cast.at)
    with pytest.raises(CountingIsOver):
        counted(cast, plan, 3)
