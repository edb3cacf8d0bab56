"""The parts of a report about the days at home: the ideas in them, and what was changed when."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import WHAT_LABELS, ChangeSeen, PlacementSeen
from alongside.core.routines import routine

_CHANGES_AT_MOST = 40


def at_home(opened: OpenChild, since: datetime, until: datetime) -> dict[str, Any]:
    """The ideas that live at home, the minutes they ask of those the family gave, and the dated changes.

    What belongs to one home stays out: grown-ups of the other home read the same report.
    """
    seen = programme.programme_of(opened)
    live = [one for one in seen.live if one.home is None]
    changes = programme.changes(opened, everywhere=True, limit=500)
    shared_in_time = [one for one in changes if since <= one.at < until and one.what in _TOLD]
    return {
        "ideas": [_idea(one) for one in live],
        "resting": [one.title for one in seen.resting if one.home is None],
        "minutes": {"asked": sum(one.minutes for one in live), "given": seen.minutes_given},
        "changes": [_change(opened, one) for one in reversed(shared_in_time[:_CHANGES_AT_MOST])],
        "changed": len(shared_in_time),
    }


_TOLD = frozenset(WHAT_LABELS) - {"PLACED", "AIMED", "SAFETY_OVERRIDDEN", "SWAP_ASKED"}


def _idea(one: PlacementSeen) -> dict[str, Any]:
    return {
        "title": one.title,
        "routine": one.routine,
        "when": gettext(routine(one.routine).label),
        "what": one.family_words,
        "words_that_help": one.words_that_help,
        "minutes": one.minutes,
        "goal": str(one.goal) if one.goal else "",
        "careful": [gettext(warning.sentence) for warning in one.warnings],
    }


def _change(opened: OpenChild, one: ChangeSeen) -> dict[str, str]:
    return {
        "on": one.at.astimezone(opened.zone_info).date().isoformat(),
        "idea": one.title,
        "what": gettext(WHAT_LABELS[one.what]),
        "by": one.by.name,
    }
