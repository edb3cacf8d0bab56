"""The counts of one goal as text for a spreadsheet. No cell can begin a formula there."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from alongside.areas.practice.values import Evidence

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def text(found: Evidence) -> str:
    """One row a count, oldest first: day, phase, value, of, what it is, who told it, when it arrived, corrected.

    A byte-order mark stands first, so that spreadsheets read the letters right. Phase 0 is the baseline.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow([safe(head) for head in _heads()])
    rows.writerows([safe(cell) for cell in row] for row in _rows(found))
    return "\ufeff" + out.getvalue()


def safe(cell: object) -> str:
    """The cell as text; an apostrophe stands before whatever a spreadsheet would take for a formula."""
    said = str(cell)
    return f"'{said}" if said.lstrip(" ").startswith(_BEGINS_A_FORMULA) else said


def _heads() -> tuple[str, ...]:
    return (
        _("day"), _("phase"), _("value"), _("of"), _("counted"), _("by"), _("arrived"), _("corrected"),
    )  # fmt: skip


def _rows(found: Evidence) -> Iterator[tuple[object, ...]]:
    starts = [line.on for line in found.counted.lines] if found.counted else []
    what = found.plan.what if found.plan else ""
    for probe in found.probes:
        phase = sum(start <= probe.on for start in starts)
        arrived = probe.arrived_at.isoformat(timespec="minutes")
        yield (
            probe.on.isoformat(), phase, probe.value, probe.of, what, probe.by.name, arrived, int(probe.corrected),
        )  # fmt: skip
