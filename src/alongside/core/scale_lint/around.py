"""The rules about what stands around the five texts: how many goals, blanks, weights, day, source, family."""

from collections.abc import Iterator
from itertools import pairwise

from alongside.core.attainment import Level
from alongside.core.scale_lint import mending
from alongside.core.scale_lint.reading import is_blank
from alongside.core.scale_lint.values import WRITTEN_LEVELS, Finding, Rule, Severity, WrittenScale

ENOUGH_GOALS = 3
SOON_WEEKS = 4
FAR_WEEKS = 26
_WEEK = 7


def three_goals(scale: WrittenScale) -> Iterator[Finding]:
    """One or two goals tell little about a child; three or more tell more."""
    if scale.goals < ENOUGH_GOALS:
        yield mending.finding(Rule.THREE_GOALS, Severity.HINT, "goals", mending.THREE_GOALS)


def levels_filled(scale: WrittenScale) -> Iterator[Finding]:
    """What is hoped for and one level on each side are written, and no two blanks stand together."""
    pairs = zip(WRITTEN_LEVELS, scale.levels, strict=True)
    blank = {level for level, text in pairs if is_blank(text)}
    neighbours = pairwise(WRITTEN_LEVELS)
    if Level.HOPED_FOR not in blank and not any(blank.issuperset(pair) for pair in neighbours):
        return
    levels = tuple(level for level in WRITTEN_LEVELS if level in blank)
    yield mending.finding(
        Rule.LEVELS_FILLED, Severity.BLOCK, "levels", mending.LEVELS_FILLED, _most_needed(levels), levels
    )


def _most_needed(levels: tuple[Level, ...]) -> Level:
    return min(levels, key=lambda level: abs(level.value))


def all_weighed(scale: WrittenScale) -> Iterator[Finding]:
    """Weights stand on every goal of the child or on none."""
    if any(one is None for one in scale.weights) and any(one is not None for one in scale.weights):
        yield mending.finding(Rule.ALL_WEIGHED, Severity.BLOCK, "weights", mending.ALL_WEIGHED)


def time_bound(scale: WrittenScale) -> Iterator[Finding]:
    """There is a day to look back, after the start; a hint when it is under 4 or over 26 weeks away."""
    if scale.review_on is None:
        yield mending.finding(Rule.TIME_BOUND, Severity.BLOCK, "review_on", mending.NO_DAY)
    elif scale.starts_on is not None:
        days = (scale.review_on - scale.starts_on).days
        if days <= 0:
            yield mending.finding(Rule.TIME_BOUND, Severity.BLOCK, "review_on", mending.DAY_TOO_EARLY)
        elif not SOON_WEEKS * _WEEK <= days <= FAR_WEEKS * _WEEK:
            yield mending.finding(Rule.TIME_BOUND, Severity.HINT, "review_on", mending.DAY_FAR)


def source_named(scale: WrittenScale) -> Iterator[Finding]:
    """It says who scores, and from what."""
    if is_blank(scale.scored_by):
        yield mending.finding(Rule.SOURCE_NAMED, Severity.BLOCK, "scored_by", mending.NOBODY_SCORES)
    elif is_blank(scale.scored_from):
        yield mending.finding(Rule.SOURCE_NAMED, Severity.BLOCK, "scored_from", mending.SCORED_FROM_NOTHING)


def with_the_family(scale: WrittenScale) -> Iterator[Finding]:
    """Somebody agreed to it on a day."""
    if not any(one.on is not None and not is_blank(one.name) for one in scale.agreed_with):
        yield mending.finding(Rule.WITH_THE_FAMILY, Severity.BLOCK, "agreed_with", mending.WITH_THE_FAMILY)
