"""Identifiers that people and phones make: UUID version 7 (RFC 9562, section 5.7)."""

import secrets
from datetime import datetime
from uuid import UUID

_TIMESTAMP_BITS = 48


def uuid7(at: datetime, entropy: int | None = None) -> UUID:
    """A UUIDv7 for the instant ``at`` (aware).

    ``entropy`` (74 bits) makes it repeatable, for the demo and the tests; without it, it is random.
    Raises ValueError for a naive datetime.
    """
    if at.tzinfo is None:
        raise ValueError("uuid7 needs an aware datetime")
    milliseconds = int(at.timestamp() * 1000) & ((1 << _TIMESTAMP_BITS) - 1)
    bits = secrets.randbits(74) if entropy is None else entropy & ((1 << 74) - 1)
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)
