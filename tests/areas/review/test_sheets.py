"""The sheets on paper: readable aloud, on any paper, without colour, and from right to left."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pymupdf
import pytest
from django.utils import translation

from alongside.areas.review.reports.sheets import build
from alongside.areas.review.reports.sheets.pictograms import FOLDER, PICTOGRAMS, of_routine
from alongside.areas.review.values.sheets import Paper, RoutineCard, Schedule, SchoolCopy, SheetIdea
from alongside.core.routines import ROUTINES

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LAST_PULL = SheetIdea(
    routine="morning.dress",
    title="Last pull is his",
    what="You do the heel and most of the pull. Idris finishes.",
    steps=("Sit side by side on the floor.", "Idris pulls it up the last bit."),
    words_that_help="Your turn to beat the sock.",
    easier="Use a big soft sock.",
    notice="Who did the last pull.",
    cautions=("Small parts: stay within touch.",),
    override="Hannah Reid looked at this on 4 September 2026: a light bag only.",
)
CARD = RoutineCard(
    child_name="Idris",
    clinic_name="Willow House",
    routine="morning.dress",
    usual_at=time(7, 30),
    ideas=(LAST_PULL,),
    care=("food:nuts", "noise_sensitive"),
)
SCHOOL = SchoolCopy(
    child_name="Idris",
    clinic_name="Willow House",
    on=date(2026, 11, 22),
    ideas=(replace(LAST_PULL, routine="school.writing"),),
    care=("food:nuts",),
    therapist_name="Hannah Reid",
    phone="01632 960123",
)
MORNING = ["wake", "clothes", "breakfast", "teeth", "bag"]


def _strip(paper: Paper = Paper.A4) -> bytes:
    return build.schedule(Schedule.STRIP, MORNING, "Idris", "Willow House", paper, at=AT)


def _now_next(paper: Paper = Paper.A4) -> bytes:
    return build.schedule(Schedule.NOW_NEXT, [*MORNING, "shoes"], "Idris", "Willow House", paper, at=AT)


SHEETS = {
    "card": lambda paper: build.card(CARD, paper, at=AT),
    "school": lambda paper: build.school_copy(SCHOOL, paper, at=AT),
    "strip": _strip,
    "now_next": _now_next,
}


def _text(pdf: bytes) -> str:
    [page] = pymupdf.open(stream=pdf)
    return " ".join(page.get_text().split())


def _read_aloud(pdf: bytes, folder: Path) -> str:
    paper = folder / "sheet.pdf"
    paper.write_bytes(pdf)
    outloud = Path(sys.executable).with_name("outloud")
    done = subprocess.run([outloud, paper], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("sheet", sorted(SHEETS))
def test_the_pdf_ua_checker_finds_no_error_on_any_sheet(sheet, tmp_path):
    assert "0 error(s), 0 warning(s)" in _read_aloud(SHEETS[sheet](Paper.A5), tmp_path)


@pytest.mark.parametrize("paper", Paper)
def test_every_sheet_stands_on_one_side_of_every_paper(paper):
    widths = {Paper.A3: 842, Paper.A4: 595, Paper.A5: 420, Paper.A6: 298, Paper.LETTER: 612, Paper.LEGAL: 612}
    for draw in SHEETS.values():
        [page] = pymupdf.open(stream=draw(paper))
        assert round(page.rect.width) == widths[paper]


def test_no_sheet_needs_colour():
    for draw in SHEETS.values():
        [page] = pymupdf.open(stream=draw(Paper.A5))
        pixels = page.get_pixmap(dpi=40).samples
        spread = [max(pixels[at : at + 3]) - min(pixels[at : at + 3]) for at in range(0, len(pixels), 3)]
        assert max(spread) < 40, "black, white and the ink of the letters"


def test_a_card_says_how_and_what_to_take_care_of():
    shown = _text(SHEETS["card"](Paper.A5))
    for words in (
        "Getting dressed",
        "Idris, about 07:30",
        "Please take care: Allergic to nuts or peanuts; Loud sounds hurt or frighten.",
        "Sit side by side on the floor.",
        "“Your turn to beat the sock.”",
        "Easier: Use a big soft sock.",
        "What to notice: Who did the last pull.",
        "Take care: Small parts: stay within touch.",
        "Hannah Reid looked at this on 4 September 2026: a light bag only.",
        "One is plenty.",
        "OpenMoji, CC BY-SA 4.0",
    ):
        assert words in shown


def test_the_copy_for_school_says_whom_to_ring_and_what_to_take_care_of():
    shown = _text(SHEETS["school"](Paper.A4))
    for words in (
        "What helps Idris at school",
        "Allergic to nuts",
        "Ring Hannah Reid at Willow House, 01632 960123",
    ):
        assert words in shown
    empty = replace(SCHOOL, ideas=(), care=(), therapist_name="")
    assert "There is no idea for school yet." in _text(build.school_copy(empty, Paper.A4, at=AT))


def test_a_very_full_card_runs_on_rather_than_becoming_too_small():
    full = replace(CARD, ideas=(replace(LAST_PULL, what="what " * 60, steps=("step " * 14,) * 6),) * 4)
    pages = pymupdf.open(stream=build.card(full, Paper.A6, at=AT))
    smallest = min(
        span["size"]
        for page in pages
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
    )
    assert len(pages) > 1
    assert smallest > 6


def test_a_sheet_in_arabic_reads_from_right_to_left_and_shows_every_letter(tmp_path):
    words = "سحب الجورب الأخير له"
    with translation.override("ar"):
        made = build.card(replace(CARD, ideas=(replace(LAST_PULL, title=words),)), Paper.A5, at=AT)
    [page] = pymupdf.open(stream=made)
    assert "□" not in page.get_text()
    assert "0 error(s)" in _read_aloud(made, tmp_path)
    left = {
        span["font"]: span["bbox"][0]
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
    }
    arabic = [at for font, at in left.items() if "NotoSansArabic" in font]
    assert arabic
    assert min(arabic) > page.rect.width / 4, "the title begins at the right edge"


def test_every_routine_and_every_word_has_its_picture():
    files = {path.stem for path in FOLDER.glob("*.svg")}
    assert files == set(PICTOGRAMS)
    assert {of_routine(code) for code in ROUTINES} <= files
    licence = (FOLDER / "LICENSE-openmoji.txt").read_text()
    assert licence.startswith("Attribution-ShareAlike 4.0 International")
    assert all(re.match(r"\s*<svg", path.read_text()) for path in FOLDER.glob("*.svg"))


def test_equal_sheets_give_equal_bytes():
    assert _strip() == _strip()
    assert _strip() != _now_next()
