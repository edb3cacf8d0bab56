"""The worker: DBOS runs jobs once per time over all workers, and no job is lost with the worker that held it.

Its tables stand in the product's own database: in the same file on SQLite, in the schema ``dbos`` on PostgreSQL.
Only ids are written there, as JSON. The names of the workflows and their arguments are kept in those tables, so
they stay as they are while something may wait.
"""

import logging
import os
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetEnqueueOptions, SetWorkflowID
from django.db import close_old_connections

from alongside.adapters.jobs import house
from alongside.adapters.jobs.seats import Seats, lowest_free
from alongside.adapters.jobs.values import Job, Outcome, Work

SWEEP_SECONDS = 5.0
_SHORT, _LONG = "short", "long"
_LOOK, _EACH = "look", "each"
_QUEUES = {_SHORT: 4, _LONG: 1}
_RECOVERIES = 20
_DEAD = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_TIDY_AT = "20 */10 * * * *"
_TIDY = "engine.tidy"
# A look is over when it is over. The key of a done thing keeps it from being done again for longer than it is due.
_KEPT = {_LOOK: timedelta(hours=1), _EACH: timedelta(days=30)}
_AT_ONCE = 1000
_PATIENCE = 60.0

log = logging.getLogger(__name__)
_work: list[Work] = []  # What this process runs; the engine knows jobs by their names alone.


def run(work: Work, stop: threading.Event) -> None:
    """Run jobs at their times until ``stop`` is set; what is under way then has ten seconds to end."""
    with _launched(work) as seats:
        _apply_schedules(work)
        while not stop.wait(SWEEP_SECONDS):
            _sweep(seats)


def run_once(work: Work, patience: float = _PATIENCE) -> None:
    """Look for everything that is due now, do it, and come back. What failed waits for its next try."""
    now = datetime.now(UTC)
    with _launched(work):
        for job in work.jobs:
            with SetWorkflowID(f"once-{job.name}-{now.isoformat()}"):
                DBOS.enqueue_workflow(_queue_of(job), _look, now.isoformat(), job.name)
        _wait_until_idle(patience)


@contextmanager
def _launched(work: Work) -> Iterator[Seats]:
    seats = house.seats()
    seat = lowest_free(seats)
    _work[:] = [work]
    DBOS(config=_config(seat))
    DBOS.launch()
    try:
        for name, at_once in _QUEUES.items():
            DBOS.register_queue(name, worker_concurrency=at_once, polling_interval_sec=0.5)
        yield seats
    finally:
        DBOS.destroy(workflow_completion_timeout_sec=10)
        seats.leave(seat)


def _config(seat: int) -> DBOSConfig:
    return {
        "name": "alongside",
        "system_database_url": house.address(),
        "executor_id": f"w{seat}",
        "application_version": "1",  # A job of another version is never taken up, so there is only one.
        "serializer": DBOSPortableJSONSerializer(),  # The library's own choice would load code from the database.
        "log_level": "ERROR",
        "sys_db_pool_size": 5,
        "max_executor_threads": 8,
    }


def _apply_schedules(work: Work) -> None:
    names = {job.name for job in work.jobs} | {_TIDY}
    for known in DBOS.list_schedules():
        if known["schedule_name"] not in names:
            DBOS.delete_schedule(known["schedule_name"])
    DBOS.apply_schedules([_schedule(job) for job in work.jobs])
    DBOS.apply_schedules([{"schedule_name": _TIDY, "workflow_fn": _tidy, "schedule": _TIDY_AT}])


def _schedule(job: Job) -> Any:
    return {
        "schedule_name": job.name,
        "workflow_fn": _look,
        "schedule": job.cron,
        "context": job.name,
        "cron_timezone": job.zone,
        "queue_name": _queue_of(job),
    }


@DBOS.workflow(name=_LOOK, max_recovery_attempts=_RECOVERIES)
def _look(_planned_at: Any, name: str) -> None:
    """One look of a job at one of its times, and a run of its own for every key that it found."""
    for key in _looked(name):
        _enqueue(name, key, 1)


@DBOS.workflow(name=_EACH, max_recovery_attempts=_RECOVERIES)
def _each(name: str, key: str, attempt: int) -> None:
    """One try of one thing. The next one is delayed in the database: nobody waits for it."""
    if _done(name, key, attempt) is False:
        _enqueue(name, key, attempt + 1)


@DBOS.workflow(name="tidy")
def _tidy(_planned_at: Any, _context: Any) -> None:
    """Tell of what cannot go on, and forget what ended long ago."""
    _tidied()


@DBOS.step(name="look")
def _looked(name: str) -> list[str]:
    job = _job(name)
    if job is None:
        return []
    found = _guarded(
        Outcome(job=name, key="", attempt=1, trouble="", final=False), lambda at: job.look(at=at)
    )
    return list(found or ())


@DBOS.step(name="each")
def _done(name: str, key: str, attempt: int) -> bool | None:
    """Whether it is done; None when it is not, and is not tried again."""
    job = _job(name)
    if job is None or job.each is None:
        return None
    each, final = job.each, attempt >= job.tries

    def do(at: datetime) -> bool:
        each(key=key, at=at)
        return True

    well = _guarded(Outcome(job=name, key=key, attempt=attempt, trouble="", final=final), do)
    return True if well else None if final else False


@DBOS.step(name="tidy")
def _tidied() -> None:
    for row in DBOS.list_workflows(status=_DEAD, limit=_AT_ONCE, load_input=False, load_output=False):
        _tell_of_dead(row)
        DBOS.delete_workflows([row.workflow_id])
    for name, kept in _KEPT.items():
        _forget(name, datetime.now(UTC) - kept)


def _guarded(outcome: Outcome, do: Callable[[datetime], Any]) -> Any:
    """What ``do`` answers; None when it failed. Either way it is told."""
    close_old_connections()
    try:
        answer, trouble = do(_work[0].clock()), ""
    except Exception as error:  # Whatever a job raises is told to the clinic and tried again.
        answer, trouble = None, type(error).__name__
        log.warning(
            "%s failed with %s\n%s", outcome.job, trouble, "".join(traceback.format_tb(error.__traceback__))
        )
    _tell(outcome, trouble)
    close_old_connections()
    return answer


def _tell(outcome: Outcome, trouble: str) -> None:
    final = outcome.final and bool(trouble)
    told = Outcome(job=outcome.job, key=outcome.key, attempt=outcome.attempt, trouble=trouble, final=final)
    _work[0].told(told)


def _tell_of_dead(row: Any) -> None:
    """A run that took its worker down with it again and again, or that could not even tell of its trouble."""
    name, _, rest = row.workflow_id.partition(":")
    key, _, attempt = rest.rpartition(":")
    if row.name != _EACH:
        name, key, attempt = row.schedule_name or "", "", "1"
    if _job(name) is not None:
        _work[0].told(Outcome(job=name, key=key, attempt=int(attempt), trouble="WorkerLost", final=bool(key)))


def _forget(name: str, before: datetime) -> None:
    over = DBOS.list_workflows(
        name=name,
        status=["SUCCESS", "CANCELLED"],
        completed_before=before.isoformat(),
        limit=_AT_ONCE,
        load_input=False,
        load_output=False,
    )
    DBOS.delete_workflows([row.workflow_id for row in over])


def _enqueue(name: str, key: str, attempt: int) -> None:
    """Hand one try to the workers. The same key and try are handed over once, however often this is called."""
    job = _job(name)
    if job is None:
        return
    delay = job.wait_after(attempt - 1).total_seconds() if attempt > 1 else None
    with SetWorkflowID(f"{name}:{key}:{attempt}"), SetEnqueueOptions(delay_seconds=delay):
        DBOS.enqueue_workflow(_queue_of(job), _each, name, key, attempt)


def _sweep(seats: Seats) -> None:
    """Take up what lies in free seats. A worker that no longer knows its own seat leaves at once."""
    try:
        seats.check()
    except Exception:  # Whatever it was, another worker may sit here now.
        log.exception("the seat of this worker is gone")
        os._exit(70)
    for number in _seats_with_work():
        if seats.take(number):
            DBOS._recover_pending_workflows(
                [f"w{number}"]
            )  # No public way; a test pulls the plug to watch it.
            seats.leave(number)


def _seats_with_work() -> Sequence[int]:
    rows = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False, limit=_AT_ONCE)
    ids = {row.executor_id for row in rows if row.executor_id} - {DBOS.executor_id}
    return sorted(int(one.removeprefix("w")) for one in ids)


def _wait_until_idle(patience: float) -> None:
    until = datetime.now(UTC) + timedelta(seconds=patience)
    pause = threading.Event()
    while datetime.now(UTC) < until:
        pause.wait(0.2)
        if not DBOS.list_workflows(
            status=["ENQUEUED", "PENDING"],
            name=[_LOOK, _EACH],
            limit=1,
            load_input=False,
            load_output=False,
        ):
            return


def _job(name: str) -> Job | None:
    """The job of this name; None for one that an earlier release had."""
    return next((job for job in _work[0].jobs if job.name == name), None)


def _queue_of(job: Job) -> str:
    return _LONG if job.long else _SHORT
