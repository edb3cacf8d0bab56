"""Two children of the demo have scores, and they tell what the pages are for."""

from datetime import UTC, datetime

import pytest

from alongside.areas.circle import gate
from alongside.areas.circle.models import Child
from alongside.areas.evaluation import queries as evaluation
from alongside.config.demo import clinic
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.families import IDRIS, LEILA
from alongside.config.demo.people import Dice, known
from alongside.core.capabilities import Capability
from tests.demo.stage import empty_stage

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def told(db):
    """Read the scores of one of the two as their therapist."""
    with empty_stage():
        clinic.tell(Almanac(at=AT, zone="Europe/London"), Dice(2026), (IDRIS, LEILA))

        def read(name):
            child = Child.objects.get(name__startswith=name, clinic__slug="willow").uuid
            hannah = known("hannah@willow.example").actor(AT)
            opened = gate.open_child(hannah, child, Capability.READ_FINDINGS, AT, doing="tests.look")
            return evaluation.scores(opened)

        yield read


def test_a_scaled_score_grows_while_the_t_stays_behind_and_the_last_came_in_time(told):
    (series,) = evaluation.criterion_series(told("Idris"))
    assert [point.score for point in series.points] == [46, 49, 52]
    assert [one.scales[1].score for one in told("Idris")] == [36, 36, 37]
    assert [one.sooner for one in told("Idris")] == [None, None, None]


def test_both_parents_and_nursery_see_the_senses_in_their_own_way(told):
    seen = told("Leila")
    by_name = {one.instrument.code: one for one in evaluation.side_by_side(seen)}
    (beside,) = [one for code, one in by_name.items() if code.startswith("spm")]
    assert [one.who_name for one in beside.informants] == ["Babak", "Shirin", "Ms Achebe"]
    assert [row.points for row in beside.rows] == [7, 14]
    assert len(evaluation.bands(seen)) == 2
