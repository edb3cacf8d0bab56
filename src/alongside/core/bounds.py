"""Bounds of what people type: every text has a limit, and the refusal says what to do."""

from alongside.core.refusals import InvalidInput

TITLE = 120
SENTENCE = 300
WORDS = 2_000
NOTE = 10_000


def words(text: str, limit: int, field: str, *, required: bool = False) -> str:
    """The text without outer blanks, kept to the letter otherwise.

    Raises InvalidInput (with ``field``) for a character that no keyboard types, for more than ``limit``
    characters, and for an empty text when ``required``.
    """
    kept = text.strip()
    if "\x00" in kept:
        raise InvalidInput("Please take out the hidden character.", field=field)
    if len(kept) > limit:
        raise InvalidInput(f"Please keep this to {limit} characters. It has {len(kept)} now.", field=field)
    if required and not kept:
        raise InvalidInput("Please write a few words here.", field=field)
    return kept


def whole(value: int, low: int, high: int, field: str) -> int:
    """The number itself when it lies within ``low`` to ``high``; else InvalidInput."""
    if not low <= value <= high:
        raise InvalidInput(f"Please choose a number from {low} to {high}.", field=field)
    return value
