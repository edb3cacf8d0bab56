"""The evidence about a goal: planned together, points first, words before numbers."""

import csv
import io
from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.practice import queries as practice
from alongside.core.capabilities import Capability
from alongside.faces.therapist import evidence_csv
from tests.areas.practice import counting

LOW, HIGH = (1, 0, 1, 1, 0, 1), (4, 4, 5, 4, 4)


@pytest.fixture
def plan(cast, goal):
    return counting.agreed_plan(cast, goal)


@pytest.fixture
def counts(cast, plan, clock):
    """Counts day by day, the idea started after the sixth."""

    def made(values, start=6):
        for day, value in enumerate(values):
            if value is not None:
                counting.counted(cast, plan, value, days=day)
        counting.started(cast, plan.goal, days=start)
        clock.forward(days=max(len(values), start))
        return plan

    return made


def text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def form(cast, **more):
    sent = {
        "uuid": str(uuid4()),
        "what": "Shoes on without help",
        "name": "Shoes",
        "scale": "TRIES",
        "most": "5",
        "unit": "tries",
        "hoped": "4",
        "better": "more",
        "every": "DAY",
        "starts_on": cast.at.date().isoformat(),
        "baseline": "5",
        "starts": "4",
        "collectors": [str(cast.samira.uuid)],
    }
    return sent | more


def test_a_goal_without_counts_offers_to_plan_one(hannah, url, goal):
    page = text(hannah, url("evidence", goal))
    assert "Nothing is counted for this goal yet." in page
    assert url("plan_probes", goal) in page


def test_a_plan_is_kept_with_a_drawn_start_and_asks_the_named_people(cast, hannah, url, goal, opened):
    assert hannah.post(url("plan_probes", goal), form(cast)).status_code == 302
    plan = practice.evidence(opened(cast.hannah, Capability.READ_GOALS), goal).plan
    assert plan.design.idea_starts_on in plan.design.possible_starts
    page = text(hannah, url("evidence", goal))
    assert f"drawn by lot from 4 days (lot {plan.seed})" in page
    assert "Asked, and free to say no: Samira." in page


def test_a_plan_that_cannot_be_kept_comes_back_with_what_was_typed(cast, hannah, url, goal):
    for wrong, said in (
        ({"baseline": "2"}, "greater than or equal to 3"),
        ({"hoped": "6"}, "Please choose a number from 1 to 5."),
        ({"collectors": []}, "Choose who counts, from the circle."),
        ({"what": ""}, "Write what is counted."),
    ):
        answer = hannah.post(url("plan_probes", goal), form(cast, name="Two words", **wrong))
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert "Two words" in answer.content.decode()


def test_a_second_baseline_is_offered_apart_from_the_first(hannah, url, plan, goal):
    assert 'name="baseline" value="9"' in text(hannah, url("plan_probes", goal))


def test_words_come_before_numbers_and_doubts_beside_them(hannah, url, counts):
    page = text(hannah, url("evidence", counts((*LOW, *HIGH)).goal))
    assert "<strong>Higher in 100 of 100 comparisons. It could be anything from " in page
    assert "6 points before and 5 points with." in page or "6 points before and 5 with." in page
    assert "NAP, with its 95% interval" in page
    assert "Tau, as it is and with the baseline’s trend taken off" in page
    assert 'class="slope"' in page
    assert "a good sign, not proof" in page
    assert "Days are taken as independent, and at home they rarely are" in page


def test_under_three_points_there_are_points_and_nothing_else(hannah, url, counts):
    page = text(hannah, url("evidence", counts((1, 1, 4, 4, 4), start=2).goal))
    assert "Points only: 2 before and 3 with." in page
    assert "NAP" not in page
    assert "<circle" in page


def test_below_six_points_before_there_is_no_line_and_no_tau(hannah, url, counts):
    page = text(hannah, url("evidence", counts((1, 0, 1, 1, 4, 4, 4), start=4).goal))
    assert "Early: 4 points before and 3 with." in page
    assert "NAP" in page
    assert "Tau" not in page
    assert 'class="slope"' not in page


def test_the_therapist_reads_what_the_family_reads(hannah, url, counts):
    page = text(hannah, url("evidence", counts((*LOW, *HIGH)).goal))
    assert "Too early to say. About 3 more weeks of counting." in page or "more weeks of counting" in page


def test_the_file_holds_every_count_and_no_formula(cast, hannah, url, counts, goal):
    plan = counts((*LOW, None, *HIGH))
    answer = hannah.get(url("evidence_file", plan.goal))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["day", "phase", "value", "of", "counted", "by", "arrived", "corrected"]
    assert len(rows) == 12
    assert [row[1] for row in rows[1:]] == ["0"] * 6 + ["1"] * 5


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"])
def test_a_cell_never_begins_a_formula(evil):
    assert evidence_csv.safe(evil) == f"'{evil}"
    assert evidence_csv.safe("4 of 5") == "4 of 5"


def test_a_therapist_who_counts_does_so_here_and_a_wrong_number_comes_back(cast, hannah, url, goal, opened):
    plan = counting.planned(cast, goal, collectors=(cast.hannah.uuid,))
    sent = {"uuid": str(uuid4()), "value": "3", "on": cast.at.date().isoformat()}
    assert hannah.post(url("add_probe", plan.uuid), sent).status_code == 302
    wrong = hannah.post(url("add_probe", plan.uuid), sent | {"uuid": str(uuid4()), "value": "7"})
    assert wrong.status_code == 422
    assert "Please choose a number from 0 to 5." in wrong.content.decode()
    (probe,) = practice.series(opened(cast.hannah, Capability.READ_GOALS), goal).probes
    assert probe.value == 3


def test_somebody_else_is_asked_and_counting_ends(cast, hannah, url, plan, opened):
    assert hannah.post(url("ask_to_count", plan.uuid), {"person": str(cast.karim.uuid)}).status_code == 302
    assert hannah.post(url("ask_to_count", plan.uuid), {"person": "nobody"}).status_code == 422
    seen = practice.evidence(opened(cast.hannah, Capability.READ_GOALS), plan.goal)
    assert [one.name for one in seen.collectors] == ["Samira", "Karim"]
    hannah.post(url("end_probes", plan.uuid))
    page = text(hannah, url("evidence", plan.goal))
    assert "Counting has ended" in page
    assert url("plan_probes", plan.goal) in page


def test_the_childs_own_chart_shows_what_was_counted(hannah, url, counts, django_assert_max_num_queries):
    plan = counts((*LOW, *HIGH))
    with django_assert_max_num_queries(14):
        page = text(hannah, f"{url('child')}?goal={plan.goal}")
    assert "tries counted" in page
    assert "0 is a grown-up did it" not in page
    assert "Higher in 100 of 100 comparisons." in page


def test_each_goal_of_the_progress_page_leads_to_its_evidence(hannah, url, goal):
    assert url("evidence", goal) in text(hannah, url("progress"))
    assert url("evidence", goal) in text(hannah, url("goal", goal))


def test_days_that_are_to_come_are_not_counted(cast, hannah, url, goal):
    plan = counting.planned(cast, goal, collectors=(cast.hannah.uuid,))
    later = (cast.at.date() + timedelta(days=1)).isoformat()
    answer = hannah.post(url("add_probe", plan.uuid), {"uuid": str(uuid4()), "value": "3", "on": later})
    assert "Choose a day that has already been." in answer.content.decode()
