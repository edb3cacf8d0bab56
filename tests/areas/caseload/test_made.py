"""The planner itself makes a plan that somebody asked for, from the record and back into it."""

from dataclasses import replace
from datetime import time

import pytest

from alongside.areas.caseload import queries
from alongside.areas.caseload.values import AwayDraft, Mode, PlanState
from alongside.config.slots import caseload as planner
from tests.areas.caseload.house import asked, regular
from tests.areas.waiting.house import family

pytestmark = pytest.mark.both_engines


@pytest.fixture
def ana(cast):
    return family(cast, "Ana", 1, therapist=cast.hannah.uuid)


def made(cast, **changed):
    plan = asked(cast, **changed)
    assert planner.make_next(lambda: cast.at)
    assert not planner.make_next(lambda: cast.at)
    return queries.whole_plan(cast.maria.actor, cast.clinic.pk, plan, cast.at)


def test_who_waits_gets_a_time_and_who_has_one_keeps_it(cast, ana):
    regular(cast)
    whole = made(cast, mode=Mode.FILL)
    assert (whole.plan.state, whole.plan.moved, whole.plan.share) == (PlanState.DONE, 0, 100.0)
    kept = {one.child: one for one in whole.times}
    assert (kept[cast.idris].weekday, kept[cast.idris].start, kept[cast.idris].is_kept) == (1, 540, True)
    assert (kept[ana.child].therapist, kept[ana.child].is_kept, kept[ana.child].waits) == (
        cast.hannah.uuid,
        False,
        True,
    )
    assert whole.left_out == ()


def test_when_somebody_is_away_only_their_children_move(cast, ana):
    regular(cast, at_time=time(9, 15))
    whole = made(cast, mode=Mode.REPAIR, away=(AwayDraft(person=cast.hannah.uuid, weekday=1),))
    (moved,) = [one for one in whole.times if one.child == cast.idris]
    assert (whole.plan.moved, moved.is_kept) == (1, False)
    assert (moved.therapist, moved.weekday) != (cast.hannah.uuid, 1)


def test_a_what_if_says_who_would_have_more(cast, ana):
    everybody = tuple(AwayDraft(person=one.uuid) for one in (cast.hannah, cast.tom))
    whole = made(cast, mode=Mode.WHAT_IF, away=everybody)
    assert (whole.plan.gained, whole.plan.lost) == (0, 1)
    (out,) = whole.left_out
    assert out.child == ana.child


def test_reasons_name_people_and_never_a_number(cast, ana):
    regular(cast)
    whole = made(cast, mode=Mode.PLAN)
    said = [value for one in whole.times for _, words in one.reasons for _, value in words[1]]
    assert "Hannah Reid" in said
    assert not [value for value in said if isinstance(value, str) and str(cast.hannah.uuid) in value]


def test_a_file_that_cannot_be_planned_is_told_at_the_desk(cast, ana, monkeypatch):
    plan = asked(cast)
    begin = planner.caseload.begin_plan

    def broken(**asked):
        work = begin(**asked)
        return replace(work, file={**work.file, "rooms": [{"id": "r", "site": "nowhere"}]}) if work else None

    monkeypatch.setattr(planner.caseload, "begin_plan", broken)
    planner.make_next(lambda: cast.at)
    seen = queries.whole_plan(cast.maria.actor, cast.clinic.pk, plan, cast.at).plan
    assert (seen.state, "nowhere" in seen.trouble) == (PlanState.FAILED, True)
