"""Workers die at random moments; every job runs, once per time over all workers, and what fails is told."""

import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import pairwise

import pytest

from tests.races.house import ROOT, House, postgres, say

pytestmark = pytest.mark.race
THINGS = 240
KILLS = 6
AT_ONCE = 4
PATIENCE = 60


class Workshop(House):
    """A database and workers that can be started and killed; their calls are lines of a file."""

    workers: list[subprocess.Popen[bytes]]

    def hire(self, jobs):
        """Start one worker."""
        words = [sys.executable, "-m", "tests.races.workshop", jobs]
        worker = subprocess.Popen(words, env=self.environment, cwd=ROOT)
        self.workers = [*getattr(self, "workers", []), worker]
        return worker

    def close(self):
        """Kill whoever still works."""
        for worker in getattr(self, "workers", []):
            worker.kill()
            worker.wait()

    def calls(self, *beginning):
        """The lines of the file that begin with these words, as lists of words."""
        lines = []
        with suppress(FileNotFoundError):
            lines = [line.split() for line in (self.folder / "calls").read_text().splitlines()]
        return [line for line in lines if line[: len(beginning)] == list(beginning)]

    def works(self, worker):
        """Whether this worker has begun something."""
        return any(call[2] == str(worker.pid) for call in self.calls("begin"))

    def done(self):
        """What is done."""
        return list(self.folder.glob("done-*"))

    def runs(self, fact):
        """How many runs the engine knows of whose name, schedule and status this is true."""
        rows = self.of_the_engine("SELECT name, schedule_name, status FROM workflow_status")
        return sum(fact(*row) for row in rows)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with postgres(tmp_path_factory.mktemp("cluster")) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def workshop(request, tmp_path):
    shop = Workshop(tmp_path)
    if request.param == "postgresql":
        shop.database_url = request.getfixturevalue("cluster")
        shop.change("DROP SCHEMA IF EXISTS dbos CASCADE")
    yield shop
    shop.close()


@pytest.fixture
def workshop_with_server(cluster, tmp_path):
    """Workers on PostgreSQL alone: the kernel keeps the lock of a file for as long as its process lives."""
    shop = Workshop(tmp_path, cluster)
    shop.change("DROP SCHEMA IF EXISTS dbos CASCADE")
    yield shop
    shop.close()


def wait_for(fact, what):
    until = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < until, what
        time.sleep(0.1)


def went_well(_name, schedule, status):
    return schedule == "second" and status == "SUCCESS"


def looks_that_began(name, _schedule, _status):
    return name in {"look", "tidy"}


def looks_that_are_over(name, _schedule, status):
    return name == "look" and status == "SUCCESS"


def still_to_do(name, _schedule, status):
    return name == "each" and status != "SUCCESS"


def ended(worker):
    """End a worker kindly and answer how long that took."""
    began = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.wait(30)
    return time.monotonic() - began


def test_a_job_runs_once_at_each_of_its_times_over_two_workers(workshop, capsys):
    both = [workshop.hire("second"), workshop.hire("second")]
    wait_for(lambda: len(workshop.calls("second")) >= 8, "no eight runs")
    seconds = [ended(worker) for worker in both]
    times, calls = workshop.runs(went_well), workshop.calls("second")
    say(capsys, f"{workshop.engine}: {len(calls)} runs at {times} times; ended in {max(seconds):.1f} s")
    assert len(calls) == times
    assert workshop.runs(lambda _name, _schedule, status: status == "PENDING") == 0


def test_nothing_is_lost_when_workers_are_killed_again_and_again(workshop, capsys):
    dice = random.Random(11)
    workshop.hire("many"), workshop.hire("many")
    for _ in range(KILLS):
        victim = workshop.workers.pop(dice.randrange(2))
        wait_for(lambda victim=victim: workshop.works(victim), "it does nothing")
        time.sleep(dice.uniform(0, 0.6))
        victim.kill()
        victim.wait()
        workshop.hire("many")
    killed_in_the_middle = len(workshop.done()) < THINGS
    wait_for(lambda: len(workshop.done()) == THINGS, "something was lost")
    wait_for(lambda: workshop.runs(still_to_do) == 0, "something hangs")
    begins = len(workshop.calls("begin"))
    say(capsys, f"{workshop.engine}: {KILLS} kills, {THINGS} of {THINGS} done, {begins} begins")
    assert THINGS <= begins <= THINGS + KILLS * AT_ONCE
    assert killed_in_the_middle
    assert workshop.calls("told") == []


def test_another_worker_takes_up_what_lay_with_one_that_never_comes_back(workshop, capsys):
    first = workshop.hire("long")
    wait_for(lambda: workshop.calls("begin"), "it never began")
    other = workshop.hire("long")
    time.sleep(0.5)
    first.kill()
    died = time.monotonic()
    wait_for(lambda: workshop.calls("end"), "nobody took it up")
    say(capsys, f"{workshop.engine}: taken up and done {time.monotonic() - died:.1f} s after the death")
    assert {call[2] for call in workshop.calls("end")} == {str(other.pid)}


def test_what_fails_is_tried_again_later_each_time_and_told_when_it_is_given_up(workshop):
    workshop.hire("stubborn")
    final = ["told", "stubborn", "never", "4", "ConnectionRefusedError", "True"]
    wait_for(lambda: workshop.calls(*final), "never given up")
    tries = [float(call[3]) for call in workshop.calls("try", "never")]
    waits = [later - earlier for earlier, later in pairwise(tries)]
    assert len(tries) == 4
    assert waits[0] >= 1
    assert waits[1] >= 2
    assert waits[2] >= 4
    assert len(workshop.calls("try", "third:time")) == 3
    assert workshop.calls("told", "vain", "-", "1", "LookupError", "False")
    assert not any("example" in word for call in workshop.calls("told") for word in call)


def test_what_cannot_even_be_told_is_told_later_and_what_is_over_is_forgotten(workshop):
    workshop.hire("dead")
    wait_for(lambda: workshop.calls("told", "dead", "long", "1", "WorkerLost", "True"), "never told")
    wait_for(lambda: workshop.runs(looks_that_began) > 8, "no eight looks")
    wait_for(lambda: workshop.runs(looks_that_are_over) <= 4, "nothing is forgotten")


def test_a_worker_whose_seat_goes_with_its_connection_leaves_at_once(workshop_with_server):
    workshop = workshop_with_server
    worker = workshop.hire("second")
    wait_for(lambda: workshop.calls("second"), "it never began")
    workshop.change("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE classid = 7701")
    assert worker.wait(PATIENCE) == 70


def test_the_engine_keeps_no_code_in_the_database(workshop):
    workshop.hire("many")
    wait_for(lambda: len(workshop.done()) > 5, "nothing was done")
    kept = workshop.of_the_engine("SELECT inputs FROM workflow_input")
    assert kept
    assert all(inputs.startswith("{") for (inputs,) in kept)
