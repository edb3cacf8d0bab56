"""Reading: sentences that are long, and texts that ask for an older reader than ten."""

from alongside.core.words import readability, sentences, word_count

MOST_WORDS = 20
OLDEST_READER = 10
_GRADE_TO_AGE = 5
_YOUNGEST, _OLDEST = 5, 18
_FEWEST_WORDS = 10
# Two long names more or less move the grade of a short text by this much over its words (11.8 for each syllable).
_TWO_LONG_WORDS = 47.2


def long_sentences(text: str) -> tuple[tuple[int, int, int], ...]:
    """Where sentences of more than 20 words start and end, and how many words each has."""
    counted = ((start, end, word_count(text[start:end])) for start, end in sentences(text))
    return tuple(one for one in counted if one[2] > MOST_WORDS)


def reading_age(text: str) -> int | None:
    """About how old a reader is who finds this easy, from 5 to 18; None for a text without words."""
    if not word_count(text):
        return None
    return min(max(round(readability(text)) + _GRADE_TO_AGE, _YOUNGEST), _OLDEST)


def is_hard(text: str) -> bool:
    """Whether a ten-year-old would find the text hard, even with two long words less. Not told of under ten words."""
    counted = word_count(text)
    if counted < _FEWEST_WORDS:
        return False
    return readability(text) - _TWO_LONG_WORDS / counted > OLDEST_READER - _GRADE_TO_AGE


def hardest_sentence(text: str) -> tuple[int, int]:
    """Where the sentence stands that asks most of its reader."""
    return max(sentences(text), key=lambda span: readability(text[span[0] : span[1]]))
