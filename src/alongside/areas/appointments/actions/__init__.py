"""Changing visits, what is said around them, and session notes."""

from alongside.areas.appointments.actions.around import (
    add_agenda_item,
    answer_change_request,
    ask_to_change,
    plan_item,
)
from alongside.areas.appointments.actions.booking import (
    OfAGroup,
    VisitChanged,
    book_visit,
    bring_back_visit,
    cancel_visit,
    could_not_come,
    move_visit,
)
from alongside.areas.appointments.actions.bringing_back import bring_back_series
from alongside.areas.appointments.actions.editing import (
    NotInASeries,
    cancel_following,
    change_all,
    extend_series,
    move_following,
    pause_series,
)
from alongside.areas.appointments.actions.groups import NotInTheGroup, book_group, leave_group
from alongside.areas.appointments.actions.held import (
    NoLongerHeld,
    hold_series,
    hold_visit,
    release_held,
    take_held,
)
from alongside.areas.appointments.actions.notes import (
    AlreadySigned,
    NoteChanged,
    NotSignedYet,
    add_addendum,
    save_note,
    share_note,
    sign_note,
    start_note,
)
from alongside.areas.appointments.actions.regular import book_series
from alongside.areas.appointments.actions.rooms import add_room, change_room
from alongside.areas.appointments.actions.slots import VisitOver
from alongside.areas.appointments.queries.claims import SlotTaken
from alongside.areas.appointments.queries.rows import TherapistLeft

__all__ = [
    "AlreadySigned",
    "NoLongerHeld",
    "NotInASeries",
    "NotInTheGroup",
    "NotSignedYet",
    "NoteChanged",
    "OfAGroup",
    "SlotTaken",
    "TherapistLeft",
    "VisitChanged",
    "VisitOver",
    "add_addendum",
    "add_agenda_item",
    "add_room",
    "answer_change_request",
    "ask_to_change",
    "book_group",
    "book_series",
    "book_visit",
    "bring_back_series",
    "bring_back_visit",
    "cancel_following",
    "cancel_visit",
    "change_all",
    "change_room",
    "could_not_come",
    "extend_series",
    "hold_series",
    "hold_visit",
    "leave_group",
    "move_following",
    "move_visit",
    "pause_series",
    "plan_item",
    "release_held",
    "save_note",
    "share_note",
    "sign_note",
    "start_note",
    "take_held",
]
