"""Pictures of every page of the demo, on a phone and at a desk, in light and in dark, for the documentation."""

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

PICTURES = Path("docs/pictures")
AT = "2026-11-26T15:33+00:00"
PORT = "8123"
PATIENCE = 300.0
WIDTHS = {390: 844, 1280: 800}
THEMES = ("light", "dark")
TALLEST = 2000
COLOURS = 64
# Whose way shows which pages: the first of them who meets a page has it drawn.
PEOPLE = ("", "Samira Osman", "Hannah Reid", "Maria Silva", "Olive Grant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A page to draw: whose it is, where it is, and the name of its pictures."""

    person: str
    path: str
    name: str


def main(argv: list[str]) -> int:
    """Fill a demo of its own at a fixed moment, walk through it, and write docs/pictures and its index."""
    os.environ.setdefault("ALONGSIDE_DEMO", "1")
    from playwright.sync_api import sync_playwright  # only with the tests' packages

    with _demo() as origin, sync_playwright() as tools:
        browser = tools.chromium.launch(**_launch())
        titles = _draw_all(browser, origin)
        _draw_cover(browser, origin)
        papers = _draw_papers(browser, origin)
    (PICTURES / "README.md").write_text(index(titles) + papers_index(papers), encoding="utf-8")
    files = list(PICTURES.rglob("*.png"))
    print(f"{len(titles)} pages, {len(files)} pictures, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB")
    return 0


def index(titles: dict[str, str]) -> str:
    """The page that shows all pictures, by the title that each page has."""
    parts = [_INTRODUCTION]
    for face in sorted({name.split("/")[0] for name in titles}):
        parts.append(
            f"\n## {face.capitalize()}\n\n| page | phone | phone, dark | desk | desk, dark |\n|---|---|---|---|---|"
        )
        parts += [_row(name, title) for name, title in sorted(titles.items()) if name.startswith(f"{face}/")]
    return "\n".join(parts) + "\n"


def papers_index(papers: dict[str, str]) -> str:
    """The part of that page that shows what is printed."""
    shown = (f'<img src="{name}.png" width="200" alt="{title}">' for name, title in papers.items())
    return _PAPER + "\n".join(shown) + "\n"


def _row(name: str, title: str) -> str:
    cells = [
        f'<img src="{name}-{width}-{theme}.png" width="{160 if width == 390 else 320}" alt="{title}, {theme}">'
        for width in WIDTHS
        for theme in THEMES
    ]
    return f"| {title} | {' | '.join(cells)} |"


@contextmanager
def _demo() -> Iterator[str]:
    words, quiet = [sys.executable, "-m", "alongside", "demo"], subprocess.DEVNULL
    with tempfile.TemporaryDirectory(prefix="alongside-pictures-") as folder:
        given = {"PORT": PORT, "ALONGSIDE_DATA": folder, "ALONGSIDE_DEMO_AT": AT}
        server = subprocess.Popen(words, env=os.environ | given, stdout=quiet, start_new_session=True)
        try:
            _wait(f"http://localhost:{PORT}/", server)
            yield f"http://localhost:{PORT}"
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGTERM)
                server.wait()


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            urlopen(url, timeout=10).close()  # noqa: S310  # our own server on this machine
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The demo did not open; try `make demo`, it says why.")


def _launch() -> dict[str, Any]:
    flags = ["--lang=en-GB", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    chromium = os.environ.get("ALONGSIDE_CHROMIUM") or None
    return {"executable_path": chromium, "args": flags, "env": os.environ | {"LANGUAGE": "en_GB"}}


def _draw_all(browser: Any, origin: str) -> dict[str, str]:
    subjects = list(_subjects(browser, origin))
    titles: dict[str, str] = {}
    for person in PEOPLE:
        for theme in THEMES:
            page = _page(browser, origin, person, color_scheme=theme)
            for subject in (one for one in subjects if one.person == person):
                titles[subject.name] = _draw(page, origin, subject, theme)
            page.context.close()
    return titles


def _subjects(browser: Any, origin: str) -> Iterator[Subject]:
    import django

    django.setup()
    from alongside.config.commands import _walk

    taken: set[str] = set()
    child = ""
    for person in PEOPLE:
        page = _page(browser, origin, person)
        child = child or _child(page.url)
        ways = _walk.Walk(ask=page.context.request, origin=origin, prefer=child)
        met = ways.go("/demo/", "/gallery/") if not person else ways.go()
        page.context.close()
        for route, path in _walk.one_of_each(met).items():
            if route not in taken:
                taken.add(route)
                yield Subject(person=person, path=path, name=_name(route))


def _child(url: str) -> str:
    """The child whose pages are drawn, wherever there is a choice: the one whom the parent of the list has."""
    return url.split("/family/")[1].split("/")[0] if "/family/" in url else ""


def _name(route: str) -> str:
    face, _, name = route.strip("/").rpartition(":")
    return f"{face or 'enter'}/{name.removeprefix('account_').replace('_', '-').replace('/', '-')}"


def _page(browser: Any, origin: str, person: str, **options: Any) -> Any:
    page = browser.new_context(base_url=origin, locale="en-GB", **options).new_page()
    if person:
        page.goto("/demo/")
        page.get_by_role("button", name=f": {person}").click()
        page.wait_for_url(lambda url: "/demo/" not in url)
    return page


def _draw(page: Any, origin: str, subject: Subject, theme: str) -> str:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(subject.path)
    page.evaluate("document.fonts.ready")
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        page.set_viewport_size({"width": width, "height": max(tall, height)})
        _keep(page.screenshot(), PICTURES / f"{subject.name}-{width}-{theme}.png")
    return str(page.title()).removesuffix(" · Alongside")


def _draw_cover(browser: Any, origin: str) -> None:
    """The first screen of Today as a phone shows it, for the front page of the project."""
    size = {"width": 390, "height": 844}
    page = _page(browser, origin, PEOPLE[1], viewport=size, device_scale_factor=2)
    _keep(page.screenshot(), PICTURES / "today-390-light.png")
    page.context.close()


def _draw_papers(browser: Any, origin: str) -> dict[str, str]:
    """The sheets that the parent of the list prints, by the name of their picture."""
    from alongside.config.commands import _papers

    page = _page(browser, origin, PEOPLE[1])
    titles = {}
    for name, title, picture in _papers.sheets(page):
        _keep(picture, PICTURES / f"paper/{name}.png")
        titles[f"paper/{name}"] = title
    page.context.close()
    return titles


def _keep(shot: bytes, path: Path) -> None:
    """Write a small file: a picture of flat colours needs few of them."""
    from PIL import Image  # only with the tests' packages

    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        path, optimize=True
    )


_INTRODUCTION = """# Pictures

Every page of the demo clinic, on a phone and at a desk, in light and in dark. All people are invented.
`make screenshots` draws them again, always at the same moment of the same clinic; long pages end after 2,000 pixels."""

_PAPER = """
## Paper

The sheets that a family prints, in grey as most printers do it.

"""
