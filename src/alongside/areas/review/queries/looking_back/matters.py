"""What matters most, asked again. Only the same thing, rated by the same person, is compared."""

from collections.abc import Sequence
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.review.values import Asked, CycleSeen, MattersMoved
from alongside.areas.story import queries as story
from alongside.areas.story.values import Occasion, PrioritySeen, RatingSeen
from alongside.core import priority_ratings


def matters_moved(
    opened: OpenChild, live: Sequence[PrioritySeen], cycle: CycleSeen
) -> tuple[MattersMoved, ...]:
    """How far each person's ratings moved, from their first ever to their newest in the days of ``cycle``.

    Only priorities that this person rated before these days and in them, so that both means speak of the same.
    """
    ratings = story.every_rating(opened)
    people = dict.fromkeys(rating.by.uuid for _, rating in ratings)
    moved = [
        _of_person(opened, live, cycle, [pair for pair in ratings if pair[1].by.uuid == one])
        for one in people
    ]
    return tuple(one for one in moved if one is not None)


def _of_person(
    opened: OpenChild,
    live: Sequence[PrioritySeen],
    cycle: CycleSeen,
    ratings: Sequence[tuple[UUID, RatingSeen]],
) -> MattersMoved | None:
    asked = [found for one in live if (found := _asked(opened, one, cycle, ratings))]
    if not asked:
        return None
    return MattersMoved(
        by=asked[0].now.by,
        asked=tuple(asked),
        of=len(live),
        going=priority_ratings.rating_change(
            [one.then.going for one in asked], [one.now.going for one in asked]
        ),
        happy=priority_ratings.rating_change(
            [one.then.happy for one in asked], [one.now.happy for one in asked]
        ),
    )


def _asked(
    opened: OpenChild, priority: PrioritySeen, cycle: CycleSeen, ratings: Sequence[tuple[UUID, RatingSeen]]
) -> Asked | None:
    """The person's first rating of this priority and the newest in these days, when there are both."""
    told = [rating for uuid, rating in ratings if uuid == priority.uuid]
    now = next((one for one in reversed(told) if _is_asked_again(opened, one, cycle)), None)
    if now is None or now is told[0]:
        return None
    return Asked(priority=priority, then=told[0], now=now)


def _is_asked_again(opened: OpenChild, rating: RatingSeen, cycle: CycleSeen) -> bool:
    on = rating.rated_at.astimezone(opened.zone_info).date()
    until = cycle.closed_at is None or rating.rated_at <= cycle.closed_at
    return rating.occasion is Occasion.REVIEW and on >= cycle.from_on and until
