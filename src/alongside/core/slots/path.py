"""One shift in a model: a path from its first session to its last, with the meal and the gaps between."""

from dataclasses import dataclass
from itertools import pairwise

from alongside.core.slots.days import Meals
from alongside.core.slots.points import GAP
from alongside.core.slots.rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """An option in a shift, in cells from the shift's beginning; ``behind`` says that the meal is behind (1) or not."""

    column: int
    start: int
    until: int
    behind: int


class Path:
    """The columns and rows of one shift. Sessions are added first; ``close`` then joins them."""

    def __init__(self, rows: Rows, meals: Meals, shift: int) -> None:
        self._rows = rows
        self._cells, self._after = int(meals.cells[shift]), int(meals.after[shift])
        self._latest = int(meals.before[shift]) - self._cells
        self._sessions: list[Session] = []

    def sides(self, start: int, until: int) -> list[int]:
        """On which sides of the meal a session can lie: before it (0), behind it (1)."""
        if not self._cells:
            return [1]
        return [0] * (until <= self._latest) + [1] * (start >= self._after + self._cells)

    def add(self, session: Session) -> None:
        """One more session that the path may take."""
        self._sessions.append(session)

    def close(self) -> None:
        """Join the sessions: begin once, then sessions, gaps and the meal in any order that fits, then end."""
        nodes = self._nodes()
        balance = {node: self._rows.row(0, 0) for node in nodes}
        for one in self._sessions:
            self._arc(one.column, balance[one.behind, one.start], balance[one.behind, one.until])
        for side in (0, 1):
            mine = sorted(at for behind, at in nodes if behind == side)
            for here, there in pairwise(mine):
                column = self._rows.column(-GAP * (there - here))
                self._arc(column, balance[side, here], balance[side, there])
        for at in self._meal_starts():
            if (0, at) in balance:
                column = self._rows.column(0)
                self._arc(column, balance[0, at], balance[1, at + self._cells])
        self._ends(balance)

    def _nodes(self) -> list[tuple[int, int]]:
        """Where something begins or ends, on each side of the meal."""
        nodes = {(one.behind, at) for one in self._sessions for at in (one.start, one.until)}
        if any(not one.behind for one in self._sessions) and any(one.behind for one in self._sessions):
            nodes |= {(0, self._after)} if self._cells else set()
            nodes |= {(1, at + self._cells) for at in self._meal_starts()}
        return sorted(nodes)

    def _meal_starts(self) -> list[int]:
        """Where the meal can begin when it is as early as it fits: at the start of its time, or after a session."""
        both = any(not one.behind for one in self._sessions) and any(one.behind for one in self._sessions)
        if not self._cells or not both:
            return []
        ends = {one.until for one in self._sessions if not one.behind}
        return sorted(at for at in {self._after, *ends} if self._after <= at <= self._latest)

    def _ends(self, balance: dict[tuple[int, int], int]) -> None:
        starts = {(one.behind, one.start) for one in self._sessions}
        begins = []
        for side, at in sorted(starts):
            if side == 1 and self._cells and at < self._after + self._cells:
                continue
            if side == 0 or at >= self._after + self._cells or not self._cells:
                column = self._rows.column(0)
                begins.append(column)
                self._rows.enter(balance[side, at], column, 1.0)
        self._rows.at_most(begins, 1)
        for side, at in sorted({(one.behind, one.until) for one in self._sessions}):
            self._rows.enter(balance[side, at], self._rows.column(0), -1.0)

    def _arc(self, column: int, here: int, there: int) -> None:
        self._rows.enter(here, column, -1.0)
        self._rows.enter(there, column, 1.0)
