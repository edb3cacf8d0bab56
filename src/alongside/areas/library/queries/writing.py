"""An idea between its forms: as somebody writes it, as the lint reads it, and as it is seen."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from alongside.areas.library.values import StrategyDraft, StrategySeen
from alongside.core import strategy_lint
from alongside.core.strategy_lint import Known, Remark

_RENAMED = {"easier": "ways_easier", "harder": "ways_harder", "skills": "builds"}
_NOT_IN_ROWS = ("age_from", "age_to", "language")


def draft_of(idea: StrategySeen) -> StrategyDraft:
    """An idea as a draft, to be changed."""
    names = (one.name for one in fields(StrategyDraft))
    return StrategyDraft(**{name: getattr(idea, _RENAMED.get(name, name)) for name in names})


def data_row(draft: StrategyDraft) -> dict[str, Any]:
    """A draft in the shape of the data files, without a code."""
    row = {name: _plain(value) for name, value in asdict(draft).items() if name not in _NOT_IN_ROWS}
    rules = [{"when": when, "level": level} for when, level in draft.supervision.rules]
    row["supervision"] = row["supervision"] | {"rules": rules}
    row["evidence"] = row["evidence"] | {"light": str(draft.evidence.light)}
    return row | {"age": {"from": draft.age_from, "to": draft.age_to}}


def remarks_on(draft: StrategyDraft, today: date, checked_on: str = "") -> tuple[Remark, ...]:
    """What the lint says of a clinic's own idea. Things may be called as the clinic calls them.

    ``checked_on`` is the day that the idea, or the one it copies, named already: it needs no other.
    """
    until = max(today, date.fromisoformat(checked_on)) if checked_on else today
    beside = Known(today=until, english=draft.language.startswith("en"))
    return strategy_lint.remarks(data_row(draft) | {"code": ""}, beside)


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value
