"""What matters most: how it is going and how happy people are with it, from 1 to 10, and how far that moved.

The questions and anchors are ours. Importance chooses the priorities; it weighs nothing here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from itertools import zip_longest

from alongside.core import exact
from alongside.core.exact import Number
from alongside.core.refusals import Refusal
from alongside.core.words import Phrase, gettext_noop, phrase

LEAST, MOST = 1, 10
MOST_PRIORITIES = 100
USUALLY_NOTICED = 2
_PLACES = 9


class NothingRated(Refusal):
    sentence = gettext_noop("Rate at least one priority first.")


class RatingOutOfRange(Refusal):
    sentence = gettext_noop("Choose a number from 1 to 10.")


class TooManyPriorities(Refusal):
    sentence = gettext_noop("Rate at most a hundred priorities.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingChange:
    """Two means and their difference in points. ``like_for_like``: the same priorities were rated both times."""

    first: Fraction
    follow_up: Fraction
    points: Fraction
    noticed: bool
    like_for_like: bool

    @property
    def sentence(self) -> Phrase:
        """The change in plain words; never "no change", always the number."""
        return _sentence(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityMeans:
    """How it is going and how happy people are with it, first and at the follow-up."""

    going: RatingChange
    happy: RatingChange


def mean_rating(ratings: Sequence[Number | None]) -> Fraction:
    """The mean of the priorities that were rated; None is a priority nobody rated.

    Formula: Σ ratings / how many were rated (not how many were asked).
    Units: points from 1 to 10, exact.
    Refuses: ``NothingRated``; ``RatingOutOfRange``; ``TooManyPriorities``; ``NotANumber``.
    Source: our own interview, "What matters most".
    """
    if len(ratings) > MOST_PRIORITIES:
        raise TooManyPriorities
    rated = [_rating(one) for one in ratings if one is not None]
    if not rated:
        raise NothingRated
    return sum(rated, Fraction(0)) / len(rated)


def rating_change(first: Sequence[Number | None], follow_up: Sequence[Number | None]) -> RatingChange:
    """How far the mean moved; ratings of one priority stand at the same place in both.

    Formula: mean at the follow-up − first mean; usually noticed from 2 points up, compared after rounding to 1e-9.
    Units: points, exact.
    Refuses: like ``mean_rating``.
    Source: 2 points is customary for ratings from 1 to 10; cut-offs of 0.9 to 1.9 were found by Eyssen 2011.
    """
    then, now = mean_rating(first), mean_rating(follow_up)
    pairs = zip_longest(first, follow_up)
    return RatingChange(
        first=then,
        follow_up=now,
        points=now - then,
        noticed=round(now - then, _PLACES) >= USUALLY_NOTICED,
        like_for_like=all((before is None) == (after is None) for before, after in pairs),
    )


def priority_means(
    *,
    first_going: Sequence[Number | None],
    first_happy: Sequence[Number | None],
    follow_up_going: Sequence[Number | None],
    follow_up_happy: Sequence[Number | None],
) -> PriorityMeans:
    """Both means, first and at the follow-up, and how far each moved.

    Formula: see ``mean_rating`` and ``rating_change``; going and happy are never added together.
    Units: points from 1 to 10, exact.
    Refuses: like ``mean_rating``, for each of the four.
    Source: our own interview, "What matters most".
    """
    return PriorityMeans(
        going=rating_change(first_going, follow_up_going),
        happy=rating_change(first_happy, follow_up_happy),
    )


def _rating(value: Number) -> Fraction:
    rating = exact.number(value)
    if not LEAST <= rating <= MOST:
        raise RatingOutOfRange
    return rating


def _sentence(moved: RatingChange) -> Phrase:
    then, now, points = _written(moved.first), _written(moved.follow_up), _written(abs(moved.points))
    if not moved.like_for_like:
        words = gettext_noop(
            "From {then} to {now}. Not every priority was rated both times, so look at each one."
        )
        return phrase("OTHER_PRIORITIES", words, then=then, now=now)
    if moved.noticed:
        return phrase(
            "UP_NOTICED",
            gettext_noop("Up {points} points: the kind of change families usually notice."),
            points=points,
        )
    if moved.points > 0:
        return phrase(
            "UP", gettext_noop("Up by {points}, from {then} to {now}."), points=points, then=then, now=now
        )
    if moved.points < 0:
        return phrase(
            "DOWN",
            gettext_noop("Down by {points}, from {then} to {now}."),
            points=points,
            then=then,
            now=now,
        )
    return phrase("SAME", gettext_noop("{now} both times."), now=now)


def _written(value: Fraction) -> str:
    """A number with at most two places, without zeros at its end."""
    exactly = Decimal(value.numerator) / Decimal(value.denominator)
    text = str(exactly.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN))
    return text.rstrip("0").rstrip(".")
