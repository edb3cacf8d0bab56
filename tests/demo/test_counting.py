"""Three children of the demo are counted over weeks, and both readers find something to read."""

from datetime import UTC, datetime

import pytest

from alongside.areas.circle import gate
from alongside.areas.practice import queries as practice
from alongside.areas.practice.models import Probe, ProbePlan
from alongside.config.demo import clinic, people
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.families import ALL
from alongside.config.demo.people import Dice
from alongside.core.capabilities import Capability
from alongside.core.evidence import Stage
from alongside.core.progress import TrendCode
from tests.demo.stage import empty_stage

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
READERS = {"noah": "esther", "rosa": "emilio", "idris": "samira"}


def told(key):
    """The evidence of one child's counted goal, as the family's first reader opens it."""
    family = next(one for one in ALL if one.key == key)
    clinic.tell(Almanac(at=MONDAY, zone="Europe/London"), Dice(2026), (family,))
    plan = ProbePlan.objects.order_by("-pk")[0]
    actor = people.known(f"{READERS[key]}@family.example").actor(MONDAY)
    opened = gate.open_child(actor, plan.child.uuid, Capability.READ_GOALS, MONDAY, doing="tests.look")
    return practice.evidence(opened, plan.goal_id)


@pytest.mark.django_db
@pytest.mark.parametrize("key", READERS)
def test_a_counted_child_has_a_baseline_a_change_and_a_sentence(key):
    with empty_stage():
        seen = told(key)
        assert seen.comparison.stage is Stage.USUAL
        assert seen.comparison.before >= 5
        assert seen.told.code in {TrendCode.UP_EARLY, TrendCode.UP_HOLDING}
        assert not Probe.objects.filter(arrived_at__gt=MONDAY).exists()
        weeks = (seen.latest_on - seen.plan.design.starts_on).days // 7
        assert weeks >= (6 if key == "idris" else 9)


@pytest.mark.django_db
def test_rosas_start_was_drawn_and_kept_so_that_chance_can_be_told():
    with empty_stage():
        assert told("rosa").comparison.lot.starts == 3
