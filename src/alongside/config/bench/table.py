"""The figures as a table, each beside its aim."""

from collections.abc import Iterable, Iterator

from alongside.config.bench.measure import Measured, Page

CPU_AIMS = {
    "Today": 12.0,
    "child page": 20.0,
    "golden thread": 20.0,
    "list of 50 children": 12.0,
    "search by name": 8.0,
    "library search at 5,000 strategies": 15.0,
    "write one entry": 6.0,
    "book a visit": 12.0,
    "week of 20 therapists": 40.0,
}
GROWTH = 1.15
PAPER_AIM = 60
Line = tuple[str, str, str]


def lines(small: Measured, large: Measured, bare: Page, paper: Page) -> Iterator[str]:
    """The whole answer of the bench."""
    yield from _pages(small)
    yield from _pages(large)
    yield f"bare Django page: {bare.cpu:.2f} ms CPU, p50 {bare.p50:.1f}, p95 {bare.p95:.1f} ms"
    yield f"report PDF, warm: {paper.cpu:.1f} ms CPU, p50 {paper.p50:.1f}, p95 {paper.p95:.1f} ms"
    yield ""
    yield f"{'aim':<58} {'measured':>22}"
    for what, measured, met in _aims(small, large, paper):
        yield f"{what:<58} {measured:>22}  {met}"


def _pages(size: Measured) -> Iterator[str]:
    yield f"{size.children:,} children with {size.entries} entries each, filled in {size.filled_in:.0f} s"
    yield f"{'':<34} {'CPU ms':>8} {'p50 ms':>8} {'p95 ms':>8}   statements with few rows, with many"
    for name, page in size.pages.items():
        few, many = size.statements[name]
        yield f"{name:<34} {page.cpu:8.1f} {page.p50:8.1f} {page.p95:8.1f}   {few}, {many}"
    yield f"8 visitors: {_rush(size, 'child')}"
    yield f"8 writers:  {_rush(size, 'entry')}"
    yield f"memory (PSS): idle {size.idle:.0f} MB, after the rush {size.after:.0f} MB"
    yield f"cold start: {size.cold_start:.1f} s"
    yield f"first phone screen: {size.first.bytes:,} bytes in {size.first.requests} requests"
    yield f"a later one: {size.later.bytes:,} bytes"
    for path, length in size.first.largest:
        yield f"    {length:>7,}  {path}"
    yield ""


def _rush(size: Measured, what: str) -> str:
    rush = size.child_rush if what == "child" else size.entry_rush
    noun = "child pages" if what == "child" else "entries"
    return (
        f"{rush.rate:.0f} {noun} a second; CPU a request: server {rush.server_cpu:.1f} ms, "
        f"the visitors themselves {rush.client_cpu:.1f} ms"
    )


def _aims(small: Measured, large: Measured, paper: Page) -> Iterator[Line]:
    for name, aim in CPU_AIMS.items():
        yield _below(f"{name}: at most {aim:.0f} ms CPU", _both(small, large, name), aim, "ms")
    yield _below(
        "book a visit: p95 at most 25 ms",
        [size.pages["book a visit"].p95 for size in (small, large)],
        25,
        "ms",
    )
    yield _below(f"report PDF, warm: at most {PAPER_AIM} ms", [paper.p50], PAPER_AIM, "ms")
    yield _below("child page: at most 12 statements", small.statements["child page"], 12, "")
    yield _same_statements(small, large)
    yield _above(
        "child page: at least 60 a second from 8 visitors", [s.child_rush.rate for s in (small, large)], 60
    )
    yield _above(
        "entries: at least 200 a second from 8 writers", [s.entry_rush.rate for s in (small, large)], 200
    )
    yield _growth(small, large)
    yield _below("web processes: at most 220 MB", [small.idle, large.idle], 220, "MB")
    yield _below("cold start: at most 2 s", [small.cold_start, large.cold_start], 2, "s")
    yield _below("first phone screen: at most 60 KB", [small.first.bytes / 1000], 60, "KB")
    yield _below("first phone screen: at most 8 requests", [small.first.requests], 8, "")
    yield _below("a later phone screen: at most 6 KB", [small.later.bytes / 1000], 6, "KB")


def _both(small: Measured, large: Measured, name: str) -> list[float]:
    return [small.pages[name].cpu, large.pages[name].cpu]


def _growth(small: Measured, large: Measured) -> Line:
    ratios = {name: large.pages[name].cpu / small.pages[name].cpu for name in small.pages}
    worst = max(ratios, key=lambda name: ratios[name])
    measured = f"{ratios[worst]:.2f} ({worst})"
    return f"growth of CPU from small to large: at most {GROWTH}", measured, _verdict(ratios[worst] <= GROWTH)


def _same_statements(small: Measured, large: Measured) -> Line:
    counted = [pair for size in (small, large) for pair in size.statements.values()]
    differing = sum(few != many for few, many in counted)
    return "statements the same with few rows and with many", f"{differing} differ", _verdict(differing == 0)


def _below(what: str, measured: Iterable[float], aim: float, unit: str) -> Line:
    figures = list(measured)
    return what, _figures(figures, unit), _verdict(max(figures) <= aim)


def _above(what: str, measured: Iterable[float], aim: float) -> Line:
    figures = list(measured)
    return what, _figures(figures, "/s"), _verdict(min(figures) >= aim)


def _figures(figures: list[float], unit: str) -> str:
    shown = ", ".join(f"{figure:g}" if figure == int(figure) else f"{figure:.1f}" for figure in figures)
    return f"{shown} {unit}".strip()


def _verdict(met: bool) -> str:  # noqa: FBT001  # a fact, not a switch
    return "met" if met else "NOT MET"
