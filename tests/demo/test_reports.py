"""The demo's reports: one is signed, shared and answered, one is a draft, and each is readable for its reader."""

from datetime import UTC, datetime

import pytest

from alongside.areas.circle import gate
from alongside.areas.people import queries as people
from alongside.areas.review.models import Report
from alongside.areas.review.queries import reports as read
from alongside.areas.review.reports.paper.build import build, no_picture, paper
from alongside.areas.review.values.reports import Reader, ReportState
from alongside.config.demo import clinic, families
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.people import Dice
from alongside.core.capabilities import Capability
from alongside.core.words import readability
from alongside.core.words_keeper import never_to_families
from alongside.faces.common.paper_charts import goal_chart
from tests.demo.stage import empty_stage

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
OLDEST_GRADE = 5  # A ten-year-old reads the fifth grade with ease.


@pytest.fixture(scope="module", autouse=True)
def told(django_db_setup, django_db_blocker):
    """Two stories of the demo, told once for this module."""
    chosen = tuple(one for one in families.ALL if one.key in {"idris", "theo"})
    with django_db_blocker.unblock(), empty_stage():
        clinic.tell(Almanac(at=NOON, zone="Europe/London"), Dice(2026), chosen)
        yield


@pytest.fixture
def seen():
    """Idris's report as his mother reads it."""
    samira = people.actor_for(people.person_by_email("samira@family.example"), NOON)
    row = Report.objects.get(state=ReportState.SIGNED, child__name="Idris Osman")
    opened = gate.open_child(samira, row.child.uuid, Capability.READ_REPORTS, NOON, doing="tests.look")
    assert read.verify_report(opened, row.uuid).intact
    return read.report(opened, row.uuid)


def _texts(seen, reader):
    made = paper(seen, seen.content, reader, draw=no_picture)
    for section in made.sections:
        yield section.heading + "."
        for block in section.blocks:
            yield from (one for one in (block.title, block.words, *block.items) if one)


def test_one_report_is_shared_with_the_familys_words_beside_it_and_one_is_a_draft(seen):
    assert seen.shared_at
    assert [one.by.name for one in seen.comments] == ["Samira"]
    assert Report.objects.filter(state=ReportState.DRAFT, child__name="Theo Baptiste").count() == 1


def test_it_answers_every_question_and_prints_the_words_that_were_chosen(seen):
    assert all(one["answer"] for one in seen.content["asked"])
    assert len(seen.content["asked"]) == 4
    assert len(seen.content["quotes"]) == 2
    assert len(seen.content["goals"]) == 3
    assert [one["level"]["step"] for one in seen.content["goals"]][:1] == [2]


def test_the_family_version_is_plain(seen):
    text = "\n".join(_texts(seen, Reader.FAMILY))
    assert readability(text) <= OLDEST_GRADE
    assert never_to_families(text) == ()


@pytest.mark.parametrize("reader", Reader)
def test_it_is_printed_the_same_each_time(seen, reader):
    first = build(seen, seen.content, reader, draw=goal_chart)
    assert first == build(seen, seen.content, reader, draw=goal_chart)
