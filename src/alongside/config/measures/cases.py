"""Cases as they are read from a file: numbers stay the decimals they are written as."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from alongside.core import exact
from alongside.core.refusals import Refusal

_LONGEST_INT = 40


class Malformed(Exception):
    """A file or a case that does not keep to the format; ``str()`` says what it lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One worked example: a function, what it is given and what it must answer, give or take ``tolerance``."""

    function: str
    given: Mapping[str, object]
    expected: object
    tolerance: Fraction

    @property
    def must_refuse(self) -> bool:
        """Whether the function must refuse by name instead of answering."""
        return isinstance(self.expected, Mapping) and self.expected.get("error") is True


def cases_in(text: str) -> list[object]:
    """The cases of a file's text, not looked at yet; ``Malformed`` when there is no list of them."""
    try:
        content = json.loads(text, parse_float=_decimal, parse_int=_whole, parse_constant=Decimal)
    except ValueError as error:
        raise Malformed(f"this is not JSON ({error})") from None
    except RecursionError:
        raise Malformed("this is nested too deeply") from None
    cases = content.get("cases") if isinstance(content, dict) else None
    if not isinstance(cases, list):
        raise Malformed('this needs an object with a list called "cases"')
    return cases


def label_of(raw: object, place: int) -> str:
    """How a case is called in a line: its place in the file, counted from one, and its id."""
    name = raw.get("id") if isinstance(raw, Mapping) else None
    return f"case {place}" if name is None else f"case {place} ({name})"


def case_of(raw: object) -> Case:
    """One case, checked for form; ``Malformed`` says what it lacks."""
    if not isinstance(raw, Mapping):
        raise Malformed("a case is an object")
    function, given = raw.get("function"), raw.get("input")
    if not isinstance(function, str):
        raise Malformed('"function" is missing, the name of a function')
    if not isinstance(given, Mapping):
        raise Malformed('"input" is missing, an object')
    if raw.get("expected") in (None, {}, []):
        raise Malformed('"expected" is missing or empty')
    case = Case(function=function, given=given, expected=raw["expected"], tolerance=Fraction(0))
    return case if case.must_refuse else _with_tolerance(case, raw.get("tolerance"))


def _with_tolerance(case: Case, written: object) -> Case:
    try:
        tolerance = exact.number(written)
    except Refusal:
        raise Malformed('"tolerance" is missing, a number') from None
    if tolerance < 0:
        raise Malformed('"tolerance" is below zero')
    return Case(function=case.function, given=case.given, expected=case.expected, tolerance=tolerance)


def _decimal(written: str) -> Decimal:
    try:
        return Decimal(written)
    except InvalidOperation:  # An exponent that no computer can hold.
        return Decimal("NaN")


def _whole(written: str) -> int | Decimal:
    return int(written) if len(written) <= _LONGEST_INT else Decimal(written)
