"""A worker with jobs of its own, for tests that kill it. Run as a process with the settings of a house.

Every call is one line of a file: what, key, seat of the worker. A line is written whole or not at all.
"""

import os
import signal
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alongside.adapters.jobs.values import Job, Outcome, Work

FOLDER = Path(os.environ["ALONGSIDE_DATA"])
LOG = FOLDER / "calls"
KEYS = 240


def note(*words: object) -> None:
    """Append one line."""
    file = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(file, (" ".join(map(str, (*words, os.getpid(), f"{time.time():.2f}"))) + "\n").encode())
    os.close(file)


def look_every_second(*, at: datetime) -> tuple[str, ...]:
    note("second", int(time.time()))
    return ()


def look_for_many(*, at: datetime) -> tuple[str, ...]:
    return tuple(f"thing{number}" for number in range(KEYS))


def do_slowly(*, key: str, at: datetime) -> None:
    """Takes a while; what is done is seen when it is called again."""
    note("begin", key)
    if not (FOLDER / f"done-{key}").exists():
        time.sleep(0.15)
        (FOLDER / f"done-{key}").touch()


def look_for_one(*, at: datetime) -> tuple[str, ...]:
    return ("long",)


def do_long(*, key: str, at: datetime) -> None:
    note("begin", key)
    time.sleep(2)
    note("end", key)


def look_for_stubborn(*, at: datetime) -> tuple[str, ...]:
    return ("never", "third:time")


def do_stubborn(*, key: str, at: datetime) -> None:
    """One key never works; the other works at its third try."""
    note("try", key)
    if key == "never" or LOG.read_text().count(f"try {key} ") < 3:
        raise ConnectionRefusedError("somebody@example.org is not told to anybody")


def do_in_vain(*, key: str, at: datetime) -> None:
    raise LookupError


def look_in_vain(*, at: datetime) -> tuple[str, ...]:
    raise LookupError


EVERY_SECOND = "* * * * * *"
SETS: dict[str, tuple[Job, ...]] = {
    "second": (Job(name="second", cron=EVERY_SECOND, look=look_every_second),),
    "many": (Job(name="many", cron=EVERY_SECOND, look=look_for_many, each=do_slowly),),
    "long": (Job(name="long", cron=EVERY_SECOND, look=look_for_one, each=do_long, long=True),),
    "stubborn": (
        Job(
            name="stubborn",
            cron=EVERY_SECOND,
            look=look_for_stubborn,
            each=do_stubborn,
            tries=4,
            wait=timedelta(seconds=1),
        ),
        Job(name="vain", cron=EVERY_SECOND, look=look_in_vain),
    ),
    "dead": (Job(name="dead", cron=EVERY_SECOND, look=look_for_one, each=do_in_vain, tries=1),),
}


def told(outcome: Outcome) -> None:
    """Keeps every failure; of the job that is dead nobody can be told at first."""
    if outcome.job == "dead" and outcome.trouble == LookupError.__name__:
        raise ConnectionResetError
    if outcome.trouble:
        note("told", outcome.job, outcome.key or "-", outcome.attempt, outcome.trouble, outcome.final)


def main(name: str) -> None:
    """Run one set of jobs until SIGTERM."""
    import django

    django.setup()
    from alongside.adapters.jobs import engine

    if name == "dead":
        engine._TIDY_AT, engine._KEPT = "*/2 * * * * *", {"look": timedelta(0)}
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    engine.run(Work(jobs=SETS[name], clock=lambda: datetime.now(UTC), told=told), stop)


if __name__ == "__main__":
    main(sys.argv[1])
