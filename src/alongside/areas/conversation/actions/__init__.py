"""Starting threads, writing, answering with a change, and handing over one thing at the end of a visit."""

from alongside.areas.conversation.actions.handing import NotAtHome, answer_handover, hand_over, read_rests
from alongside.areas.conversation.actions.talking import (
    FAMILY_QUIET,
    NotTheirWords,
    add_to_thread,
    answer_with_change,
    send_message,
    start_thread,
)

__all__ = [
    "FAMILY_QUIET",
    "NotAtHome",
    "NotTheirWords",
    "add_to_thread",
    "answer_handover",
    "answer_with_change",
    "hand_over",
    "read_rests",
    "send_message",
    "start_thread",
]
