"""The published format of a file of cases, as a JSON schema made from the table of functions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from alongside.config.measures.functions import FUNCTIONS

_DECIMAL = r"^[+-]?[0-9]{1,40}(\.[0-9]{1,60})?([eE][+-]?[0-9]{1,3})?$"
_NUMBER = {"$ref": "#/$defs/number"}
_NUMBERS = {"type": "array", "items": _NUMBER}
_WITH_GAPS = {"type": ["array", "null"], "items": {"anyOf": [_NUMBER, {"type": "null"}]}}
_NUMBER_OR_NONE = {"anyOf": [_NUMBER, {"type": "null"}]}

INPUTS: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "A": ("the points before the start, in time order", _NUMBERS),
        "B": ("the points after the start, in time order", _NUMBERS),
        "t": ("the days of the points, rising; 1, 2, 3… without", {**_NUMBERS, "type": ["array", "null"]}),
        "x": ("the first list", _NUMBERS),
        "y": ("the points, in time order", _NUMBERS),
        "improvement": ("the direction in which things get better", {"enum": ["increase", "decrease"]}),
        "kind": ("which standard error", {"enum": ["unbiased", "hanley", "null"]}),
        "confidence": ("a share, 0.95 for 95 %", _NUMBER),
        "conservative_sd": ("how far both lines are moved, in standard deviations", _NUMBER),
        "trend": ("which line of the baseline is drawn on", {"enum": ["ols", "bisplit"]}),
        "scale": ("what was counted", {"enum": ["count", "rate", "percentage", "proportion"]}),
        "bias_correct": ("whether small samples are corrected for", {"type": "boolean"}),
        "D": ("the constant that keeps a mean of zero comparable", _NUMBER_OR_NONE),
        "observation_length": ("minutes of a session", _NUMBER_OR_NONE),
        "intervals": ("intervals of a session", _NUMBER_OR_NONE),
        "goal": ("the level that is aimed at", _NUMBER),
        "scores": ("the levels of a child's goals; null is a goal without a level", _WITH_GAPS),
        "weights": ("the weights of the goals; null when none is weighted", _WITH_GAPS),
        "rho": ("the correlation between goals, 0 to 1", _NUMBER),
        "from_scale": ("the scale of the value", {"type": "string"}),
        "value": ("a score", _NUMBER),
        "percentile": ("in percent, above 0 and below 100", _NUMBER),
        "score": ("the obtained score", _NUMBER),
        "mean": ("the mean of the scale", _NUMBER),
        "sd": ("the standard deviation of the scale", _NUMBER),
        "reliability": ("test–retest reliability, 0 to 1", _NUMBER_OR_NONE),
        "pre": ("the first score", _NUMBER),
        "post": ("the second score", _NUMBER),
        "t1_performance": ("how it is going, first; null was not rated", _WITH_GAPS),
        "t1_satisfaction": ("how happy people are with it, first", _WITH_GAPS),
        "t2_performance": ("how it is going, at the follow-up", _WITH_GAPS),
        "t2_satisfaction": ("how happy people are with it, at the follow-up", _WITH_GAPS),
        "minutes": ("minutes by bare code", {"type": "object", "additionalProperties": _NUMBER}),
    }
)


def schema() -> dict[str, Any]:
    """The whole format. An input of another type is allowed where a case says that the function must refuse."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Worked examples of measures",
        "description": "Run with: python -m alongside verify-measures FILE.json",
        "type": "object",
        "required": ["cases"],
        "properties": {"cases": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/case"}}},
        "$defs": {"number": _number(), "input": _input(), "refusal": _refusal(), "case": _case()},
    }


def _number() -> dict[str, Any]:
    return {
        "description": "A decimal, taken as it is written; as text where JSON readers would round it.",
        "anyOf": [{"type": "number"}, {"type": "string", "pattern": _DECIMAL}],
    }


def _input() -> dict[str, Any]:
    keys = {key: {"description": meaning, **kind} for key, (meaning, kind) in INPUTS.items()}
    return {"type": "object", "properties": keys}


def _refusal() -> dict[str, Any]:
    return {
        "description": "The function must refuse by name instead of answering.",
        "type": "object",
        "required": ["error"],
        "properties": {"error": {"const": True}},
    }


def _case() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["function", "input", "expected"],
        "properties": {
            "id": {"description": "Any name; it is printed when the case does not agree."},
            "function": {"enum": sorted(FUNCTIONS)},
            "input": {"type": "object"},
            "expected": {
                "description": "A value, or an object of which only the keys given are compared and null is not.",
                "not": {"enum": [None, {}, []]},
            },
            "tolerance": {"$ref": "#/$defs/number", "description": "Absolute; not below 0."},
            "source": {"description": "Where the numbers come from."},
        },
        "if": {"properties": {"expected": {"$ref": "#/$defs/refusal"}}},
        "else": {"required": ["tolerance"], "properties": {"input": {"$ref": "#/$defs/input"}}},
        "allOf": [_needs_of(name) for name in sorted(FUNCTIONS)],
    }


def _needs_of(name: str) -> dict[str, Any]:
    """The input that one function cannot do without."""
    return {
        "if": {"properties": {"function": {"const": name}}},
        "then": {"properties": {"input": {"required": list(FUNCTIONS[name].needs)}}},
    }
