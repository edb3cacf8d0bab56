"""Reading Talk, and what was handed over."""

from alongside.areas.conversation.queries.handing import (
    answers_about,
    answers_and_rests,
    handover,
    handover_now,
    handover_of,
    newest_handover,
    rests_unread,
)
from alongside.areas.conversation.queries.talking import (
    asks,
    last_messages,
    message_row,
    message_seen,
    newest_and_handed,
    thread,
    thread_row,
    threads,
    waiting_for,
)

__all__ = [
    "answers_about",
    "answers_and_rests",
    "asks",
    "handover",
    "handover_now",
    "handover_of",
    "last_messages",
    "message_row",
    "message_seen",
    "newest_and_handed",
    "newest_handover",
    "rests_unread",
    "thread",
    "thread_row",
    "threads",
    "waiting_for",
]
