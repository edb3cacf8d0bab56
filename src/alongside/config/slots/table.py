"""The table of how well made-up clinics are planned: percent of the proven bound, beside simpler ways."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from alongside.config.slots.generate import clinic
from alongside.config.slots.written import written
from alongside.core.slot_checker import violations, worth
from alongside.core.slots.instance import Instance, Therapist
from alongside.core.slots.planner import PLAN, REPAIR, Watch, greedy_plan, plan
from alongside.core.slots.result import Placement, Plan

HEAD = (
    "| clinic | way | seconds | CPU seconds | rules broken | points | no plan has more than | of the bound |"
)
_REPAIR_HEAD = "| clinic | repair | seconds | CPU seconds | families moved | times kept or found | points |"
_LINE = "|---" * (HEAD.count("|") - 1) + "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clinic planned in one way; ``bound`` is 0 where that way proves none."""

    clinic: str
    way: str
    seconds: float
    cpu: float
    broken: int
    points: int
    bound: int

    def line(self, bound: int) -> str:
        """The row as a line of the table; ``bound`` is the lowest that was proven for the clinic."""
        share = f"{int(10000 * self.points / bound) / 100:.2f} %" if bound else "–"
        cells = [self.clinic, self.way, f"{self.seconds:.1f}", f"{self.cpu:.1f}", self.broken, self.points]
        return "| " + " | ".join(str(cell) for cell in [*cells, self.bound or "–", share]) + " |"


def rows(size: str, seconds: Sequence[float], seed: int = 1) -> list[Row]:
    """A clinic planned greedily and by the planner in so many seconds each."""
    instance = clinic(size, seed)
    return [
        _row(size, "greedy", instance, (greedy_plan, 3600.0, PLAN)),
        *[_row(size, f"planner, {limit:g} s", instance, (plan, limit, PLAN)) for limit in seconds],
    ]


def repairs(size: str, seconds: float = 2.0, seed: int = 1) -> list[str]:
    """The busiest therapist falls ill: how many families lose their time, and get one again, in both ways."""
    instance = ill(clinic(size, seed))
    lines = [_REPAIR_HEAD, "|---" * 7 + "|"]
    for name, way in (("greedy", greedy_plan), ("planner", plan)):
        began, worked = time.monotonic(), time.process_time()
        found = way(instance, Watch(seconds=seconds, clock=time.monotonic), REPAIR)
        cells = [
            size,
            name,
            f"{time.monotonic() - began:.1f}",
            f"{time.process_time() - worked:.1f}",
            len(found.moved),
            len(found.placements),
            found.objective,
        ]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return lines


def ill(instance: Instance) -> Instance:
    """The clinic with a greedy plan as its times of now, and without the therapist who has most of them."""
    before = greedy_plan(instance, Watch(seconds=3600, clock=time.monotonic))
    times = tuple(one.time for one in before.placements)
    names = [one.therapist for one in times]
    most = max(sorted(set(names)), key=names.count)
    return replace(instance, now=times, therapists=tuple(_without(one, most) for one in instance.therapists))


def _without(one: Therapist, who: str) -> Therapist:
    return replace(one, shifts=()) if one.id == who else one


def _row(size: str, name: str, instance: Instance, how: tuple[object, float, str]) -> Row:
    way, seconds, mode = how
    assert callable(way)  # noqa: S101 (a table of ways)
    worked = time.process_time()
    found: Plan = way(instance, Watch(seconds=seconds, clock=time.monotonic), mode)
    return Row(
        clinic=size,
        way=name,
        seconds=found.seconds,
        cpu=time.process_time() - worked,
        broken=len(violations(instance, found.placements)),
        points=found.objective,
        bound=found.bound if way is plan else 0,
    )


def plain(size: str, module: str, python: str, seconds: float, seed: int = 1) -> Row | None:
    """A plain model in its own process and its own Python; None when that Python cannot run it."""
    instance = clinic(size, seed)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "clinic.json"
        file.write_text(json.dumps(written(instance)), encoding="utf-8")
        command = [python, "-m", f"alongside.config.slots.{module}", str(file), str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1:], file=sys.stderr)  # noqa: T201 (the table says why it is short)
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = json.loads(done.stdout.splitlines()[-1])
    placed = [Placement(**one) for one in said["placements"]]
    return Row(
        clinic=size,
        way=f"{module}, {seconds:g} s",
        seconds=said["seconds"],
        cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        broken=len(violations(instance, placed)),
        points=sum(worth(instance, placed).values()),
        bound=0,
    )


def table(found: Sequence[Row]) -> str:
    """All rows, each beside the lowest bound that was proven for its clinic."""
    lowest = {
        one.clinic: min(other.bound for other in found if other.clinic == one.clinic and other.bound)
        for one in found
        if any(other.clinic == one.clinic and other.bound for other in found)
    }
    return "\n".join([HEAD, _LINE, *[one.line(lowest.get(one.clinic, 0)) for one in found]])
