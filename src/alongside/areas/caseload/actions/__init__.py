"""What people and the planner do with plans of a caseload."""

from alongside.areas.caseload.actions.asking import ask_plan, dismiss_plan, keep_abilities, stop_plan
from alongside.areas.caseload.actions.offering import offer_planned
from alongside.areas.caseload.actions.working import begin_plan, keep_found, keep_progress, keep_trouble

__all__ = [
    "ask_plan",
    "begin_plan",
    "dismiss_plan",
    "keep_abilities",
    "keep_found",
    "keep_progress",
    "keep_trouble",
    "offer_planned",
    "stop_plan",
]
