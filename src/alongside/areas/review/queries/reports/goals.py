"""The parts of a report about goals: levels first, the score beside them with its convention, who sees what."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import AttainmentSeen, GoalSeen, LevelSeen, Rater, RatingKind, RatingSeen
from alongside.areas.review.models.reports import Report
from alongside.areas.review.queries.reports.counted import counted
from alongside.areas.review.queries.reports.moments import written_at_home
from alongside.areas.review.queries.reports.seal import plain
from alongside.core.attainment import Level, family_words, step_of
from alongside.core.refusals import Refusal

_ONE_PLACE = Decimal("0.1")


def aims(opened: OpenChild, row: Report, since: datetime, until: datetime) -> dict[str, Any]:
    """The goals up to the last day of the report, and what the moments at home in its time say about each."""
    levels = {one.goal: one for one in goals.levels(opened, row.until_on)}
    written = [goal for goal in goals.goals_of(opened) if goal.created_at < until]
    return {
        "goals": [
            _goal(opened, goal, levels.get(goal.uuid), row.until_on)
            | {"home": written_at_home(opened, goal, (since, until))}
            | {"counted": counted(opened, goal, row.until_on)}
            for goal in written
        ],
        "attainment": _attainment(opened, row.until_on),
    }


def _attainment(opened: OpenChild, on: date) -> dict[str, Any]:
    """Goals that cannot be summed up into one score keep their levels; the paper says why there is no score."""
    try:
        return _score(goals.attainment(opened, on))
    except Refusal as refusal:
        return {"refused": gettext(refusal.template).format(**refusal.values)}


def _score(seen: AttainmentSeen) -> dict[str, Any]:
    if seen.first_t is None or seen.now_t is None or seen.moved is None or seen.convention is None:
        return {}
    return {
        "convention": seen.convention.value,
        "first": _one_place(seen.first_t),
        "now": _one_place(seen.now_t),
        "moved": _one_place(seen.moved),
        "goals": seen.counted,
        "of": len(seen.levels),
        "weighed": seen.weighed,
    }


def _one_place(number: Decimal) -> str:
    return str(number.quantize(_ONE_PLACE))


def _goal(opened: OpenChild, goal: GoalSeen, level: LevelSeen | None, on: date) -> dict[str, Any]:
    agreed = goal.in_force
    return {
        "goal": str(goal.uuid),
        "title": goal.title,
        "sentence": goal.sentence,
        "family_words": goal.family_words,
        "priority": goal.priority_words,
        "steps": [step.words for step in goal.steps],
        "state": goal.state.value,
        "version": goal.version,
        "agreed_on": _day(opened, agreed.agreed_at) if agreed and agreed.agreed_at else "",
        "closed_words": goal.closed_words,
        "review_on": goal.review_on.isoformat(),
        "level": _level(level) if level else None,
        "seen": _who_sees_what(opened, goals.ratings(opened, goal.uuid).all, on),
    }


def _day(opened: OpenChild, at: datetime) -> str:
    return at.astimezone(opened.zone_info).date().isoformat()


def _level(one: LevelSeen) -> dict[str, Any] | None:
    """Where the goal stands by what both agreed on, and where it started if somebody scored the start."""
    if one.now is None:
        return None
    now = Level(one.now)
    return {
        "first": None if one.first is None else plain(one.first),
        "first_words": "" if one.first is None else gettext(family_words(Level(one.first))),
        "now": plain(one.now),
        "now_words": gettext(family_words(now)),
        "step": step_of(now) or 0,
    }


def _who_sees_what(opened: OpenChild, newest_first: Iterable[RatingSeen], on: date) -> list[dict[str, Any]]:
    """The newest view of each rater up to a day, on the steps in force: side by side, without a verdict."""
    newest: dict[str, RatingSeen] = {}
    for one in newest_first:
        if one.counts and one.kind is RatingKind.REVIEW and one.about_on <= on:
            newest.setdefault(one.rater.value, one)
    return [_view(opened, one) for _, one in sorted(newest.items())]


def _view(opened: OpenChild, one: RatingSeen) -> dict[str, Any]:
    """Whose view it is, whoever wrote it down."""
    child = opened.short_name if one.rater is Rater.CHILD else ""
    return {
        "rater": one.rater.value,
        "by": one.rater_name or child or one.by.name,
        "step": one.step,
        "level": plain(one.level),
        "on": one.about_on.isoformat(),
        "words": one.words,
    }
