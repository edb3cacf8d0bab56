"""What is kept of looking back together."""

from alongside.areas.review.models.cycle import Cycle, GoalDecision, Move, PlanDecision, Showing, View

__all__ = ["Cycle", "GoalDecision", "Move", "PlanDecision", "Showing", "View"]
