"""Seats of workers. Whoever holds seat n is known to the engine as wn, and nobody else is at that time.

A worker takes the lowest free seat, so one that is started again sits where its predecessor died and takes up what
lay there. The kernel or the database frees a seat at the death of its worker. By that the others know: the work
of a free seat belongs to nobody.
"""

import os
from pathlib import Path
from typing import Any, Protocol

try:
    import fcntl
except ImportError:  # Windows: no flock, so there is one worker with one seat.
    fcntl = None  # type: ignore[assignment]  # the module is absent there, and only there

_SEATS = range(1, 65)
_FAMILY = 7701  # Ours among the advisory locks of the database.


class NoSeat(Exception):
    """All seats are taken."""


class Seats(Protocol):
    """Where seats are kept."""

    def take(self, number: int) -> bool:
        """Whether the seat is this worker's now."""

    def leave(self, number: int) -> None:
        """Free it again."""

    def check(self) -> None:
        """Raise when what holds the seats is gone: this worker no longer knows that it is the only one."""


class FileSeats:
    """Seats on one machine, as locks of files beside the database."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._held: dict[int, int] = {}

    def take(self, number: int) -> bool:
        if fcntl is None:
            return number == _SEATS[0]
        file = os.open(f"{self._database}-worker-{number}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            return False
        self._held[number] = file
        return True

    def leave(self, number: int) -> None:
        file = self._held.pop(number, None)
        if file is not None:
            os.close(file)

    def check(self) -> None:
        Path(self._database).stat()


class DatabaseSeats:
    """Seats of workers on many machines, as advisory locks of one connection that lives as long as the worker."""

    def __init__(self, address: str) -> None:
        import psycopg  # Only where PostgreSQL is chosen.

        self._connection: Any = psycopg.connect(address, autocommit=True)

    def take(self, number: int) -> bool:
        return self._ask("SELECT pg_try_advisory_lock(%s, %s)", number)

    def leave(self, number: int) -> None:
        self._ask("SELECT pg_advisory_unlock(%s, %s)", number)

    def check(self) -> None:
        self._connection.execute("SELECT 1")

    def _ask(self, sql: str, number: int) -> bool:
        return bool(self._connection.execute(sql, (_FAMILY, number)).fetchone()[0])


def lowest_free(seats: Seats) -> int:
    """Take the lowest free seat and answer its number. NoSeat when there is none."""
    for number in _SEATS:
        if seats.take(number):
            return number
    raise NoSeat
