"""Reading the library and a clinic's own words. Neither holds a child's words: the whole team may read them."""

from alongside.areas.library.queries.family import family_idea, family_ideas, family_row, is_given
from alongside.areas.library.queries.finding import SHOWN, TEXT_LIMIT, search
from alongside.areas.library.queries.given import given
from alongside.areas.library.queries.ideas import (
    copy_of,
    every_strategy,
    row_of,
    strategies,
    strategy,
    translation,
    translations,
    versions,
)
from alongside.areas.library.queries.words import clinic_words, own_word, own_words
from alongside.areas.library.queries.writing import data_row, draft_of, remarks_on

__all__ = [
    "SHOWN",
    "TEXT_LIMIT",
    "clinic_words",
    "copy_of",
    "data_row",
    "draft_of",
    "every_strategy",
    "family_idea",
    "family_ideas",
    "family_row",
    "given",
    "is_given",
    "own_word",
    "own_words",
    "remarks_on",
    "row_of",
    "search",
    "strategies",
    "strategy",
    "translation",
    "translations",
    "versions",
]
