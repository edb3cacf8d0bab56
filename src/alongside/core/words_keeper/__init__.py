"""The words keeper: looks at what a family will read, as it is written, and suggests. It never blocks.

``suggestions`` says what could be said otherwise and where, ``applied`` puts one suggestion in place, ``kept`` all
of them, and ``never_to_families`` finds what no page of a family may hold. Nothing leaves the machine.
"""

from alongside.core.words_keeper.keeping import LONGEST_TEXT, TextMoved, applied, kept, suggestions
from alongside.core.words_keeper.kinds import Kind, Suggestion
from alongside.core.words_keeper.listing import AS_SHIPPED, MOST_OF_A_CLINIC, ClinicWords
from alongside.core.words_keeper.never import Measure, NotForFamilies, never_to_families
from alongside.core.words_keeper.reading import MOST_WORDS, OLDEST_READER, reading_age

__all__ = [
    "AS_SHIPPED",
    "LONGEST_TEXT",
    "MOST_OF_A_CLINIC",
    "MOST_WORDS",
    "OLDEST_READER",
    "ClinicWords",
    "Kind",
    "Measure",
    "NotForFamilies",
    "Suggestion",
    "TextMoved",
    "applied",
    "kept",
    "never_to_families",
    "reading_age",
    "suggestions",
]
