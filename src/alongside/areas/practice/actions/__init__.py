"""Keeping what the family tells: moments, what somebody noticed, and quick counts."""

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

__all__ = [
    "AlreadyCounted",
    "CountUndone",
    "CountingIsOver",
    "EntryUndone",
    "GoalIsClosed",
    "NotYoursToCount",
    "StrategyPaused",
    "answer_count",
    "ask_to_count",
    "correct_entry",
    "correct_probe",
    "end_probes",
    "notice",
    "plan_probes",
    "record_entry",
    "record_probe",
    "undo_entry",
    "undo_probe",
]
