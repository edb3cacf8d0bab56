"""Keeping what the family tells: moments, what got in the way, how the plan feels, and quick counts."""

from alongside.areas.practice.actions.barriers import NothingInTheWay, keep_barriers, mend_pattern
from alongside.areas.practice.actions.moments import (
    EntryUndone,
    StrategyPaused,
    correct_entry,
    notice,
    record_entry,
    undo_entry,
)
from alongside.areas.practice.actions.plans import (
    AlreadyCounted,
    GoalIsClosed,
    answer_count,
    ask_to_count,
    end_probes,
    plan_probes,
)
from alongside.areas.practice.actions.probes import (
    CountingIsOver,
    CountUndone,
    NotYoursToCount,
    correct_probe,
    record_probe,
    undo_probe,
)
from alongside.areas.practice.actions.pulse import answer_offer, answer_pulse, skip_pulse

__all__ = [
    "AlreadyCounted",
    "CountUndone",
    "CountingIsOver",
    "EntryUndone",
    "GoalIsClosed",
    "NotYoursToCount",
    "NothingInTheWay",
    "StrategyPaused",
    "answer_count",
    "answer_offer",
    "answer_pulse",
    "ask_to_count",
    "correct_entry",
    "correct_probe",
    "end_probes",
    "keep_barriers",
    "mend_pattern",
    "notice",
    "plan_probes",
    "record_entry",
    "record_probe",
    "skip_pulse",
    "undo_entry",
    "undo_probe",
]
