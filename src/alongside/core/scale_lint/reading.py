"""How the lint reads a level: its words, its numbers, what the child does in it."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from alongside.core.attainment import Level
from alongside.core.scale_lint import lexicon
from alongside.core.scale_lint.numbers import HELP, Quantity, plain, quantities, stem, tokens_of
from alongside.core.scale_lint.values import WRITTEN_LEVELS, WrittenScale

_NOT_YET = re.compile(r"\W*(?:tbc|tba|n/?a|to do|to be decided|none)?\W*")
_WORD_OR_STOP = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[,;.]")
_WHILE = frozenset({"while", "whilst", "as", "besides"})  # Only "talking" follows these, never "talks".
_LINKS = frozenset({"and", "then", "also", "plus"}) | _WHILE
_SUBJECTS = frozenset({"he", "she", "they", "now", "even", "also", "then", "will"})
_ALONE = re.compile(
    r"\b(?:alone|unaided|independently|(?:by|on) (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own|"
    r"(?:no|without(?: any| a)?) (?:help|reminders?|prompts?|prompting|support|hints?|nudges?|cues?|adult))\b"
)
_HANDS = re.compile(r"\bhand[- ]over[- ]hand|\bguides?\b|\bguiding\b|\bhand over (?:his|hers|theirs)\b")
_HAND_ON = 1
_REMINDED = 50
_BY_SELF = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A doing that is linked on: its stem, the word as written, and the content of what stands before it."""

    stem: str
    word: str
    before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A level that was read.

    ``skeleton`` are its words without numbers and small words, in order; ``content`` the same without people.
    ``added`` are the doings that follow "and". ``help`` is how little help
    there is, None when it says nothing about help.
    """

    level: Level
    text: str
    tokens: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    skeleton: tuple[str, ...]
    content: frozenset[str]
    added: tuple[Doing, ...]
    help: int | None

    @property
    def measured(self) -> tuple[Quantity, ...]:
        """Its numbers apart from those of help."""
        return tuple(one for one in self.quantities if one.unit != HELP)


def is_blank(text: str) -> bool:
    """Whether nothing is written there yet; "tbc" and "?" count as nothing."""
    return _NOT_YET.fullmatch(text.strip().lower()) is not None


def readings(scale: WrittenScale) -> tuple[Reading, ...]:
    """The filled levels from −2 up, read."""
    pairs = zip(WRITTEN_LEVELS, scale.levels, strict=True)
    return tuple(read(level, text) for level, text in pairs if not is_blank(text))


def harder_reading(scale: WrittenScale) -> tuple[Reading, ...]:
    """The −3 alone, when it is written."""
    return () if is_blank(scale.harder) else (read(Level.HARDER, scale.harder),)


@lru_cache(maxsize=256)
def read(level: Level, text: str) -> Reading:
    """Read one level. Kept a while, because while somebody types the other levels stay as they are."""
    said = plain(text)
    tokens = tokens_of(said)
    numbers = quantities(tokens)
    counted = {place for one in numbers for place in one.at}
    skeleton = tuple(
        stem(token) for place, token in enumerate(tokens) if place not in counted and _is_said(token)
    )
    return Reading(
        level=level,
        text=said,
        tokens=tokens,
        quantities=numbers,
        skeleton=skeleton,
        content=content_of(skeleton),
        added=tuple(_added(said)),
        help=_help(said, numbers),
    )


def _is_said(token: str) -> bool:
    """Whether a word says more than how much: no small word, no sign, no minute and no metre."""
    is_unit = stem(token) in lexicon.SECONDS or stem(token) in lexicon.CENTIMETRES
    return token[0].isalpha() and token not in lexicon.SILENT and not is_unit


def content_of(words: tuple[str, ...]) -> frozenset[str]:
    """The stems that carry meaning: no small words, no grown-ups, no help."""
    return frozenset(
        stem(word)
        for word in words
        if word not in lexicon.STOP
        and word not in lexicon.PEOPLE
        and stem(word) not in lexicon.OCCASIONS | lexicon.HELP
        and word[0].isalpha()
    )


def _added(text: str) -> Iterator[Doing]:
    """Each doing that is linked on with "and", "then" or "while"."""
    words = _WORD_OR_STOP.findall(text)
    for place, word in enumerate(words):
        after = _after_link(words, place) if word in _LINKS else len(words)
        follows = words[after + 1] if after + 1 < len(words) else ""
        found = _doing(word, words[after], follows) if after < len(words) else ""
        if found:
            before = content_of(tuple(one for one in words[:place] if one[0].isalpha()))
            yield Doing(stem=found, word=words[after], before=before)


def _after_link(words: list[str], place: int) -> int:
    """Where the words after a link begin, past "he also" and the like; the end when it is no link."""
    after = place + 1
    if words[place] == "as":
        if words[after : after + 2] != ["well", "as"]:
            return len(words)
        after += 2
    while after < len(words) and words[after] in _SUBJECTS:
        after += 1
    return after


def _doing(link: str, word: str, follows: str) -> str:
    """The stem of the doing after a link; empty when a thing follows."""
    return _ongoing(word) or ("" if link in _WHILE else _done(word, follows))


def _ongoing(word: str) -> str:
    """The "talk" of talking."""
    if len(word) < 5 or not word.endswith("ing") or word in lexicon.NOT_DOING:
        return ""
    return word.removesuffix("ing")


def _done(word: str, follows: str) -> str:
    """The stem of a word such as "offers", or of "buttons" when "his coat" follows it."""
    base = _base(word)
    if base in lexicon.VERBS and (base not in lexicon.THINGS_TOO or follows in lexicon.OBJECT_FOLLOWS):
        return base
    is_doing = word.endswith("s") and len(word) > 3 and word not in lexicon.STOP
    return base if is_doing and follows in lexicon.OBJECT_FOLLOWS else ""


def _base(word: str) -> str:
    base = stem(word)
    return base[:-1] if base not in lexicon.VERBS and base.endswith("e") else base


def _help(text: str, numbers: tuple[Quantity, ...]) -> int | None:
    """How little help a level asks for: 1 for a hand on theirs, 100 for none; None when it does not say."""
    counted = [math.ceil(one.high) for one in numbers if one.unit == HELP]
    if _HANDS.search(text):
        return _HAND_ON
    if counted and max(counted) > 0:
        return max(_REMINDED - max(counted), _HAND_ON + 1)
    return _BY_SELF if counted or _ALONE.search(text) else None
