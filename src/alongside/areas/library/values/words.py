"""A clinic's own words, as other areas and the faces see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

WORD_LIMIT, SAY_LIMIT = 60, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicWordSeen:
    """A word of a clinic's own list, and what it says instead. ``is_fine``: it uses the word with families."""

    uuid: UUID
    word: str
    say: str
    by: str
    at: datetime

    @property
    def is_fine(self) -> bool:
        return not self.say
