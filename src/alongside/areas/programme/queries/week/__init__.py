"""The week that the planner proposes, from the record and back into its terms."""

from alongside.areas.programme.queries.week.empty_homes import Empty, EmptyHome, empty_homes
from alongside.areas.programme.queries.week.kept import KeptReason, Planned, planned_reasons
from alongside.areas.programme.queries.week.other_place import OtherPlace, best_other_place
from alongside.areas.programme.queries.week.placed import Placed, Wished, wishes
from alongside.areas.programme.queries.week.proposal import (
    Proposal,
    Stands,
    WeekChoice,
    proposal,
    week_choice,
)
from alongside.areas.programme.queries.week.reading import FamilyWeek, family_week, instance

__all__ = [
    "Empty",
    "EmptyHome",
    "FamilyWeek",
    "KeptReason",
    "OtherPlace",
    "Placed",
    "Planned",
    "Proposal",
    "Stands",
    "WeekChoice",
    "Wished",
    "best_other_place",
    "empty_homes",
    "family_week",
    "instance",
    "planned_reasons",
    "proposal",
    "week_choice",
    "wishes",
]
