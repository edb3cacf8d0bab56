"""A planned week becomes drafts of the therapist; what is shared is never touched."""

from dataclasses import replace
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import SafetyRefused
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import PlacementState, WishKind
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme import building, planned
from tests.areas.programme.building import by


@pytest.fixture
def found(cast, opened):
    planned.planned_family(cast)
    return lambda: planned.proposal(cast, opened)


@pytest.fixture
def programme_now(cast, opened):
    return lambda: queries.programme_of(opened(cast.hannah, Capability.PROPOSE_PROGRAMME))


def propose(cast, plan, choices, player=None):
    return programme.propose_week(**by(player or cast.hannah, cast), plan=plan, choices=tuple(choices))


def test_each_new_idea_is_a_draft_with_days_reasons_and_what_it_is_for(cast, found):
    week = found()
    drafts = propose(cast, uuid4(), week.choices)
    assert {one.strategy for one in drafts} == {one.strategy for one in week.choices}
    first, row = week.choices[0], Placement.objects.get(uuid=drafts[0].uuid)
    assert row.state == PlacementState.DRAFT
    assert tuple(row.days) == first.days
    assert (row.minutes, row.grade, row.goal_id) == (first.minutes, first.step, first.goal)
    assert row.finding_id is not None
    assert row.planned["points"] == sum(one["points"] for one in row.planned["reasons"]) == first.points


def test_the_same_plan_delivered_twice_is_kept_once(cast, found, programme_now):
    week, plan = found(), uuid4()
    assert propose(cast, plan, week.choices) == propose(cast, plan, week.choices)
    assert len(programme_now().drafts) == len(week.choices)


def test_a_new_plan_takes_the_place_of_drafts_that_nobody_shared(cast, found, programme_now):
    first = found()
    propose(cast, uuid4(), first.choices)
    own = building.place(cast, strategy=building.TOMORROW_CARD, routine="any.end_of_day")
    stays = next(one for one in programme_now().drafts if one.strategy == first.choices[0].strategy)
    programme.reword_placement(
        **by(cast.hannah, cast), placement=stays.uuid, change=uuid4(), family_words="One sock, then a hug."
    )
    gone = first.choices[-1].strategy
    programme.wish_for_week(**by(cast.hannah, cast), wish=uuid4(), strategy=gone, kind=WishKind.BAN)
    propose(cast, uuid4(), found().choices)
    drafts = {one.strategy: one for one in programme_now().drafts}
    assert gone not in drafts
    assert own.strategy in drafts
    kept = drafts[stays.strategy]
    assert (kept.uuid, kept.family_words) == (stays.uuid, "One sock, then a hug.")


def test_what_is_shared_is_never_touched(cast, found, programme_now):
    choice = found().choices[0]
    live = building.live(cast, strategy=choice.strategy, routine="bath")
    before = queries_live(programme_now)
    propose(cast, uuid4(), found().choices)
    assert queries_live(programme_now) == before
    assert before[0].uuid == live.uuid


def queries_live(programme_now):
    return programme_now().live


def test_safety_judges_at_the_moment_of_keeping(cast, found, programme_now):
    week = found()
    risky = replace(week.choices[0], strategy=building.BALLOON)
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code="latex", words="")
    with pytest.raises(SafetyRefused):
        propose(cast, uuid4(), [*week.choices[1:], risky])
    assert programme_now().drafts == ()


def test_only_the_childs_therapist_keeps_a_week_or_says_what_the_next_one_keeps_to(cast, found):
    choices = found().choices
    with pytest.raises(NotAllowed):
        propose(cast, uuid4(), choices, cast.samira)
    with pytest.raises(NotFound):
        propose(cast, uuid4(), choices, cast.other_therapist)
    word = {"wish": uuid4(), "strategy": building.SOCKS, "kind": WishKind.PIN}
    with pytest.raises(NotAllowed):
        programme.wish_for_week(**by(cast.samira, cast), **word)
    programme.wish_for_week(**by(cast.hannah, cast), **word)
    with pytest.raises(NotFound):
        programme.end_wish(**by(cast.hannah, cast), wish=uuid4())


def test_odd_choices_are_refused(cast, found):
    first = found().choices[0]
    for odd in (replace(first, step=9), replace(first, days=(8,)), replace(first, minutes=-1)):
        with pytest.raises(InvalidInput):
            propose(cast, uuid4(), [odd])
    with pytest.raises(InvalidInput):
        propose(cast, uuid4(), [first] * 7)
