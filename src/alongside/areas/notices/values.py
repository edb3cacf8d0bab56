"""Letters and messages, and how somebody would like to be told."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID


class Channel(StrEnum):
    """By which way somebody is told. NONE: they look by themselves."""

    MAIL = "MAIL"
    SMS = "SMS"
    PUSH = "PUSH"
    NONE = "NONE"


class NoticeKind(StrEnum):
    """What a notice is about. Nothing more is ever kept of its words."""

    REMINDER = "REMINDER"
    OFFER = "OFFER"
    CHANGED = "CHANGED"
    RENEWAL = "RENEWAL"
    DIGEST = "DIGEST"


class NoticeState(StrEnum):
    """Where a notice stands. LET_GO: it was no longer true, or nobody wanted it. STUCK: all tries failed."""

    WAITING = "WAITING"
    SENT = "SENT"
    LET_GO = "LET_GO"
    STUCK = "STUCK"


def change_key(child: int, changed_at: datetime, person: int) -> str:
    """What a notice of a change is about: all visits of a child that changed in the same moment, told to one person."""
    return f"changed:{child}:{changed_at:%Y%m%dT%H%M%S}:{person}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceDraft:
    """How somebody would like to be told. ``phone`` is needed for text messages."""

    channel: Channel = Channel.MAIL
    phone: str = ""
    language: str = ""
    quiet_from: time | None = None
    quiet_until: time | None = None
    reminds: bool = True
    weekly: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSeen:
    """How somebody is told now. Quiet hours without a choice are those of a family or of the team."""

    channel: Channel
    phone: str
    language: str
    quiet_from: time
    quiet_until: time
    reminds: bool
    weekly: bool
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSeen:
    """One notice as the desk sees it. ``trouble`` is the kind of the last error, "" without one."""

    uuid: UUID
    kind: NoticeKind
    state: NoticeState
    to_name: str
    channel: Channel | None
    made_at: datetime
    due_at: datetime
    sent_at: datetime | None
    tries: int
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSeen:
    """The notices of a clinic: those that are stuck, and the others, newest first."""

    stuck: tuple[NoticeSeen, ...]
    lately: tuple[NoticeSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleSeen:
    """Something that happens by itself and does not work. ``job`` is its name in the list of jobs."""

    job: str
    times: int
    trouble: str
    first_at: datetime
    last_at: datetime
