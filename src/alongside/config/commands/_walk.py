"""Walks through the demo as its people do: from page to page along the links, one example of each page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from alongside.faces.common.policy import all_policies

DEEP = 4  # So many examples of one page are searched for links; more of them lead nowhere new.


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An address that somebody met: ``route`` is its name; ``linked``: a page led there; ``led_to``: and it led on."""

    route: str
    path: str
    status: int
    is_page: bool
    linked: bool
    led_to: str = ""


@dataclass(slots=True, kw_only=True)
class Walk:
    """One person's way through the pages. ``prefer`` is a piece of address that comes first, such as a child."""

    ask: Any
    origin: str
    prefer: str = ""
    met: dict[str, Met] = field(default_factory=dict)
    looked: Counter[str] = field(default_factory=Counter)

    def go(self, *starts: str) -> list[Met]:
        """Everything this person reaches, in the order of meeting."""
        self._follow([*starts, "/in/", "/"], linked=True)
        self._follow(list(plain_addresses()), linked=False)
        return list(self.met.values())

    def _follow(self, paths: list[str], *, linked: bool) -> None:
        waiting = paths
        while waiting:
            waiting.sort(key=lambda path: self.prefer not in path)
            path = waiting.pop(0)
            if path in self.met or self.looked[route_of(path)] >= DEEP:
                continue
            waiting += self._look(path, linked=linked)

    def _look(self, path: str, *, linked: bool) -> list[str]:
        answer = self.ask.get(self.origin + path, fail_on_status_code=False)
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        route, led_to = route_of(path), _way(answer.url)
        self.looked[route] += 1
        self.met[path] = Met(
            route=route,
            path=path,
            status=answer.status,
            is_page=is_page,
            linked=linked,
            led_to="" if led_to == path else led_to,
        )
        if led_to != path:
            return [led_to]
        return list(_links(answer.text(), path)) if is_page and answer.ok else []


def one_of_each(met: list[Met]) -> dict[str, str]:
    """The first good page of every route: its name and its path. What was only led on elsewhere is left out."""
    pages: dict[str, str] = {}
    for one in met:
        if one.is_page and one.status == 200 and not one.led_to:
            pages.setdefault(one.route, one.path)
    return pages


def plain_addresses() -> Iterator[str]:
    """The addresses of pages that need nothing filled in."""
    for route in readable_routes():
        try:
            yield reverse(route)
        except NoReverseMatch:
            continue


def readable_routes() -> list[str]:
    """The names of all routes that can be read with GET by somebody."""
    return [route for route, methods in all_policies().items() if "GET" in methods]


def route_of(path: str) -> str:
    """The name of the route that answers a path; the path itself where none does."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return path


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def _links(html: str, here: str) -> Iterator[str]:
    reader = _Links()
    reader.feed(html)
    for link in reader.found:
        parts = urlsplit(urljoin(here, link))
        if not parts.scheme and not parts.netloc:
            yield _way(parts.geturl())


def _way(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
