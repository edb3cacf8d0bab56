"""What quick counts in the time of a report say about one goal: how often, by whom, and how sure."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.values import GoalSeen
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import Evidence
from alongside.core.words import Phrase


def counted(opened: OpenChild, goal: GoalSeen, on: date) -> dict[str, Any] | None:
    """The counts up to ``on`` by the newest plan of counting; None where nothing was counted.

    What the counts say together is told only where none is newer than the report: it rests on all of them.
    """
    found = practice.evidence(opened, goal.uuid)
    times = sum(probe.on <= on for probe in found.probes)
    if found.plan is None or not times:
        return None
    is_whole = found.latest_on is not None and found.latest_on <= on
    return {
        "what": found.plan.what or found.plan.name,
        "times": times,
        "by": sorted({one.name for one in found.collectors if one.agreed}),
        **(_together(found) if is_whole else {"says": "", "counts": "", "compared": "", "cautions": []}),
    }


def _together(found: Evidence) -> dict[str, Any]:
    compared = found.comparison
    return {
        "says": said(found.told.phrase) if found.told else "",
        "counts": said(found.told.counts) if found.told else "",
        "compared": said(compared.words) if compared and compared.words else "",
        "cautions": [said(one) for one in compared.cautions] if compared else [],
    }


def said(phrase: Phrase) -> str:
    """A phrase of the core in the language of the report."""
    return gettext(phrase.template).format(**phrase.named)
