"""The web server that is measured: started as an operator would, watched through /proc."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import socket

PRODUCT = "alongside.config.wsgi:application"
BARE = "alongside.config.bench.bare:application"
PROC = Path("/proc")
PATIENCE = 60
_TICK = os.sysconf("SC_CLK_TCK")


class Server:
    """Two processes with four threads each, on a free port of this machine."""

    def __init__(self, folder: Path, application: str = PRODUCT, first: str = "/") -> None:
        self.port = _free_port()
        words = [sys.executable, "-m", "alongside.config.web", application]
        settings = environment(folder) | {"PORT": str(self.port)}
        began = time.monotonic()
        self.process = subprocess.Popen(words, env=settings, start_new_session=True)
        self._wait(first)
        self.started_in = time.monotonic() - began

    def cpu_seconds(self) -> float:
        """Processor time that all processes of the server have used."""
        return sum(_cpu_ticks(pid) for pid in self.pids()) / _TICK

    def megabytes(self) -> float:
        """Memory of all processes of the server, with shared pages divided among them (PSS)."""
        return sum(_pss(pid) for pid in self.pids()) / 1024

    def pids(self) -> list[int]:
        """The server and its workers."""
        children = (PROC / str(self.process.pid) / "task" / str(self.process.pid) / "children").read_text()
        return [self.process.pid, *(int(pid) for pid in children.split())]

    def stop(self) -> None:
        """End it at once; the folder is thrown away."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _wait(self, path: str) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if _answers(self.port, path):
                return
            time.sleep(0.01)
        raise SystemExit("the server did not answer")


def environment(folder: Path) -> dict[str, str]:
    """The settings of an ordinary installation in a folder of its own, which keeps its modules compiled."""
    other = ("ALONGSIDE_", "PYTHONDONTWRITEBYTECODE")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(other)}
    return ours | {
        "ALONGSIDE_DATA": str(folder),
        "ALONGSIDE_SECRET_KEY": "only-for-measuring",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }


@contextmanager
def running(folder: Path, application: str = PRODUCT, first: str = "/") -> Iterator[Server]:
    """A server for the length of the block."""
    server = Server(folder, application, first)
    try:
        yield server
    finally:
        server.stop()


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _cpu_ticks(pid: int) -> int:
    """User and system time: fields 14 and 15 of /proc/PID/stat, counted behind the name in parentheses."""
    fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _pss(pid: int) -> int:
    found = re.search(r"^Pss:\s+(\d+) kB", (PROC / str(pid) / "smaps_rollup").read_text(), re.MULTILINE)
    return int(found.group(1)) if found else 0


def _free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
