"""The parts of a report about the child: who, what the family asked, strengths, what we noticed, assessments."""

from typing import Any

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitState
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.evaluation.values import FindingKind, FindingSeen
from alongside.areas.people import queries as people
from alongside.areas.review.models.reports import Report
from alongside.areas.story import queries as story
from alongside.areas.story.values import RatedPriority, RatingSeen, RatingsSeen

_VISITS_AT_MOST = 200


def about(opened: OpenChild, row: Report) -> dict[str, Any]:
    """Who the report is about, what was asked, and what was seen."""
    rated = story.priority_ratings(opened)
    shared = [one for one in evaluation.findings(opened) if one.shared_at and one.noticed_on <= row.until_on]
    return {
        "child": _child(opened),
        "clinic": _clinic(opened),
        "team": [one.name for one in circle.grownups(opened) if one.kind is PlaceKind.THERAPIST],
        "visits": _visits(opened, row),
        "story": _story(opened),
        "asked": [_asked(one, row) for one in rated.priorities],
        "moved": _moved(rated),
        "strengths": [_finding(one) for one in shared if one.kind is FindingKind.STRENGTH],
        "findings": [_finding(one) for one in shared if one.kind is FindingKind.FINDING],
    }


def _child(opened: OpenChild) -> dict[str, str]:
    known = circle.about(opened)
    return {
        "name": known.name,
        "short_name": known.short_name,
        "born_on": known.born_on.isoformat(),
        "likes": known.likes,
        "dislikes": known.dislikes,
        "languages": known.languages,
        "lives_with": known.lives_with,
        "school": known.school,
    }


def _clinic(opened: OpenChild) -> dict[str, str]:
    clinic = people.clinic(opened.clinic)
    return {"name": clinic.name, "phone": clinic.phone, "email": clinic.email}


def _visits(opened: OpenChild, row: Report) -> list[str]:
    """The days on which we met in the time of the report, oldest first."""
    seen = appointments.visits_of(opened, _VISITS_AT_MOST)
    held = [one.local_start.date() for one in seen if one.state is VisitState.DONE]
    return [day.isoformat() for day in sorted(held) if row.from_on <= day <= row.until_on]


def _story(opened: OpenChild) -> dict[str, str]:
    told = story.story_of(opened)
    if told is None:
        return {}
    return {
        "by": told.told_by_name,
        "ordinary_day": told.answers.ordinary_day,
        "hopes": told.answers.hopes,
        "good_at": told.answers.good_at,
        "anything_else": told.answers.anything_else,
    }


def _asked(rated: RatedPriority, row: Report) -> dict[str, Any]:
    said = rated.priority
    return {
        "words": said.words,
        "by": said.by.name,
        "voice": said.by.voice.value,
        "rank": said.rank,
        "answer": str(row.answers.get(str(said.uuid), "")),
        "first": _rating(rated.first),
        "latest": _rating(rated.latest),
    }


def _rating(rating: RatingSeen | None) -> dict[str, int] | None:
    if rating is None:
        return None
    return {"importance": rating.importance, "going": rating.going, "happy": rating.happy}


def _moved(rated: RatingsSeen) -> dict[str, Any] | None:
    """How far the ratings moved, over those rated both times of all that there are."""
    if rated.moved is None:
        return None
    return {
        "going": str(rated.moved.going),
        "happy": str(rated.moved.happy),
        "rated": rated.moved.rated,
        "of": len(rated.priorities),
    }


def _finding(one: FindingSeen) -> dict[str, str]:
    return {
        "area": one.area_label,
        "does": one.does,
        "where": one.where,
        "with_help": one.with_help,
        "priority": one.priority_words,
        "icf": ", ".join(one.icf),
        "by": one.by.name,
        "on": one.noticed_on.isoformat(),
    }
