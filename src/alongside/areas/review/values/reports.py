"""Reports: one record of a stretch of work, told twice, for the family and for professionals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.core import bounds
from alongside.core.words import gettext_noop

LAYOUT = 1  # How the content of a signed report is laid out; papers of an older layout stay readable.
QUOTES_AT_MOST = 12
SCORES_AT_MOST = 12
LONGEST_PERIOD_DAYS = 3 * 366


class ReportKind(StrEnum):
    """What a report is for."""

    EVALUATION = "EVALUATION"
    PLAN = "PLAN"
    PROGRESS = "PROGRESS"
    DISCHARGE = "DISCHARGE"


class ReportState(StrEnum):
    """A draft can change; a signed report only grows by dated additions."""

    DRAFT = "DRAFT"
    SIGNED = "SIGNED"


class Reader(StrEnum):
    """For whom a report is told."""

    FAMILY = "FAMILY"
    PROFESSIONAL = "PROFESSIONAL"


KIND_LABELS: Mapping[ReportKind, str] = MappingProxyType(
    {
        ReportKind.EVALUATION: gettext_noop("Evaluation report"),
        ReportKind.PLAN: gettext_noop("Intervention plan"),
        ReportKind.PROGRESS: gettext_noop("Progress report"),
        ReportKind.DISCHARGE: gettext_noop("Discharge report"),
    }
)
FAMILY_LABELS: Mapping[ReportKind, str] = MappingProxyType(
    {
        ReportKind.EVALUATION: gettext_noop("What we saw together"),
        ReportKind.PLAN: gettext_noop("What we plan together"),
        ReportKind.PROGRESS: gettext_noop("How it is going"),
        ReportKind.DISCHARGE: gettext_noop("How far we have come"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box that the therapist fills: for whom, in which kinds of report, how long, and whether it is needed."""

    label: str
    hint: str = ""
    reader: Reader = Reader.PROFESSIONAL
    kinds: frozenset[ReportKind] = frozenset(ReportKind)
    limit: int = bounds.NOTE
    required: bool = False


_EVALUATION = frozenset({ReportKind.EVALUATION})
_PLAN = frozenset({ReportKind.PLAN})
_DISCHARGE = frozenset({ReportKind.DISCHARGE})
_BEGINNING = _EVALUATION | _PLAN

# In the order in which the papers print them.
BOXES: Mapping[str, Box] = MappingProxyType(
    {
        "family_opening": Box(
            label=gettext_noop("To begin with"),
            hint=gettext_noop("Two or three sentences to the family, in plain words."),
            reader=Reader.FAMILY,
            limit=bounds.WORDS,
        ),
        "family_next": Box(
            label=gettext_noop("What comes next"),
            hint=gettext_noop("Who does what, and when you look together again."),
            reader=Reader.FAMILY,
            limit=bounds.WORDS,
            required=True,
        ),
        "reason": Box(
            label=gettext_noop("Reason for this report"),
            hint=gettext_noop("Who asked, and for what."),
            limit=bounds.WORDS,
            required=True,
        ),
        "consent": Box(
            label=gettext_noop("Consent"),
            hint=gettext_noop("Who agreed, to what, and when."),
            limit=bounds.WORDS,
        ),
        "history": Box(label=gettext_noop("Relevant history"), kinds=_EVALUATION),
        "assessments": Box(
            label=gettext_noop("Assessments, in words"),
            hint=gettext_noop("What was used, and anything done differently from its manual."),
            kinds=frozenset(ReportKind) - _PLAN,
        ),
        "observations": Box(label=gettext_noop("Observations in routines"), kinds=_EVALUATION),
        "analysis": Box(
            label=gettext_noop("What helps, and what gets in the way"), kinds=frozenset(ReportKind) - _PLAN
        ),
        "child_view": Box(
            label=gettext_noop("The child’s view"), hint=gettext_noop("What the child said or showed.")
        ),
        "approach": Box(label=gettext_noop("Approach and its evidence"), kinds=_BEGINNING),
        "frequency": Box(label=gettext_noop("How often, and how long"), kinds=_BEGINNING, limit=bounds.WORDS),
        "who_does_what": Box(label=gettext_noop("Who does what"), kinds=_PLAN),
        "plan_changes": Box(
            label=gettext_noop("Changes of the plan, and why"), kinds=frozenset({ReportKind.PROGRESS})
        ),
        "summary": Box(label=gettext_noop("Summary of the service"), kinds=_DISCHARGE),
        "keep_doing": Box(label=gettext_noop("What to keep doing"), kinds=_DISCHARGE),
        "contacts": Box(
            label=gettext_noop("Whom to ask, referrals and equipment"), kinds=_DISCHARGE, limit=bounds.WORDS
        ),
        "recommendations": Box(label=gettext_noop("Recommendations"), required=True),
        "review": Box(
            label=gettext_noop("When we look again, and when the work is done"),
            kinds=_PLAN,
            limit=bounds.WORDS,
        ),
    }
)


def boxes_of(kind: ReportKind) -> dict[str, Box]:
    """The boxes of one kind of report by their codes, in printing order."""
    return {code: box for code, box in BOXES.items() if kind in box.kinds}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """A report as it is typed.

    ``words`` are texts by the codes of BOXES, ``answers`` texts by the uuid of a priority. ``quotes`` are the uuids of
    what the family wrote that is to be printed, ``scores`` those of the givings of instruments. ``version`` is the
    number the page was opened with.
    """

    version: int
    from_on: date
    until_on: date
    words: Mapping[str, str]
    answers: Mapping[UUID, str] = field(default_factory=dict)
    quotes: frozenset[UUID] = frozenset()
    scores: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotable:
    """Something the family wrote that a report may print, word for word."""

    uuid: UUID
    words: str
    by: By
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAdded:
    """A dated addition to a signed report."""

    uuid: UUID
    words: str
    by: By
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportComment:
    """One carer's words beside a report, with their own seal. ``is_mine``: the reader's."""

    uuid: UUID
    words: str
    by: By
    at: datetime
    corrected: bool
    digest: str
    intact: bool
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInShort:
    """A report as a list shows it."""

    uuid: UUID
    kind: ReportKind
    state: ReportState
    from_on: date
    until_on: date
    by: By
    saved_at: datetime
    signed_at: datetime | None
    shared_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSeen:
    """A report. ``content`` is what was signed, to the letter; None while it is a draft.

    ``closed_at``: since then the clinic has printed it, and the family's words stay as they are.
    """

    uuid: UUID
    kind: ReportKind
    state: ReportState
    version: int
    from_on: date
    until_on: date
    words: Mapping[str, str]
    answers: Mapping[UUID, str]
    quotes: frozenset[UUID]
    scores: frozenset[UUID]
    by: By
    saved_at: datetime
    signed_at: datetime | None
    digest: str
    intact: bool
    content: Mapping[str, Any] | None
    shared_at: datetime | None
    closed_at: datetime | None
    additions: tuple[ReportAdded, ...]
    comments: tuple[ReportComment, ...]

    @property
    def is_signed(self) -> bool:
        """Whether it is sealed."""
        return self.state is ReportState.SIGNED

    @property
    def dated_at(self) -> datetime:
        """The moment of the newest word that is printed: the date of the paper."""
        beside = [one.at for one in self.additions] + [one.at for one in self.comments]
        return max([self.signed_at or self.saved_at, *beside])


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """Whether a signed report, and each carer's words beside it, still are what was sealed."""

    report: bool
    comments: bool

    @property
    def intact(self) -> bool:
        """Both."""
        return self.report and self.comments
