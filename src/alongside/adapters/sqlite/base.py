"""SQLite with writers that queue.

SQLite's own waiting is sleep and retry, which starves somebody for seconds under pressure. The kernel queues
``flock`` fairly and frees it when a process dies, so a writer takes the lock of a file beside the database
before BEGIN IMMEDIATE and gives it back after COMMIT or ROLLBACK. Reads never wait. Where ``flock`` does not
exist, and for databases in memory, SQLite's own waiting remains.
"""

import os
from typing import Any

from django.db.backends.sqlite3 import base

try:
    import fcntl
except ImportError:  # Windows: no flock, SQLite's own waiting remains.
    fcntl = None  # type: ignore[assignment]  # the module is absent there, and only there


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's SQLite connection plus the queue of writers."""

    _queue: int | None = None
    _holding = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # private to Django, not in its stubs
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]  # private to Django, not in its stubs
        finally:
            self._end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # private to Django, not in its stubs
        finally:
            self._end_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # private to Django, not in its stubs
        finally:
            self._end_turn()
            if self._queue is not None:
                os.close(self._queue)
                self._queue = None

    def _take_turn(self) -> None:
        if fcntl is None or self.is_in_memory_db():
            return
        if self._queue is None:
            self._queue = os.open(self._queue_path(), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._queue, fcntl.LOCK_EX)
        self._holding = True

    def _end_turn(self) -> None:
        if self._holding and self._queue is not None and fcntl is not None:
            fcntl.flock(self._queue, fcntl.LOCK_UN)
        self._holding = False

    def _queue_path(self) -> str:
        name: Any = self.settings_dict["NAME"]
        return f"{name}-queue"
