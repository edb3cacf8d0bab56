"""What the keeper says: kinds of suggestions, and one suggestion with its place in the text."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.core.words import Phrase


class Kind(StrEnum):
    """What a suggestion is about."""

    WORD = "WORD"
    JARGON = "JARGON"
    SHAME = "SHAME"
    LONG = "LONG"
    READING = "READING"
    ORDER = "ORDER"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """From character ``start`` to before ``end`` stands ``found``; ``replacement`` may stand there instead.

    None means that only the writer can find the words. ``why`` is a sentence for the writer.
    """

    kind: Kind
    start: int
    end: int
    found: str
    replacement: str | None
    why: Phrase
