"""Worked examples of measures: runs a file of them against the core and says which do not agree."""

import argparse
from pathlib import Path

from alongside.config.measures.cases import Malformed, cases_in, label_of
from alongside.config.measures.comparing import complaint

LARGEST_FILE = 100_000_000
_LONGEST_LINE = 400


def main(argv: list[str]) -> int:
    """One line for each case that does not agree, then the count; 1 unless there are cases and all agree."""
    words = argparse.ArgumentParser(prog="python -m alongside verify-measures", description=__doc__)
    words.add_argument("file", type=Path, metavar="FILE.json", help="cases in the published format")
    path: Path = words.parse_args(argv).file
    try:
        cases = cases_in(_text(path))
    except Malformed as malformed:
        _say(f"{path}: {malformed}")
        cases = []
    agreed = sum(_agrees(raw, place) for place, raw in enumerate(cases, start=1))
    print(f"{agreed} of {len(cases)} cases agree")
    return 0 if cases and agreed == len(cases) else 1


def _agrees(raw: object, place: int) -> bool:
    wrong = complaint(raw)
    if wrong is not None:
        _say(f"{label_of(raw, place)}: {wrong}")
    return wrong is None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Malformed("this file is larger than 100 MB")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Malformed(f"this file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise Malformed("this file is not UTF-8 text") from None


def _say(line: str) -> None:
    """One line, whatever a file holds: nothing in it can break the line or steer a terminal."""
    plain = "".join(letter if letter.isprintable() else " " for letter in line[:_LONGEST_LINE])
    print(plain if len(line) <= _LONGEST_LINE else plain + "…")
