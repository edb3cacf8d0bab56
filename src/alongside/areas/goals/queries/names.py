"""Taking names out of a goal's wording, so that a clinic can use it again, and finding those that are left."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from alongside.areas.goals.values import BankDraft

CHILD = "[child]"
GROWN_UP = "[grown-up]"
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_WITHIN = re.compile(r"(?<=[a-z,;:’')] )([A-Z][^\W\d_]+)")
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "english"))
_SHORTEST = 2
_OTHER_FIELDS = frozenset({"steps", "scored_by"})
# Words of every day that are names as well: in small letters they are only words.
_ALSO_WORDS = frozenset((
    "april", "amber", "art", "autumn", "bill", "can", "dawn", "daisy", "faith", "frank", "grace", "grant", "hope",
    "iris", "ivy", "jack", "joy", "june", "leaf", "lily", "mark", "may",
    "olive", "pat", "rob", "robin", "rose", "ruby", "summer", "sue", "violet", "will",
))  # fmt: skip
# Capitals that begin a line about a person without being a name.
_OF_NOBODY = frozenset((
    "mum", "dad", "mummy", "daddy", "gran", "grandma", "granny", "grandpa", "grandad",
    "nonna", "nonno", "aunt", "uncle",
))  # fmt: skip


def name_words(*texts: str) -> frozenset[str]:
    """The words of these names, as they were written; what stands in small letters is no name."""
    words = (word for text in texts for word in _NAME_WORD.findall(text))
    return frozenset(
        word
        for word in words
        if len(word) >= _SHORTEST and word[0].isupper() and word.lower() not in _OF_NOBODY
    )


def without(text: str, names: Iterable[str], of_child: Iterable[str] = ()) -> str:
    """The text with every name replaced, a whole name at once: «Amal Osman» is one person.

    It becomes the child's place when one of its words is the child's alone (``of_child``), else a grown-up's.
    """
    words, own = sorted({*names, *of_child}, key=len, reverse=True), {word.lower() for word in of_child}
    if not words:
        return text
    one = "|".join(_pattern(word) for word in words)

    def place(hit: re.Match[str]) -> str:
        return CHILD if own & {word.lower() for word in hit[0].split()} else GROWN_UP

    return re.sub(rf"\b(?:{one})(?:\s+(?:{one}))*(?!\w)", place, text)


def left_in(draft: BankDraft, names: Iterable[str]) -> str:
    """The first name that is left anywhere in a wording; empty when there is none."""
    found = re.compile("|".join(rf"\b{_pattern(name)}(?!\w)" for name in sorted(names)) or r"(?!)")
    return next((hit[0] for text in texts(draft) if (hit := found.search(text))), "")


def look_like_names(draft: BankDraft) -> tuple[str, ...]:
    """Capitals within a line, which may be names that nobody told us: for the therapist to look at."""
    found = (word for text in texts(draft) for word in capitals_within(text))
    return tuple(dict.fromkeys(word for word in found if word.lower() not in _OF_NOBODY))


def capitals_within(text: str) -> tuple[str, ...]:
    """Words with a capital that does not come from the beginning of a sentence; days are none."""
    found = _WITHIN.findall(text)
    return tuple(word for word in found if word.lower().removesuffix("s") not in _DAYS)


def texts(draft: BankDraft) -> tuple[str, ...]:
    """Every text of a wording."""
    plain = (getattr(draft, one.name) for one in fields(draft) if one.name not in _OTHER_FIELDS)
    return (*plain, *draft.steps)


def told(draft: BankDraft, child: str, grown_up: str) -> BankDraft:
    """The wording with a child's name and a word for any grown-up in the places kept for them."""

    def fill(text: str) -> str:
        return text.replace(CHILD, child).replace(GROWN_UP, grown_up)

    return each(draft, fill)


def anonymous(draft: BankDraft, of_child: Iterable[str], around: Iterable[str]) -> BankDraft:
    """The wording with the child's own names and those of everybody around it taken out."""
    own, others = frozenset(of_child), frozenset(around)
    return each(draft, lambda text: without(text, others, own))


def each(draft: BankDraft, change: Callable[[str], str]) -> BankDraft:
    """The wording with every text changed."""
    first, second, third, fourth, fifth = (change(step) for step in draft.steps)
    plain: dict[str, Any] = {
        one.name: change(getattr(draft, one.name)) for one in fields(draft) if one.name not in _OTHER_FIELDS
    }
    return replace(draft, steps=(first, second, third, fourth, fifth), **plain)


def _pattern(word: str) -> str:
    """A name in any letters, unless its small letters are an ordinary word."""
    exact = rf"(?:{re.escape(word)}|{re.escape(word.upper())})"
    return exact if word.lower() in _ALSO_WORDS else rf"(?i:{re.escape(word)})"
