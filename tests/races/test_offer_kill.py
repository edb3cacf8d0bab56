"""The worker that offers freed times is killed again and again: each has one family, none is lost, order is kept."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from functools import partial

import psycopg
import pytest

from tests.races.house import ROOT, House, at_once, postgres, say
from tests.races.waiting_history import faults, read

pytestmark = pytest.mark.race
KILLS = 20
LEAST_OFFERS = 60
PATIENCE = 60
# The engine makes its tables when it starts for the first time.
_NOT_YET = (sqlite3.OperationalError, psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn)
LOOKED = ("waiting.look_for_freed", "SUCCESS")
WORKER, FAMILIES = "tests.races.waiting_worker", "tests.races.waiting_families"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request, tmp_path):
    """A house of its own on each engine."""
    if request.param == "sqlite":
        yield House(tmp_path)
        return
    with postgres(tmp_path) as url:
        yield House(tmp_path, url)


@pytest.fixture
def clinic(empty):
    """Families that wait, and times that were freed."""
    empty.run("-m", "tests.races.waiting_seed")
    return empty


@contextmanager
def process(house, name, *words, **pipes):
    """A process that lives with the settings of the server, and is gone afterwards."""
    command = [sys.executable, "-m", name, *words]
    running = subprocess.Popen(
        command,
        env=house.environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **pipes,
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def kill(running):
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def answer(families):
    """Let some families answer; how many did."""
    families.stdin.write("now\n")
    families.stdin.flush()
    return int(families.stdout.readline())


def until_it_works(house):
    """Wait for the next step of any freed time, or for a whole look that found nothing due."""
    steps, looks, until = len(read(house).steps), looks_done(house), time.monotonic() + PATIENCE
    while (len(read(house).steps), looks_done(house)) == (steps, looks):
        assert time.monotonic() < until, "the worker looks for nothing"
        time.sleep(0.1)


def looks_done(house):
    """How many looks for freed times the worker has done."""
    with suppress(*_NOT_YET):
        return house.of_the_engine("SELECT schedule_name, status FROM workflow_status").count(LOOKED)
    return 0


def run_and_kill(house, dice, families, *, meanwhile):
    """One life of a worker; families answer while it works, or once it is dead."""
    with process(house, WORKER) as worker:
        assert worker.stdout.readline() == "ready\n"
        if meanwhile:
            answer(families)
        time.sleep(dice.uniform(0.05, 0.9))
        kill(worker)
    if not meanwhile:
        answer(families)


def test_a_worker_that_dies_twenty_times_loses_no_offer_and_makes_none_twice(clinic, capsys):
    dice, written = random.Random(9), []
    with process(clinic, FAMILIES, stdin=subprocess.PIPE) as families:
        for number in range(KILLS):
            run_and_kill(clinic, dice, families, meanwhile=number % 2 == 0)
            history = read(clinic)
            written.append(len(history.steps))
            assert faults(history) == []
    clinic.run("-m", WORKER, "--until-done")
    history = read(clinic)
    ends = [state for state, _ in history.freed.values()]
    say(
        capsys,
        f"{clinic.engine}: {KILLS} kills, {len(history.freed)} freed times, {len(history.offers)} offers, "
        f"{len(history.steps)} steps, {ends.count('TAKEN')} taken, {len(faults(history))} faults",
    )
    assert faults(history) == []
    assert set(ends) <= {"TAKEN", "PASSED"}  # Nothing is left hanging.
    assert len(history.offers) >= LEAST_OFFERS
    assert len(set(written)) > KILLS // 2  # The worker was killed while it worked, not before or after.


def test_the_products_own_worker_dies_twenty_times_and_the_next_goes_on(empty, capsys):
    empty.run("-m", "tests.races.waiting_seed", "--now")
    dice, looked = random.Random(4), set()
    with process(empty, FAMILIES, stdin=subprocess.PIPE) as families:
        for _ in range(KILLS):
            with process(empty, "alongside", "work") as worker:
                until_it_works(empty)
                time.sleep(dice.uniform(0, 1.5))
                kill(worker)
            answer(families)
            history = read(empty)
            looked.add(len(history.steps))
            assert faults(history) == []
    say(
        capsys,
        f"{empty.engine}: {KILLS} kills of the worker, {len(history.offers)} offers, {len(looked)} states",
    )
    assert len(history.offers) > 10
    assert len(looked) > KILLS // 2  # The worker was killed while it worked, not before or after.


def test_several_workers_at_once_ask_each_family_once(clinic, capsys):
    workers = [partial(clinic.run, "-m", WORKER, "--until-done")] * 3
    at_once(workers)
    history = read(clinic)
    say(capsys, f"{clinic.engine}: 3 workers, {len(history.offers)} offers")
    assert faults(history, order=False) == []  # Three clocks run here, so there is no one order.
    pairs = [(freed, child) for freed, child, _ in history.offers.values()]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("empty", ["sqlite"], indirect=True)
def test_a_broken_history_would_be_seen(clinic):
    with process(clinic, WORKER) as worker:
        assert worker.stdout.readline() == "ready\n"
        until = time.monotonic() + 60
        while len(read(clinic).offers) < 12 and time.monotonic() < until:
            time.sleep(0.1)
        kill(worker)
    assert faults(read(clinic)) == []
    clinic.change("DELETE FROM waiting_freedstep WHERE id = (SELECT max(id) FROM waiting_freedstep)")
    assert faults(read(clinic)) != []
