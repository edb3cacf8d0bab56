"""A worker: whatever happens by itself, such as reminders and offers, happens here."""

import os
import signal
import threading

POLL_SECONDS = 0.5


def main(argv: list[str]) -> int:
    """Work until stopped. ``--once`` does what is due now and ends; ``--beside PID`` ends with that parent."""
    import django

    django.setup()
    from django.conf import settings

    from alongside.adapters.jobs import engine
    from alongside.adapters.jobs.values import Work
    from alongside.config import jobs

    work = Work(jobs=jobs.JOBS, clock=settings.CLOCK, told=jobs.told)
    if "--once" in argv:
        engine.run_once(work)
        return 0
    engine.run(work, _until_stopped(argv))
    return 0


def _until_stopped(argv: list[str]) -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if "--beside" in argv:
        parent = int(argv[argv.index("--beside") + 1])
        threading.Thread(target=_end_with, args=(parent, stop), daemon=True).start()
    return stop


def _end_with(parent: int, stop: threading.Event) -> None:
    """A server that was killed cannot say so; its children get another parent."""
    while os.getppid() == parent and not stop.wait(POLL_SECONDS):
        pass
    stop.set()
