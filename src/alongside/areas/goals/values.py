"""Goals as other areas and the pages see them. Families read steps 1 to 5; levels stay in AttainmentSeen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.areas.circle.values import By, Voice
from alongside.core.attainment import Convention, LightAnswer
from alongside.core.words import gettext_noop

# The word groups in the order a translator may change.
SENTENCE = gettext_noop("{who} will {does} {where_when}, with {with_help}, on {how_often}, by {by_when}.")
WORD_GROUPS = ("who", "does", "where_when", "with_help", "how_often")
HARDER = 0  # Proposed instead of a step 1 to 5: harder than when we started. Only a therapist proposes it.

MATTERS: Mapping[int, str] = MappingProxyType(
    {1: gettext_noop("A bit"), 2: gettext_noop("Quite a lot"), 3: gettext_noop("More than anything")}
)
HOPEFUL: Mapping[int, str] = MappingProxyType(
    {1: gettext_noop("Not sure"), 2: gettext_noop("Fairly"), 3: gettext_noop("Very")}
)


class Side(StrEnum):
    """The two who write a goal: the family, and the therapist who looks after the child."""

    FAMILY = "FAMILY"
    THERAPIST = "THERAPIST"

    @property
    def other(self) -> "Side":
        """Who answers what this side proposes."""
        return Side.FAMILY if self is Side.THERAPIST else Side.THERAPIST

    @property
    def voice(self) -> Voice:
        """The voice of this side."""
        return Voice(self.value)


class GoalState(StrEnum):
    """Being talked about, agreed by both, or closed."""

    TALKING = "TALKING"
    AGREED = "AGREED"
    CLOSED = "CLOSED"


class StepState(StrEnum):
    """What became of a step that one side proposed."""

    PROPOSED = "PROPOSED"
    AGREED = "AGREED"
    WITHDRAWN = "WITHDRAWN"
    NOT_YET = "NOT_YET"


class Rater(StrEnum):
    """Whose view a rating is, and who a goal is scored by."""

    PARENT = "PARENT"
    THERAPIST = "THERAPIST"
    TEACHER = "TEACHER"
    CHILD = "CHILD"


RATERS: Mapping[Rater, str] = MappingProxyType(
    {
        Rater.PARENT: gettext_noop("A parent"),
        Rater.THERAPIST: gettext_noop("The therapist"),
        Rater.TEACHER: gettext_noop("A teacher"),
        Rater.CHILD: gettext_noop("The child"),
    }
)


class RatingKind(StrEnum):
    """Where we start, or where we are."""

    BASELINE = "BASELINE"
    REVIEW = "REVIEW"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWords:
    """The word groups of a goal's sentence; ``by_when`` is the day to look back together."""

    who: str
    does: str
    where_when: str
    with_help: str
    how_often: str
    by_when: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """A goal as one side would write it. ``steps`` are five texts, the goal itself is the third.

    ``harder`` says what harder than at the start would look like; only a therapist writes it.
    """

    title: str
    words: GoalWords
    steps: tuple[str, str, str, str, str]
    family_words: str = ""
    hardest: tuple[str, ...] = ()
    matters: int | None = None
    hopeful: int | None = None
    harder: str = ""
    scored_by: Rater | None = None
    scored_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSeen:
    """One step of a goal: 1 is where we started, 3 the goal, 5 a happy surprise."""

    number: int
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YesSeen:
    """One side's yes. ``recorded_by`` differs from ``name`` when both looked at the same screen."""

    side: Side
    name: str
    at: datetime
    same_screen: bool
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionSeen:
    """One wording of a goal, by whom, who said yes, and what it ``changed`` (names of the word groups).

    ``harder`` is empty for everybody but the child's therapist.
    """

    uuid: UUID
    number: int
    title: str
    sentence: str
    words: GoalWords
    steps: tuple[StepSeen, ...]
    family_words: str
    hardest: tuple[str, ...]
    matters: int | None
    hopeful: int | None
    harder: str
    scored_by: Rater | None
    scored_from: str
    by: By
    written_at: datetime
    said_yes: tuple[YesSeen, ...]
    agreed_at: datetime | None
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProposalSeen:
    """A step that one side thinks is reached (``step`` 0 means harder than when we started)."""

    uuid: UUID
    goal: UUID
    goal_title: str
    step: int
    label: str
    words: str
    by: By
    side: Side
    proposed_at: datetime
    state: StepState
    answered_by: By | None
    answered_at: datetime | None
    answer_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSeen:
    """A goal as both sides see it.

    Title, sentence, steps and review day are those of the version in force, else of the newest one.
    ``proposed`` is a newer version that waits for the side in ``waiting_for``. ``reached`` is the step both
    agreed on (None before the goal is agreed, and 0 when things are harder than when we started).
    """

    uuid: UUID
    state: GoalState
    title: str
    sentence: str
    steps: tuple[StepSeen, ...]
    family_words: str
    review_on: date
    version: int
    versions: int
    in_force: VersionSeen | None
    proposed: VersionSeen | None
    waiting_for: Side | None
    reached: int | None
    reached_label: str
    step_proposal: StepProposalSeen | None
    priority: UUID | None
    priority_words: str
    finding: UUID | None
    created_at: datetime
    closed_at: datetime | None
    closed_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalInShort:
    """A goal as a list shows it; every field means what it means in GoalSeen."""

    uuid: UUID
    state: GoalState
    title: str
    review_on: date
    waiting_for: Side | None
    reached: int | None
    priority: UUID | None
    finding: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWaiting:
    """A family's wording or (``is_step``) a family's step that its therapist has not answered."""

    child: UUID
    child_name: str
    goal: UUID
    title: str
    is_step: bool
    by_name: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingDraft:
    """Where somebody sees the child: a ``step`` (0 to 5, 0 is harder) or a plain ``answer``, exactly one of them.

    ``about_on`` is the day it is about. ``rater_name`` names a teacher. ``words`` say what was seen.
    """

    about_on: date
    rater: Rater
    step: int | None = None
    answer: LightAnswer | None = None
    rater_name: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSeen:
    """One rating. ``step`` is what a family reads (0 is harder), ``level`` stays with the therapist.

    ``counts`` is False for a rating on other steps than those in force: it is shown and never compared.
    """

    uuid: UUID
    kind: RatingKind
    level: Decimal
    step: int
    answer: LightAnswer | None
    rater: Rater
    rater_name: str
    by: By
    about_on: date
    words: str
    rated_at: datetime
    version: int
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingsSeen:
    """All ratings of one goal, newest first, and what counts on the steps in force.

    ``family`` and ``therapist`` are the newest rating of a parent and of the therapist, ``others`` the newest of a
    teacher and of the child. ``version`` is the number of the version in force, None while there is none. ``answers``
    are the plain ones its convention knows, and ``steps`` the step of each that is worth exactly one.
    ``start_lost`` is the sentence why nothing can be compared: the start was scored on other steps.
    """

    goal: UUID
    version: int | None
    answers: tuple[LightAnswer, ...]
    steps: Mapping[LightAnswer, int]
    baseline: RatingSeen | None
    start_lost: str
    family: RatingSeen | None
    therapist: RatingSeen | None
    others: tuple[RatingSeen, ...]
    all: tuple[RatingSeen, ...]

    @property
    def differ(self) -> bool:
        """Whether a parent and the therapist see different levels now."""
        return bool(self.family and self.therapist and self.family.level != self.therapist.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedSeen:
    """One goal from its start to the newest rating of one rater, on one scale."""

    goal: UUID
    rater: Rater
    first: Decimal
    now: Decimal
    convention: Convention

    @property
    def levels(self) -> Decimal:
        """How many levels lie between; below zero when it is harder than at the start."""
        return self.now - self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSeen:
    """Where one goal stood: its level at the start, as it was scored, and on the day asked about.

    ``first`` is None while nobody scored the start on the steps in force. ``now`` is what both agreed on, or what
    one rater saw; None when that rater has not said. ``weight`` is None when goals are not weighed.
    """

    goal: UUID
    title: str
    first: Decimal | None
    now: Decimal | None
    weight: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttainmentSeen:
    """Levels first, the score beside them. ``by`` is None for what both agreed on, else whose ratings these are.

    The scores are over the ``counted`` of ``levels`` that have a first and a second; None while none has.
    """

    on: date
    by: Rater | None
    levels: tuple[LevelSeen, ...]
    counted: int
    weighed: bool
    convention: Convention | None
    first_t: Decimal | None
    now_t: Decimal | None
    moved: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighingSeen:
    """Whether this child's goals are weighed, since when and by whom; None before anybody decided."""

    weighed: bool
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BankDraft:
    """A goal's wording for everybody: «[child]» and «[grown-up]» stand where names stood."""

    title: str
    does: str
    where_when: str
    with_help: str
    how_often: str
    steps: tuple[str, str, str, str, str]
    harder: str = ""
    scored_by: Rater | None = None
    scored_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankGoalSeen:
    """A goal of the clinic's bank."""

    uuid: UUID
    wording: BankDraft
    by_name: str
    kept_at: datetime
