"""Looking back together: reading."""

from alongside.areas.review.queries.brief import brief
from alongside.areas.review.queries.plan import family_plan, progress

__all__ = ["brief", "family_plan", "progress"]
