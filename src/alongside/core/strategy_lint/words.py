"""How an idea is worded: short, plain, one thing at a time."""

import re
from collections.abc import Iterator

from alongside.core.strategy_lint.shape import Row
from alongside.core.words import gettext_noop, not_family_words, sentences, word_count
from alongside.core.words_keeper import reading_age

OLDEST_READER = 9
STEP_WORDS, WAY_LENGTH = 14, 120
# Part: fewest and most words.
_WORDS = {"summary": (4, 20), "words_that_help": (2, 12)}
_CHARACTERS = {"name": (3, 60), "notice": (5, 120), "summary": (5, 300), "words_that_help": (2, 300)}
_PLAIN = ("name", "summary", "words_that_help", "notice")
# Words that give away which knob a part of a sentence turns. Two parts with different ones are two changes.
_PARTS = re.compile(r"[;,]|\band\b|\bthen\b|\bplus\b|\bwhile\b", re.IGNORECASE)
_TURNS = {
    "time": r"minutes?|seconds?|longer|shorter time",
    "speed": r"faster|slowly|quickly|race",
    "items": r"fewer|more (?:of|pieces|things|pegs|buttons)|(?:two|three|four|five) (?:more|pieces|pegs|buttons|beads)",
    "material": r"bigger|smaller|thicker|thinner|softer|harder|heavier|lighter|larger",
    "position": r"standing|sit down|sitting|kneel|on the floor|on one leg|lap",
    "distraction": r"quiet|quieter|radio|noisy|television|tv",
    "help": r"alone|by themsel(?:f|ves)|hand over hand|without help|help more",
    "memory": r"from memory|remember|without the (?:card|list|picture)",
}
_SIGNS = {knob: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for knob, pattern in _TURNS.items()}
_NOT_SAID = re.compile(
    r"!|\bshould\b|\bmust not\b|\bfail(?:s|ed)?\b|\bbad (?:boy|girl)\b|\bgood (?:boy|girl)\b", re.I
)
# Part of the family's word list: words that the things in an idea may be called by, which is no verdict on a child.
_NAMES_OF_THINGS = frozenset(
    {"task", "exercise", "homework", "step", "score", "poor", "slot", "behind", "story"}
)
Wrong = tuple[str, str, dict[str, str | int]]


def wrong_lengths(row: Row) -> Iterator[Wrong]:
    """The part, what to say, and its values."""
    few = gettext_noop("Keep this to {low} to {high} words.")
    letters = gettext_noop("Keep this to {low} to {high} characters.")
    for name, (low, high) in _WORDS.items():
        if not low <= word_count(row[name]) <= high:
            yield name, few, {"low": low, "high": high}
    for name, (low, high) in _CHARACTERS.items():
        if not low <= len(row[name].strip()) <= high:
            yield name, letters, {"low": low, "high": high}
    yield from _wrong_steps(row)


def _wrong_steps(row: Row) -> Iterator[Wrong]:
    if not all(1 <= word_count(step) <= STEP_WORDS for step in row["steps"]):
        yield "steps", gettext_noop("Keep each step to {most} words."), {"most": STEP_WORDS}
    for name in ("easier", "harder"):
        if not all(0 < len(way["words"].strip()) <= WAY_LENGTH for way in row[name]):
            yield name, gettext_noop("Keep each way to {most} characters."), {"most": WAY_LENGTH}


def reading_age_of(row: Row) -> int | None:
    """About how old a reader is who finds the steps easy, all of them together; None without words."""
    return reading_age("\n".join(row["steps"]))


def hard_words(row: Row) -> Iterator[tuple[str, str]]:
    """The parts that a family reads, with what is not said to families."""
    ways = " ".join(way["words"] for name in ("easier", "harder") for way in row[name])
    texts = {**{name: row[name] for name in _PLAIN}, "steps": " ".join(row["steps"]), "easier": ways}
    for name, text in texts.items():
        said = [found[0] for found in _NOT_SAID.finditer(text)]
        said += [hit.word for hit in not_family_words(text) if hit.word.lower() not in _NAMES_OF_THINGS]
        yield from ((name, one) for one in dict.fromkeys(said))


def changes_twice(text: str) -> bool:
    """Whether a way easier or harder says more than one sentence, or turns a second knob in the same one."""
    turned = [_turned(part) for part in _PARTS.split(text)]
    signs = [found for found in turned if found]
    return len(sentences(text)) != 1 or any(not one & signs[0] for one in signs)


def _turned(text: str) -> frozenset[str]:
    return frozenset(knob for knob, sign in _SIGNS.items() if sign.search(text))
