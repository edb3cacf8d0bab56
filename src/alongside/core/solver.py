"""The one door to HiGHS: a model of yes-or-no columns as plain arrays, and its answer. Nothing else imports highspy."""

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_SURE, _WHOLE = 0.9, 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Maximise ``cost @ x`` for ``low <= x <= high`` and ``row_low <= matrix @ x <= row_high``; all x are whole.

    The matrix is given as triples: ``rows[k], columns[k], values[k]``; no pair stands there twice.
    """

    cost: Floats
    low: Floats
    high: Floats
    row_low: Floats
    row_high: Floats
    rows: Ints
    columns: Ints
    values: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """When to stop: seconds (of this machine), nodes of the tree, and a gap in points that is close enough."""

    seconds: float = 60.0
    nodes: int = 1000
    gap: float = 0.99


def best(model: Model, limits: Limits, start: Ints | None = None) -> Floats | None:
    """The best whole answer that was found, or None. ``start`` are the columns that are 1 in a known answer."""
    solver = _solver(model, limits)
    solver.changeColsIntegrality(
        len(model.cost),
        np.arange(len(model.cost), dtype=np.int32),
        np.full(len(model.cost), int(highspy.HighsVarType.kInteger), dtype=np.uint8),
    )
    if start is not None and len(start):
        solver.setSolution(len(start), start.astype(np.int32), np.ones(len(start)))
    solver.run()
    if solver.getInfo().primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return None
    return np.round(np.array(solver.getSolution().col_value))


def dive(model: Model, few: Ints, limits: Limits) -> Floats | None:
    """A good answer, fast: what is almost 1 in the linear answer becomes 1, and the rest is asked again.

    ``few`` are the columns that decide; the others follow from them. None when time is up before the end.
    """
    solver = _solver(model, limits)
    solver.run()
    open_ = np.ones(len(few), dtype=np.bool_)
    while solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        answer = np.array(solver.getSolution().col_value)
        now = answer[few]
        between = open_ & (now > _WHOLE) & (now < 1 - _WHOLE)
        if not between.any():
            return np.round(answer)
        top = int(np.argmax(np.where(between, now, 0.0)))
        take = open_ & (now >= _SURE)
        take[top] = True
        if not _fixed(solver, few[take], 1.0):
            _loose(solver, few[take])
            take[:] = False
            take[top] = True
            if not _fixed(solver, few[take], 1.0):
                _fixed(solver, few[take], 0.0)
        open_ &= ~take
        if solver.getRunTime() > limits.seconds:
            return None
    return None


def _fixed(solver: highspy.Highs, columns: Ints, to: float) -> bool:
    """Fix some columns and solve again; False when nothing is possible then."""
    values = np.full(len(columns), to)
    solver.changeColsBounds(len(columns), columns.astype(np.int32), values, values)
    solver.run()
    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _loose(solver: highspy.Highs, columns: Ints) -> None:
    number = len(columns)
    solver.changeColsBounds(number, columns.astype(np.int32), np.zeros(number), np.ones(number))


def _solver(model: Model, limits: Limits) -> highspy.Highs:
    """A solver with the model as a linear one. One thread and one seed, so that the same gives the same."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy types everything but its constructor.
    wanted: dict[str, bool | int | float] = {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "time_limit": max(0.05, limits.seconds),
        "mip_max_nodes": limits.nodes,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": limits.gap,
    }
    for name, value in wanted.items():
        solver.setOptionValue(name, value)
    solver.passModel(_passed(model))
    return solver


def _passed(model: Model) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    number = len(model.cost)
    order = np.lexsort((model.rows, model.columns))
    counts = np.bincount(model.columns, minlength=number)
    lp.num_col_, lp.num_row_ = number, len(model.row_low)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = model.cost, model.low, model.high
    lp.row_lower_, lp.row_upper_ = model.row_low, model.row_high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = number, len(model.row_low)
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    lp.a_matrix_.index_ = model.rows[order].astype(np.int32)
    lp.a_matrix_.value_ = model.values[order]
    return lp
