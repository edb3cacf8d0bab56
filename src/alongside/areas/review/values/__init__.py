"""Looking back together, and the family's plan on paper, as the faces see them."""

from alongside.areas.review.values.cycle import (
    AHEADS,
    ENDINGS,
    QUESTIONS,
    Ahead,
    AheadSeen,
    CycleSeen,
    Decided,
    DecisionSeen,
    Ending,
    EndingSeen,
    MoveSeen,
    OwnView,
    ShownView,
    Stage,
    Told,
)
from alongside.areas.review.values.looking import Asked, GoalLooked, LookBack, MattersMoved
from alongside.areas.review.values.plan import FamilyPlan, GoalProgress, PlanGoal, PlanIdea

__all__ = [
    "AHEADS",
    "ENDINGS",
    "QUESTIONS",
    "Ahead",
    "AheadSeen",
    "Asked",
    "CycleSeen",
    "Decided",
    "DecisionSeen",
    "Ending",
    "EndingSeen",
    "FamilyPlan",
    "GoalLooked",
    "GoalProgress",
    "LookBack",
    "MattersMoved",
    "MoveSeen",
    "OwnView",
    "PlanGoal",
    "PlanIdea",
    "ShownView",
    "Stage",
    "Told",
]
