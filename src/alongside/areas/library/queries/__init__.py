"""Reading the library and a clinic's own words. Neither holds a child's words: the whole team may read them."""

from alongside.areas.library.queries.finding import SHOWN, TEXT_LIMIT, search
from alongside.areas.library.queries.given import given
from alongside.areas.library.queries.ideas import (
    every_strategy,
    strategies,
    strategy,
    translations,
    versions,
)
from alongside.areas.library.queries.words import clinic_words, own_word, own_words

__all__ = [
    "SHOWN",
    "TEXT_LIMIT",
    "clinic_words",
    "every_strategy",
    "given",
    "own_word",
    "own_words",
    "search",
    "strategies",
    "strategy",
    "translations",
    "versions",
]
