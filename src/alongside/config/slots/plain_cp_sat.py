"""CP-SAT on the plain model, in a process of its own: it cannot live beside the optimiser of the product.

Run with the packages of requirements-bench.lock: python -m alongside.config.slots.plain_cp_sat FILE.json SECONDS.
"""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from ortools.sat.python import cp_model

from alongside.config.slots import clinic_file, plain


def main(argv: list[str]) -> int:
    """Print one line of JSON: the placements found, the bound, and the seconds used, building the model included."""
    began = time.monotonic()
    clinic = clinic_file.instance_in(Path(argv[0]).read_text(encoding="utf-8"))
    model = plain.model(clinic)
    said = cp_model.CpModel()
    variables = [said.new_bool_var("") for _ in model.points]
    for at, coefficients, limit in model.rows:
        said.add(cp_model.LinearExpr.weighted_sum([variables[one] for one in at], coefficients) <= limit)
    said.maximize(cp_model.LinearExpr.weighted_sum(variables, model.points))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = max(1.0, float(argv[1]) - (time.monotonic() - began))
    status = solver.solve(said)
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    chosen = [one for at, one in enumerate(model.options) if found and solver.value(variables[at])]
    placed = plain.placements(clinic, chosen)
    bound = solver.best_objective_bound if found else None
    answer = {"placements": [asdict(one) for one in placed], "bound": bound}
    seconds = round(time.monotonic() - began, 2)
    sys.stdout.write(json.dumps(answer | {"found": found, "seconds": seconds}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
