"""Whether a row has every part of an idea, each of its kind: nothing else can be looked at before."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

Row = Mapping[str, Any]
Check = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _several(each: Check) -> Check:
    return lambda value: isinstance(value, list | tuple) and all(each(one) for one in value)


def _parts(**parts: Check) -> Check:
    """A mapping with exactly these parts."""
    return lambda value: (
        isinstance(value, Mapping)
        and value.keys() == parts.keys()
        and all(check(value[name]) for name, check in parts.items())
    )


_WAYS = _several(_parts(knob=_text, words=_text))
PARTS: Mapping[str, Check] = MappingProxyType(
    {
        **dict.fromkeys(("code", "name", "summary", "words_that_help", "notice"), _text),
        **dict.fromkeys(("routine", "domain", "attention", "leads"), _text),
        **dict.fromkeys(("minutes", "set_up_minutes", "mess", "noise"), _whole),
        **dict.fromkeys(("steps", "also", "also_domains", "tasks", "materials", "people"), _several(_text)),
        **dict.fromkeys(("position", "sensory", "setting", "tags"), _several(_text)),
        "age": _parts(**{"from": _whole, "to": _whole}),
        "frequency": _parts(times_min=_whole, times_max=_whole, per=_text, note=_text),
        "skills": _several(_parts(name=_text, icf=_text)),
        "easier": _WAYS,
        "harder": _WAYS,
        "safety": _several(_parts(code=_text, note=_text)),
        "supervision": _parts(level=_text, note=_text, rules=_several(_parts(when=_text, level=_text))),
        "evidence": _parts(
            approach=_text, light=_text, indication=_text, statement=_text, source=_text, checked_on=_text
        ),
    }
)


def misshapen(row: Row) -> Iterator[str]:
    """The parts that are missing, of another kind, or unknown."""
    for name, check in PARTS.items():
        if name not in row or not check(row[name]):
            yield name
    yield from sorted(str(name) for name in row.keys() - PARTS.keys())
