"""Moments at home as the family wrote them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.areas.circle.values import By
from alongside.core.moments import Felt, Fit, Help, Kind


class SeenBy(StrEnum):
    """Who sees a noticing: everybody who sees the entries, or only the therapist and its author."""

    ALL = "ALL"
    TEAM = "TEAM"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySeen:
    """One entry. ``zone`` is the IANA zone where it happened; ``corrected`` when something said was changed."""

    uuid: UUID
    placement: UUID
    title: str
    kind: Kind
    felt: Felt | None
    help: Help | None
    fit: Fit | None
    words: str
    happened_at: datetime
    arrived_at: datetime
    zone: str
    by: By
    is_mine: bool
    corrected: bool
    undone: bool

    @property
    def happened_local(self) -> datetime:
        """When it happened by the clock on the wall."""
        return self.happened_at.astimezone(ZoneInfo(self.zone))

    @property
    def day(self) -> date:
        """The date on the home's own calendar."""
        return self.happened_local.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticingSeen:
    """Something somebody noticed, in their words. ``starter`` is the sentence starter they chose, or ""."""

    uuid: UUID
    words: str
    starter: str
    placement: UUID | None
    title: str
    seen_by: SeenBy
    is_win: bool
    happened_at: datetime
    arrived_at: datetime
    zone: str
    by: By
    is_mine: bool

    @property
    def happened_local(self) -> datetime:
        """When it happened by the clock on the wall."""
        return self.happened_at.astimezone(ZoneInfo(self.zone))

    @property
    def day(self) -> date:
        """The date on the home's own calendar."""
        return self.happened_local.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestAtHome:
    """The newest about one idea, newest first, of how many that this reader may see. Only what was tried counts."""

    tried: tuple[EntrySeen, ...] = ()
    tried_of: int = 0
    noticed: tuple[NoticingSeen, ...] = ()
    noticed_of: int = 0
