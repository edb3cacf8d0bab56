"""Looking back together: reading."""

from alongside.areas.review.queries.brief import brief
from alongside.areas.review.queries.coverage import coverage
from alongside.areas.review.queries.golden_thread import golden_thread
from alongside.areas.review.queries.looking_back import (
    aheads,
    current_cycle,
    cycle,
    cycles,
    endings,
    look_back,
    own_view,
    shown_views,
)
from alongside.areas.review.queries.plan import family_plan, progress

__all__ = [
    "aheads",
    "brief",
    "coverage",
    "current_cycle",
    "cycle",
    "cycles",
    "endings",
    "family_plan",
    "golden_thread",
    "look_back",
    "own_view",
    "progress",
    "shown_views",
]
