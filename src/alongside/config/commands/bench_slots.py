"""Plan made-up clinics and print how good and how fast: greedy, this planner and plain models side by side."""

import argparse
import resource
import sys

from alongside.config.slots.generate import SIZES
from alongside.config.slots.table import Row, plain, repairs, rows, table


def main(argv: list[str]) -> int:
    """0 when no plan breaks a rule; 1 otherwise."""
    words = argparse.ArgumentParser(prog="python -m alongside bench-slots", description=__doc__)
    words.add_argument("--sizes", nargs="+", choices=list(SIZES), default=list(SIZES))
    words.add_argument("--seconds", nargs="+", type=float, default=[10.0, 60.0, 300.0])
    words.add_argument(
        "--plain", type=float, default=0, help="seconds for the plain models; 0 leaves them away"
    )
    words.add_argument("--cp-sat", default="", help="a Python that has ortools, for plain CP-SAT")
    given = words.parse_args(argv)
    found: list[Row] = []
    for size in given.sizes:
        found += rows(size, given.seconds)
        found += _plain(size, given.plain, given.cp_sat)
    print(table(found))
    for size in given.sizes:
        print("\n" + "\n".join(repairs(size)))
    print(f"\nmost memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 1 if any(one.broken for one in found) else 0


def _plain(size: str, seconds: float, cp_sat: str) -> list[Row]:
    if not seconds:
        return []
    ways = [("plain_highs", sys.executable)] + ([("plain_cp_sat", cp_sat)] if cp_sat else [])
    return [row for module, python in ways if (row := plain(size, module, python, seconds))]
