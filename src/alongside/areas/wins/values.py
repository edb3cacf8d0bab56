"""Wins as other areas and the faces see them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.areas.circle.values import By


class Source(StrEnum):
    """Where a win came from: somebody noticed it, or the log asked and somebody confirmed it."""

    PERSON = "PERSON"
    FROM_LOG = "FROM_LOG"


class WinState(StrEnum):
    """The log may only ask. A person confirms, or says that it was not a win."""

    ASKED = "ASKED"
    CONFIRMED = "CONFIRMED"
    NOT_A_WIN = "NOT_A_WIN"


class WinAbout(StrEnum):
    """What a win belongs to, if anything."""

    GOAL = "GOAL"
    IDEA = "IDEA"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhySeen:
    """The therapist's line on why it was hard."""

    words: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WinSeen:
    """A win. ``by`` noticed it; for one that the log asked about, ``by`` is who confirmed it."""

    uuid: UUID
    words: str
    by: By
    happened_on: date
    source: Source
    about: WinAbout | None
    about_uuid: UUID | None
    why: WhySeen | None
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSeen:
    """A question from the log: was that a win? ``title`` names the idea, ``entry`` is the moment it came from."""

    uuid: UUID
    ask: str
    title: str
    placement: UUID
    entry: UUID
    happened_on: date
