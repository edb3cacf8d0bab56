"""One look back, from the day it is opened to the day it is closed."""

from alongside.areas.review.actions.cycle.closing import NotHeldYet, VisitAhead, close_cycle
from alongside.areas.review.actions.cycle.endings import answer_ending, propose_ending
from alongside.areas.review.actions.cycle.finding import AlreadyHeld, CycleClosed
from alongside.areas.review.actions.cycle.opening import OneAtATime, hold_cycle, move_cycle, open_cycle
from alongside.areas.review.actions.cycle.plans import answer_ahead, propose_ahead
from alongside.areas.review.actions.cycle.two_sides import AlreadyDecided, AnswerFirst, OwnDecision
from alongside.areas.review.actions.cycle.views import keep_view, show_view

__all__ = [
    "AlreadyDecided",
    "AlreadyHeld",
    "AnswerFirst",
    "CycleClosed",
    "NotHeldYet",
    "OneAtATime",
    "OwnDecision",
    "VisitAhead",
    "answer_ahead",
    "answer_ending",
    "close_cycle",
    "hold_cycle",
    "keep_view",
    "move_cycle",
    "open_cycle",
    "propose_ahead",
    "propose_ending",
    "show_view",
]
