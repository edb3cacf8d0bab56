"""Changing the times of a clinic and of a family."""

from alongside.areas.diary.actions.windows import keep_windows

__all__ = ["keep_windows"]
