"""What a look into the library finds."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.areas.library.values.ideas import StrategyCard

# By what ideas can be chosen. Those that count up to a number (minutes, set_up, mess, noise) take the number as text.
FACETS = (
    "routine", "domain", "minutes", "set_up", "mess", "noise", "attention", "people", "leads", "position",
    "sensory", "setting", "light", "tags", "material", "kit", "skill", "whose",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The first ideas that fit, the best first; how many fit in all; and what each further choice would leave.

    ``counts`` holds, for every facet, each value with the number of ideas that it would show beside the choices in
    the other facets; values that would show none are left out.
    """

    cards: tuple[StrategyCard, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]
