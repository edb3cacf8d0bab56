"""The database itself keeps what must never break."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.practice import actions as practice
from alongside.areas.practice.models import (
    Entry,
    EntryBarrier,
    Noticing,
    Probe,
    ProbeCollector,
    ProbePlan,
    Pulse,
)
from alongside.core.moments import Kind
from tests.areas.practice.counting import agreed_plan, counted
from tests.areas.practice.living import answered, in_the_way
from tests.areas.programme.building import by, live

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize("broken", [{"kind": "MISSED"}, {"felt": "WENT_WELL"}, {"help": "A_LOT"}])
def test_not_today_carries_no_measure_and_there_is_no_third_kind(cast, broken):
    words = by(cast.samira, cast) | {"placement": live(cast).uuid, "kind": Kind.NOT_TODAY}
    entry = practice.record_entry(**words, entry=uuid4())
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(uuid=entry.uuid).update(**broken)


@pytest.mark.parametrize("broken", [{"words": ""}, {"seen_by": "ME"}])
def test_a_noticing_has_words_and_known_readers(cast, broken):
    seen = practice.notice(**by(cast.samira, cast), noticing=uuid4(), words="He laughed.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Noticing.objects.filter(uuid=seen.uuid).update(**broken)


@pytest.mark.parametrize("broken", [{"value": 6}, {"of": 2}, {"of": 0, "value": 0}])
def test_a_count_is_never_more_than_of_how_many(cast, broken):
    probe = counted(cast, agreed_plan(cast), 3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Probe.objects.filter(uuid=probe.uuid).update(**broken)


@pytest.mark.parametrize(
    "broken", [{"baseline": 2}, {"starts": 0}, {"hoped": 6}, {"scale": "T"}, {"every": "NOW"}]
)
def test_a_plan_of_counting_keeps_its_design(cast, broken):
    plan = agreed_plan(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProbePlan.objects.filter(uuid=plan.uuid).update(**broken)


def test_nobody_is_asked_twice_at_once_and_no_goal_has_two_open_plans(cast):
    agreed_plan(cast)
    for model in (ProbeCollector, ProbePlan):
        row = model.objects.get()
        row.pk = None
        if model is ProbePlan:
            row.uuid = uuid4()
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


@pytest.mark.parametrize("broken", [{"code": "LAZY"}, {"words": "No time at all"}])
def test_what_got_in_the_way_is_on_the_list_and_words_go_with_something_else(cast, broken):
    in_the_way(cast, live(cast))
    with pytest.raises(IntegrityError), transaction.atomic():
        EntryBarrier.objects.update(**broken)


@pytest.mark.parametrize("broken", [{"value": 11}, {"question": "HEAVY", "value": 5}, {"question": "HAPPY"}])
def test_a_weekly_answer_lies_on_the_scale_of_its_question(cast, broken):
    answered(cast, 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pulse.objects.update(**broken)
