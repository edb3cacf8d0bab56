"""A family's story: what visitors send, what matters most, and the family's day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.areas.circle.values import By, Voice
from alongside.core.words import Phrase, gettext_noop

PRIORITIES_AT_MOST = 5
MINUTES_A_DAY_AT_MOST = 60
ENERGY_AT_MOST = 3

TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "dressing": gettext_noop("Getting dressed"),
        "meals": gettext_noop("Meal times"),
        "feelings": gettext_noop("Big feelings"),
        "school": gettext_noop("School"),
        "sleep": gettext_noop("Sleep"),
        "friends": gettext_noop("Friends"),
        "hands": gettext_noop("Hands and writing"),
        "moving": gettext_noop("Balance and moving"),
    }
)


class EnquiryState(StrEnum):
    """Where a story stands on the clinic's board."""

    NEW = "NEW"
    ANSWERED = "ANSWERED"
    FAMILY = "FAMILY"
    CLOSED = "CLOSED"


class How(StrEnum):
    """How somebody of the clinic answered a story."""

    RANG = "RANG"
    WROTE = "WROTE"


class Goes(StrEnum):
    """How a routine usually goes, in the family's own judgement."""

    WELL = "WELL"
    MIXED = "MIXED"
    HARD = "HARD"


class Attention(StrEnum):
    """How much of a grown-up a routine leaves for the child."""

    NONE = "NONE"
    NEARBY = "NEARBY"
    FULL = "FULL"


class ChangeKind(StrEnum):
    """What a family asks of its week for a while."""

    PAUSE = "PAUSE"
    LIGHTER = "LIGHTER"


class Occasion(StrEnum):
    """When a family rates what matters most: at the start, or when looking back together."""

    FIRST = "FIRST"
    REVIEW = "REVIEW"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAnswers:
    """The four answers, each of which may be empty, and the topics that felt familiar (codes of TOPICS)."""

    ordinary_day: str = ""
    hopes: str = ""
    good_at: str = ""
    anything_else: str = ""
    topics: tuple[str, ...] = ()
    child_first_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryContact:
    """Whom to answer, and how. A phone number or an address is needed."""

    name: str
    email: str = ""
    phone: str = ""
    ring_when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySeen:
    """One answer that a named person of the clinic gave."""

    uuid: UUID
    by: str
    words: str
    how: How
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquirySeen:
    """A story on the clinic's board. ``answer_by`` is the promised day; ``child`` is set once it is a family's."""

    uuid: UUID
    clinic: int
    answers: StoryAnswers
    contact: StoryContact
    state: EnquiryState
    sent_at: datetime
    answer_by: date
    answered_by: str
    answered_at: datetime | None
    replies: tuple[ReplySeen, ...]
    child: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyDraft:
    """What is still needed to take a family on. Empty name and address mean those in the story."""

    child: UUID
    invitation: UUID
    child_name: str
    short_name: str
    born_on: date
    therapist: UUID
    relation: str
    carer_name: str = ""
    carer_email: str = ""
    responsible: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyMade:
    """A story that became a family. ``token`` goes into the invitation's link; it is empty the second time."""

    child: UUID
    invitation: UUID
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySeen:
    """The story of a child, word for word as it was told."""

    answers: StoryAnswers
    told_by_name: str
    told_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityDraft:
    """One thing that matters, as it was said.

    A carer writes their own words, or the child's (``voice`` CHILD). A therapist also names whose words they
    are: ``said_by`` (a grown-up of the circle) or, before anybody came in, ``said_by_name``.
    """

    uuid: UUID
    words: str
    rank: int
    voice: Voice = Voice.FAMILY
    routine: str = ""
    said_by: UUID | None = None
    said_by_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritySeen:
    """One thing that matters most, verbatim. The child's own words stand beside the family's of the same rank."""

    uuid: UUID
    rank: int
    words: str
    by: By
    routine: str
    said_at: datetime
    retired_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One question from 1 to 10 and what its ends mean."""

    question: str
    low: str
    high: str


ANCHORS: Mapping[str, Anchor] = MappingProxyType(
    {
        "importance": Anchor(
            question=gettext_noop("How much does this matter to you?"),
            low=gettext_noop("nice to have"),
            high=gettext_noop("it would change our days"),
        ),
        "going": Anchor(
            question=gettext_noop("How is it going now?"),
            low=gettext_noop("very hard going"),
            high=gettext_noop("going really well"),
        ),
        "happy": Anchor(
            question=gettext_noop("How happy are you with that?"),
            low=gettext_noop("not happy with it yet"),
            high=gettext_noop("happy with it as it is"),
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingDraft:
    """Three numbers from 1 to 10 about one priority."""

    uuid: UUID
    priority: UUID
    importance: int
    going: int
    happy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSeen:
    """One rating, by whom and when."""

    importance: int
    going: int
    happy: int
    occasion: Occasion
    by: By
    rated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedPriority:
    """A priority with its first rating and the newest from looking back; None where nobody rated it."""

    priority: PrioritySeen
    first: RatingSeen | None
    latest: RatingSeen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Mean of 1 to 10 over the ``rated`` priorities. Importance chooses; it never weighs."""

    going: Decimal
    happy: Decimal
    rated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Points from the first rating to the newest, over the priorities rated both times, and in words."""

    going: Decimal
    happy: Decimal
    rated: int
    going_said: Phrase
    happy_said: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingsSeen:
    """All live priorities with ratings. ``moved`` is None until something was rated both times."""

    priorities: tuple[RatedPriority, ...]
    first: Means | None
    latest: Means | None
    moved: Moved | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMomentSeen:
    """One routine of the family's week: when and where it is, how it goes, and what it leaves.

    ``home`` is the home's key, None for every home. ``days`` are weekdays, 0 is Monday; empty is every day.
    ``minutes_possible`` and ``energy`` (0 to 3) are what may be free in it, None while nobody said. ``who`` are the
    carers who are there, ``attention`` is how much of one it leaves.
    """

    uuid: UUID
    routine: str
    usual_at: time | None
    words: str
    minutes_possible: int | None
    by: By
    set_at: datetime
    home: int | None
    days: tuple[int, ...]
    energy: int | None
    goes: Goes | None
    who: tuple[UUID, ...]
    attention: Attention

    def is_on(self, weekday: int) -> bool:
        """Whether it is part of that weekday (0 is Monday)."""
        return not self.days or weekday in self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacitySeen:
    """How many minutes a day the family says it can give, newest word."""

    minutes_a_day: int
    words: str
    by: By
    said_at: datetime


def promised_on(sent_at: datetime, zone: str, working_days: int) -> date:
    """The local day that lies ``working_days`` Mondays to Fridays after ``sent_at``."""
    day = sent_at.astimezone(ZoneInfo(zone)).date()
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return day
