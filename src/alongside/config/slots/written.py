"""A clinic written down as a file, the way clinic_file reads it; what is as usual is left away."""

import dataclasses
from enum import Enum
from typing import Any

from alongside.core.slots.instance import DAYS, VERSION, Instance

_CLOCKS = frozenset({"start", "until", "meal_from", "meal_until"})


def written(instance: Instance) -> dict[str, Any]:
    """The content of the file of an instance, ready for ``json.dumps``."""
    return {"version": VERSION, **_plain(instance)}


def clock(minutes: int) -> str:
    """Minutes of the day as 08:45."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _plain(thing: Any) -> dict[str, Any]:
    told = {}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if value != field.default:
            told[field.name] = _value(field.name, value)
    return told


def _value(name: str, value: Any) -> Any:
    if name in _CLOCKS:
        return clock(value)
    if name == "weekday":
        return "all" if value < 0 else DAYS[value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) if dataclasses.is_dataclass(one) else one for one in value]
    if dataclasses.is_dataclass(value):
        return _plain(value)
    return value.value if isinstance(value, Enum) else value
