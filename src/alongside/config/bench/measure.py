"""Measuring one data folder: each page alone, then eight visitors at once."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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
AT_ONCE = 8
SECONDS = 5.0
Make = Callable[[Known, int, int], Sent]
PAGES: dict[str, Make] = {
    "Today": visitor.today,
    "child page": visitor.child_page,
    "list of 50 children": visitor.children,
    "search by name": visitor.search,
    "write one entry": visitor.write,
    "book a visit": visitor.book,
}


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


def measure(folder: Path, children: int, entries: int) -> Measured:
    """Fill the folder and measure the server on it."""
    began = time.monotonic()
    known = fill(folder, children, entries)
    filled_in = time.monotonic() - began
    cold = cold_start(folder)
    with server.running(folder) as running:
        pages = {name: alone(running, known, make) for name, make in PAGES.items()}
        time.sleep(1)
        idle = running.megabytes()
        today = visitor.today(known, MEASURED[0], 0)
        return Measured(
            children=children,
            entries=entries,
            filled_in=filled_in,
            statements={name: (few, many) for name, (few, many) in known["statements"].items()},
            pages=pages,
            child_rush=at_once(running, known, PAGES["child page"]),
            entry_rush=at_once(running, known, PAGES["write one entry"]),
            cold_start=cold,
            idle=idle,
            after=running.megabytes(),
            first=screen.first_screen(running.port, known, today),
            later=screen.later_screen(running.port, known, today),
        )


def bare(folder: Path) -> Page:
    """The bare page on the same machine, measured in the same way."""
    known = {"cookie": "session", "csrf": "csrf"}
    with server.running(folder, server.BARE, "/bare/") as running:
        return alone(running, known, lambda *_: Sent(session="", path="/bare/"), 1_000)


def fill(folder: Path, children: int, entries: int) -> Known:
    """Load the rows in a process of its own, with the settings of the server."""
    words = [sys.executable, "-m", "alongside.config.bench.load", str(children), str(entries)]
    settings = {"DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    done = subprocess.run(
        words, env=server.environment(folder) | settings, stdout=subprocess.PIPE, check=True
    )
    known: Known = json.loads(done.stdout)
    return known


def cold_start(folder: Path) -> float:
    """Seconds from nothing to the first page, the best of three."""
    starts = []
    for _ in range(3):
        with server.running(folder) as running:
            starts.append(running.started_in)
    return min(starts)


def alone(running: Server, known: Known, make: Make, times: int = EACH) -> Page:
    """One visitor, one request after the other, over the measured children in turn."""
    one = Visitor(running.port, known)
    turns = count()
    for turn, number in zip(range(WARM_UP), turns, strict=False):
        one.seconds(make(known, MEASURED[number % len(MEASURED)], turn))
    cpu = running.cpu_seconds()
    took = sorted(
        one.seconds(make(known, MEASURED[turn % len(MEASURED)], turn))
        for turn in range(WARM_UP, WARM_UP + times)
    )
    used = running.cpu_seconds() - cpu
    return Page(
        cpu=used / times * 1000,
        p50=statistics.median(took) * 1000,
        p95=took[int(times * 0.95)] * 1000,
    )


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
