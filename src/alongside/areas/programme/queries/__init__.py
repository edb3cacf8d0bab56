"""Reading the programme. Everything takes the child that the gate opened."""

from alongside.areas.programme.queries.answers import answers
from alongside.areas.programme.queries.changes import changes, phase_lines
from alongside.areas.programme.queries.pictures import pictures, pictures_by_placement
from alongside.areas.programme.queries.placements import (
    live_placements,
    loggable,
    placement,
    programme_of,
)
from alongside.areas.programme.queries.reasons import reason_chain, reason_chains
from alongside.areas.programme.queries.rested import (
    RESTS,
    live_and_rested,
    rested,
    resting_among,
    rests_about,
)
from alongside.areas.programme.queries.safety import ideas_for
from alongside.areas.programme.queries.short import ideas_in_short

__all__ = [
    "RESTS",
    "answers",
    "changes",
    "ideas_for",
    "ideas_in_short",
    "live_and_rested",
    "live_placements",
    "loggable",
    "phase_lines",
    "pictures",
    "pictures_by_placement",
    "placement",
    "programme_of",
    "reason_chain",
    "reason_chains",
    "rested",
    "resting_among",
    "rests_about",
]
