"""Filling the library with the ideas that come with the product."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from alongside.areas.library.models import Strategy

STARTERS = Path(__file__).parent / "data" / "strategies.json"
# Starter ideas carry the same uuid in every installation, so that plans can travel.
_NAMESPACE = UUID("0193527c-0000-7000-8000-5742a7e61e5a")


def load_starter_strategies(table: type[Strategy] = Strategy) -> int:
    """Bring the starter ideas up to the data file and return how many there are; running it again changes nothing.

    ``table`` lets a migration pass the table as it was at that point in history.
    """
    found: list[dict[str, Any]] = json.loads(STARTERS.read_text(encoding="utf-8"))["strategies"]
    for row in found:
        table._default_manager.update_or_create(code=row["code"], clinic=None, defaults=_columns(row))
    return len(found)


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name not in {"code", "age"}}
    age = row["age"]
    uuid = uuid5(_NAMESPACE, row["code"])
    return {**kept, "uuid": uuid, "age_from": age["from"], "age_to": age["to"]}
