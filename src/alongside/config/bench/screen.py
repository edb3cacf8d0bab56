"""What a phone fetches for its first screen, and for a later one when everything else is in its cache."""

import re
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urljoin

from alongside.config.bench.visitor import Known, Sent

_LINKED = re.compile(rb"""<link[^>]+rel="?(stylesheet|preload|icon|manifest|modulepreload)[^>]*>""")
_HREF = re.compile(rb"""href="?([^"\s>]+)""")
_SOURCE = re.compile(rb"""<(?:script|img|source|use)[^>]+(?:src|href)="?([^"\s>#]+)""")
# A part of a font whose letters are not those of English is fetched only by a page that has them.
_OTHER_LETTERS = re.compile(
    rb"""@font-face\s*\{[^}]*unicode-range:(?![^;}]*U\+0{1,4}-)[^}]*\}""", re.IGNORECASE
)
_IN_STYLES = re.compile(rb"""url\(["']?([^"')#]+)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How many requests, and how many bytes of bodies came over the line (compressed where the server does)."""

    requests: int
    bytes: int
    largest: tuple[tuple[str, int], ...]


def first_screen(port: int, known: Known, sent: Sent) -> Screen:
    """The page and everything that it links to: styles and what they name, scripts, pictures, icons."""
    return _screen(port, known, sent, cached=False)


def later_screen(port: int, known: Known, sent: Sent) -> Screen:
    """The page alone: everything else carries a name with its hash and is kept for a year."""
    return _screen(port, known, sent, cached=True)


def _screen(port: int, known: Known, sent: Sent, *, cached: bool) -> Screen:
    cookies = {"Cookie": f"{known['cookie']}={sent.session}"}
    page, size = _fetch(port, sent.path, cookies)
    sizes = {sent.path: size}
    waiting = [] if cached else _linked(page, sent.path)
    while waiting:
        path = waiting.pop()
        if path in sizes or path.startswith("data:"):
            continue
        body, sizes[path] = _fetch(port, path, {})
        if path.endswith(".css"):
            waiting += [
                urljoin(path, found.decode()) for found in _IN_STYLES.findall(_OTHER_LETTERS.sub(b"", body))
            ]
    largest = sorted(sizes.items(), key=lambda pair: -pair[1])
    return Screen(requests=len(sizes), bytes=sum(sizes.values()), largest=tuple(largest))


def _linked(page: bytes, path: str) -> list[str]:
    links = [_HREF.search(found.group(0)) for found in _LINKED.finditer(page)]
    names = [link.group(1) for link in links if link] + _SOURCE.findall(page)
    return [urljoin(path, name.decode()) for name in names]


def _fetch(port: int, path: str, headers: dict[str, str]) -> tuple[bytes, int]:
    """The body as it reads, and its length on the line."""
    import gzip

    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip", **headers})
        answer = connection.getresponse()
        raw = answer.read()
    finally:
        connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return (gzip.decompress(raw) if answer.getheader("Content-Encoding") == "gzip" else raw), len(raw)
