"""Looking back together, and the family's plan on paper, as the faces see them."""

from alongside.areas.review.values.cycle import (
    Ahead,
    Decided,
    Ending,
)
from alongside.areas.review.values.plan import FamilyPlan, GoalProgress, PlanGoal, PlanIdea

__all__ = [
    "Ahead",
    "Decided",
    "Ending",
    "FamilyPlan",
    "GoalProgress",
    "PlanGoal",
    "PlanIdea",
]
