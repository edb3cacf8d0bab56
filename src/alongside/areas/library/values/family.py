"""A family's own idea on its way into the library."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyIdeaDraft:
    """What a carer gives, without names: the words of an idea of the family's own, and where it belongs."""

    title: str
    words: str
    words_that_help: str
    routine: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyIdeaSeen(FamilyIdeaDraft):
    """One of them, as the clinic's therapists and its owner read it. ``is_taken``: an idea was made of it."""

    uuid: UUID
    allowed_at: datetime
    is_taken: bool
