"""The page that derives each index says what the code says."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from alongside.core import single_case

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "measures.md"
BEFORE, AFTER = [2, 4, 3, 3], [4, 5, 3, 6, 6]
ROW = re.compile(r"^\| `(?P<function>\w+)(?:\.(?P<part>\w+))?` \| (?P<result>[\d./]+) \|$", re.MULTILINE)
RESULTS = [found.groups() for found in ROW.finditer(PAGE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("function", "part", "result"), RESULTS)
def test_the_page_says_what_the_code_says(function: str, part: str | None, result: str) -> None:
    answer = getattr(single_case, function)(BEFORE, AFTER)
    value = getattr(answer, part) if part else answer
    if "/" in result:
        assert value == Fraction(result)
    else:
        places = len(result.partition(".")[2])
        assert f"{float(value):.{places}f}" == result


def test_the_page_holds_the_results_and_the_textbook_warning() -> None:
    assert len(RESULTS) == 21
    assert single_case.tau([3, 3, 4, 5], [4, 5, 6, 7, 7]) == Fraction(4, 5)
    assert single_case.tau_bc([3, 3, 4, 5], [4, 5, 6, 7, 7]) == -1
    assert single_case.theil_sen([3, 3, 4, 5]).slope == Fraction(5, 6)


def test_the_page_tells_the_draw_and_the_way_to_the_goal_rightly() -> None:
    drawn = single_case.randomisation_test(BEFORE, AFTER, [3, 4, 5, 6])
    assert (drawn.p, drawn.smallest_p) == (Fraction(1, 2), Fraction(1, 4))
    assert single_case.percent_of_goal_obtained(BEFORE, AFTER, 7).est == 45
