"""A piece of the plan planned again, exactly: some shifts are emptied, some children look for a time in them anew.

Everything outside the piece stays. What was there is one of the answers, so the best answer is at least as good.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alongside.core.slots.draft import Chosen, Draft
from alongside.core.slots.instance import GRID, Way
from alongside.core.slots.options import Ints
from alongside.core.slots.path import Path, Session
from alongside.core.slots.points import SIBLING_WAIT, SIBLINGS
from alongside.core.slots.rows import Rows
from alongside.core.solver import Limits, best, dive

MOST_KINDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is planned again: the shifts, the children who look for times there, and the options they may take.

    No child of the part has a time elsewhere. ``fixed`` are times of other children in the shifts, which stay.
    """

    shifts: Sequence[int]
    children: Sequence[int]
    options: Ints
    fixed: Sequence[int] = ()


class Piece:
    """The model of one part, beside a draft from which the part's children have been taken."""

    def __init__(self, draft: Draft, part: Part, held: Mapping[int, Sequence[Chosen]]) -> None:
        self.part = part
        self._draft, self._options = draft, draft.options
        self._rows = Rows()
        self._chosen: dict[int, Chosen] = {}
        self._column_of: dict[tuple[int, int, int], int] = {}
        self._of_option: dict[int, list[int]] = defaultdict(list)
        self._paths = {at: Path(self._rows, draft.meals, at) for at in part.shifts}
        for at in part.options:
            self._option(int(at))
        for at in part.fixed:
            self._stays(at)
        self._children()
        for path in self._paths.values():
            path.close()
        self._minutes()
        self._rooms()
        self._kin()
        self._begin = self._columns(held)

    def solved(self, limits: Limits) -> dict[int, list[Chosen]] | None:
        """The best times of the part's children that were found, beginning with what they held; None for none in time.

        Looks at nothing that changes, so that several pieces can be solved at the same time.

        With no nodes a quick dive has to do.
        """
        found: dict[int, list[Chosen]] = {child: [] for child in self.part.children}
        if not self._chosen:
            return found
        model = self._rows.model()
        if limits.nodes:
            answer = best(model, limits, self._begin)
        else:
            answer = dive(model, np.array(sorted(self._chosen), dtype=np.int64), limits)
        if answer is None:
            return None
        for column, chosen in self._chosen.items():
            if answer[column] > 0.5:
                found[int(self._options.child[chosen[0]])].append(chosen)
        return found

    def _columns(self, held: Mapping[int, Sequence[Chosen]]) -> Ints:
        """The columns of what was held, each session on its side of the meal."""
        few = [one for several in held.values() for one in several]
        meals = self._meals([at for at, _ in few])
        columns = []
        for at, kind in few:
            start, until = self._span(at)
            meal = meals[int(self._options.shift[at])]
            for side in self._paths[int(self._options.shift[at])].sides(start, until):
                if side == (start >= meal) and (at, kind, side) in self._column_of:
                    columns.append(self._column_of[at, kind, side])
        return np.array(sorted(columns), dtype=np.int64)

    def _meals(self, held: Sequence[int]) -> dict[int, int]:
        """For each shift where its meal begins beside what is held and what stays: as early as it can."""
        options, meals = self._options, self._draft.meals
        busy = self._draft.busy.copy()
        for at in held:
            busy[options.lo[at] : options.lo[at] + options.length[at]] = 1
        found = {}
        for shift in self._paths:
            base, cells = int(options.shifts.base[shift]), int(meals.cells[shift])
            possible = range(int(meals.after[shift]), int(meals.before[shift]) - cells + 1)
            free = (at for at in possible if not busy[base + at : base + at + cells].any())
            found[shift] = next(free, 0) if cells else 0
        return found

    def _span(self, at: int) -> tuple[int, int]:
        """An option in cells from the beginning of its shift."""
        start = int(self._options.lo[at] - self._options.shifts.base[self._options.shift[at]])
        return start, start + int(self._options.length[at])

    def _option(self, at: int) -> None:
        """Columns for an option: one for each kind of room and each side of the meal that is possible."""
        options = self._options
        child, shift = int(options.child[at]), int(options.shift[at])
        start, until = self._span(at)
        worth = int(options.points[at])
        if options.sessions[child] == 1:
            worth += int(options.extra[child])
        for kind in self._draft.kinds_for(at)[:MOST_KINDS]:
            for side in self._paths[shift].sides(start, until):
                column = self._rows.column(worth)
                self._paths[shift].add(Session(column=column, start=start, until=until, behind=side))
                self._of_option[at].append(column)
                self._chosen[column] = at, kind
                self._column_of[at, kind, side] = column

    def _stays(self, at: int) -> None:
        """A time of somebody else in one of the shifts: the path goes through it, on one side of the meal."""
        shift = int(self._options.shift[at])
        start, until = self._span(at)
        columns = []
        for side in self._paths[shift].sides(start, until):
            columns.append(self._rows.column(0))
            self._paths[shift].add(Session(column=columns[-1], start=start, until=until, behind=side))
        self._rows.row(1, 1, [(column, 1.0) for column in columns])

    def _children(self) -> None:
        of_child: dict[int, list[int]] = defaultdict(list)
        for at in self._of_option:
            of_child[int(self._options.child[at])].append(at)
        for child, mine in of_child.items():
            if self._options.sessions[child] == 1:
                self._rows.at_most(self._all(mine), 1)
            else:
                self._several(child, mine)

    def _all(self, options: Sequence[int]) -> list[int]:
        return [column for at in options for column in self._of_option[at]]

    def _several(self, child: int, mine: Sequence[int]) -> None:
        """Several times a week: one therapist, different days; being seen at all brings its points once."""
        by_therapist: dict[int, list[int]] = defaultdict(list)
        by_day: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at in mine:
            by_therapist[int(self._options.therapist[at])].append(at)
            by_day[int(self._options.therapist[at]), int(self._options.day[at])].append(at)
        seen = {one: self._rows.column(float(self._options.extra[child])) for one in by_therapist}
        self._rows.at_most(list(seen.values()), 1)
        most = float(self._options.sessions[child])
        for one, few in by_therapist.items():
            columns = [(column, 1.0) for column in self._all(few)]
            self._rows.row(-most, 0, [*columns, (seen[one], -most)])
            self._rows.row(0, most, [*columns, (seen[one], -1.0)])
        for (one, _), few in by_day.items():
            self._rows.row(-1, 0, [*[(column, 1.0) for column in self._all(few)], (seen[one], -1.0)])

    def _minutes(self) -> None:
        options = self._options
        by_day: dict[tuple[int, int], list[tuple[int, float]]] = defaultdict(list)
        for at, columns in self._of_option.items():
            minutes = float(options.minutes[options.child[at]])
            by_day[int(options.therapist[at]), int(options.day[at])] += [(one, minutes) for one in columns]
        for (therapist, day), entries in sorted(by_day.items()):
            self._rows.row(-float("inf"), self._draft.minutes_left(therapist, day), entries)

    def _rooms(self) -> None:
        """A row for each cell of a kind of room that the part's shifts could fill."""
        options = self._options
        uses: dict[tuple[int, int, int], list[int]] = defaultdict(list)
        shifts: dict[tuple[int, int, int], set[int]] = defaultdict(set)
        for column, (at, kind) in self._chosen.items():
            if kind >= 0:
                first = int(options.cell[at])
                for cell in range(first, first + int(options.minutes[options.child[at]]) // GRID):
                    key = kind, int(options.day[at]), cell
                    uses[key].append(column)
                    shifts[key].add(int(options.shift[at]))
        for key, columns in sorted(uses.items()):
            left = self._draft.rooms_left(*key)
            if len(shifts[key]) > left:
                self._rows.at_most(columns, left)

    def _kin(self) -> None:
        """Brothers and sisters: never at the same time, and some points for being seen back to back."""
        part = set(self.part.children)
        families: dict[str, list[int]] = defaultdict(list)
        for child in self.part.children:
            name = self._options.instance.children[child].family
            if name:
                families[name].append(child)
        mine: dict[int, list[int]] = defaultdict(list)
        for at in self._of_option:
            mine[int(self._options.child[at])].append(at)
        for members in families.values():
            self._apart(members, mine)
            others = [one for one in self._draft.kin(members[0]) if one not in part]
            if not any(self._draft.are_back_to_back(a, b) for a in others for b in others if a != b):
                self._joined(members, others, mine)

    def _apart(self, members: Sequence[int], mine: dict[int, list[int]]) -> None:
        if len(members) < 2:
            return
        cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for child in members:
            length = int(self._options.minutes[child]) // GRID
            for at in mine[child]:
                first = int(self._options.cell[at])
                for cell in range(first, first + length):
                    cells[int(self._options.day[at]), cell] += self._of_option[at]
        for columns in cells.values():
            self._rows.at_most(columns, 1)

    def _joined(self, members: Sequence[int], others: Sequence[int], mine: dict[int, list[int]]) -> None:
        """One column for each way in which two children of a family can be back to back; one of them counts."""
        ends: dict[tuple[int, int, int], list[tuple[int, int | None]]] = defaultdict(list)
        starts: dict[tuple[int, int, int], list[tuple[int, int | None]]] = defaultdict(list)
        for child in (*members, *others):
            if self._options.instance.children[child].way is not Way.ROOM:
                continue
            fixed = child in others
            for at in [at for at, _ in self._draft.chosen[child]] if fixed else mine[child]:
                day, site, first = self._draft.place(at)
                length = int(self._options.minutes[child]) // GRID
                ends[day, site, first + length].append((child, None if fixed else at))
                starts[day, site, first].append((child, None if fixed else at))
        columns = []
        for (day, site, cell), before in sorted(ends.items()):
            for wait in range(SIBLING_WAIT // GRID + 1):
                after = starts.get((day, site, cell + wait), [])
                columns += self._meetings(before, after)
        self._rows.at_most(columns, 1)

    def _meetings(
        self, before: list[tuple[int, int | None]], after: list[tuple[int, int | None]]
    ) -> list[int]:
        columns = []
        for one in sorted({child for child, _ in before}):
            for other in sorted({child for child, _ in after} - {one}):
                first = [at for child, at in before if child == one]
                second = [at for child, at in after if child == other]
                if None in first and None in second:
                    continue
                column = self._rows.column(float(SIBLINGS))
                columns.append(column)
                for few in (first, second):
                    if None not in few:
                        taken = self._all([at for at in few if at is not None])
                        self._rows.row(-1, 0, [(column, 1.0), *[(one_of, -1.0) for one_of in taken]])
        return columns
