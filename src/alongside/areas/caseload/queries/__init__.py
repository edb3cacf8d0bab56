"""Reading plans of a caseload."""

from alongside.areas.caseload.queries.plans import (
    abilities,
    plan_of,
    plan_seen,
    plans,
    plans_to_make,
    whole_plan,
)

__all__ = ["abilities", "plan_of", "plan_seen", "plans", "plans_to_make", "whole_plan"]
