"""Figures that no page of a family may hold, and everyday numbers that are fine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.words_keeper import Measure, never_to_families


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at the 16th percentile", [(Measure.PERCENTILE, "percentile")]),
        ("between two centiles", [(Measure.PERCENTILE, "centiles")]),
        ("T = 61.4", [(Measure.SCORE, "T = 61.4")]),
        ("a T score of 50", [(Measure.SCORE, "T score")]),
        ("T-scores and z-scores", [(Measure.SCORE, "T-scores"), (Measure.SCORE, "z-scores")]),
        ("his T was 44", [(Measure.SCORE, "T was 44")]),
        ("T 58.2 at review", [(Measure.SCORE, "T 58.2")]),
        ("standard score 85", [(Measure.SCORE, "standard score")]),
        ("(p < .05)", [(Measure.P_VALUE, "p < .05")]),
        ("p=0.03", [(Measure.P_VALUE, "p=0.03")]),
        ("p &lt; 0.001", [(Measure.P_VALUE, "p &lt; 0.001")]),
        ("a p-value or two", [(Measure.P_VALUE, "p-value")]),
        ("statistically significant", [(Measure.P_VALUE, "statistically significant")]),
        ("compliance was 80%", [(Measure.COMPLIANCE, "compliance was 80%")]),
        ("Adherence rate: 62.5 %", [(Measure.COMPLIANCE, "Adherence rate: 62.5 %")]),
        ("80% of the ideas", [(Measure.COMPLIANCE, "80% of")]),
        ("75% done", [(Measure.COMPLIANCE, "75% done")]),
        ("90 per cent completed", [(Measure.COMPLIANCE, "90 per cent completed")]),
        ("level -2", [(Measure.MINUS_LEVEL, "-2")]),
        ("now at −1.", [(Measure.MINUS_LEVEL, "−1")]),
        ("from −2 to +1", [(Measure.MINUS_LEVEL, "−2")]),
        ("minus two", [(Measure.MINUS_LEVEL, "minus two")]),
    ],
)
def test_professionals_figures_are_found(text: str, found: list[tuple[Measure, str]]) -> None:
    hits = [(hit.measure, hit.found) for hit in never_to_families(text)]
    assert hits == found
    assert all(text[hit.at :].startswith(hit.found) for hit in never_to_families(text))


@pytest.mark.parametrize(
    "text",
    [
        "4 of 5 mornings",
        "8-12 weeks, 8–12 weeks, 10 - 2 steps",
        "on 2026-11-02 at 9:30-10:15",
        "Ring 0117-2 or 0117 496-0182.",
        "Step 3 of 5",
        "The T-shirt has a big T on it. He wrote T, then 1.",
        "Page p 3, p. 4 and pp. 5-6",
        "The jumper is 100% cotton.",
        "Charge it to 80% first.",
        "It was minus two degrees, and −2 °C at night.",
        "A 6-year-old and a size-2 shoe",
        "He was done at 5. Attendance is free.",
        "“– no note that day”",
        "",
    ],
)
def test_everyday_numbers_are_fine(text: str) -> None:
    assert never_to_families(text) == ()


@given(st.text() | st.text(alphabet="Tpz-−1%0 .<=ofscore"))
def test_any_page_can_be_looked_at(text: str) -> None:
    assert all(text[hit.at : hit.at + len(hit.found)] == hit.found != "" for hit in never_to_families(text))
