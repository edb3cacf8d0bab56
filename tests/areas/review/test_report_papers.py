"""A report on paper: two versions of the same words, readable by everybody, the same bytes for the same words."""

import json
import subprocess
import sys
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from django.utils import translation

from alongside.areas.review.reports.paper.build import build, no_picture, paper
from alongside.areas.review.values.reports import Reader, ReportKind, ReportState
from alongside.core.words import readability
from alongside.core.words_keeper import never_to_families
from alongside.faces.common.paper_charts import goal_chart
from tests.areas.review.report_sample import ADDED, COMMENT, content, report

WHOLE = {"comments": (COMMENT,), "additions": (ADDED,)}
OLDEST_GRADE = 5  # A ten-year-old reads the fifth grade with ease.


def _pdf(reader: Reader, kind: ReportKind = ReportKind.PROGRESS, **changed) -> bytes:
    seen = report(kind, **changed)
    return build(seen, seen.content or content(kind), reader, draw=goal_chart)


def _text(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_text().split()) for page in pymupdf.open(stream=pdf))


def _family_text(kind: ReportKind) -> str:
    seen = report(kind)
    made = paper(seen, seen.content, Reader.FAMILY, draw=no_picture)
    blocks = [block for section in made.sections for block in section.blocks]
    pieces = [section.heading + "." for section in made.sections]
    for block in blocks:
        pieces += [block.words, *block.items, block.title and block.title + "."]
    return "\n".join(filter(None, pieces))


def _in_order(text: str, *headings: str) -> bool:
    places = [text.index(heading) for heading in headings]
    return places == sorted(places)


def test_the_family_reads_its_own_questions_first():
    text = _text(_pdf(Reader.FAMILY))
    assert _in_order(
        text,
        "How it is going",
        "Thank you for letting us in.",
        "What you asked",
        "I want mornings where nobody cries before school.”",
        "There were tears on two mornings of the last ten.",
        "I want to be fast.” Idris",
        "What Idris is good at",
        "He waits for his sister.",
        "What we tried, and what moved",
        "Now: step 2 of 5. The last pull is his.",
        "Samira sees step 3. Hannah sees step 2.",
        "You wrote about 18 days.",
        "You counted 14 times. Going up, and still early. 4 of 5 mornings lately",
        "In your words",
        "What comes next",
        "Signed by Hannah Reid, HCPC OT000000, BSc (Hons), on 20 November 2026.",
    )


def test_strengths_have_the_same_room_as_what_we_noticed():
    made = paper(report(), content(), Reader.FAMILY, draw=no_picture)
    strengths, noticed = (section for section in made.sections if section.paired)
    assert (strengths.heading, noticed.heading) == ("What Idris is good at", "What we noticed")
    assert {block.kind for section in (strengths, noticed) for block in section.blocks} == {"LIST"}


@pytest.mark.parametrize("kind", ReportKind)
def test_a_ten_year_old_reads_the_family_version_and_finds_no_figure_of_professionals_in_it(kind):
    text = _family_text(kind)
    assert readability(text) <= OLDEST_GRADE
    assert never_to_families(text) == ()


def test_the_professional_version_keeps_the_usual_order():
    made = paper(report(), content(), Reader.PROFESSIONAL, draw=goal_chart)
    assert [section.heading for section in made.sections] == [
        "Identifying data",
        "Reason and consent",
        "Occupational profile",
        "Assessments",
        "Strengths",
        "Findings by area",
        "Goals and attainment",
        "Interventions",
        "Home programme",
        "Progress",
        "In the family’s words",
        "Recommendations",
    ]
    text = _text(_pdf(Reader.PROFESSIONAL))
    assert "6 years 4 months" in text
    assert "33 to 43 (90%, as printed)" in text


def test_levels_come_before_the_score_and_every_figure_says_of_how_many():
    text = _text(_pdf(Reader.PROFESSIONAL))
    assert _in_order(text, "where we started (−2)", "on the way (−1)", "T was 27.7 at the start")
    assert "over 2 of 2 goals. All goals weigh the same. Every goal starts at −2;" in text
    assert "21 moments on 18 days; how much help there was is known for 16 of 18 days." in text
    assert "92 of 100 comparisons (with 95% confidence anything from 60 to 99; NAP" in text
    assert "Counted 14 times by Samira: socks on by himself. 4 of 5 mornings lately" in text
    assert "Mean change over the 1 of 2 rated both times: going 3, happy 4" in text


def test_a_plan_and_an_evaluation_do_not_look_back():
    for kind in (ReportKind.PLAN, ReportKind.EVALUATION):
        assert "A day without a note is missing" not in _text(_pdf(Reader.PROFESSIONAL, kind))


def test_what_stands_beside_a_report_comes_after_the_signature():
    for reader in Reader:
        text = _text(_pdf(reader, **WHOLE))
        assert _in_order(
            text, "Seal: abab", "Added later", "School asked", "The family’s words", "It is true."
        )


def test_a_draft_says_that_it_is_one():
    unsigned = {"state": ReportState.DRAFT, "signed_at": None, "digest": "", "content": None}
    seen = report(**unsigned)
    made = build(seen, content() | {"signed": {}}, Reader.FAMILY, draw=goal_chart)
    assert "Draft, not signed yet." in _text(made)
    assert "Seal" not in _text(made)


def test_boxes_and_lists_that_are_empty_leave_no_heading_behind():
    bare = content() | {
        "words": {}, "asked": [], "strengths": [], "findings": [], "goals": [], "ideas": [], "quotes": [], "scores": [],
        "changes": [], "moved": None, "story": {}, "attainment": {}, "visits": [],
    }  # fmt: skip
    seen = report()
    for reader in Reader:
        made = paper(seen, bare, reader, draw=goal_chart)
        assert all(section.blocks for section in made.sections)
        assert build(seen, bare, reader, draw=goal_chart)


@pytest.mark.parametrize("reader", Reader)
def test_equal_words_give_equal_bytes_in_any_readers_language(reader):
    first = _pdf(reader, **WHOLE)
    with translation.override("de"):
        assert _pdf(reader, **WHOLE) == first
    assert _pdf(reader) != first


@pytest.mark.parametrize("reader", Reader)
def test_the_pdf_ua_checker_finds_no_error(reader, tmp_path):
    printed = tmp_path / "report.pdf"
    printed.write_bytes(_pdf(reader, **WHOLE))
    outloud = Path(sys.executable).with_name("outloud")
    done = subprocess.run([outloud, printed], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 error(s), 0 warning(s)" in done.stdout


def test_it_is_tagged_dated_and_set_in_our_own_font():
    with pikepdf.open(BytesIO(_pdf(Reader.PROFESSIONAL))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        told = pdf.open_metadata()
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] == "Progress report · Idris Osman"
        assert told["xmp:CreateDate"].startswith("2026-11-20")
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_a_paper_is_plain_values():
    made = paper(report(), content(), Reader.PROFESSIONAL, draw=goal_chart)
    assert json.loads(json.dumps(asdict(made)))["clinic"] == "Willow House"
