"""The table of points in the documentation is the one that counts."""

import re
from pathlib import Path

from alongside.core.fitting import WEIGHTS

PAGE = Path(__file__).resolve().parents[3] / "docs/explanation/regular-times.md"


def test_every_number_of_the_table_stands_in_the_documentation():
    rows = [line.split("|")[2] for line in PAGE.read_text().splitlines() if line.startswith("| ")][1:]
    written = sorted(tuple(sorted(map(int, re.findall(r"\d+", row)))) for row in rows)
    counted = sorted(
        tuple(sorted(dict.fromkeys(abs(number) for number in weight if number) or (0,)))
        for weight in WEIGHTS.values()
    )
    assert written == counted
