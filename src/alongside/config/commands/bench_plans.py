"""Plan made-up families and print how well and how fast: rules broken, proven share, gap, times, greedy beside it."""

import argparse

from alongside.config.planning.table import rows, table

FAMILIES = 200
_PROVEN, _GAP = 95, 2


def main(argv: list[str]) -> int:
    """0 when no rule is broken, enough weeks are proven best and the rest are close; 1 otherwise."""
    words = argparse.ArgumentParser(prog="python -m alongside bench-plans", description=__doc__)
    words.add_argument("--families", type=int, default=FAMILIES, help=f"how many, {FAMILIES} when absent")
    found = rows(max(1, words.parse_args(argv).families))
    print(table(found))
    proven = 100 * sum(one.proven for one in found) / len(found)
    close = all(one.gap <= _GAP for one in found)
    return 0 if proven >= _PROVEN and close and not any(one.violations for one in found) else 1
