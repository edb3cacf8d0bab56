"""HiGHS on the plain model, for comparison only: python -m alongside.config.slots.plain_highs FILE.json SECONDS."""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from alongside.config.slots import clinic_file, plain
from alongside.core import solver
from alongside.core.slots.instance import Instance
from alongside.core.slots.result import Placement


def main(argv: Sequence[str]) -> int:
    """Print one line of JSON: the placements found, and the seconds used, building the model included."""
    began = time.monotonic()
    clinic = clinic_file.instance_in(Path(argv[0]).read_text(encoding="utf-8"))
    placed = plan(clinic, float(argv[1]))
    answer = {"placements": [asdict(one) for one in placed or ()], "bound": None, "found": placed is not None}
    seconds = round(time.monotonic() - began, 2)
    sys.stdout.write(json.dumps(answer | {"seconds": seconds}) + "\n")
    return 0


def plan(clinic: Instance, seconds: float) -> tuple[Placement, ...] | None:
    """The best plan that HiGHS finds in so many seconds, building the model included; None when it finds none."""
    until = time.monotonic() + seconds
    model = plain.model(clinic)
    limits = solver.Limits(seconds=until - time.monotonic(), nodes=10**9)
    found = solver.best(_arrays(model), limits)
    if found is None:
        return None
    chosen = [one for one, value in zip(model.options, found, strict=False) if value]
    return plain.placements(clinic, chosen)


def _arrays(model: plain.Model) -> solver.Model:
    columns = [at for variables, _, _ in model.rows for at in variables]
    values = [value for _, coefficients, _ in model.rows for value in coefficients]
    lengths = [len(variables) for variables, _, _ in model.rows]
    return solver.Model(
        cost=np.array(model.points, dtype=float),
        low=np.zeros(len(model.points)),
        high=np.ones(len(model.points)),
        row_low=np.full(len(model.rows), -np.inf),
        row_high=np.array([limit for _, _, limit in model.rows], dtype=float),
        rows=np.repeat(np.arange(len(model.rows), dtype=np.int64), lengths),
        columns=np.array(columns, dtype=np.int64),
        values=np.array(values, dtype=float),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
