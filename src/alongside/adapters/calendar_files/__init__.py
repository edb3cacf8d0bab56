"""Calendars as other programs read and write them (iCalendar, RFC 5545): plain values in, bytes out, and back."""

from alongside.adapters.calendar_files.series import CalendarVisit, entries
from alongside.adapters.calendar_files.writing import OURS, Entry, Repeat, written

__all__ = ["OURS", "CalendarVisit", "Entry", "Repeat", "entries", "written"]
