"""How a family rates what matters most, at first and looking back. Only what was rated is counted."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.story.models import PriorityRating
from alongside.areas.story.queries.priorities import priorities
from alongside.areas.story.values import (
    Means,
    Moved,
    Occasion,
    RatedPriority,
    RatingSeen,
    RatingsSeen,
)
from alongside.core.capabilities import Capability
from alongside.core.words import Phrase, gettext_noop, phrase

# From here on, ratings from 1 to 10 have customarily changed by more than chance.
FAMILIES_NOTICE = 2


def priority_ratings(opened: OpenChild) -> RatingsSeen:
    """Every live priority with its first and newest rating, the means, and how far they moved."""
    live = priorities(opened)
    rows = PriorityRating.objects.filter(child=opened.pk).select_related("priority", "rated_by")
    newest = {(row.priority.uuid, row.occasion): _rating(row) for row in rows.order_by("rated_at", "pk")}
    rated = tuple(
        RatedPriority(
            priority=one,
            first=newest.get((one.uuid, Occasion.FIRST)),
            latest=newest.get((one.uuid, Occasion.REVIEW)),
        )
        for one in live
    )
    return _seen(rated)


def every_rating(opened: OpenChild) -> tuple[tuple[UUID, RatingSeen], ...]:
    """Every rating anybody ever gave, oldest first, each with the uuid of its priority."""
    opened.check(Capability.READ_STORY)
    rows = PriorityRating.objects.filter(child=opened.pk).select_related("priority", "rated_by")
    return tuple((row.priority.uuid, _rating(row)) for row in rows.order_by("rated_at", "pk"))


def means(ratings: Sequence[RatingSeen]) -> Means | None:
    """The mean of ``going`` and of ``happy`` over the ratings there are; None without any."""
    if not ratings:
        return None
    return Means(
        going=_mean(one.going for one in ratings),
        happy=_mean(one.happy for one in ratings),
        rated=len(ratings),
    )


def moved(both: Sequence[tuple[RatingSeen, RatingSeen]]) -> Moved | None:
    """Newest minus first over the pairs (first, newest); None without any."""
    if not both:
        return None
    going = [latest.going - first.going for first, latest in both]
    happy = [latest.happy - first.happy for first, latest in both]
    return Moved(
        going=_mean(going),
        happy=_mean(happy),
        rated=len(both),
        going_said=_said(going),
        happy_said=_said(happy),
    )


def _seen(rated: tuple[RatedPriority, ...]) -> RatingsSeen:
    return RatingsSeen(
        priorities=rated,
        first=means([one.first for one in rated if one.first]),
        latest=means([one.latest for one in rated if one.latest]),
        moved=moved([(one.first, one.latest) for one in rated if one.first and one.latest]),
    )


def _mean(numbers: Iterable[int]) -> Decimal:
    listed = list(numbers)
    return Decimal(sum(listed)) / len(listed)


def _said(points: list[int]) -> Phrase:
    """The movement in words. Two points or more are named as what families usually notice; less is only a number."""
    shown = f"{abs(_mean(points)):.1f}"
    if sum(points) >= FAMILIES_NOTICE * len(points):
        template = gettext_noop("Up {points} points, the kind of change families usually notice.")
        return phrase("up_noticed", template, points=shown)
    if sum(points) > 0:
        return phrase("up", gettext_noop("Up {points} points."), points=shown)
    if sum(points) == 0:
        return phrase("same", gettext_noop("The same number as at first."))
    return phrase("down", gettext_noop("Down {points} points."), points=shown)


def _rating(row: PriorityRating) -> RatingSeen:
    return RatingSeen(
        importance=row.importance,
        going=row.going,
        happy=row.happy,
        occasion=Occasion(row.occasion),
        by=circle.by(row.rated_by, row.voice),
        rated_at=row.rated_at,
    )
