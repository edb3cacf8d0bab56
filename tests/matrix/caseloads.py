"""A plan of the times of each clinic, with a time for one of its children."""

from uuid import UUID

from alongside.areas.caseload import actions as caseload
from alongside.areas.caseload.values import Mode, PlanDraft, PlanFound, TimeFound
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.values import PlaceDraft
from tests.clock import AT
from tests.matrix.world import World


def plan_times(world: World, letter: str) -> UUID:
    """The plan of one clinic: every child of it waits, and the first one is given Monday at three."""
    desk = world.team[letter]["front_desk"].actor(AT)
    clinic = world.clinics[letter].pk
    families = [family for key, family in sorted(world.families.items()) if key.startswith(letter)]
    for family in families:
        draft = PlaceDraft(since_on=AT.date())
        waiting.keep_place(actor=desk, child=family.child, place=world.dice.uuid(AT), draft=draft, at=AT)
    plan = world.dice.uuid(AT)
    asked = PlanDraft(mode=Mode.FILL, seconds=10, starts_on=AT.date())
    caseload.ask_plan(actor=desk, clinic=clinic, plan=plan, draft=asked, at=AT)
    caseload.begin_plan(at=AT)
    caseload.keep_found(plan=plan, found=_found(world, letter, families[0].child), at=AT)
    return plan


def _found(world: World, letter: str, child: UUID) -> PlanFound:
    therapist = world.team[letter]["one"].uuid
    time = TimeFound(child=str(child), therapist=str(therapist), room="", weekday=0, start=900, minutes=45)
    return PlanFound(best=80, bound=80, moved=0, parts={"served": 80}, times=(time,), left_out=())
