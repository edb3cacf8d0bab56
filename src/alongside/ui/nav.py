"""What the shells need to draw their navigation. Faces fill these; nothing here reads a record."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Tab = Literal["today", "plan", "talk", "wins", "family"]
TABS: tuple[Tab, ...] = ("today", "plan", "talk", "wins", "family")


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNav:
    """The parent's tabs for one child.

    ``current`` is the tab in front of the reader; ``waiting`` counts people's messages not yet opened; ``tabs`` are
    those of the five that this reader may open.
    """

    child_uuid: UUID
    current: Tab | Literal[""] = ""
    waiting: int = 0
    tabs: tuple[Tab, ...] = TABS


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """One line of the staff rail. ``icon`` is a name of ``ui/icons``, ``waiting`` a count of messages."""

    label: str
    icon: str
    url: str
    current: bool = False
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Nav:
    """The staff rail: ``items`` are daily work (a phone shows only these), ``more`` stands below."""

    items: tuple[NavItem, ...]
    more: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of "where you are". The last one has no url."""

    label: str
    url: str = ""
