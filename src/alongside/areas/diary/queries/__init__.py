"""Reading the times of a clinic and of a family."""

from alongside.areas.diary.queries.busy import busy_sources, calendars_to_look_at
from alongside.areas.diary.queries.days import days, is_term, public_holidays, terms, why_closed
from alongside.areas.diary.queries.kept import kept
from alongside.areas.diary.queries.lines import kept_lines
from alongside.areas.diary.queries.places import base, rules, sites, travel, travels
from alongside.areas.diary.queries.times import openings, times, working
from alongside.areas.diary.queries.windows import windows, windows_of

__all__ = [
    "base",
    "busy_sources",
    "calendars_to_look_at",
    "days",
    "is_term",
    "kept",
    "kept_lines",
    "openings",
    "public_holidays",
    "rules",
    "sites",
    "terms",
    "times",
    "travel",
    "travels",
    "why_closed",
    "windows",
    "windows_of",
    "working",
]
