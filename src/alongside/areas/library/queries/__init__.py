"""Reading the library and a clinic's own words. Neither holds a child's words: the whole team may read them."""

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
    "clinic_words",
    "every_strategy",
    "given",
    "own_word",
    "own_words",
    "strategies",
    "strategy",
    "translations",
    "versions",
]
