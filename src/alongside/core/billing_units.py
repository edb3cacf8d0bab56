"""Units of timed services: two ways in which payers count the same minutes. Nothing is ever billed from here.

Codes are bare; what each is called is the clinic's own label. Which rule holds is a setting of the payer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core import exact
from alongside.core.exact import Number
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

UNIT = 15
MIDPOINT = 8
MOST_MINUTES = 24 * 60
MOST_CODES = 50
_CODE = re.compile(r"[0-9A-Za-z-]{1,12}")


class MinutesOutOfRange(Refusal):
    sentence = gettext_noop("Write whole minutes, from 0 to 1440.")


class CodeNotBare(Refusal):
    sentence = gettext_noop("Write the code alone, without a description.")


class TooManyCodes(Refusal):
    sentence = gettext_noop("Count at most fifty codes at a time.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units by code. ``to_choose`` further units are due among the codes ``between``; a person picks which."""

    total_units: int
    units: Mapping[str, int]
    to_choose: int = 0
    between: tuple[str, ...] = ()


def cms_8_minute_rule(minutes: Mapping[str, Number]) -> Units:
    """Units when all timed minutes of a visit count together, the way Medicare counts.

    Formula: 0 units below 8 minutes in all, else (total + 7) // 15. Each code has minutes // 15; the units left go
    to the largest remainders. Equal remainders are not decided here: they are in ``to_choose`` and ``between``.
    Units: whole minutes in, units of 15 minutes out.
    Refuses: ``MinutesOutOfRange`` for parts of a minute, less than 0 or more than a day; ``CodeNotBare``;
    ``TooManyCodes``.
    Source: the Medicare eight-minute rule (CMS claims manual, timed codes).
    """
    counted = _counted(minutes)
    total = (sum(counted.values()) + UNIT - MIDPOINT) // UNIT
    units = {code: spent // UNIT for code, spent in counted.items()}
    left = total - sum(units.values())
    remainders = {code: spent % UNIT for code, spent in counted.items()}
    sure, between = _largest(remainders, left)
    for code in sure:
        units[code] += 1
    return Units(total_units=total, units=units, to_choose=left - len(sure), between=between)


def ama_midpoint_rule(minutes: Mapping[str, Number]) -> Units:
    """Units when each code stands alone, the way many private payers count.

    Formula: minutes // 15, and one more when at least 8 minutes are left over.
    Units: whole minutes in, units of 15 minutes out.
    Refuses: ``MinutesOutOfRange``; ``CodeNotBare``; ``TooManyCodes``.
    Source: the midpoint rule for timed codes, also called the rule of eights.
    """
    units = {code: (spent + UNIT - MIDPOINT) // UNIT for code, spent in _counted(minutes).items()}
    return Units(total_units=sum(units.values()), units=units)


def _largest(remainders: Mapping[str, int], left: int) -> tuple[list[str], tuple[str, ...]]:
    """The codes that surely have one of the units left, and the codes that tie for the rest."""
    if not left:
        return [], ()
    least = sorted(remainders.values(), reverse=True)[left - 1]
    above = [code for code, remainder in remainders.items() if remainder > least]
    level = [code for code, remainder in remainders.items() if remainder == least]
    return (above + level, ()) if len(above) + len(level) == left else (above, tuple(level))


def _counted(minutes: Mapping[str, Number]) -> dict[str, int]:
    if len(minutes) > MOST_CODES:
        raise TooManyCodes
    if not all(_CODE.fullmatch(code) for code in minutes):
        raise CodeNotBare
    return {code: _whole(spent) for code, spent in minutes.items()}


def _whole(spent: Number) -> int:
    value = exact.number(spent)
    if value.denominator != 1 or not 0 <= value <= MOST_MINUTES:
        raise MinutesOutOfRange
    return int(value)
