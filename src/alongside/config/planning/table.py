"""The table of how well the planner plans made-up families, with a greedy planner beside it."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.config.planning.families import KINDS, Family, family
from alongside.core.planning.model import PIN, model
from alongside.core.planning.places import Week, candidates
from alongside.core.planning.planner import plan_week
from alongside.core.planning.search import greedy
from alongside.core.planning_check import violations


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One family planned: hard rules broken, whether the best is proven, points, bound, greedy points, times in ms."""

    kind: str
    violations: int
    proven: bool
    pins: int
    points: int
    bound: int
    greedy: int
    ms: float
    cpu_ms: float

    @property
    def gap(self) -> float:
        """How much better another week could be at most, in percent."""
        return 100 * (self.bound - self.points) / max(1, abs(self.points))

    @property
    def greedy_behind(self) -> float:
        """How far the greedy week is behind this one, in percent."""
        return 100 * (self.points - self.greedy) / max(1, abs(self.points))


def row(one: Family) -> Row:
    """Plan one family and look at the week with the second pair of eyes."""
    began, worked = time.perf_counter(), time.process_time()
    plan = plan_week(one.instance)
    ms, cpu_ms = 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)
    week = Week(one.instance)
    numbers = model(week, candidates(week)[0])
    return Row(
        kind=one.kind,
        violations=len(violations(one.instance, [choice.choice for choice in plan.choices])),
        proven=plan.proven,
        pins=len(plan.unkept),
        points=plan.objective,
        bound=plan.bound,
        greedy=greedy(numbers) - PIN * (len(week.pins) - len(plan.unkept)),
        ms=ms,
        cpu_ms=cpu_ms,
    )


def rows(number: int) -> list[Row]:
    """The first families of the generator, planned one by one."""
    return [row(family(at)) for at in range(number)]


def table(found: Sequence[Row]) -> str:
    """One line for each kind of family and one for all."""
    kinds = [[one for one in found if one.kind == kind] for kind in KINDS]
    lines = [_line(few[0].kind, few) for few in kinds if few]
    return "\n".join([*_HEAD, *lines, _line("all", found)])


def _line(name: str, few: Sequence[Row]) -> str:
    """A line of the table. A family whose greedy week keeps fewer pins does not count for the greedy average."""
    behind = [one.greedy_behind for one in few if one.greedy > -PIN // 2]
    cells = [
        name,
        len(few),
        sum(one.violations for one in few),
        f"{100 * sum(one.proven for one in few) / len(few):.1f} %",
        f"{max(one.gap for one in few):.2f} %",
        f"{statistics.median(one.ms for one in few):.0f}",
        f"{_percentile(sorted(one.ms for one in few)):.0f}",
        f"{statistics.median(one.cpu_ms for one in few):.0f}",
        f"{_percentile(sorted(one.cpu_ms for one in few)):.0f}",
        f"{statistics.fmean(behind):.1f} %" if behind else "–",
        f"{100 * sum(one.greedy == one.points for one in few) / len(few):.0f} %",
    ]
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _percentile(ordered: Sequence[float]) -> float:
    """The ninety-fifth percentile: the smallest number that 95 of 100 do not exceed."""
    return ordered[-(-95 * len(ordered) // 100) - 1]


_TITLES = (
    "families",
    "number",
    "rules broken",
    "proven best",
    "largest gap",
    "median ms",
    "p95 ms",
    "median CPU ms",
    "p95 CPU ms",
    "greedy behind",
    "greedy also best",
)
_HEAD = ("| " + " | ".join(_TITLES) + " |", "|---" * len(_TITLES) + "|")
