"""No page of a family holds a percentile, a score, a p value, a figure of compliance or a level below zero."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from alongside.areas.circle.models import Child
from alongside.areas.people import queries as people
from alongside.areas.programme.models import Placement
from alongside.config.demo import clinic
from alongside.core.words_keeper import Measure, never_to_families
from tests.demo.family_pages import addresses, carers, pages, words_of
from tests.demo.stage import empty_stage

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday morning
FEWEST_PAGES, FEWEST_READERS = 800, 12
# These answer no page of their own.
PICTURES = {"parent:picture_file", "parent:paper_schedule"}  # A picture, and a strip of pictures, say little.
LEADS_ON = {"parent:start"}
FORBIDDEN = {
    Measure.PERCENTILE: "He is at the 16th percentile.",
    Measure.SCORE: "His T-score went up.",
    Measure.P_VALUE: "That is sure, p < 0.05.",
    Measure.COMPLIANCE: "You did 80 % of the ideas.",
    Measure.MINUS_LEVEL: "He is at level −2 now.",
}


@pytest.fixture(scope="module", autouse=True)
def willow(django_db_setup, django_db_blocker):
    """The demo, filled once for this module."""
    with django_db_blocker.unblock(), empty_stage():
        clinic.fill(AT)
        yield people.clinic_by_slug("willow")


@pytest.fixture(autouse=True)
def monday_morning(clock):
    clock.at = AT


@pytest.fixture
def idris(willow):
    return next(pair for pair in carers(willow.pk) if pair[0].short_name == "Idris")


def test_every_page_of_every_family_is_free_of_figures(willow, record_property):
    read = [page for child, person in carers(willow.pk) for page in pages(child, person)]
    shown = [page for page in read if page.status == 200]
    record_property("pages", len(shown))
    assert [(page.path, page.reader, page.status) for page in read if page.status >= 500] == []
    found = {(page.path, hit.measure, hit.found) for page in shown for hit in never_to_families(page.text)}
    assert found == set()
    assert len(shown) >= FEWEST_PAGES
    assert len({page.reader for page in shown}) >= FEWEST_READERS
    assert {route.name for route in addresses()} - {page.route for page in shown} == LEADS_ON
    assert all(len(page.text.split()) > 20 for page in shown if page.route not in PICTURES)


@pytest.mark.parametrize("measure", FORBIDDEN)
def test_a_figure_that_somebody_wrote_is_found(idris, measure):
    child, person = idris
    wanted = [route for route in addresses() if route.name in {"parent:idea", "parent:family_plan_pdf"}]
    with transaction.atomic():
        Placement.objects.filter(child=child).update(family_words=FORBIDDEN[measure])
        found = {page.route: never_to_families(page.text) for page in pages(child, person, wanted)}
        transaction.set_rollback(True)
    assert found.keys() == {"parent:idea", "parent:family_plan_pdf"}
    for hits in found.values():
        assert {hit.measure for hit in hits} == {measure}


@pytest.mark.parametrize(
    "html",
    [
        "<p>the 16<sup>th</sup> percentile</p>",
        "<p>level <span>&minus;</span><span>2</span></p>",
        '<svg aria-label="T = 38"><title>a figure</title></svg>',
        "<textarea>p &lt; 0.05</textarea>",
        '<input type="text" value="80% done">',
    ],
)
def test_a_figure_is_found_however_it_is_drawn(html):
    assert never_to_families(words_of(html))


def test_what_nobody_reads_is_left_out():
    html = "<p>5 steps<br>– and a rest</p><script>if (p < 0.05) x(-1)</script><input type=hidden value='-1'>"
    assert never_to_families(words_of(html)) == ()


def test_the_demo_has_all_its_children(willow):
    assert {child.pk for child, _person in carers(willow.pk)} == set(
        Child.objects.filter(clinic=willow.pk).values_list("pk", flat=True)
    )
