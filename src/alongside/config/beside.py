"""Keeps one worker running beside a web server: starts it, starts it again when it dies, ends with the server.

A small process of its own that loads nothing of the product. The server has no threads when it parts, and a worker
that fails takes nobody with it.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from types import FrameType

POLL_SECONDS = 0.5
_PATIENCE = 15
_SHORTEST, _LONGEST = 1.0, 60.0


class _Stopped(Exception):
    """Somebody asked this process to end."""


def start() -> None:
    """Start the keeper as a child of this process, which may become the server afterwards."""
    subprocess.Popen([sys.executable, "-m", "alongside.config.beside", str(os.getpid())])


def main(server: int) -> None:
    """Keep a worker until the process ``server`` is no longer the parent of this one."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    pause = _SHORTEST
    while os.getppid() == server:
        began = time.monotonic()
        if _worked(server):
            return
        pause = _SHORTEST if time.monotonic() - began > _LONGEST else min(pause * 2, _LONGEST)
        time.sleep(pause)


def _worked(server: int) -> bool:
    """Run one worker; whether it is over for good, because the server is."""
    words = [sys.executable, "-m", "alongside", "work", "--beside", str(os.getpid())]
    worker = subprocess.Popen(words)
    try:
        while worker.poll() is None and os.getppid() == server:
            time.sleep(POLL_SECONDS)
    except _Stopped:
        pass
    else:
        if worker.poll() is not None:
            return False
    _end(worker)
    return True


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    try:
        worker.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _Stopped


if __name__ == "__main__":
    with suppress(_Stopped):
        main(int(sys.argv[1]))
