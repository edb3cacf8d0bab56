"""The web server: granian, two processes with four threads each, loaded once before they part."""

import multiprocessing
import os
import sys
from importlib import import_module

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

PRODUCT = "alongside.config.wsgi:application"


def main(target: str = PRODUCT) -> None:
    """Answer on PORT of ALONGSIDE_LISTEN until stopped, with ALONGSIDE_WORKERS processes."""
    if sys.platform == "linux":
        # Processes that begin as copies start at once and share the memory of everything that is loaded.
        multiprocessing.set_start_method("fork")
        import_module(target.partition(":")[0])
    Granian(
        target,
        address=os.environ.get("ALONGSIDE_LISTEN", "127.0.0.1"),
        port=int(os.environ.get("PORT", "8000")),
        interface=Interfaces.WSGI,
        workers=int(os.environ.get("ALONGSIDE_WORKERS", "2")),
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
