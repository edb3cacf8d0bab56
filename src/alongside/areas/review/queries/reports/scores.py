"""The part of a report about instruments: what was given, with edition, who answered, and how sure each score is."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.evaluation.values import ScaleSeen, ScoresSeen
from alongside.areas.review.models.reports import Report
from alongside.areas.review.queries.reports.seal import plain


def assessed(opened: OpenChild, row: Report) -> list[dict[str, Any]]:
    """The givings of instruments that the therapist chose to print, oldest first, scale by scale."""
    found = [one for one in evaluation.scores(opened) if str(one.uuid) in row.scores]
    return [_given(one) for one in reversed(found)]


def _given(one: ScoresSeen) -> dict[str, Any]:
    return {
        "instrument": one.instrument.name,
        "edition": one.edition,
        "form": gettext(one.form.label),
        "on": one.given_on.isoformat(),
        "age": str(one.corrected_age or one.age),
        "who": one.who_name,
        "norm_table": one.norm_table,
        "departures": one.departures,
        "scales": [_scale(scale) for scale in one.scales],
    }


def _scale(one: ScaleSeen) -> dict[str, str]:
    shown = one.score if one.score is not None else one.raw
    return {
        "name": one.name,
        "type": gettext(one.score_type.label),
        "score": _number(shown),
        "interval": _interval(one),
        "category": one.category,
    }


def _interval(one: ScaleSeen) -> str:
    """Between which numbers, how confident, and where that comes from; empty where the report printed none."""
    found = one.interval
    if found is None:
        return ""
    told = gettext("{lower} to {upper} ({confidence}%, {origin})")
    return told.format(
        lower=_number(found.lower),
        upper=_number(found.upper),
        confidence=_number(found.confidence),
        origin=gettext(found.origin.label),
    )


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
