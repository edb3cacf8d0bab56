"""The ideas that come with the product, as their files say them. Nothing here needs a database."""

import json
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def starter_rows() -> tuple[dict[str, Any], ...]:
    """Every idea, by code."""
    files = sorted((_HERE / "strategies").glob("*.json"))
    found = [row for path in files for row in json.loads(path.read_text(encoding="utf-8"))["strategies"]]
    return tuple(sorted(found, key=lambda row: str(row["code"])))


def starter_things() -> frozenset[str]:
    """What the things are called that starter ideas need: one name a thing, the same in every idea."""
    return frozenset((_HERE / "things.txt").read_text(encoding="utf-8").splitlines())
