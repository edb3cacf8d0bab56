"""Changing visits, what is said around them, and session notes."""

from alongside.areas.appointments.actions.around import (
    add_agenda_item,
    answer_change_request,
    ask_to_change,
    plan_item,
)
from alongside.areas.appointments.actions.booking import (
    add_room,
    book_series,
    book_visit,
    cancel_visit,
    could_not_come,
    move_visit,
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
from alongside.areas.appointments.actions.slots import SlotTaken, VisitOver

__all__ = [
    "AlreadySigned",
    "NotSignedYet",
    "NoteChanged",
    "SlotTaken",
    "VisitOver",
    "add_addendum",
    "add_agenda_item",
    "add_room",
    "answer_change_request",
    "ask_to_change",
    "book_series",
    "book_visit",
    "cancel_visit",
    "could_not_come",
    "move_visit",
    "plan_item",
    "save_note",
    "share_note",
    "sign_note",
    "start_note",
]
