"""The rules about what is measured: one variable, equal steps in order, and room on both sides."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from alongside.core.attainment import Level
from alongside.core.scale_lint import lexicon, mending
from alongside.core.scale_lint.numbers import Quantity, plain, tokens_of
from alongside.core.scale_lint.reading import Reading, content_of
from alongside.core.scale_lint.values import WRITTEN_LEVELS, Finding, Rule, Severity, WrittenScale

MOST_RATIO = 2
_TOGETHER = 2
_CHAIN = 3
_Amiss: TypeAlias = tuple[mending.Mend, Level]
_Point: TypeAlias = tuple[Reading, Quantity]
_ABOVE = (Level.A_BIT_MORE, Level.FAR_BEYOND)


def one_variable(scale: WrittenScale, readings: Sequence[Reading]) -> Iterator[Finding]:
    """One thing changes from level to level: no second doing, no second number, no other behaviour."""
    second = _second_doing(readings)
    if second is not None:
        yield _warn(Rule.ONE_VARIABLE, mending.SECOND_DOING, second[0], words=second[1])
        return
    if _two_units(readings):
        levels = tuple(one.level for one in readings)
        yield mending.finding(Rule.ONE_VARIABLE, Severity.WARNING, "levels", mending.TWO_UNITS, levels=levels)
        return
    other = _other_doing(scale, readings)
    if other is not None:
        yield _warn(Rule.ONE_VARIABLE, mending.OTHER_DOING, other)


def _warn(rule: Rule, mend: mending.Mend, level: Level, *, words: str = "") -> Finding:
    return mending.finding(rule, Severity.WARNING, "levels", mend, level, words=words)


def _second_doing(readings: Sequence[Reading]) -> tuple[Level, str] | None:
    """The first level above the expected one that adds a doing to what the level below it says.

    A chain that grows by one doing at nearly every level is one variable: how far along the chain.
    """
    pairs = ((readings[:place], one) for place, one in enumerate(readings) if place)
    additions = [(one.level, new) for lower, one in pairs if (new := _added(lower, one))]
    if len(additions) >= _CHAIN:
        return None
    return next(((level, new) for level, new in additions if level in _ABOVE), None)


def _added(lower: Sequence[Reading], one: Reading) -> str:
    """What a level adds to the words of the level below it, when no lower level speaks of it.

    Where the level below has an added doing that is dropped here, one took the place of the other.
    """
    below = lower[-1]
    if any(not _mentions(one, dropped.stem) for dropped in below.added):
        return ""
    for doing in one.added:
        is_carried_on = not doing.before.isdisjoint(below.content) or not doing.before
        if is_carried_on and not any(_mentions(other, doing.stem) for other in lower):
            return doing.word
    return ""


def _mentions(one: Reading, doing: str) -> bool:
    return any(token.startswith(doing) for token in one.tokens)


def _two_units(readings: Sequence[Reading]) -> bool:
    """Whether two numbers, neither of them of help, change together at two steps or more."""
    together: Counter[frozenset[str]] = Counter()
    for below, above in pairwise(readings):
        lower, upper = _by_key(below), _by_key(above)
        changed = sorted(key for key in lower.keys() & upper.keys() if lower[key].middle != upper[key].middle)
        together.update(frozenset(pair) for pair in pairwise(changed))
    return any(count >= _TOGETHER for count in together.values())


def _by_key(one: Reading) -> dict[str, Quantity]:
    found: dict[str, Quantity] = {}
    for quantity in one.measured:
        found.setdefault(quantity.key, quantity)
    return found


def _other_doing(scale: WrittenScale, readings: Sequence[Reading]) -> Level | None:
    """The first level above the expected one that shares no word with the rest, when the rest hangs together."""
    about = content_of(tokens_of(plain(scale.sentence))) | content_of(tokens_of(plain(scale.where_when)))
    for one in readings:
        rest = [other for other in readings if other is not one]
        if one.level in _ABOVE and _is_apart(one, rest, about) and _hang_together(rest):
            return one.level
    return None


def _is_apart(one: Reading, rest: Sequence[Reading], about: frozenset[str]) -> bool:
    known = about.union(*(other.content for other in rest))
    return (
        len(one.content) >= 3 and one.content.isdisjoint(known) and lexicon.POINTS_BACK.isdisjoint(one.tokens)
    )


def _hang_together(rest: Sequence[Reading]) -> bool:
    lower = [one.content for one in rest if one.level not in _ABOVE]
    return any(not one.isdisjoint(other) for one, other in pairwise(lower))


def equal_steps(readings: Sequence[Reading]) -> Iterator[Finding]:
    """The levels differ, climb one way, do not overlap, and no step is more than twice another."""
    found = _same_text(readings) or _numbers_amiss(readings) or _help_grows(readings)
    if found is not None:
        mend, level = found
        yield _warn(Rule.EQUAL_STEPS, mend, level)


def _same_text(readings: Sequence[Reading]) -> _Amiss | None:
    for below, above in pairwise(readings):
        if below.tokens == above.tokens:
            return mending.SAME_TEXT, above.level
    return None


def _numbers_amiss(readings: Sequence[Reading]) -> _Amiss | None:
    for series in _series(readings):
        amiss = _wrong_way(series) or _overlap(series) or _unequal(series)
        if amiss is not None:
            return amiss
    return None


def _series(readings: Sequence[Reading]) -> Iterator[list[_Point]]:
    """For each thing that is counted, the neighbouring points that differ in their numbers alone."""
    for key in dict.fromkeys(quantity.key for one in readings for quantity in one.quantities):
        run: list[_Point] = []
        for one in readings:
            quantity = _counted(one, key)
            if quantity is None or (run and not _comparable(run[-1][0], one)):
                yield run
                run = []
            if quantity is not None:
                run.append((one, quantity))
        yield run


def _counted(one: Reading, key: str) -> Quantity | None:
    """The number for ``key``; none at all of a thing is none of its share, too."""
    unit = key.removesuffix("/share")
    for quantity in one.quantities:
        if quantity.key == key or (quantity.unit == unit and quantity.high == 0 and quantity.window == ""):
            return quantity
    return None


def _comparable(below: Reading, above: Reading) -> bool:
    """Whether two levels say the same apart from numbers."""
    return below.skeleton == above.skeleton


def _wrong_way(series: list[_Point]) -> _Amiss | None:
    steps = [(above[0].level, above[1].middle - below[1].middle) for below, above in pairwise(series)]
    moved = [(level, step) for level, step in steps if step]
    up = sum(1 if step > 0 else -1 for _, step in moved)
    for level, step in moved:
        if (step < 0 <= up) or (step > 0 > up):
            return mending.WRONG_WAY, level
    return None


def _overlap(series: list[_Point]) -> _Amiss | None:
    for (_, below), (one, above) in pairwise(series):
        is_range = below.low < below.high or above.low < above.high
        if is_range and below.low <= above.high and above.low <= below.high:
            return mending.OVERLAP, one.level
    return None


def _unequal(series: list[_Point]) -> _Amiss | None:
    """The level after the widest step when that is more than twice the narrowest; a blank counts as a step."""
    widths = [
        (abs(above[1].middle - below[1].middle) / _rungs(below[0], above[0]), above[0].level)
        for below, above in pairwise(series)
    ]
    widths = [(width, level) for width, level in widths if width]
    if not widths:
        return None
    widest, level = max(widths, key=lambda one: one[0])
    return (mending.UNEQUAL, level) if widest > MOST_RATIO * min(widths, key=lambda one: one[0])[0] else None


def _rungs(below: Reading, above: Reading) -> Fraction:
    return Fraction(WRITTEN_LEVELS.index(above.level) - WRITTEN_LEVELS.index(below.level))


def _help_grows(readings: Sequence[Reading]) -> _Amiss | None:
    """A level with more help than the one below, and no number that explains it."""
    for below, above in pairwise(readings):
        if below.help is None or above.help is None or above.help >= below.help:
            continue
        if _by_key(below).keys() == _by_key(above).keys() and not _moved(below, above):
            return mending.HELP_GROWS, above.level
    return None


def _moved(below: Reading, above: Reading) -> bool:
    lower, upper = _by_key(below), _by_key(above)
    return any(lower[key].middle != upper[key].middle for key in lower.keys() & upper.keys())


def room_both_sides(readings: Sequence[Reading]) -> Iterator[Finding]:
    """What is expected lies neither at "always" nor at "never".

    A share that stands at its end in a lower level is part of the routine; one that stands there in a higher
    level with other help, or with another number of something else, leaves room through that.
    """
    hoped = next((one for one in readings if one.level is Level.HOPED_FOR), None)
    if hoped is None:
        return
    for quantity in hoped.measured:
        if quantity.is_share and quantity.low in {0, 1} and not _has_room(hoped, quantity, readings):
            mend = mending.AT_CEILING if quantity.low else mending.AT_FLOOR
            words = " ".join(hoped.tokens[quantity.at.start : quantity.at.stop])
            yield mending.finding(
                Rule.ROOM_BOTH_SIDES, Severity.BLOCK, "levels", mend, Level.HOPED_FOR, words=words
            )
            return


def _has_room(hoped: Reading, quantity: Quantity, readings: Sequence[Reading]) -> bool:
    for one in readings:
        is_there = any(other.is_share and other.low == quantity.low for other in one.measured)
        goes_on = one.level.value > 0 and (one.help != hoped.help or _moved(hoped, one))
        if is_there and (one.level.value < 0 or goes_on):
            return True
    return False
