"""Reading what the family told. A carer who may not read all entries reads own ones."""

from alongside.areas.practice.queries.at_home import day_at_home
from alongside.areas.practice.queries.barriers import barriers, own_barriers, patterns
from alongside.areas.practice.queries.moments import (
    AT_MOST,
    dots,
    entries_since,
    entry,
    from_home,
    just_kept,
    last_entries,
    moments,
    newest_by_idea,
    noticings,
    own_entry,
    own_noticing,
    today,
)
from alongside.areas.practice.queries.probes import (
    baselines,
    evidence,
    my_count,
    my_counts,
    newest_by_goal,
    own_probe,
    points_of,
    probe_plan,
    series,
)
from alongside.areas.practice.queries.pulse import own_pulse, pulse_now, pulses

__all__ = [
    "AT_MOST",
    "barriers",
    "baselines",
    "day_at_home",
    "dots",
    "entries_since",
    "entry",
    "evidence",
    "from_home",
    "just_kept",
    "last_entries",
    "moments",
    "my_count",
    "my_counts",
    "newest_by_goal",
    "newest_by_idea",
    "noticings",
    "own_barriers",
    "own_entry",
    "own_noticing",
    "own_probe",
    "own_pulse",
    "patterns",
    "points_of",
    "probe_plan",
    "pulse_now",
    "pulses",
    "series",
    "today",
]
