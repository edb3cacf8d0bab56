"""Sending a story, answering it, and keeping what matters most and the family's day."""

from alongside.areas.story.actions.board import (
    StoryClosed,
    answer_story,
    close_story,
    open_board,
    open_enquiry,
)
from alongside.areas.story.actions.day import drop_day_moment, keep_capacity, keep_day_moment
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
    "close_story",
    "drop_day_moment",
    "keep_capacity",
    "keep_day_moment",
    "keep_priorities",
    "open_board",
    "open_enquiry",
    "rate_priorities",
    "send_story",
    "turn_story_into_family",
]
