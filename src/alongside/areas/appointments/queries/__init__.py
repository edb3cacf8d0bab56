"""Reading visits, what is said around them, and session notes."""

from alongside.areas.appointments.queries.notes import (
    family_notes,
    last_plan,
    note,
    note_row,
    note_states,
    planned,
    seal_of,
)
from alongside.areas.appointments.queries.visits import (
    agenda,
    change_requests,
    day_of,
    last_visit,
    next_visit,
    open_requests,
    rooms,
    upcoming,
    visit,
    visit_row,
    visit_seen,
    visits_of,
    week_of,
)

__all__ = [
    "agenda",
    "change_requests",
    "day_of",
    "family_notes",
    "last_plan",
    "last_visit",
    "next_visit",
    "note",
    "note_row",
    "note_states",
    "open_requests",
    "planned",
    "rooms",
    "seal_of",
    "upcoming",
    "visit",
    "visit_row",
    "visit_seen",
    "visits_of",
    "week_of",
]
