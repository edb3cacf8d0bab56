"""The record as an instance of the planner, and a plan back in the record's terms."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as told
from alongside.areas.programme import actions as programme
from alongside.areas.programme.queries import week
from alongside.areas.programme.queries.week import Stands, aims, ideas
from alongside.areas.programme.values import WishKind
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.moments import Felt, Fit, Kind
from alongside.core.planning import instance as planner
from alongside.core.planning.instance import Attention
from alongside.core.planning_check import violations
from alongside.core.refusals import NotAllowed
from tests.areas.programme import building, planned
from tests.areas.programme.building import SOCKS, by


@pytest.fixture
def family(cast):
    """Idris's family, whose week can be planned; the uuid of the goal."""
    return planned.planned_family(cast)


@pytest.fixture
def found(cast, opened, family):
    """The week as it is planned now: ``found()``."""

    def plan(moments=(), at=None):
        return week.proposal(opened(cast.hannah, Capability.PROPOSE_PROGRAMME, at=at), moments)

    return plan


def wish(cast, kind, strategy=SOCKS, **more):
    """A therapist's word for the next plan."""
    return programme.wish_for_week(
        **by(cast.hannah, cast), wish=uuid4(), strategy=strategy, kind=kind, **more
    )


def test_the_goal_brings_its_importance_its_routine_and_the_finding_with_its_day(found, family):
    (goal,) = found().week.instance.goals
    assert (goal.id, goal.importance, goal.routine, goal.area) == (
        str(family),
        5,
        "morning.dress",
        "self_care",
    )
    assert {(one.skill, one.on) for one in goal.findings} == {
        ("shoes and socks", planned.NOTICED_ON),
        ("two hands, eye-hand coordination", planned.NOTICED_ON),
    }
    assert goal.task == str(family)


def test_the_week_keeps_every_rule_and_explains_itself_to_the_point(found):
    plan = found()
    assert plan.plan.proven
    assert violations(plan.week.instance, [one.choice for one in plan.plan.choices]) == []
    assert sum(one.points for one in plan.choices) == plan.plan.objective
    first = plan.choices[0]
    assert (first.routine, first.stands) == ("morning.dress", Stands.NEW)
    assert str(first.goal) in plan.week.aims
    assert first.finding is not None
    assert first.reasons[0].why.code == "task"


def test_the_same_record_gives_the_same_week(found):
    assert found() == found()


def test_the_family_and_other_therapists_do_not_plan(cast, opened, family):
    with pytest.raises(NotAllowed):
        week.proposal(opened(cast.samira, Capability.READ_PROGRAMME))


def test_the_day_brings_its_minutes_who_is_there_and_its_place(found, cast):
    instance = found().week.instance
    dressing = next(one for one in instance.routines if one.code == "morning.dress")
    assert (dressing.minutes, dressing.place, dressing.days) == (10, "home", frozenset(range(7)))
    assert str(cast.samira.uuid) in dressing.who
    assert instance.homes[0].minutes == (15,) * 7


def test_a_paused_week_has_no_days_and_a_lighter_one_half_the_minutes(cast, found):
    words = {**by(cast.samira, cast), "home": None, "from_on": cast.at.date(), "until_on": None}
    story.lighten_week(**words, change=uuid4())
    assert found().week.instance.homes[0].minutes == (7,) * 7
    story.pause_week(**words, change=uuid4())
    paused = found()
    assert paused.week.instance.homes[0].paused == frozenset(range(7))
    assert paused.choices == ()


def test_what_was_tried_comes_back_as_grade_and_worth(cast, found, opened):
    idea = building.live(cast)
    for felt in (Felt.WENT_WELL, Felt.WENT_WELL, Felt.HARD_GOING):
        practice.record_entry(
            **by(cast.samira, cast),
            placement=idea.uuid,
            entry=uuid4(),
            kind=Kind.TRIED,
            felt=felt,
            fit=Fit.TOO_HARD,
        )
    plan = found(told.moments(opened(cast.hannah, Capability.READ_ALL_ENTRIES)))
    (tried,) = [one for one in plan.week.instance.tried if one.strategy == SOCKS]
    assert (tried.worked, tried.felt, tried.live_weeks, tried.step) == (1, planner.Felt.TOO_HARD, 1, 0)
    later = found(at=cast.at + timedelta(weeks=3))
    assert next(one.live_weeks for one in later.week.instance.tried) == 4


def test_practice_counts_for_its_goal_only(cast, found, opened, family):
    idea = building.live(cast, goal=family)
    practice.record_entry(
        **by(cast.samira, cast), placement=idea.uuid, entry=uuid4(), kind=Kind.TRIED, felt=Felt.WENT_WELL
    )
    plan = found(told.moments(opened(cast.hannah, Capability.READ_ALL_ENTRIES)))
    assert plan.week.instance.goals[0].dose_minutes == idea.minutes


def test_pins_and_bans_are_kept_and_can_be_taken_back(cast, found):
    chosen = found().choices[0].strategy
    wish(cast, WishKind.BAN, chosen)
    assert chosen not in {one.strategy for one in found().choices}
    wishes = wish(cast, WishKind.PIN, chosen)
    assert [one.kind for one in wishes] == [WishKind.PIN]
    assert chosen in {one.strategy for one in found().choices}
    programme.end_wish(**by(cast.hannah, cast), wish=wishes[0].uuid)
    assert found().week.instance.pins == ()


def test_a_ban_in_one_routine_leaves_the_others(cast, found):
    first = found().choices[0]
    wish(cast, WishKind.BAN, first.strategy, routine=first.routine)
    assert (first.strategy, first.routine) not in {(one.strategy, one.routine) for one in found().choices}


def test_a_new_fact_keeps_an_unsafe_idea_out_by_the_next_plan(cast, found):
    codes = found().week.instance.strategies
    risky = next(one for one in codes if "seizure" in one.safety)
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code="seizures_uncontrolled", words="")
    plan = found()
    assert "seizures_uncontrolled" in plan.week.instance.child.facts
    assert risky.id not in {one.strategy for one in plan.choices}
    assert violations(plan.week.instance, [one.choice for one in plan.plan.choices]) == []


def test_an_idea_on_the_phone_stays_and_one_that_is_left_out_is_named(cast, found):
    plan = found()
    first = plan.choices[0]
    building.live(cast, strategy=first.strategy, routine=first.routine)
    again = found()
    assert {one.stands for one in again.choices if one.strategy == first.strategy} == {Stands.STAYS}
    wish(cast, WishKind.BAN, first.strategy)
    assert [one.strategy for one in found().rests] == [first.strategy]


def test_the_familys_own_idea_keeps_its_place_and_its_minutes(cast, found):
    own = planned.own_live(cast, minutes=6)
    instance = found().week.instance
    assert instance.most_ideas == 3
    assert instance.homes[0].minutes == (9,) * 7
    assert next(one.minutes for one in instance.routines if one.code == "morning.dress") == 4
    assert [one.uuid for one in found().week.own] == [own]


def test_a_draft_placed_by_hand_keeps_its_place_its_minutes_and_one_of_the_four(cast, found):
    first = found().choices[0]
    draft = building.place(cast, strategy=first.strategy, routine="bath", minutes=6)
    wish(cast, WishKind.PIN, first.strategy)
    again = found()
    instance = again.week.instance
    assert (instance.most_ideas, instance.homes[0].minutes) == (3, (9,) * 7)
    assert [one.uuid for one in again.week.drafts] == [draft.uuid]
    assert first.strategy not in {one.strategy for one in again.choices}
    assert again.plan.unkept == ()
    keys = [
        one.uuid
        for one in programme.propose_week(**by(cast.hannah, cast), plan=uuid4(), choices=again.choices)
    ]
    assert len(keys) == 3
    shared = programme.share_programme(
        **by(cast.hannah, cast), not_yet=dict.fromkeys([draft.uuid, *keys], "Try.")
    )
    assert len(shared.offered) == 4


def test_a_family_that_wishes_for_another_idea_is_not_given_the_same_again(cast, found):
    first, *_ = found().choices
    idea = building.live(cast, strategy=first.strategy, routine=first.routine)
    programme.swap_placement(
        **by(cast.samira, cast), placement=idea.uuid, change=uuid4(), instead=planned.FLANNEL
    )
    chosen = {one.strategy for one in found().choices}
    assert first.strategy not in chosen
    assert planned.FLANNEL in chosen
    programme.remove_placement(**by(cast.hannah, cast), placement=idea.uuid, change=uuid4())
    assert first.strategy not in {one.strategy for one in found().choices}


def test_codes_are_related_when_one_is_part_of_the_other():
    assert aims.related("b760", "b7602")
    assert not aims.related("d5", "d5402")
    assert not aims.related("b7602", "b7601")
    assert aims.practised(["d5402"], ["d540"])
    assert not aims.practised(["d540"], ["d5402"])


def test_a_home_without_ticked_things_has_what_every_house_has(found):
    drawn = found().week.drawn
    assert not drawn.asked_things
    assert {"spoon", "towel", "socks"} <= drawn.homes[0].materials
    assert "bubble wrap" not in drawn.homes[0].materials


def test_a_grown_up_who_must_stay_near_is_asked_for_in_every_grade(found):
    for idea in found().week.ideas.values():
        if idea.supervision.level == "TOUCH":
            planned_idea = found().week.strategy(idea.code)
            assert {one.attention for one in planned_idea.grades} == {Attention.FULL}
            return
    raise AssertionError


def test_a_large_library_is_looked_through_for_what_serves_the_goals_most(found, monkeypatch):
    everything = found()
    monkeypatch.setattr(ideas, "LOOKED_AT_MOST", 12)
    few = found()
    assert len(few.week.instance.strategies) == 12 < len(few.week.ideas)
    assert few.choices[0].strategy == everything.choices[0].strategy


def test_an_idea_that_was_retired_keeps_its_place_like_the_familys_own(cast, found):
    live = building.live(cast, strategy=SOCKS)
    now = found().week
    assert now.own == ()
    left = {code: idea for code, idea in now.ideas.items() if code != SOCKS}
    assert [one.uuid for one in replace(now, ideas=left).own] == [live.uuid]
