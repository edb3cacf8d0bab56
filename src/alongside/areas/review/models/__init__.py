"""What is kept of looking back together."""

from alongside.areas.review.models.cycle import Cycle, GoalDecision, Move, PlanDecision, Showing, View
from alongside.areas.review.models.reports import Report, ReportAddendum, ReportComment

__all__ = [
    "Cycle",
    "GoalDecision",
    "Move",
    "PlanDecision",
    "Report",
    "ReportAddendum",
    "ReportComment",
    "Showing",
    "View",
]
