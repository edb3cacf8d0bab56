"""How fast and how heavy it is, measured on this machine: python -m alongside bench [SMALL LARGE]."""

import shutil
import tempfile
import time
from pathlib import Path

from alongside.config.bench import measure, table

SIZES = ((2_000, 100), (20_000, 20))  # children, and entries of each


def main(argv: list[str]) -> int:
    """Fill two clinics, measure both and a bare Django page, print the table. Other sizes can be given to try it."""
    began = time.monotonic()
    asked = [int(word) for word in argv] or [children for children, _ in SIZES]
    home = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    try:
        small, large = measure.measure(
            [_filled(home, children, each) for children, (_, each) in zip(asked, SIZES, strict=True)]
        )
        for line in table.lines(small, large, measure.bare(home), measure.paper(home)):
            print(line)
    finally:
        shutil.rmtree(home)
    print(f"\nmeasured in {time.monotonic() - began:.0f} s")
    return 0


def _filled(home: Path, children: int, entries: int) -> measure.Filled:
    print(f"filling a clinic with {children:,} children ...", flush=True)
    return measure.fill(home / str(children), children, entries)
