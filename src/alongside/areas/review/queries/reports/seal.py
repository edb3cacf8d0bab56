"""The seal of a report: canonical JSON, and SHA-256 over it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any


def canonical(content: Mapping[str, Any]) -> str:
    """The one way to write ``content``: keys in order, no spaces, UTF-8. Equal content gives equal letters."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def seal(text: str) -> str:
    """SHA-256 of ``text``, in hexadecimal signs."""
    return sha256(text.encode()).hexdigest()


def plain(number: Decimal) -> str:
    """An exact number as content tells it: the same letters whatever zeros a database keeps behind the point."""
    return f"{number.normalize():f}"


def stamp(at: datetime) -> str:
    """A moment as content tells it, in UTC."""
    return at.astimezone(UTC).isoformat()
