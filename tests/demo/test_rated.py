"""Goals of the demo start somewhere, are seen by both sides, and some wordings are kept for the clinic."""

from datetime import UTC, datetime

import pytest

from alongside.areas.goals.models import BankGoal, GoalVersion, Rating
from alongside.config.demo import clinic, families
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.people import Dice
from alongside.config.demo.rating import KEPT, RATED
from alongside.core import scale_lint
from alongside.core.scale_lint import Severity, WrittenScale
from tests.demo.stage import empty_stage

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_starts_and_views_come_about_through_actions(db):
    told = [family for family in families.ALL if any(family.key == key for key, _aim in RATED)]
    with empty_stage():
        clinic.tell(Almanac(at=AT, zone=clinic.ZONE), Dice(5), tuple(told))
        rated = Rating.objects.filter(child__clinic__slug="willow")
        assert rated.filter(kind="BASELINE").count() == len(RATED)
        assert rated.filter(kind="REVIEW").count() == sum(len(one.views) for one in RATED.values())
        assert {"PARENT", "THERAPIST", "TEACHER", "CHILD"} == set(rated.values_list("rater", flat=True))
        kept = BankGoal.objects.filter(clinic__slug="willow")
        assert kept.count() == sum(len(KEPT.get(family.key, ())) for family in told)
        names = {word for family in told for word in family.about.name.split()}
        assert not [
            row for row in kept for step in range(1, 6) if names & set(getattr(row, f"step_{step}").split())
        ]
        assert not GoalVersion.objects.filter(child__clinic__slug="willow", scored_by="").exists()


@pytest.mark.parametrize("family", families.ALL, ids=lambda family: family.key)
def test_no_scale_of_the_demo_is_blocked(family):
    for aim in family.aims:
        found = scale_lint.findings(
            WrittenScale(sentence=aim.title, levels=aim.steps, where_when=aim.where_when)
        )
        worded = [one for one in found if one.rule in scale_lint.WORDING_RULES]
        assert [one for one in worded if one.severity is Severity.BLOCK] == []
