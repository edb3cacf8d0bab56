"""Evidence about one goal from quick counts at home: how they were planned, the points, a comparison, a sentence."""

from alongside.core.evidence.comparison import BaselineLine, Comparison, Stage, compare
from alongside.core.evidence.design import (
    LEAST_BASELINE,
    MOST_BASELINE,
    MOST_STARTS,
    OFFERED_BASELINES,
    Design,
    Scale,
    drawn_start,
    offered_baseline,
)
from alongside.core.evidence.family import (
    CountedThenNow,
    CountedWeek,
    counted_then_now,
    counted_weeks,
    days_to_go,
    told,
)
from alongside.core.evidence.points import Counted, CountedPoint, Points, counted_points

__all__ = [
    "LEAST_BASELINE",
    "MOST_BASELINE",
    "MOST_STARTS",
    "OFFERED_BASELINES",
    "BaselineLine",
    "Comparison",
    "Counted",
    "CountedPoint",
    "CountedThenNow",
    "CountedWeek",
    "Design",
    "Points",
    "Scale",
    "Stage",
    "compare",
    "counted_points",
    "counted_then_now",
    "counted_weeks",
    "days_to_go",
    "drawn_start",
    "offered_baseline",
    "told",
]
