"""Whether a function answers as its case expects."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from alongside.config.measures.cases import Case, Malformed, case_of
from alongside.config.measures.functions import FUNCTIONS
from alongside.config.measures.given import Answer, Given
from alongside.core import exact
from alongside.core.refusals import Refusal


def complaint(raw: object) -> str | None:
    """What is wrong with one case of a file, in one line; None when the function answers as expected."""
    try:
        case = case_of(raw)
        return _judged(case)
    except Malformed as malformed:
        return f"malformed: {malformed}"
    except Exception as error:  # A stranger's case may hold anything; one of them never stops the others.
        return f"broke with {type(error).__name__}: {error}"


def _judged(case: Case) -> str | None:
    try:
        answer = _answer(case)
    except Refusal as refusal:
        said = f"{type(refusal).__name__}: {refusal}"
        return None if case.must_refuse else f"{case.function} refused, {said}"
    if case.must_refuse:
        return f"{case.function} answered {_shown(answer)} and not with a refusal"
    differences = list(_differences(answer, case.expected, case.tolerance, case.function))
    return "; ".join(differences) or None


def _answer(case: Case) -> Answer:
    function = FUNCTIONS.get(case.function)
    if function is None:
        raise Malformed(f"there is no function {case.function}")
    missing = [key for key in function.needs if key not in case.given]
    if missing:
        raise Malformed(f"{case.function} needs {', '.join(missing)}")
    return function.answer(Given(case.given))


def _differences(got: object, expected: object, tolerance: Fraction, where: str) -> Iterator[str]:
    """Only what ``expected`` names is compared, and what is null inside it is not."""
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        for key in expected:
            inside = f"{where}.{key}"
            if key not in got:
                yield f"{inside} is not in the answer"
            elif expected[key] is not None:
                yield from _differences(got[key], expected[key], tolerance, inside)
    elif not _agree(got, expected, tolerance):
        yield f"{where} expected {_shown(expected)}, got {_shown(got)} (tolerance {float(tolerance):g})"


def _agree(got: object, expected: object, tolerance: Fraction) -> bool:
    if isinstance(expected, bool) or isinstance(got, bool):
        return got is expected
    if not isinstance(got, int | float | Decimal | Fraction):
        return got == expected
    try:
        wanted = exact.number(expected)
        # Equal as doubles is equal: a file cannot write one third in full.
        return float(got) == float(wanted) or abs(Fraction(got) - wanted) <= tolerance
    except (Refusal, ValueError, OverflowError):  # What is expected is no number, or what came is infinite.
        return False


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_shown(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Fraction | Decimal) and not isinstance(value, bool):
        return f"{float(value):.12g}"
    return str(value)
