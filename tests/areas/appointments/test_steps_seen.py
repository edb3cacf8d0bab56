"""A step seen at a visit becomes a proposal when the note is signed."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft, StepTick
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_seen
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from tests.areas.review.loop import agreed_goal


@pytest.fixture
def sign(cast, book, new_uuid):
    def signed(*steps):
        visit = book()
        said = {"actor": cast.hannah.actor, "child": cast.idris, "visit": visit.uuid}
        said["at"] = visit.starts_at + timedelta(hours=1)
        appointments.start_note(note=new_uuid(), **said)
        appointments.sign_note(draft=NoteDraft(version=1, did="Socks"), steps=steps, **said)

    return signed


def test_a_new_step_is_proposed_to_the_family(cast, opened, sign, new_uuid):
    goal = agreed_goal(cast, new_uuid)
    sign(StepTick(goal=goal.uuid, step=2, proposal=new_uuid()))
    seen = goals_seen.goal(opened(cast.samira, Capability.READ_GOALS), goal.uuid)
    assert (seen.step_proposal.step, seen.step_proposal.by.name) == (2, "Hannah")


def test_the_same_step_and_a_waiting_one_are_only_noted(cast, opened, sign, new_uuid):
    steady, asked = agreed_goal(cast, new_uuid), agreed_goal(cast, new_uuid, title="Change of plan")
    goals.propose_step(
        actor=cast.samira.actor, child=cast.idris, goal=asked.uuid, proposal=new_uuid(), step=2, at=cast.at
    )
    sign(
        StepTick(goal=steady.uuid, step=steady.reached, proposal=new_uuid()),
        StepTick(goal=asked.uuid, step=3, proposal=new_uuid()),
    )
    family = opened(cast.samira, Capability.READ_GOALS)
    assert goals_seen.goal(family, steady.uuid).step_proposal is None
    assert goals_seen.goal(family, asked.uuid).step_proposal.by.name == "Samira"


def test_another_childs_goal_is_unknown_and_nothing_is_signed(sign, new_uuid):
    with pytest.raises(NotFound):
        sign(StepTick(goal=new_uuid(), step=2, proposal=new_uuid()))
