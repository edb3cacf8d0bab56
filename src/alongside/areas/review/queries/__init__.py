"""Looking back together: reading."""

from alongside.areas.review.queries.brief import brief
from alongside.areas.review.queries.coverage import coverage
from alongside.areas.review.queries.golden_thread import golden_thread
from alongside.areas.review.queries.plan import family_plan, progress

__all__ = ["brief", "coverage", "family_plan", "golden_thread", "progress"]
