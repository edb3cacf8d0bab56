"""Keeping a family's windows, with inputs that are right."""

from datetime import time

from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft


def calls(cast, _world):
    """By a parent, and by the clinic that heard it."""
    draft = WindowDraft(weekday=1, from_time=time(15, 30), until_time=time(17), kind=WindowKind.COULD)
    about = {"child": cast.idris, "windows": (draft,)}
    yield diary.keep_windows, about | {"actor": cast.samira.actor}
    heard = {"actor": cast.hannah.actor, "heard_by_clinic": True, "heard_from": cast.samira.uuid}
    yield diary.keep_windows, about | heard
