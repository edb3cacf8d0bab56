"""Every worked example of the single-case measures, one by one against the function of the same name."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from alongside.core import single_case
from alongside.core.refusals import Refusal

FILE = Path(__file__).parents[1] / "data" / "measures_cases.json"
OURS = {
    "nap", "nap_se", "nap_ci_newcombe5", "tau", "tau_variants", "tau_u_minus_trend_a", "tau_bc", "tau_bc_kendall_b",
    "pnd", "pem", "pand", "ird_robust", "theil_sen", "split_middle", "conservative_dual_criterion", "lrr_increasing",
    "lrr_decreasing", "smd_pooled", "percent_of_goal_obtained", "kendall_tau_b", "kendall_exact_p_two_sided",
}  # fmt: skip
ALL = json.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)["cases"]
CASES = [case for case in ALL if case["function"] in OURS]
NAMES = {"A": "baseline", "B": "treatment"}
RECORDING = {"scale": "scale", "D": "floor", "observation_length": "minutes"}


def answer(function: str, given: Mapping[str, object]) -> object:
    """The function's answer to the input of a case."""
    recorded = {RECORDING[key]: value for key, value in given.items() if key in RECORDING}
    named = {NAMES.get(key, key): value for key, value in given.items() if key not in RECORDING}
    if "baseline" in named and "t" in named:
        named["times"] = named.pop("t")
    if recorded:
        named["recording"] = single_case.Recording(**recorded)
    if "confidence" in named:
        named["confidence"] = float(named["confidence"])
    return getattr(single_case, function)(**named)


def differences(got: object, expected: object, tolerance: Decimal) -> list[object]:
    """What lies further from the expected value than the tolerance; only what is expected is compared."""
    if isinstance(expected, Mapping):
        pairs = [(getattr(got, key.lower()), value) for key, value in expected.items() if value is not None]
    else:
        pairs = [(got, expected)]
    return [
        (one, other) for one, other in pairs if abs(float(one) - float(other)) > max(float(tolerance), 1e-15)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_function_agrees_with_the_worked_example(case: dict) -> None:
    expected = case["expected"]
    if expected == {"error": True}:
        with pytest.raises(Refusal):
            answer(case["function"], case["input"])
    else:
        got = answer(case["function"], case["input"])
        assert differences(got, expected, Decimal(case["tolerance"])) == []


def test_there_are_one_hundred_and_eight_of_them_and_every_function_has_one() -> None:
    assert len(CASES) == 108
    assert {case["function"] for case in CASES} == OURS


def test_a_wrong_answer_would_be_noticed() -> None:
    case = next(case for case in CASES if case["function"] == "nap")
    got = answer("nap", case["input"] | {"improvement": "decrease"})
    assert differences(got, case["expected"], Decimal(case["tolerance"])) != []
