"""The web server: granian, two processes with four threads each, and a worker beside it."""

import os
import sys

from alongside.config import beside
from alongside.config.set_up import set_up


def main(argv: list[str]) -> int:
    """Bring everything up to date, then answer on PORT of this machine until stopped."""
    set_up()
    run_server(os.environ.get("PORT", "8000"))
    return 0


def run_server(port: str) -> None:
    """Become the server: this process is replaced, so signals reach it directly."""
    from django.conf import settings

    os.environ["PORT"] = port
    if settings.WORK_BESIDE:
        beside.start()
    words = [sys.executable, "-m", "alongside.config.web"]
    os.execv(sys.executable, words)  # noqa: S606  # no shell: fixed words
