"""The worker beside the web server: it starts with it, is started again when it dies, and ends with it."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.races.house import ROOT, House, free_port, say

pytestmark = pytest.mark.race
PATIENCE = 120
MEGABYTES = 120
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
LOADED = """
import sys
import alongside.config.wsgi
print(sorted({name.partition(".")[0] for name in sys.modules} & {"dbos", "sqlalchemy", "highspy"}))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A house that nobody lives in yet; its tables are there."""
    house = House(tmp_path_factory.mktemp("house"))
    house.run("-c", "from alongside.config.set_up import set_up; set_up()")
    return house


@pytest.fixture
def serving(built):
    """A server as ``serve`` starts it."""
    words, port = [sys.executable, "-m", "alongside", "serve"], {"PORT": str(free_port())}
    built.server = subprocess.Popen(words, env=built.environment | port, cwd=ROOT, start_new_session=True)
    yield built
    with suppress(ProcessLookupError):
        os.killpg(built.server.pid, signal.SIGKILL)
    built.server.wait()


def children(parent):
    """The processes that this one has started, with their words."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == parent:
                found[int(status.parent.name)] = (status.parent / "cmdline").read_text().split("\0")
    return found


def worker_of(house):
    """The process of the worker that sits and works; None while there is none."""
    keepers = [pid for pid, words in children(house.server.pid).items() if "alongside.config.beside" in words]
    workers = [pid for keeper in keepers for pid, words in children(keeper).items() if "work" in words]
    seated = (house.folder / "alongside.sqlite3-worker-1").exists()
    return workers[0] if workers and seated else None


def wait_for(fact, what):
    until = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < until, what
        time.sleep(0.1)


def alive(pid):
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def runs(house):
    """How many runs of jobs went well so far."""
    with suppress(Exception):  # Its tables are not there before the first start.
        return house.rows("SELECT count(*) FROM workflow_status WHERE status = 'SUCCESS'")[0][0]
    return 0


def megabytes(pid):
    """What a process needs of the machine's memory (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


@LINUX
def test_a_worker_lives_beside_the_server_and_is_started_again_when_it_dies(serving, capsys):
    before = runs(serving)
    wait_for(lambda: worker_of(serving), "no worker")
    first = worker_of(serving)
    wait_for(lambda: runs(serving) >= before + 3, "no job ran")
    say(capsys, f"worker beside the server: {megabytes(first):.0f} MB")
    assert megabytes(first) <= MEGABYTES
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: worker_of(serving) not in {None, first}, "it was not started again")
    second = worker_of(serving)
    serving.server.terminate()
    serving.server.wait(PATIENCE)
    wait_for(lambda: not alive(second), "the worker outlived its server")


@LINUX
def test_a_worker_ends_when_its_server_is_killed(serving):
    wait_for(lambda: worker_of(serving), "no worker")
    worker = worker_of(serving)
    serving.server.kill()
    wait_for(lambda: not alive(worker), "the worker outlived its server")


def test_a_web_process_loads_nothing_of_the_engine(built):
    assert built.run("-c", LOADED).strip() == "[]"


def test_work_is_done_once_on_request(built):
    built.run("-m", "alongside", "work", "--once")
    looks = built.rows("SELECT workflow_uuid, status FROM workflow_status WHERE name = 'look'")
    asked = [status for name, status in looks if name.startswith("once-")]
    assert asked
    assert set(asked) == {"SUCCESS"}
