"""The way between places. The earlier of two visits of a day holds it, in the therapist's cells."""

from collections.abc import Sequence

from alongside.areas.appointments.models import Visit


def plan(rows: Sequence[Visit]) -> tuple[Visit, ...]:
    """Set the way on each of these visits; answers stored neighbours whose way becomes longer."""
    return ()


def keep(neighbours: Sequence[Visit]) -> None:
    """Hold the longer ways of stored neighbours."""


def close_up(row: Visit) -> None:
    """After a visit went, its neighbour's way leads to the one after it."""
