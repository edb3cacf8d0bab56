"""Tokens: the words of a text as they are compared, and where each stands."""

import re
from dataclasses import dataclass
from itertools import pairwise

_TOKEN = re.compile(r"[^\W_]++(?:['’][^\W_]++)*+")
_JOIN = re.compile(r"[\s\-‐‑]{1,3}")
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters and with a plain apostrophe, from character ``start`` to before ``end``."""

    key: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of ``text``; the parts of a hyphenated word one by one."""
    return tuple(
        Token(found[0].lower().replace("’", "'"), found.start(), found.end())
        for found in _TOKEN.finditer(text)
    )


def is_joined(text: str, span: tuple[Token, ...]) -> bool:
    """Whether these words follow each other with a blank or a hyphen, and are not part of a longer hyphenated word."""
    gaps = (text[one.end : two.start] for one, two in pairwise(span))
    inside = all(_JOIN.fullmatch(gap) for gap in gaps)
    return inside and not _hangs(text, span[0].start - 1, -1) and not _hangs(text, span[-1].end, 1)


def _hangs(text: str, at: int, step: int) -> bool:
    """Whether a hyphen at ``at`` ties the word to another one beyond it."""
    beyond = at + step
    return 0 <= beyond < len(text) and text[at] in _HYPHENS and text[beyond].isalnum()
