"""Reading goals: words, versions, steps, ratings, and for the therapist how far they have come."""

from alongside.areas.goals.queries.attainment import Known, attainment, known, levels
from alongside.areas.goals.queries.bank import (
    NothingAgreed,
    bank_draft,
    bank_goal,
    bank_goals,
    bank_row,
    names_around,
)
from alongside.areas.goals.queries.climbed import steps_agreed
from alongside.areas.goals.queries.goals import (
    goal,
    goal_rows,
    goals_of,
    step_proposals,
    versions,
)
from alongside.areas.goals.queries.history import in_force, latest, reached, same_steps, side_of, waiting_step
from alongside.areas.goals.queries.lint import lint, lint_newest
from alongside.areas.goals.queries.ratings import (
    NotScored,
    ScaleChanged,
    baseline_on,
    has_begun,
    moved,
    ratings,
)
from alongside.areas.goals.queries.short import goals_in_short, waiting_for_therapist
from alongside.areas.goals.queries.weighing import weighing, weights_in_force
from alongside.areas.goals.queries.wording import goal_sentence

__all__ = [
    "Known",
    "NotScored",
    "NothingAgreed",
    "ScaleChanged",
    "attainment",
    "bank_draft",
    "bank_goal",
    "bank_goals",
    "bank_row",
    "baseline_on",
    "goal",
    "goal_rows",
    "goal_sentence",
    "goals_in_short",
    "goals_of",
    "has_begun",
    "in_force",
    "known",
    "latest",
    "levels",
    "lint",
    "lint_newest",
    "moved",
    "names_around",
    "ratings",
    "reached",
    "same_steps",
    "side_of",
    "step_proposals",
    "steps_agreed",
    "versions",
    "waiting_for_therapist",
    "waiting_step",
    "weighing",
    "weights_in_force",
]
