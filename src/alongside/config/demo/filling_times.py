"""Maria has just asked the planner for times for those who wait. The worker makes the plan, as in any clinic."""

from alongside.areas.caseload import actions as caseload
from alongside.areas.caseload.values import Mode, PlanDraft
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.people import Dice
from alongside.config.demo.scene import House

_SEED = 451
_SECONDS = 10


def ask_for_times(almanac: Almanac, house: House) -> None:
    """One question to the planner, on the day the demo is made."""
    caseload.ask_plan(
        actor=house.team["maria"].actor(almanac.at),
        clinic=house.clinic.pk,
        plan=Dice(_SEED).uuid(almanac.at),
        draft=PlanDraft(mode=Mode.FILL, seconds=_SECONDS, starts_on=almanac.today),
        at=almanac.at,
    )
