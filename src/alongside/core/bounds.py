"""Bounds of what people type: everything has a limit, and the refusal says what to do."""

import re
from collections.abc import Sized
from datetime import date

from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop

TITLE = 120
SENTENCE = 300
WORDS = 2_000
NOTE = 10_000
# No keyboard types these, and PostgreSQL keeps neither: the zero character and halves of a character.
_HIDDEN = re.compile("[\x00\ud800-\udfff]")
YEARS = range(1900, 2200)


def words(text: str, limit: int, field: str, *, required: bool = False) -> str:
    """The text without outer blanks, kept to the letter otherwise.

    Raises InvalidInput (with ``field``) for a character that no keyboard types, for more than ``limit``
    characters, and for an empty text when ``required``.
    """
    kept = text.strip()
    if _HIDDEN.search(kept):
        raise InvalidInput(gettext_noop("Please take out the hidden character."), field=field)
    if len(kept) > limit:
        sentence = gettext_noop("Please keep this to {limit} characters. It has {now} now.")
        raise InvalidInput(sentence, field=field, limit=limit, now=len(kept))
    if required and not kept:
        raise InvalidInput(gettext_noop("Please write a few words here."), field=field)
    return kept


def whole(value: int, low: int, high: int, field: str) -> int:
    """The number itself when it lies within ``low`` to ``high``; else InvalidInput."""
    if not low <= value <= high:
        sentence = gettext_noop("Please choose a number from {low} to {high}.")
        raise InvalidInput(sentence, field=field, low=low, high=high)
    return value


def day(value: date, field: str) -> date:
    """The day itself when it lies in the years 1900 to 2199; else InvalidInput."""
    if value.year not in YEARS:
        raise InvalidInput(gettext_noop("Please choose a date in this century."), field=field)
    return value


def few(several: Sized, most: int, field: str) -> None:
    """Refuse more than ``most`` at once."""
    if len(several) > most:
        raise InvalidInput(gettext_noop("Please choose at most {most} at a time."), field=field, most=most)
