"""What the trail keeps and shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What happened: somebody looked, changed something, or was refused."""

    READ = "READ"
    WRITE = "WRITE"
    DENIED = "DENIED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the trail. No foreign keys: the trail outlives what it speaks of. Never any content."""

    at: datetime
    kind: Kind
    doing: str
    person: int | None
    person_name: str
    roles: str
    clinic: int | None
    child: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One line of «who looked», as a family reads it: who, as what, what for, when."""

    at: datetime
    kind: Kind
    doing: str
    person: int | None
    person_name: str
    roles: str
