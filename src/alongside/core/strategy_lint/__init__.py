"""The lint of an idea: what has to hold before a family may meet it, each remark with a sentence that says what to do.

An idea comes as a row of the data files (schema 3); nothing in it is trusted.
Reading age and sentences are rules for English; ``remarks`` of ideas in other languages leave them out.
"""

from alongside.core.strategy_lint.evidence import APPROACHES, Approach
from alongside.core.strategy_lint.library import Overview, library_remarks, overview
from alongside.core.strategy_lint.rules import Known, Remark, Rule, remarks
from alongside.core.strategy_lint.vocabulary import (
    ATTENTION,
    CHANNELS,
    DIRECTIONS,
    DOMAINS,
    KNOBS,
    LEADS,
    LEVELS,
    OFTEN,
    PEOPLE,
    POSITIONS,
    SETTINGS,
    TAGS,
)

__all__ = [
    "APPROACHES",
    "ATTENTION",
    "CHANNELS",
    "DIRECTIONS",
    "DOMAINS",
    "KNOBS",
    "LEADS",
    "LEVELS",
    "OFTEN",
    "PEOPLE",
    "POSITIONS",
    "SETTINGS",
    "TAGS",
    "Approach",
    "Known",
    "Overview",
    "Remark",
    "Rule",
    "library_remarks",
    "overview",
    "remarks",
]
