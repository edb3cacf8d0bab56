"""Planning, sending, choosing and reading notices."""

from alongside.areas.notices.actions.choosing import keep_choice
from alongside.areas.notices.actions.opening import open_sent
from alongside.areas.notices.actions.planning import plan_notices
from alongside.areas.notices.actions.sending import give_up, note_trouble, send_notice, try_again
from alongside.areas.notices.actions.troubles import note_failure, note_success

__all__ = [
    "give_up",
    "keep_choice",
    "note_failure",
    "note_success",
    "note_trouble",
    "open_sent",
    "plan_notices",
    "send_notice",
    "try_again",
]
