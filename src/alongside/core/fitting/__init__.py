"""Which regular times fit a family best: every free time of a clinic, held against what the family said."""

from alongside.core.fitting.costs import costs_of, told
from alongside.core.fitting.ranking import OFFERED, WEIGHTS, best_fits, points_of
from alongside.core.fitting.values import (
    DAY,
    Cost,
    CostKind,
    Family,
    Fit,
    Free,
    Need,
    RegularTime,
    Said,
    School,
    Sitting,
    Wish,
)
from alongside.core.fitting.weekly import regular_times

__all__ = [
    "DAY",
    "OFFERED",
    "WEIGHTS",
    "Cost",
    "CostKind",
    "Family",
    "Fit",
    "Free",
    "Need",
    "RegularTime",
    "Said",
    "School",
    "Sitting",
    "Wish",
    "best_fits",
    "costs_of",
    "points_of",
    "regular_times",
    "told",
]
