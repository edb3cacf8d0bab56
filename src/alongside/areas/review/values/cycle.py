"""Looking back together, as the faces see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.areas.goals.values import Side
from alongside.core.words import gettext_noop


class Ending(StrEnum):
    """What becomes of one goal: it is reached, goes on as it is, gets other words, or rests."""

    REACHED = "REACHED"
    GO_ON = "GO_ON"
    CHANGE = "CHANGE"
    REST = "REST"


class Ahead(StrEnum):
    """What becomes of the whole plan: the same rhythm, less often, one check-in on a day, or goodbye."""

    SAME = "SAME"
    LESS_OFTEN = "LESS_OFTEN"
    CHECK_IN = "CHECK_IN"
    GOODBYE = "GOODBYE"


class Decided(StrEnum):
    """Where a decision stands: proposed by one side, agreed by both, seen differently, or taken back."""

    PROPOSED = "PROPOSED"
    AGREED = "AGREED"
    DIFFERENT = "DIFFERENT"
    WITHDRAWN = "WITHDRAWN"


class Stage(StrEnum):
    """Both prepare, then the day was held and both decide, then it is closed."""

    PREPARING = "PREPARING"
    HELD = "HELD"
    CLOSED = "CLOSED"


ENDINGS: Mapping[Ending, str] = MappingProxyType(
    {
        Ending.REACHED: gettext_noop("It is reached"),
        Ending.GO_ON: gettext_noop("Go on as it is"),
        Ending.CHANGE: gettext_noop("Change the words"),
        Ending.REST: gettext_noop("Let it rest"),
    }
)
AHEADS: Mapping[Ahead, str] = MappingProxyType(
    {
        Ahead.SAME: gettext_noop("Go on in the same rhythm"),
        Ahead.LESS_OFTEN: gettext_noop("Meet less often"),
        Ahead.CHECK_IN: gettext_noop("One check-in on a day"),
        Ahead.GOODBYE: gettext_noop("Say goodbye for now"),
    }
)
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "went_well": gettext_noop("What went well?"),
        "was_hard": gettext_noop("What was hard?"),
        "matters_now": gettext_noop("What matters now?"),
        "would_ask": gettext_noop("What would you like to ask?"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Answers to the few questions, each of which may be empty, and what the child says about it."""

    went_well: str = ""
    was_hard: str = ""
    matters_now: str = ""
    would_ask: str = ""
    child_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnView:
    """What the reader is writing. ``shown_at`` is None until they showed it; ``changed`` when they wrote on since."""

    told: Told
    saved_at: datetime
    shown_at: datetime | None
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownView:
    """One person's view as they last showed it. ``to_all``: the other carers read it, too."""

    uuid: UUID
    told: Told
    by: By
    to_all: bool
    is_mine: bool
    shown_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSeen:
    """The day was moved, and why."""

    was_on: date
    to_on: date
    words: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSeen:
    """Proposed by ``by`` for ``side``; answered by the other side. ``thread`` is where two views are talked about."""

    uuid: UUID
    words: str
    side: Side
    by: By
    proposed_at: datetime
    state: Decided
    answered_by: By | None
    answered_at: datetime | None
    answer_words: str
    thread: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingSeen(DecisionSeen):
    """A decision about one goal, and the version of it that was looked at. ``other`` is the answering side's view."""

    goal: UUID
    goal_title: str
    version: int
    ending: Ending
    other: Ending | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadSeen(DecisionSeen):
    """A decision about the whole plan. ``check_in_on`` is None but for one check-in on a day."""

    ahead: Ahead
    other: Ahead | None
    check_in_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleSeen:
    """One look back. It tells of the days from ``from_on`` to ``held_on``, or to today until it was held.

    ``planned_on``, ``visit`` and ``moves`` are empty for a reader who may not know when the child is seen.
    """

    uuid: UUID
    number: int
    stage: Stage
    from_on: date
    planned_on: date | None
    visit: UUID | None
    opened_by: By
    opened_at: datetime
    held_on: date | None
    closed_at: datetime | None
    moves: tuple[MoveSeen, ...]
