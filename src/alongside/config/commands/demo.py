"""A living clinic on this machine, with invented people, for whoever wants to look around."""

import os
import shutil
import time
from pathlib import Path

from alongside.config.commands.serve import run_server

READY = "filled"


def main(argv: list[str]) -> int:
    """Fill the demo clinic once, then serve it; RESET=1 starts again, PORT chooses the port."""
    began = time.monotonic()
    port = os.environ.get("PORT", "8000")
    folder = Path(os.environ.setdefault("ALONGSIDE_DATA", "var/demo"))
    os.environ["ALONGSIDE_DEMO"] = "1"
    os.environ["ALONGSIDE_URL"] = f"http://localhost:{port}"
    if os.environ.get("RESET") == "1" or not (folder / READY).exists():
        shutil.rmtree(folder, ignore_errors=True)
    fill(folder)
    _greet(port, time.monotonic() - began)
    run_server(port)
    return 0


def fill(folder: Path) -> None:
    """Bring tables and static files up to date; fill the clinic when that was not finished before."""
    from alongside.config.set_up import set_up

    set_up()
    if (folder / READY).exists():
        return
    from django.conf import settings

    from alongside.config.demo import clinic

    clinic.fill(settings.CLOCK())
    (folder / READY).write_text("The demo clinic was filled. RESET=1 starts again.\n")


def _greet(port: str, seconds: float) -> None:
    from alongside.config.demo import door

    print(f"\nAlongside is ready ({seconds:.0f} s). The demo clinic: http://localhost:{port}/")
    print(f"Come in as one of its people: http://localhost:{port}/demo/")
    for guest in door.guests():
        print(f"  {guest.name:<20} {guest.what}")
    print(f"Letters that it would send: http://localhost:{port}/demo/letters/")
    print("Ctrl+C stops it. What you change is kept; make demo RESET=1 starts again.\n", flush=True)
