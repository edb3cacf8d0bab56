"""Sending a story, answering it, and keeping what matters most and the family's day."""

from alongside.areas.story.actions.board import (
    StoryClosed,
    answer_story,
    close_story,
    open_board,
    open_enquiry,
)
from alongside.areas.story.actions.canvas import bring_back, keep_things, lighten_week, pause_week
from alongside.areas.story.actions.day import drop_day_moment, keep_capacity, keep_day_moment, keep_week
from alongside.areas.story.actions.priorities import (
    TooManyPriorities,
    keep_priorities,
    rate_priorities,
)
from alongside.areas.story.actions.send import TooManyStories, send_story
from alongside.areas.story.actions.take_on import turn_story_into_family

__all__ = [
    "StoryClosed",
    "TooManyPriorities",
    "TooManyStories",
    "answer_story",
    "bring_back",
    "close_story",
    "drop_day_moment",
    "keep_capacity",
    "keep_day_moment",
    "keep_priorities",
    "keep_things",
    "keep_week",
    "lighten_week",
    "open_board",
    "open_enquiry",
    "pause_week",
    "rate_priorities",
    "send_story",
    "turn_story_into_family",
]
