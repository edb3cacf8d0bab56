"""Plan the weekly times of a caseload: reads a clinic, prints a plan as JSON with its proven bound and its reasons."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from alongside.config.planning.form import Malformed
from alongside.config.slots.answer import answer, compared
from alongside.config.slots.clinic_file import instance_in
from alongside.core.slots import planner, what_if
from alongside.core.slots.instance import Instance
from alongside.core.slots.planner import Watch

LARGEST_FILE = 50_000_000
_MODES = (planner.PLAN, planner.REPAIR, "what-if")
_LONGEST_LINE = 400


def main(argv: list[str]) -> int:
    """0 with a plan, 1 for a file that needs a change, 3 with a plan that cannot keep every pin; 2 is argparse's."""
    given = _words().parse_args(argv)
    try:
        instance = instance_in(_text(given.file))
    except Malformed as malformed:
        _complain(f"{given.file}: {malformed}")
        return 1
    told = _planned(instance, given.mode, given.seconds)
    text = json.dumps(told, indent=1, ensure_ascii=False)
    if given.out:
        given.out.write_text(text + "\n", encoding="utf-8")
    else:
        print(text)
    return 3 if told.get("then", told)["unkept_pins"] else 0


def _words() -> argparse.ArgumentParser:
    words = argparse.ArgumentParser(prog="python -m alongside plan-slots", description=__doc__)
    words.add_argument(
        "file", type=Path, metavar="INSTANCE.json", help="see docs/reference/plan-slots.schema.json"
    )
    words.add_argument("--seconds", type=_seconds, default=60.0, help="how long to look, 60 when absent")
    words.add_argument(
        "--mode", choices=_MODES, default=planner.PLAN, help="from the start, a repair, or what if"
    )
    words.add_argument("--out", type=Path, help="write the answer to this file")
    return words


def _planned(instance: Instance, mode: str, seconds: float) -> dict[str, Any]:
    watch = Watch(seconds=seconds, clock=time.monotonic, progress=_progress)
    if mode == "what-if":
        told = compared(what_if.compared(instance, watch))
    else:
        told = answer(planner.plan(instance, watch, mode))
    print(file=sys.stderr)
    return told


def _progress(best: int, bound: int, seconds: float) -> None:
    """One line in the terminal that is written over and over."""
    share = 100 * best / max(1, bound)
    line = f"\r{seconds:6.0f} s   {best} points, no plan has more than {bound} ({share:.2f} %)"
    print(line, end="", file=sys.stderr, flush=True)


def _seconds(written: str) -> float:
    seconds = float(written)
    if not 0.1 <= seconds <= 86_400:
        raise ValueError
    return seconds


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Malformed("this file is larger than 50 MB")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Malformed(f"this file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise Malformed("this file is not UTF-8 text") from None


def _complain(line: str) -> None:
    """One line, whatever a file holds: nothing in it can break the line or steer a terminal."""
    plain = "".join(letter if letter.isprintable() else " " for letter in line[:_LONGEST_LINE])
    print(plain if len(line) <= _LONGEST_LINE else plain + "…", file=sys.stderr)
