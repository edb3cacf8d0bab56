"""Reading visits, what is said around them, and session notes."""

from alongside.areas.appointments.queries.free import free_times
from alongside.areas.appointments.queries.notes import (
    family_notes,
    last_plan,
    last_visit_and_plan,
    note,
    note_row,
    note_states,
    planned,
    seal_of,
    signed_note,
    visits_and_plan,
)
from alongside.areas.appointments.queries.offered import offered
from alongside.areas.appointments.queries.preview import preview_series
from alongside.areas.appointments.queries.regular import regular_times, series_visits
from alongside.areas.appointments.queries.rooms import rooms
from alongside.areas.appointments.queries.visits import (
    agenda,
    change_requests,
    day_of,
    last_visit,
    next_day,
    next_visit,
    open_requests,
    requests_about,
    session_goes_on,
    upcoming,
    visit,
    visit_row,
    visit_seen,
    visits_of,
    week_of,
)
from alongside.areas.appointments.queries.week import LaneOf, Lanes, WeekVisit, week_seen, who_sees

__all__ = [
    "LaneOf",
    "Lanes",
    "WeekVisit",
    "agenda",
    "change_requests",
    "day_of",
    "family_notes",
    "free_times",
    "last_plan",
    "last_visit",
    "last_visit_and_plan",
    "next_day",
    "next_visit",
    "note",
    "note_row",
    "note_states",
    "offered",
    "open_requests",
    "planned",
    "preview_series",
    "regular_times",
    "requests_about",
    "rooms",
    "seal_of",
    "series_visits",
    "session_goes_on",
    "signed_note",
    "upcoming",
    "visit",
    "visit_row",
    "visit_seen",
    "visits_and_plan",
    "visits_of",
    "week_of",
    "week_seen",
    "who_sees",
]
