"""The home programme: ideas placed into a family's day, and everything that ever changed in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.areas.library.values import StrategyCard
from alongside.areas.programme.values.copies import Bounds, Copy, copy_of
from alongside.core.load import Load
from alongside.core.safety import Ruling
from alongside.core.words import gettext_noop

OPEN_AT_MOST = 12
SURE = 7  # From here on a carer is likely to do it; below, the page offers help.
UNCHECKED = "unchecked"  # The code of the warning on an idea that no rule could judge.


class PlacementState(StrEnum):
    """A draft is the team's own; offered waits for a yes at home; shared is on the phone; resting is kept for later.

    Ended is kept for ever.
    """

    DRAFT = "DRAFT"
    OFFERED = "OFFERED"
    SHARED = "SHARED"
    RESTING = "RESTING"
    ENDED = "ENDED"


class Whose(StrEnum):
    """Whose idea it was."""

    FAMILY = "FAMILY"
    THERAPIST = "THERAPIST"


class Wish(StrEnum):
    """What would help a carer who is not sure yet."""

    EASIER = "EASIER"
    FEWER = "FEWER"
    SHOW = "SHOW"
    ANOTHER = "ANOTHER"


class WishKind(StrEnum):
    """A pin keeps an idea in the next plan, a ban keeps it out."""

    PIN = "PIN"
    BAN = "BAN"


class What(StrEnum):
    """What was changed in the programme."""

    PLACED = "PLACED"
    MOVED = "MOVED"
    REWORDED = "REWORDED"
    AIMED = "AIMED"
    EASIER = "EASIER"
    HARDER = "HARDER"
    SHARED = "SHARED"
    AGREED = "AGREED"
    RESTED = "RESTED"
    RESUMED = "RESUMED"
    SWAP_ASKED = "SWAP_ASKED"
    SAFETY_OVERRIDDEN = "SAFETY_OVERRIDDEN"
    BOUNDED = "BOUNDED"
    REFUSED = "REFUSED"
    ENDED = "ENDED"


WHAT_LABELS: Mapping[What, str] = MappingProxyType(
    {
        What.PLACED: gettext_noop("put in the plan"),
        What.MOVED: gettext_noop("moved in the day"),
        What.REWORDED: gettext_noop("new words"),
        What.AIMED: gettext_noop("tied to a goal"),
        What.EASIER: gettext_noop("made easier"),
        What.HARDER: gettext_noop("made harder"),
        What.SHARED: gettext_noop("shared"),
        What.AGREED: gettext_noop("agreed"),
        What.RESTED: gettext_noop("resting"),
        What.RESUMED: gettext_noop("back in the plan"),
        What.SWAP_ASKED: gettext_noop("another idea wanted"),
        What.SAFETY_OVERRIDDEN: gettext_noop("safety looked at"),
        What.BOUNDED: gettext_noop("how far it may go"),
        What.REFUSED: gettext_noop("not for this family"),
        What.ENDED: gettext_noop("ended"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Why a named therapist keeps an idea in spite of a safety rule."""

    words: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyWarning:
    """One thing to be careful with. ``sentence`` speaks to the reader (English source text).

    ``settled`` is True for a plain warning and for one that a therapist overrode with a reason; an unsettled
    one holds the idea back until the therapist looked at it. ``keys`` are what a written reason has to name.
    """

    code: str
    ruling: Ruling
    sentence: str
    because: str
    settled: bool
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RestedSeen:
    """An idea that a safety rule put to rest, and when. ``sentence`` and ``because`` speak to the reader.

    ``is_free_again`` once no rule holds it any more: it comes back when the therapist says so, never by itself.
    """

    change: UUID
    placement: UUID
    title: str
    at: datetime
    sentence: str
    because: str
    is_free_again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapWish:
    """A carer would like another idea here. ``instead`` is a library code, or "" to leave it to the therapist."""

    words: str
    instead: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementSeen:
    """An idea in the day. ``grade`` 0 is the idea as written, −n the n-th easier way, +n the n-th harder one.

    ``can_be_easier`` and ``can_be_harder``: whether its own list holds one more way; no list for own ideas. ``bounds``
    are how far the therapist lets one tap of the family go. ``home`` is None for an idea of every home; no ``days``
    (0 is Monday) are all of them. ``given`` is the library's idea on the day it was placed, ``copy`` reads it.
    """

    uuid: UUID
    strategy: str | None
    goal: UUID | None
    finding: UUID | None
    routine: str
    title: str
    family_words: str
    words_that_help: str
    minutes: int
    grade: int
    grade_words: str
    can_be_easier: bool
    can_be_harder: bool
    bounds: Bounds
    home: UUID | None
    home_name: str
    days: tuple[int, ...]
    our_part: str
    your_part: str
    notice: str
    given: Mapping[str, Any] = field(hash=False)
    planned: Mapping[str, Any] = field(hash=False)
    baseline: bool
    whose: Whose
    state: PlacementState
    proposed_by: By
    proposed_at: datetime
    shared_at: datetime | None
    agreed_by: By | None
    agreed_at: datetime | None
    confidence: int | None
    not_yet: str
    swap: SwapWish | None
    override: Override | None
    warnings: tuple[SafetyWarning, ...]
    rests_for_safety: bool = False

    @property
    def copy(self) -> Copy | None:
        """The idea as the library gave it; None for one of the family's or the therapist's own."""
        return copy_of(self.given)

    @property
    def family_may_ease(self) -> bool:
        """Whether one tap at home may make it easier."""
        return self.can_be_easier and self.bounds.holds(self.grade - 1)

    @property
    def is_live(self) -> bool:
        """On the phone now."""
        return self.state is PlacementState.SHARED

    @property
    def is_offered(self) -> bool:
        """Shared, and not on the phone before somebody at home says yes."""
        return self.state is PlacementState.OFFERED

    @property
    def is_resting(self) -> bool:
        """Kept for later."""
        return self.state is PlacementState.RESTING

    @property
    def waits_for_family(self) -> bool:
        """Offered, or changed on the phone, and no carer said yes since."""
        return self.state in (PlacementState.OFFERED, PlacementState.SHARED) and self.agreed_at is None

    @property
    def is_held(self) -> bool:
        """Whether a safety rule says: not before the therapist looked at it."""
        return any(not warning.settled for warning in self.warnings)

    @property
    def is_unchecked(self) -> bool:
        """Whether something was learnt about the child that neither a rule nor a therapist set beside this idea."""
        return any(warning.code == UNCHECKED for warning in self.warnings)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeen:
    """One carer's newest answer to a placement as it is. ``wish`` is None where nothing was wished."""

    uuid: UUID
    placement: UUID
    by: By
    is_mine: bool
    yes: bool
    confidence: int | None
    wish: Wish | None
    question: str
    at: datetime

    @property
    def is_unsure(self) -> bool:
        """Whether this carer was less sure than 7 of 10, and it was not yet said what would help."""
        return not self.yes and self.wish is None and self.confidence is not None and self.confidence < SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaInShort:
    """An idea with what it is for, as a chain of reasons shows it; every field means what it means in PlacementSeen."""

    uuid: UUID
    title: str
    routine: str
    state: PlacementState
    goal: UUID | None
    finding: UUID | None
    not_yet: str
    proposed_by: By
    proposed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutinePlaced:
    """One routine of the day with its ideas, in the order they were placed."""

    routine: str
    placements: tuple[PlacementSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeSeen:
    """The programme. ``routines`` holds live ideas in day order; offered ones wait for a yes; drafts are the team's.

    ``load`` speaks of the live ideas, ``load_with_drafts`` of what it would be with the offered ones and the drafts.
    ``minutes_given`` is what the family said it can give a day; None when nobody asked yet, and then ``of``
    in the loads is what the plan asks, so nothing is over.
    """

    routines: tuple[RoutinePlaced, ...]
    offered: tuple[PlacementSeen, ...]
    resting: tuple[PlacementSeen, ...]
    drafts: tuple[PlacementSeen, ...]
    minutes_given: int | None
    load: Load
    load_with_drafts: Load

    @property
    def live(self) -> tuple[PlacementSeen, ...]:
        """The ideas on the phone, in day order."""
        return tuple(placed for block in self.routines for placed in block.placements)

    @property
    def everything(self) -> tuple[PlacementSeen, ...]:
        """All of it: live, offered, resting, drafts."""
        return (*self.live, *self.offered, *self.resting, *self.drafts)

    @property
    def warned(self) -> tuple[PlacementSeen, ...]:
        """Everything in the programme that carries a safety warning."""
        return tuple(placed for placed in self.everything if placed.warnings)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonChain:
    """Why this idea: their words, what was noticed, the goal, the idea. "" where a link is not there or not shared."""

    family_words: str
    finding: str
    goal: str
    idea: str
    not_yet: str

    @property
    def is_whole(self) -> bool:
        """Whether every link is there."""
        return all((self.family_words, self.finding, self.goal, self.idea))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSeen:
    """One dated line of "what we changed". ``because`` is the uuid of the message that it answers."""

    uuid: UUID
    placement: UUID
    title: str
    what: What
    words: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    by: By
    at: datetime
    because: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaForChild:
    """An idea of the library beside this child: how far safety lets it go, and why."""

    card: StrategyCard
    ruling: Ruling
    reasons: tuple[str, ...]
    is_placed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Loggable:
    """What practice needs to keep an entry: the placement's key, and whether it was in the plan at that time."""

    pk: int
    title: str
    was_live: bool
