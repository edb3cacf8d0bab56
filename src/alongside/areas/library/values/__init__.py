"""The values of the library: ideas, how they are looked for and written, and a clinic's own words."""

from alongside.areas.library.values.drafts import StrategyDraft, WordsDraft
from alongside.areas.library.values.family import FamilyIdeaDraft, FamilyIdeaSeen
from alongside.areas.library.values.finding import FACETS, Found
from alongside.areas.library.values.ideas import (
    LIGHT_LABELS,
    Evidence,
    Frequency,
    Light,
    SafetyNote,
    Skill,
    StrategyCard,
    StrategySeen,
    Supervision,
    Translation,
    VersionSeen,
    Way,
)
from alongside.areas.library.values.words import SAY_LIMIT, WORD_LIMIT, ClinicWordSeen

__all__ = [
    "FACETS",
    "LIGHT_LABELS",
    "SAY_LIMIT",
    "WORD_LIMIT",
    "ClinicWordSeen",
    "Evidence",
    "FamilyIdeaDraft",
    "FamilyIdeaSeen",
    "Found",
    "Frequency",
    "Light",
    "SafetyNote",
    "Skill",
    "StrategyCard",
    "StrategyDraft",
    "StrategySeen",
    "Supervision",
    "Translation",
    "VersionSeen",
    "Way",
    "WordsDraft",
]
