"""The family's plan on paper: one page, readable by everybody, in grey too."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pymupdf
import pytest

from alongside.areas.review.reports.family_plan.build import build
from alongside.areas.review.reports.family_plan.stairs import stairs
from alongside.areas.review.values import FamilyPlan, PlanGoal, PlanIdea

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LINK = "https://alongside.example/talk"
SOCKS = PlanGoal(
    uuid=UUID(int=1),
    title="Both socks on before school",
    sentence="Idris will put on both socks on school mornings, on 4 of 5 mornings, by 18 December.",
    reached=2,
    now="The last pull is his",
)
LAST_PULL = PlanIdea(
    routine="morning.dress",
    title="Last pull is his",
    what="You do the heel and most of the pull. Idris finishes.",
    words_that_help="Your turn to beat the sock.",
    your_part="",
    our_part="",
    notice="",
)
PLAN = FamilyPlan(
    child_name="Idris",
    clinic_name="Willow House",
    words="I want mornings where nobody cries before school.",
    said_by="Samira",
    from_on=date(2026, 11, 23),
    until_on=date(2026, 12, 18),
    goals=(SOCKS, replace(SOCKS, title="Getting through a change of plan", reached=3)),
    ideas=(LAST_PULL, replace(LAST_PULL, routine="bedtime", title="Ready?", words_that_help="")),
    therapist_name="Hannah",
    phone="01632 960123",
    answer_days=2,
    next_visit=datetime(2026, 11, 26, 15, 45, tzinfo=UTC),
    made_by=("Samira", "Karim", "Idris", "Hannah Reid"),
    care=("food:nuts", "noise_sensitive"),
)
LONG = replace(
    PLAN,
    words="word " * 60,
    goals=(replace(SOCKS, title="t" * 12 + " title" * 18, sentence="sentence " * 60, now="now " * 70),) * 3,
    ideas=(replace(LAST_PULL, title="idea " * 20, what="what " * 60, words_that_help="words " * 20),) * 4,
)
EMPTY = replace(
    PLAN,
    words="",
    goals=(),
    ideas=(),
    care=(),
    until_on=None,
    next_visit=None,
    therapist_name="",
    made_by=("Idris",),
)


def _text(pdf: bytes) -> str:
    [page] = pymupdf.open(stream=pdf)
    return " ".join(page.get_text().split())


def test_the_paper_says_what_the_plan_says():
    shown = _text(build(PLAN, at=AT, link=LINK))
    for words in (
        "Idris’s plan",
        "“I want mornings where nobody cries before school.” Samira",
        "23 November 2026 to 18 December 2026",
        "Both socks on before school",
        "Now: The last pull is his",
        "Last pull is his. You do the heel",
        "“Your turn to beat the sock.”",
        "Ready?",
        "Please take care: Allergic to nuts or peanuts; Loud sounds hurt or frighten.",
        "On a hard day",
        "tell Hannah",
        "01632 960123",
        "Next visit: Thursday 26 November, 15:45.",
        "Made together by Samira, Karim, Idris and Hannah Reid",
    ):
        assert words in shown


@pytest.mark.parametrize("plan", [PLAN, LONG, EMPTY], ids=["usual", "long", "empty"])
def test_it_is_one_page_of_a4(plan):
    with pikepdf.open(BytesIO(build(plan, at=AT, link=LINK))) as pdf:
        [page] = pdf.pages
        assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]


def test_an_empty_plan_says_so_kindly():
    shown = _text(build(EMPTY, at=AT))
    assert "Nothing to do yet." in shown
    assert "tell us. We change the plan" in shown
    assert "From 23 November 2026" in shown
    assert "Next visit" not in shown
    assert "take care" not in shown


def test_it_is_tagged_for_readers_who_listen():
    with pikepdf.open(BytesIO(build(PLAN, at=AT, link=LINK))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.open_metadata()["dc:title"] == "Idris’s plan"
        tags = _tags(pdf.Root.StructTreeRoot)
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= set(tags)
    assert tags.count("/Figure") == 4  # two stairs, the path, the code


def _tags(node) -> list[str]:
    kids = node.get("/K", [])
    children = kids if isinstance(kids, pikepdf.Array) else [kids]
    own = [str(node.S)] if "/S" in node else []
    return own + [tag for kid in children if isinstance(kid, pikepdf.Dictionary) for tag in _tags(kid)]


def test_the_pdf_ua_checker_finds_no_error(tmp_path):
    paper = tmp_path / "plan.pdf"
    paper.write_bytes(build(PLAN, at=AT, link=LINK))
    outloud = Path(sys.executable).with_name("outloud")
    done = subprocess.run([outloud, paper], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 error(s), 0 warning(s)" in done.stdout


def test_equal_plans_give_equal_bytes():
    assert build(PLAN, at=AT, link=LINK) == build(PLAN, at=AT, link=LINK)
    assert build(PLAN, at=AT) != build(EMPTY, at=AT)


def test_the_steps_differ_by_shape_and_line_not_by_colour_alone():
    drawn = stairs(2)
    assert (drawn.count("#f4c151"), drawn.count("stroke-dasharray"), drawn.count("<circle")) == (2, 2, 1)
    assert stairs(0).count("stroke-dasharray") == 4
    assert stairs(5).count("#f4c151") == 5
