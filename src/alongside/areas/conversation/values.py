"""Talk as other areas and the faces see it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from alongside.areas.circle.values import By, Voice


class About(StrEnum):
    """What a thread hangs on."""

    GENERAL = "GENERAL"
    GOAL = "GOAL"
    IDEA = "IDEA"
    NOTE = "NOTE"
    VISIT = "VISIT"


class Change(StrEnum):
    """What was changed because of a family's words."""

    IDEA = "IDEA"
    PLACEMENT_CHANGE = "PLACEMENT_CHANGE"
    GOAL = "GOAL"
    VISIT = "VISIT"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeen:
    """«We changed …»: what a message did. ``change`` is the uuid of what was changed."""

    uuid: UUID
    kind: Change
    change: UUID
    words: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSeen:
    """One message. ``quiet`` when it was delivered in the other side's quiet hours; nobody sees who has read it.

    ``alone`` when it stands in a thread that a carer has with the therapists and nobody else.
    """

    uuid: UUID
    thread: UUID
    words: str
    by: By
    sent_at: datetime
    quiet: bool
    mine: bool
    alone: bool = False
    changes: tuple[AnswerSeen, ...] = ()

    @property
    def from_family(self) -> bool:
        """Whether these are the family's words."""
        return self.by.voice is Voice.FAMILY


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadSeen:
    """A thread in the list. ``waiting`` when the family had the last word and no change answers it."""

    uuid: UUID
    about: About
    about_uuid: UUID | None
    title: str
    started_at: datetime
    last_message_at: datetime | None
    last: MessageSeen | None
    waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadOpen:
    """One thread with its newest messages, oldest first, and everybody who can read it."""

    thread: ThreadSeen
    people: tuple[By, ...]
    messages: tuple[MessageSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSeen:
    """A family waits for an answer in a thread, ``since`` the oldest unanswered message."""

    child: UUID
    child_name: str
    thread: UUID
    title: str
    names: tuple[str, ...]
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverAnswerSeen:
    """Clear or not clear, as one carer said it; ``question`` is what they asked, "" for nothing."""

    child: UUID
    handover: UUID
    visit: UUID
    title: str
    clear: bool
    question: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSeen:
    """One thing for the week, as it was handed over at the end of a visit, and what was tried there.

    ``answers`` are what everybody of it answered, empty on Today.
    """

    uuid: UUID
    visit: UUID
    placement: UUID
    title: str
    routine: str
    words: str
    tried: tuple[str, ...]
    by: By
    at: datetime
    answers: tuple[HandoverAnswerSeen, ...] = ()

    def answer_of(self, person: UUID) -> HandoverAnswerSeen | None:
        """What this person answered; None before they did."""
        return next((one for one in self.answers if one.by.uuid == person), None)
