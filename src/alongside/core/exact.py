"""Numbers as people write them, kept exact: 0.1 is one tenth, not the double nearest to it."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

Number: TypeAlias = int | float | Decimal | Fraction

MOST_DIGITS = 12
FINEST_PLACE = 60
_WRITTEN = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,60})?([eE][+-]?[0-9]{1,3})?")


class NotANumber(Refusal):
    sentence = gettext_noop("Write this as a number.")


class NumberOutOfBounds(Refusal):
    sentence = gettext_noop("Choose a number of at most twelve digits.")


def number(value: object) -> Fraction:
    """The exact worth of a number, or of its decimal text.

    A float is taken as the decimal it is printed as, so that values typed alike are equal.
    Refuses: ``NotANumber`` for anything else, infinity and truth values among them; ``NumberOutOfBounds`` for more
    than twelve digits before the point or sixty after it.
    """
    if isinstance(value, bool):
        raise NotANumber
    if isinstance(value, Fraction):
        return _bounded(value)
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, float):
        return _decimal(Decimal(repr(value)))
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, str) and _WRITTEN.fullmatch(value):
        return _decimal(Decimal(value))
    raise NotANumber


def _whole(value: int) -> Fraction:
    if value.bit_length() > 64:  # Before anything is computed with it.
        raise NumberOutOfBounds
    return _bounded(Fraction(value))


def _decimal(value: Decimal) -> Fraction:
    if not value.is_finite():
        raise NotANumber
    exponent = value.as_tuple().exponent
    if value.adjusted() >= MOST_DIGITS or (isinstance(exponent, int) and exponent < -FINEST_PLACE):
        raise NumberOutOfBounds
    return Fraction(value)


def _bounded(value: Fraction) -> Fraction:
    if abs(value) >= 10**MOST_DIGITS:
        raise NumberOutOfBounds
    return value
