"""Calendar links as the faces see them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class FeedKind(StrEnum):
    """Whose visits a calendar link tells: those a therapist gives, or those a carer's children come to."""

    THERAPIST = "THERAPIST"
    CARER = "CARER"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSeen:
    """A calendar link that works, without its address: that was told once.

    ``with_names`` tells the children’s short names.
    """

    uuid: UUID
    kind: FeedKind
    with_names: bool
    made_at: datetime
    last_read_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRead:
    """What a calendar program gets: the bytes of an .ics file, and their hash."""

    content: bytes
    digest: str
