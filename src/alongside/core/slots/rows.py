"""Puts a model together: columns and rows one after the other, as the solver takes them."""

from collections.abc import Sequence

import numpy as np

from alongside.core.solver import Model

INFINITE = float("inf")


class Rows:
    """A model that grows. Columns and rows are numbered from 0 in the order in which they come."""

    def __init__(self) -> None:
        self._cost: list[float] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._row_low: list[float] = []
        self._row_high: list[float] = []
        self._triples: list[tuple[int, int, float]] = []

    def column(self, cost: float, low: float = 0.0, high: float = 1.0) -> int:
        """One more column and its number."""
        self._cost.append(cost)
        self._low.append(low)
        self._high.append(high)
        return len(self._cost) - 1

    def row(self, low: float, high: float, entries: Sequence[tuple[int, float]] = ()) -> int:
        """One more row with its entries, each a column and a factor, and its number."""
        self._row_low.append(low)
        self._row_high.append(high)
        row = len(self._row_low) - 1
        for column, factor in entries:
            self._triples.append((row, column, factor))
        return row

    def at_most(self, columns: Sequence[int], most: float) -> int:
        """A row in which some columns together are at most a number."""
        return self.row(-INFINITE, most, [(one, 1.0) for one in columns])

    def enter(self, row: int, column: int, factor: float) -> None:
        """One more entry of a row."""
        self._triples.append((row, column, factor))

    def model(self) -> Model:
        """Everything as arrays."""
        triples = np.array(self._triples, dtype=np.float64).reshape(-1, 3)
        return Model(
            cost=np.array(self._cost),
            low=np.array(self._low),
            high=np.array(self._high),
            row_low=np.array(self._row_low),
            row_high=np.array(self._row_high),
            rows=triples[:, 0].astype(np.int64),
            columns=triples[:, 1].astype(np.int64),
            values=triples[:, 2],
        )
