"""Filling the library, and keeping a clinic's own words."""

from alongside.areas.library.actions.starters import load_starter_strategies
from alongside.areas.library.actions.words import end_word, keep_word

__all__ = ["end_word", "keep_word", "load_starter_strategies"]
