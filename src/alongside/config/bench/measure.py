"""Measuring one data folder: each page alone, then eight visitors at once."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from alongside.config.bench import screen, server, visitor
from alongside.config.bench.load import MEASURED
from alongside.config.bench.screen import Screen
from alongside.config.bench.server import Server
from alongside.config.bench.visitor import Known, Sent, Visitor

WARM_UP = 30
EACH = 200
ROUNDS = 4
AT_ONCE = 8
SECONDS = 5.0
Make = Callable[[Known, int, int], Sent]
PAGES: dict[str, Make] = {
    "Today": visitor.today,
    "child page": visitor.child_page,
    "golden thread": visitor.golden_thread,
    "list of 50 children": visitor.children,
    "search by name": visitor.search,
    "library search at 5,000 strategies": visitor.library,
    "write one entry": visitor.write,
    "book a visit": visitor.book,
    "week of 20 therapists": visitor.week,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A data folder with so many children in it, ``entries`` of each, and what the visitors need to know."""

    folder: Path
    children: int
    entries: int
    known: Known
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Milliseconds of one page: the server's processor time a request, and how long one visitor waited."""

    cpu: float
    p50: float
    p95: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rush:
    """Eight visitors at once for some seconds: answers a second, and what the visitors themselves used."""

    rate: float
    server_cpu: float
    client_cpu: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Everything about one size."""

    children: int
    entries: int
    filled_in: float
    statements: dict[str, tuple[int, int]]
    pages: dict[str, Page]
    child_rush: Rush
    entry_rush: Rush
    cold_start: float
    idle: float
    after: float
    first: Screen
    later: Screen


class Walk:
    """One visitor on one page, one request after the other, over the measured children in turn."""

    def __init__(self, running: Server, known: Known, make: Make, *, turn: int = 0) -> None:
        self.running, self.known, self.make = running, known, make
        self.one = Visitor(running.port, known)
        self.turns = count(turn)
        for _ in range(WARM_UP):
            self._step()
        self.cpu = 0.0
        self.took: list[float] = []

    def go(self, times: int) -> None:
        """So many requests more."""
        cpu = self.running.cpu_seconds()
        self.took += [self._step() for _ in range(times)]
        self.cpu += self.running.cpu_seconds() - cpu

    def page(self) -> Page:
        """What they took."""
        took = [seconds * 1000 for seconds in sorted(self.took)]
        p95 = took[int(len(took) * 0.95)]
        return Page(cpu=self.cpu / len(took) * 1000, p50=statistics.median(took), p95=p95)

    def _step(self) -> float:
        turn = next(self.turns)
        return self.one.seconds(self.make(self.known, MEASURED[turn % len(MEASURED)], turn))


def measure(filled: Sequence[Filled]) -> list[Measured]:
    """Measure every size. Pages of all sizes take turns, so that what else the machine does falls on all alike."""
    pages = in_turns(filled)
    return [_measured(one, found) for one, found in zip(filled, pages, strict=True)]


def in_turns(filled: Sequence[Filled]) -> list[dict[str, Page]]:
    """Each page by one visitor, some requests at one size, then at the next, and round again."""
    with ExitStack() as stack:
        servers = [stack.enter_context(server.running(one.folder)) for one in filled]
        found: list[dict[str, Page]] = [{} for _ in filled]
        for name, make in PAGES.items():
            walks = [Walk(running, one.known, make) for running, one in zip(servers, filled, strict=True)]
            for walk in walks * ROUNDS:
                walk.go(EACH // ROUNDS)
            for pages, walk in zip(found, walks, strict=True):
                pages[name] = walk.page()
    return found


def _measured(one: Filled, pages: dict[str, Page]) -> Measured:
    cold = cold_start(one.folder)
    with server.running(one.folder) as running:
        for make in PAGES.values():
            Walk(running, one.known, make, turn=500)
        time.sleep(1)
        idle = running.megabytes()
        today = visitor.today(one.known, MEASURED[0], 0)
        return Measured(
            children=one.children,
            entries=one.entries,
            filled_in=one.seconds,
            statements={name: (few, many) for name, (few, many) in one.known["statements"].items()},
            pages=pages,
            child_rush=at_once(running, one.known, PAGES["child page"]),
            entry_rush=at_once(running, one.known, PAGES["write one entry"]),
            cold_start=cold,
            idle=idle,
            after=running.megabytes(),
            first=screen.first_screen(running.port, one.known, today),
            later=screen.later_screen(running.port, one.known, today),
        )


def bare(folder: Path) -> Page:
    """The bare page on the same machine, measured in the same way."""
    known = {"cookie": "session", "csrf": "csrf"}
    with server.running(folder, server.BARE, "/bare/") as running:
        walk = Walk(running, known, lambda *_: Sent(session="", path="/bare/"))
        walk.go(1_000)
        return walk.page()


def paper(folder: Path) -> Page:
    """A report as a PDF, made again and again in a process of its own, never the same one twice."""
    words = [sys.executable, "-m", "alongside.config.bench.papers"]
    settings = {"DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    made = subprocess.run(
        words, env=server.environment(folder) | settings, stdout=subprocess.PIPE, check=True
    )
    return Page(**json.loads(made.stdout))


def fill(folder: Path, children: int, entries: int) -> Filled:
    """Load the rows in a process of its own, with the settings of the server."""
    began = time.monotonic()
    words = [sys.executable, "-m", "alongside.config.bench.load", str(children), str(entries)]
    settings = {"DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    done = subprocess.run(
        words, env=server.environment(folder) | settings, stdout=subprocess.PIPE, check=True
    )
    seconds = time.monotonic() - began
    known: Known = json.loads(done.stdout)
    return Filled(folder=folder, children=children, entries=entries, known=known, seconds=seconds)


def cold_start(folder: Path) -> float:
    """Seconds from nothing to the first page, the best of three."""
    starts = []
    for _ in range(3):
        with server.running(folder) as running:
            starts.append(running.started_in)
    return min(starts)


def at_once(running: Server, known: Known, make: Make) -> Rush:
    """Eight visitors as fast as they are answered."""
    cpu, own, began = running.cpu_seconds(), time.process_time(), time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answered = sum(pool.map(lambda number: _hurry(running, known, make, number), range(AT_ONCE)))
    seconds = time.monotonic() - began
    return Rush(
        rate=answered / seconds,
        server_cpu=(running.cpu_seconds() - cpu) / answered * 1000,
        client_cpu=(time.process_time() - own) / answered * 1000,
    )


def _hurry(running: Server, known: Known, make: Make, number: int) -> int:
    one, until, answered = Visitor(running.port, known), time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        one.seconds(make(known, MEASURED[(number + answered * AT_ONCE) % len(MEASURED)], answered))
        answered += 1
    return answered
