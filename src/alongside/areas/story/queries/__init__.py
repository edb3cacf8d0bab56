"""Reading stories, what matters most, and the family's day."""

from alongside.areas.story.queries.board import enquiries_waiting, enquiry_seen
from alongside.areas.story.queries.canvas import canvas, day_times
from alongside.areas.story.queries.day import capacity, family_day
from alongside.areas.story.queries.priorities import (
    priorities,
    priorities_and_minutes,
    priorities_ever,
    priority_key,
    priority_seen,
)
from alongside.areas.story.queries.ratings import every_rating, priority_ratings
from alongside.areas.story.queries.told import contact_told, story_of
from alongside.areas.story.queries.watch import watches

__all__ = [
    "canvas",
    "capacity",
    "contact_told",
    "day_times",
    "enquiries_waiting",
    "enquiry_seen",
    "every_rating",
    "family_day",
    "priorities",
    "priorities_and_minutes",
    "priorities_ever",
    "priority_key",
    "priority_ratings",
    "priority_seen",
    "story_of",
    "watches",
]
