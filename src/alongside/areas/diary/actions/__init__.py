"""Changing the times of a clinic and of a family."""

from alongside.areas.diary.actions.busy import bring_busy, follow_calendar, forget_busy, look_at_calendar
from alongside.areas.diary.actions.calendar import choose_country, keep_rules, keep_term, remove_term
from alongside.areas.diary.actions.keeping import close_clinic, keep_free, stop_keeping, take_leave
from alongside.areas.diary.actions.places import PlaceNeeded, keep_site, keep_travel, remove_site
from alongside.areas.diary.actions.windows import keep_windows
from alongside.areas.diary.actions.working import keep_working_week

__all__ = [
    "PlaceNeeded",
    "bring_busy",
    "choose_country",
    "close_clinic",
    "follow_calendar",
    "forget_busy",
    "keep_free",
    "keep_rules",
    "keep_site",
    "keep_term",
    "keep_travel",
    "keep_windows",
    "keep_working_week",
    "look_at_calendar",
    "remove_site",
    "remove_term",
    "stop_keeping",
    "take_leave",
]
