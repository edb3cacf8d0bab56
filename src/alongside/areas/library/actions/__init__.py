"""Filling the library, changing a clinic's own ideas, and keeping its own words."""

from alongside.areas.library.actions.family import (
    AlreadyTaken,
    keep_given,
    take_family_idea,
    take_given_back,
)
from alongside.areas.library.actions.languages import translate_strategy
from alongside.areas.library.actions.starters import load_starter_strategies
from alongside.areas.library.actions.strategies import (
    AlreadyAdapted,
    CameWithProduct,
    ChangedMeanwhile,
    LibraryFull,
    adapt_strategy,
    add_strategy,
    bring_back_strategy,
    change_strategy,
    retire_strategy,
)
from alongside.areas.library.actions.words import end_word, keep_word

__all__ = [
    "AlreadyAdapted",
    "AlreadyTaken",
    "CameWithProduct",
    "ChangedMeanwhile",
    "LibraryFull",
    "adapt_strategy",
    "add_strategy",
    "bring_back_strategy",
    "change_strategy",
    "end_word",
    "keep_given",
    "keep_word",
    "load_starter_strategies",
    "retire_strategy",
    "take_family_idea",
    "take_given_back",
    "translate_strategy",
]
