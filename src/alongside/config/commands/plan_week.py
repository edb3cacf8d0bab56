"""Plan one family's week: reads an instance, prints the best week as JSON with its proof and its reasons."""

import argparse
import json
import sys
from pathlib import Path

from alongside.config.planning.answer import answer, explanations
from alongside.config.planning.form import Malformed
from alongside.config.planning.week_file import instance_in
from alongside.core.planning.planner import plan_week
from alongside.core.planning.search import NODES

LARGEST_FILE = 10_000_000
_LONGEST_LINE = 400
_MOST_NODES = 1_000_000


def main(argv: list[str]) -> int:
    """0 with a week, 1 for a file that needs a change, 3 with a week that cannot keep every pin; 2 is argparse's."""
    words = argparse.ArgumentParser(prog="python -m alongside plan-week", description=__doc__)
    words.add_argument(
        "file", type=Path, metavar="INSTANCE.json", help="see docs/reference/plan-week.schema.json"
    )
    words.add_argument(
        "--explain", action="store_true", help="also say why every other idea is not in the week"
    )
    words.add_argument("--nodes", type=_nodes, default=NODES, help=f"how much to search, {NODES} when absent")
    given = words.parse_args(argv)
    try:
        instance = instance_in(_text(given.file))
    except Malformed as malformed:
        _complain(f"{given.file}: {malformed}")
        return 1
    plan = plan_week(instance, given.nodes)
    told = answer(instance, plan)
    if given.explain:
        told |= explanations(instance, plan, given.nodes)
    print(json.dumps(told, indent=1))
    return 3 if plan.unkept else 0


def _nodes(written: str) -> int:
    number = int(written)
    if not 1 <= number <= _MOST_NODES:
        raise ValueError
    return number


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Malformed("this file is larger than 10 MB")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Malformed(f"this file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise Malformed("this file is not UTF-8 text") from None


def _complain(line: str) -> None:
    """One line, whatever a file holds: nothing in it can break the line or steer a terminal."""
    plain = "".join(letter if letter.isprintable() else " " for letter in line[:_LONGEST_LINE])
    print(plain if len(line) <= _LONGEST_LINE else plain + "…", file=sys.stderr)
