"""The ICF codes that we use, with their titles and our plain words: a short list, not the classification."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FILE = Path(__file__).parent / "icf_map.json"


@cache
def icf_map() -> Mapping[str, Any]:
    """The whole file: ``codes`` (code, title, plain) and ``areas`` (name to codes)."""
    return MappingProxyType(json.loads(_FILE.read_text(encoding="utf-8")))


@cache
def plain_words() -> Mapping[str, str]:
    """Every code with our plain words for it."""
    return MappingProxyType({row["code"]: row["plain"] for row in icf_map()["codes"]})
