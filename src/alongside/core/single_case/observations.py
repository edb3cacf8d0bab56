"""Observations of one child in two phases: exact numbers, in time order, within bounds."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import TypeVar

from alongside.core.exact import Number, number
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

Choice = TypeVar("Choice", bound=StrEnum)

MOST_POINTS = 1000
FINEST = 10**30


class NumberTooFine(Refusal):
    sentence = gettext_noop("Use numbers with at most thirty decimal places.")


class TooFewPoints(Refusal):
    sentence = gettext_noop("This needs at least {least} points in that part.")


class TooManyPoints(Refusal):
    sentence = gettext_noop("Look at no more than {most} points at a time.")


class TimesDoNotMatch(Refusal):
    sentence = gettext_noop("Give every point its own day.")


class TimesNotRising(Refusal):
    sentence = gettext_noop("Put the points in the order of their days, one a day.")


class NoSuchChoice(Refusal):
    sentence = gettext_noop("Choose one of these: {choices}.")


class NoVariation(Refusal):
    sentence = gettext_noop("All points are the same, so there is nothing to compare.")


class Improvement(StrEnum):
    """The direction in which things get better."""

    INCREASE = "increase"
    DECREASE = "decrease"


def chosen(choices: type[Choice], value: str) -> Choice:
    """The choice with this value; refuses ``NoSuchChoice`` and names what there is."""
    try:
        return choices(value)
    except ValueError:
        raise NoSuchChoice(choices=", ".join(choices)) from None


def exact(value: object) -> Fraction:
    """The number as a fraction, exactly as written. Refuses what is none, too large, or finer than 1/``FINEST``."""
    fraction = number(value)
    if fraction.denominator > FINEST:
        raise NumberTooFine
    return fraction


def phase(values: Sequence[Number], least: int = 1) -> tuple[Fraction, ...]:
    """One phase's points as fractions, in their order; refuses fewer than ``least`` or more than ``MOST_POINTS``."""
    if len(values) < least:
        raise TooFewPoints(least=least)
    if len(values) > MOST_POINTS:
        raise TooManyPoints(most=MOST_POINTS)
    return tuple(exact(value) for value in values)


def on_one_scale(*several: Sequence[Fraction]) -> list[list[int]]:
    """The same points as whole numbers: all multiplied by their common denominator. Order and ties stay."""
    scale = lcm(*(value.denominator for values in several for value in values))
    return [[value.numerator * (scale // value.denominator) for value in values] for values in several]


def towards(improvement: Improvement) -> int:
    """1 when more is better, −1 when less is; refuses any other direction."""
    return 1 if chosen(Improvement, improvement) is Improvement.INCREASE else -1


def facing_up(
    baseline: Sequence[Number], treatment: Sequence[Number], improvement: Improvement
) -> tuple[list[int], list[int]]:
    """Both phases as whole numbers on one scale, turned so that more is better."""
    sign = towards(improvement)
    before, after = on_one_scale(phase(baseline), phase(treatment))
    return [sign * value for value in before], [sign * value for value in after]


def times_of(times: Sequence[Number] | None, count: int) -> tuple[Fraction, ...]:
    """``count`` strictly rising times; 1, 2, 3… when there are none. Refuses another number of them, or another order.

    Give real days where points are unevenly spaced.
    """
    if times is None:
        return tuple(Fraction(place) for place in range(1, count + 1))
    if len(times) != count:
        raise TimesDoNotMatch
    rising = tuple(exact(time) for time in times)
    if any(later <= earlier for earlier, later in pairwise(rising)):
        raise TimesNotRising
    return rising


def mean(values: Sequence[Fraction]) -> Fraction:
    """The arithmetic mean, exactly."""
    return _total(values) / len(values)


def variance(values: Sequence[Fraction]) -> Fraction:
    """The sample variance (divided by n − 1), exactly; needs two values."""
    centre = mean(values)
    return _total((value - centre) ** 2 for value in values) / (len(values) - 1)


def _total(values: Iterable[Fraction]) -> Fraction:
    return sum(values, Fraction(0))
