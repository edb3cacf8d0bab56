"""The family's plan as values: what is on the paper, and for whom."""

from datetime import date, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.review import queries
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed

WORDS = "I want mornings where nobody cries before school. Including me."


@pytest.fixture
def whole(cast, new_uuid, idea):
    """Everything that a plan can hold."""
    said = {"child": cast.idris, "at": cast.at}
    draft = PriorityDraft(uuid=new_uuid(), words=WORDS, rank=1)
    story.keep_priorities(actor=cast.samira.actor, priorities=(draft,), **said)
    appointments.book_visit(
        actor=cast.maria.actor,
        visit=new_uuid(),
        therapist=cast.hannah.uuid,
        starts_at=cast.at + timedelta(days=3),
        minutes=45,
        **said,
    )


def test_the_plan_says_what_we_work_on_and_who_made_it(cast, opened, whole):
    plan = queries.family_plan(opened(cast.samira, Capability.READ_PROGRAMME))
    assert (plan.child_name, plan.words, plan.said_by) == ("Idris", WORDS, "Samira")
    assert (plan.from_on, plan.until_on) == (date(2026, 11, 23), date(2026, 12, 18))
    [goal] = plan.goals
    assert (goal.title, goal.reached, goal.now) == ("Both socks on before school", 1, "Helps pull")
    [idea] = plan.ideas
    assert (idea.title, idea.routine) == ("Last pull is his", "morning.dress")
    assert plan.made_by == ("Samira", "Karim", "Idris", "Hannah Reid")
    assert (plan.therapist_name, plan.phone) == ("Hannah", cast.clinic.phone)
    assert plan.next_visit.isoformat() == "2026-11-26T08:00:00+00:00"


def test_the_paper_says_what_to_be_careful_with_and_nothing_for_visitors_eyes(cast, opened, new_uuid):
    for code in ("food:nuts", "self_harm", "noise_sensitive"):
        circle.propose_safety_fact(
            actor=cast.samira.actor, child=cast.idris, fact=new_uuid(), code=code, words="Ask us.", at=cast.at
        )
    assert queries.family_plan(opened(cast.samira, Capability.READ_PROGRAMME)).care == (
        "food:nuts",
        "noise_sensitive",
    )


def test_an_empty_plan_is_still_a_plan(cast, opened):
    plan = queries.family_plan(opened(cast.hannah, Capability.READ_PROGRAMME))
    assert (plan.words, plan.goals, plan.ideas, plan.until_on, plan.next_visit) == ("", (), (), None, None)


def test_a_child_without_a_therapist_has_a_plan_too(cast, opened):
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.hannah.uuid, at=cast.at)
    assert queries.family_plan(opened(cast.samira, Capability.READ_PROGRAMME)).therapist_name == ""


def test_a_restricted_carer_gets_only_what_was_named(cast, opened, whole):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "person": cast.karim.uuid, "at": cast.at}
    circle.restrict_carer(named=(Capability.READ_PROGRAMME,), **said)
    plan = queries.family_plan(opened(cast.karim, Capability.READ_PROGRAMME))
    assert (plan.words, plan.goals, plan.next_visit) == ("", (), None)
    assert plan.made_by == ("Idris", "Hannah Reid")
    circle.restrict_carer(named=(), **said)
    with pytest.raises(NotAllowed):
        opened(cast.karim, Capability.READ_PROGRAMME)
