"""One tap: what stands in place of a listed word, with its capital letters and the right article."""

import re
from dataclasses import dataclass

from alongside.core.words_keeper.listing import Found

_LOOK_BACK = 24
_ARTICLE = re.compile(r"(?<![\w'’])(a|an)\s$", re.IGNORECASE)
# "His how far it can move" and "a moving smoothly" are no English, so there the writer finds the words.
_OWNED = re.compile(
    r"(?<![\w'’])(?:his|her|their|its|my|your|our|the|a|an|this|that|\w+['’]s)\s$", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?:how|what|which|where|when)\s")
_DOING = re.compile(r"(?!thing)[a-z]{2,20}ing(?!\w)")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:\n•][\"'“”‘’)\s]*)$")
_ONE = re.compile(
    r"(?<![\w'’])(?:[Hh]e|[Ss]he|(?:my|your|our|the|this|The|Your|Our|My)\s\w*[^\Ws]|[A-Z][a-z'’]+)\s$"
)
_MANY = re.compile(r"(?<![\w'’])(?:[Tt]hey|(?:[Tt]he|[Yy]our|[Tt]hese|[Oo]ur|[Mm]y)\s\w*s)\s$")
_BY_WHO = frozenset({("cannot",), ("can't",), ("can", "not")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Put ``words`` (None: nothing can be offered) from character ``start`` to before ``end``."""

    start: int
    end: int
    words: str | None


def change(text: str, found: Found) -> Change:
    """What one tap does with ``found``: an article before it and the first letter after it may change along."""
    tap = _by_who(text, found) if found.listed.keys in _BY_WHO else found.listed.tap
    if tap is None or _clashes(text, found, tap):
        return Change(start=found.start, end=found.end, words=None)
    if not tap:
        return _left_out(text, found)
    return _with_article(text, found, _cased(text, found, tap))


def _clashes(text: str, found: Found, tap: str) -> bool:
    """Whether the wording cannot follow the word before it."""
    before = text[max(0, found.start - _LOOK_BACK) : found.start]
    return bool(_CLAUSE.match(tap) and _OWNED.search(before)) or bool(
        _DOING.match(tap) and _ARTICLE.search(before)
    )


def _by_who(text: str, found: Found) -> str | None:
    """Who it is about decides between "finds" and "find"; None when that cannot be told."""
    before = text[max(0, found.start - _LOOK_BACK) : found.start]
    if _MANY.search(before):
        return "find it hard to"
    return "finds it hard to" if _ONE.search(before) else None


def _cased(text: str, found: Found, tap: str) -> str:
    written = text[found.start : found.end]
    if found.listed.exact:
        before = text[max(0, found.start - _LOOK_BACK) : found.start]
        return _capital(tap) if _SENTENCE_START.search(before) else tap
    if written.isupper() and len(written) > 1:
        return tap.upper()
    return _capital(tap) if written[0].isupper() else tap


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _with_article(text: str, found: Found, words: str) -> Change:
    article = _ARTICLE.search(text[max(0, found.start - _LOOK_BACK) : found.start])
    fitting = "an" if words[:1].lower() in "aeiou" else "a"
    if not article or article[1].lower() == fitting:
        return Change(start=found.start, end=found.end, words=words)
    kept = _capital(fitting) if article[1][0].isupper() else fitting
    return Change(start=found.start - len(article[0]), end=found.end, words=f"{kept} {words}")


def _left_out(text: str, found: Found) -> Change:
    """The word and the blank after it go; the next letter takes over its capital."""
    after = found.end
    while after < len(text) and text[after].isspace():
        after += 1
    following = text[after : after + 1]
    capital = following.upper() if text[found.start].isupper() else following
    return Change(start=found.start, end=after + len(following), words=capital)
