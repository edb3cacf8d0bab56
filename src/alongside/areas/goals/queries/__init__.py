"""Reading goals: words, versions, steps, and for the therapist how far they have come."""

from alongside.areas.goals.queries.attainment import attainment
from alongside.areas.goals.queries.climbed import steps_agreed
from alongside.areas.goals.queries.goals import (
    goal,
    goals_of,
    step_proposals,
    versions,
)
from alongside.areas.goals.queries.history import in_force, latest, reached, same_steps, side_of, waiting_step
from alongside.areas.goals.queries.short import goals_in_short, waiting_for_therapist
from alongside.areas.goals.queries.wording import goal_sentence

__all__ = [
    "attainment",
    "goal",
    "goal_sentence",
    "goals_in_short",
    "goals_of",
    "in_force",
    "latest",
    "reached",
    "same_steps",
    "side_of",
    "step_proposals",
    "steps_agreed",
    "versions",
    "waiting_for_therapist",
    "waiting_step",
]
