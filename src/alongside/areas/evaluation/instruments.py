"""The register of instruments, read once from data/instruments.json. Replace the file to change the list."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from alongside.areas.evaluation.values import Instrument, Licence, ScoreType

_REGISTER = Path(__file__).parent / "data" / "instruments.json"


@cache
def register() -> Mapping[str, Instrument]:
    """Every instrument by its code, in the order of the file."""
    rows = json.loads(_REGISTER.read_text(encoding="utf-8"))["instruments"]
    return MappingProxyType({row["code"]: _instrument(row) for row in rows})


def _instrument(row: dict[str, Any]) -> Instrument:
    types = tuple(ScoreType(name) for name in row["score_types"])
    return Instrument(**row | {"licence": Licence(row["licence"]), "score_types": types})
