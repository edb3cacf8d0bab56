"""A plan of the caseload is asked for, worked on, and read; nothing changes until a person says so."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.appointments import queries as visits
from alongside.areas.caseload import actions as caseload
from alongside.areas.caseload import queries
from alongside.areas.caseload.actions.asking import NobodyToPlan, PlanAtWork
from alongside.areas.caseload.actions.offering import OnlyAThought
from alongside.areas.caseload.values import AbilityKind, AwayDraft, Mode, PlanState
from alongside.areas.circle import gate
from alongside.areas.waiting import queries as waiting
from alongside.config.slots.clinic_file import instance_in
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.caseload.house import answer, asked, draft, regular
from tests.areas.waiting.house import family

pytestmark = pytest.mark.both_engines


@pytest.fixture
def ana(cast):
    return family(cast, "Ana", 1, minutes=40, therapist=cast.hannah.uuid, only_after_school=True)


def begun(cast, at=None):
    return caseload.begin_plan(at=at or cast.at)


def told(work):
    import json

    return instance_in(json.dumps(work.file))


def test_the_planner_is_told_who_waits_and_who_has_a_time(cast, ana):
    regular(cast)
    asked(cast)
    clinic = told(begun(cast))
    children = {one.id: one for one in clinic.children}
    waits, comes = children[str(ana.child)], children[str(cast.idris)]
    assert (waits.minutes, waits.before, waits.waiting_weeks) == (45, str(cast.hannah.uuid), 4)
    assert any(one.kind.value == "could_not" for one in waits.windows)
    assert (comes.minutes, comes.sessions, comes.before) == (45, 1, str(cast.hannah.uuid))
    (now,) = clinic.now
    assert (now.child, now.weekday, now.start) == (str(cast.idris), 1, 540)
    assert str(cast.hannah.uuid) in {one.id for one in clinic.therapists if one.shifts}


def test_a_time_between_the_quarters_stays_and_nobody_else_gets_it(cast, ana):
    from datetime import time

    regular(cast, at_time=time(9, 5))
    asked(cast)
    clinic = told(begun(cast))
    assert {one.id for one in clinic.children} == {str(ana.child)}
    hannah = next(one for one in clinic.therapists if one.id == str(cast.hannah.uuid))
    tuesday = [one for one in hannah.shifts if one.weekday == 1]
    assert tuesday
    assert not any(one.start < 590 and one.until > 545 for one in tuesday)


def test_a_what_if_changes_only_what_the_planner_is_told(cast, ana):
    asked(cast, mode=Mode.WHAT_IF, away=(AwayDraft(person=cast.hannah.uuid),))
    clinic = told(begun(cast))
    assert clinic.what_if.away[0].therapist == str(cast.hannah.uuid)


def test_the_answer_is_read_by_the_desk_alone_and_changes_no_visit(cast, ana):
    regular(cast)
    opened = gate.open_child(cast.maria.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="test")
    before = visits.visits_of(opened)
    plan = asked(cast)
    caseload.keep_found(
        plan=begun(cast).plan, found=answer(cast, cast.idris, left_out=(ana.child,)), at=cast.at
    )
    whole = queries.whole_plan(cast.maria.actor, cast.clinic.pk, plan, cast.at)
    assert (whole.plan.state, whole.plan.share, whole.plan.children) == (PlanState.DONE, 88.8, 2)
    assert [one.child for one in whole.times] == [cast.idris]
    assert [(one.child, one.missing) for one in whole.left_out] == [(ana.child, 1)]
    assert visits.visits_of(opened) == before
    with pytest.raises(NotAllowed):
        queries.whole_plan(cast.hannah.actor, cast.clinic.pk, plan, cast.at)
    with pytest.raises(NotFound):
        queries.whole_plan(cast.samira.actor, cast.clinic.pk, plan, cast.at)
    assert (
        waiting.open_offer(
            gate.open_child(ana.actor(cast.at), ana.child, Capability.READ_VISITS, cast.at, doing="test")
        )
        is None
    )


def test_one_plan_at_a_time_and_the_same_question_twice_is_one(cast, ana):
    plan = asked(cast)
    asked(cast, plan=plan)
    with pytest.raises(PlanAtWork):
        asked(cast)
    caseload.stop_plan(actor=cast.maria.actor, clinic=cast.clinic.pk, plan=plan, at=cast.at)
    asked(cast)


def test_a_plan_of_nobody_is_refused_in_words(cast):
    with pytest.raises(NobodyToPlan):
        asked(cast)
    with pytest.raises(InvalidInput):
        asked(cast, seconds=7)


def test_a_silent_planner_loses_its_plan_to_the_next_and_its_late_answer_changes_nothing(cast, ana):
    plan = asked(cast)
    begun(cast)
    assert begun(cast, cast.at + timedelta(seconds=60)) is None
    again = begun(cast, cast.at + timedelta(seconds=100))
    assert again.plan == plan
    assert caseload.keep_progress(plan=plan, best=10, bound=20, at=cast.at)
    caseload.stop_plan(actor=cast.maria.actor, clinic=cast.clinic.pk, plan=plan, at=cast.at)
    assert not caseload.keep_progress(plan=plan, best=12, bound=20, at=cast.at)
    caseload.keep_found(plan=plan, found=answer(cast, ana.child), at=cast.at)
    caseload.keep_found(plan=plan, found=answer(cast), at=cast.at)
    assert len(queries.whole_plan(cast.maria.actor, cast.clinic.pk, plan, cast.at).times) == 1


def test_each_silence_of_a_planner_is_a_new_piece_of_work(cast, ana):
    plan = asked(cast)
    (first,) = queries.plans_to_make(cast.at)
    begun(cast)
    assert queries.plans_to_make(cast.at + timedelta(seconds=60)) == ()
    second = queries.plans_to_make(cast.at + timedelta(seconds=100))
    begun(cast, cast.at + timedelta(seconds=100))
    third = queries.plans_to_make(cast.at + timedelta(seconds=200))
    assert len({first, *second, *third}) == 3
    assert {queries.plan_of(key) for key in (first, *second, *third)} == {plan}


def test_the_desk_ends_a_plan_whose_planner_was_lost_and_asks_for_another(cast, ana):
    stopped = {"actor": cast.maria.actor, "clinic": cast.clinic.pk, "plan": asked(cast)}
    begun(cast)
    late = caseload.stop_plan(**stopped, at=cast.at + timedelta(seconds=100))
    assert late.state is PlanState.DISMISSED
    assert asked(cast, at=cast.at + timedelta(seconds=100)) != stopped["plan"]


def test_a_planner_that_was_lost_while_it_stopped_is_not_begun_again(cast, ana):
    stopped = {"actor": cast.maria.actor, "clinic": cast.clinic.pk, "plan": asked(cast)}
    begun(cast)
    seen = caseload.stop_plan(**stopped, at=cast.at + timedelta(seconds=60))
    assert (seen.state, seen.stop_asked) == (PlanState.RUNNING, True)
    assert begun(cast, cast.at + timedelta(seconds=100)) is None
    assert queries.plans(cast.maria.actor, cast.clinic.pk) == ()


def test_a_person_offers_a_planned_time_and_only_then_the_family_hears(cast, ana):
    plan = asked(cast)
    caseload.keep_found(plan=begun(cast).plan, found=answer(cast, ana.child), at=cast.at)
    offer = uuid4()
    made = caseload.offer_planned(
        actor=cast.maria.actor, clinic=cast.clinic.pk, plan=plan, child=ana.child, offer=offer, at=cast.at
    )
    (time,) = made.times
    assert (time.count, time.local_start.strftime("%a %d %b %H:%M")) == (10, "Mon 30 Nov 15:00")
    (planned,) = queries.whole_plan(cast.maria.actor, cast.clinic.pk, plan, cast.at).times
    assert planned.offer == offer


def test_a_what_if_cannot_be_offered(cast, ana):
    plan = asked(cast, mode=Mode.WHAT_IF)
    caseload.keep_found(plan=begun(cast).plan, found=answer(cast, ana.child), at=cast.at)
    with pytest.raises(OnlyAThought):
        caseload.offer_planned(
            actor=cast.maria.actor,
            clinic=cast.clinic.pk,
            plan=plan,
            child=ana.child,
            offer=uuid4(),
            at=cast.at,
        )


def test_a_planner_that_fails_says_why(cast, ana):
    plan = asked(cast)
    begun(cast)
    caseload.keep_trouble(plan=plan, words="There is no time to go between two places.", at=cast.at)
    (seen,) = queries.plans(cast.maria.actor, cast.clinic.pk)
    assert (seen.state, seen.trouble) == (PlanState.FAILED, "There is no time to go between two places.")
    caseload.dismiss_plan(actor=cast.maria.actor, clinic=cast.clinic.pk, plan=plan, at=cast.at)
    assert queries.plans(cast.maria.actor, cast.clinic.pk) == ()


def test_what_a_therapist_can_do_is_kept_in_the_clinics_words(cast):
    given = {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "person": cast.hannah.uuid, "at": cast.at}
    caseload.keep_abilities(**given, kind=AbilityKind.SKILL, words=["Handwriting", "feeding"])
    seen = caseload.keep_abilities(**given, kind=AbilityKind.SKILL, words=["handwriting", "splints"])
    assert [one.words for one in seen] == ["handwriting", "splints"]
    with pytest.raises(NotAllowed):
        caseload.keep_abilities(**given | {"actor": cast.hannah.actor}, kind=AbilityKind.SKILL, words=[])


def test_another_clinic_finds_no_plan(cast, ana):
    plan = asked(cast)
    stranger = {"actor": cast.maria.actor, "clinic": cast.clinic.pk + 1000, "plan": plan, "at": cast.at}
    with pytest.raises(NotFound):
        caseload.stop_plan(**stranger)
    with pytest.raises(NotFound):
        caseload.ask_plan(**stranger, draft=draft())
