"""What a report is made of: sections of blocks. One template prints them, and the family's page shows them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture for paper, and the same in words for readers who do not see it."""

    svg: str
    alt: str


Draw = Callable[[Content], Drawn | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a section; ``kind`` says which of the other fields count.

    TEXT: ``words``. SAID: ``words`` of ``by``. LIST: ``items``. FACTS: ``rows`` of a name and a value.
    TABLE: ``head``, ``rows``, and how ``widths`` of its columns relate.
    STAIRS: ``title``, ``step``, ``items``, ``svg``, ``alt``. FIGURE: ``svg``, ``alt``. HEADING: ``words``.
    """

    kind: str
    title: str = ""
    words: str = ""
    by: str = ""
    items: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
    step: int = 0
    svg: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its blocks. Two neighbours that are ``paired`` stand side by side, with equal room."""

    heading: str
    blocks: tuple[Block, ...]
    paired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A report as it is read: what is signed, and after it what was added and what the family says beside it."""

    title: str
    about: str
    period: str
    clinic: str
    language: str
    sections: tuple[Section, ...]
    signature: str
    seal: str
    beside: tuple[Section, ...]


def text(words: str) -> list[Block]:
    """A paragraph for each of the lines, or nothing."""
    return [Block(kind="TEXT", words=line) for line in words.splitlines() if line.strip()]


def said(words: str, by: str) -> list[Block]:
    """Somebody's own words, or nothing."""
    return [Block(kind="SAID", words=words, by=by)] if words else []


def listed(items: Iterable[str]) -> list[Block]:
    """A list, or nothing."""
    kept = tuple(item for item in items if item)
    return [Block(kind="LIST", items=kept)] if kept else []


def facts(pairs: Iterable[tuple[str, str]]) -> list[Block]:
    """Names with their values; those without a value are left out."""
    kept = tuple((name, value) for name, value in pairs if value)
    return [Block(kind="FACTS", rows=kept)] if kept else []


def table(columns: Iterable[tuple[str, int]], rows: Iterable[Iterable[str]]) -> list[Block]:
    """A table with its header row, or nothing without rows. A column is its name and its width beside the others."""
    names, widths = zip(*columns, strict=True)
    kept = tuple(tuple(row) for row in rows)
    return [Block(kind="TABLE", head=names, widths=widths, rows=kept)] if kept else []


def section(heading: str, *parts: list[Block], paired: bool = False) -> list[Section]:
    """A section of all the parts; nothing when all of them are empty."""
    blocks = tuple(block for part in parts for block in part)
    return [Section(heading=heading, blocks=blocks, paired=paired)] if blocks else []


def boxed(content: Content, heading: str, code: str) -> list[Block]:
    """What the therapist wrote into one box, under a small heading; nothing when it is empty."""
    words = text(content["words"].get(code, ""))
    return [Block(kind="HEADING", words=heading), *words] if words else []


def day(on: str) -> str:
    """3 November 2026, from an ISO date; empty stays empty."""
    return date_format(date.fromisoformat(on), "j F Y") if on else ""


def plain_day(on: str) -> str:
    """3 Nov, from an ISO date."""
    return date_format(date.fromisoformat(on), "j M")


def sentence(words: str) -> str:
    """The words with a full stop, unless they end already."""
    return words if not words or words.endswith((".", "!", "?", "…", "”")) else f"{words}."


def around(one: Content) -> str:
    """What somebody does, where, and with what help, in one line."""
    return ", ".join(filter(None, (one["does"], one["where"], one["with_help"])))


def all_of(names: Iterable[str]) -> str:
    """A, B and C."""
    *several, last = list(names) or [""]
    return gettext("{several} and {last}").format(several=", ".join(several), last=last) if several else last
