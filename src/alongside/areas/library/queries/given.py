"""The copy of an idea that a plan keeps: what a family was given does not change under it."""

from dataclasses import asdict
from typing import Any

from alongside.areas.library.values import StrategySeen, Translation

_SAID = ("name", "summary", "words_that_help", "notice", "steps")


def given(strategy: StrategySeen, words: Translation | None = None) -> dict[str, Any]:
    """What a plan copies on the day (JSON): the idea's code and version, its words, and what to take care of.

    ``easier`` and ``harder`` are lists of ``{"knob", "words"}``. ``words`` says it in another language: its version
    stands in ``of_version`` there, and where it has fewer ways than the idea, the idea's own sentence stays.
    """
    copy = {
        "code": strategy.code,
        "version": strategy.version,
        "language": words.language if words else strategy.language,
        **{name: _plain(getattr(words or strategy, name)) for name in _SAID},
        "easier": [asdict(way) for way in strategy.ways_easier],
        "harder": [asdict(way) for way in strategy.ways_harder],
        "materials": list(strategy.materials),
        "setting": list(strategy.setting),
        "attention": strategy.attention,
        "safety": [asdict(note) for note in strategy.safety],
        "supervision": asdict(strategy.supervision)
        | {"rules": [list(rule) for rule in strategy.supervision.rules]},
        "evidence": asdict(strategy.evidence) | {"light": strategy.evidence.light.value},
    }
    return copy if words is None else copy | _ways_said(strategy, words)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _ways_said(strategy: StrategySeen, words: Translation) -> dict[str, Any]:
    said = {"easier": (strategy.ways_easier, words.easier), "harder": (strategy.ways_harder, words.harder)}
    return {
        name: [
            {"knob": way.knob, "words": told[at] if at < len(told) else way.words}
            for at, way in enumerate(ways)
        ]
        for name, (ways, told) in said.items()
    }
