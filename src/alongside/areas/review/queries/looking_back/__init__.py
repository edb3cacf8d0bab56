"""Looking back together: the look backs of a child, both views, and what was decided."""

from alongside.areas.review.queries.looking_back.cycles import current_cycle, cycle, cycles
from alongside.areas.review.queries.looking_back.decisions import ahead, aheads, ending, endings
from alongside.areas.review.queries.looking_back.looking import look_back
from alongside.areas.review.queries.looking_back.views import own_view, own_view_of, shown_views

__all__ = [
    "ahead",
    "aheads",
    "current_cycle",
    "cycle",
    "cycles",
    "ending",
    "endings",
    "look_back",
    "own_view",
    "own_view_of",
    "shown_views",
]
