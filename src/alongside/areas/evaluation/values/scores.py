"""What a therapist writes down of an instrument that was given: the numbers as they stand on its report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.areas.evaluation.values.instruments import Instrument, RepeatNoteSeen, ScoreType
from alongside.core.words import gettext_noop

SCALES_AT_MOST = 24

# The widest that reports print; a number beyond it was typed by mistake.
TYPE_BOUNDS: Mapping[ScoreType, tuple[int, int]] = MappingProxyType(
    {
        ScoreType.T_50_10: (0, 120),
        ScoreType.STANDARD_100_15: (20, 180),
        ScoreType.SCALED_10_3: (0, 20),
        ScoreType.SCALE_15_5: (0, 40),
        ScoreType.Z: (-6, 6),
        ScoreType.CRITERION: (-1_000, 2_000),
    }
)

# For bands that run both ways, in our own words: compared with most children of that age.
BANDS: Mapping[int, str] = MappingProxyType(
    {
        -2: gettext_noop("much less than most"),
        -1: gettext_noop("less than most"),
        0: gettext_noop("about as most"),
        1: gettext_noop("more than most"),
        2: gettext_noop("much more than most"),
    }
)


class Form(StrEnum):
    """How an instrument was answered."""

    TESTED = "TESTED"
    OBSERVATION = "OBSERVATION"
    PARENT = "PARENT"
    TEACHER = "TEACHER"
    SELF = "SELF"
    INTERVIEW = "INTERVIEW"

    @property
    def label(self) -> str:
        """In words, for translation."""
        return _FORMS[self]


_FORMS = {
    Form.TESTED: gettext_noop("Tasks the child did"),
    Form.OBSERVATION: gettext_noop("Observation"),
    Form.PARENT: gettext_noop("Form for parents and carers"),
    Form.TEACHER: gettext_noop("Form for teachers"),
    Form.SELF: gettext_noop("Form for the child"),
    Form.INTERVIEW: gettext_noop("Interview"),
}


class Who(StrEnum):
    """Who answered: somebody of the circle, or somebody with a name."""

    PERSON = "PERSON"
    CHILD = "CHILD"
    TEACHER = "TEACHER"
    OTHER = "OTHER"


class IntervalFrom(StrEnum):
    """Where an interval comes from."""

    MANUAL = "MANUAL"
    ERROR = "ERROR"
    RELIABILITY = "RELIABILITY"

    @property
    def label(self) -> str:
        """In words, for translation."""
        return _FROM[self]


_FROM = {
    IntervalFrom.MANUAL: gettext_noop("as printed"),
    IntervalFrom.ERROR: gettext_noop("worked out from the standard error"),
    IntervalFrom.RELIABILITY: gettext_noop("worked out from the reliability"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Full years and months."""

    years: int
    months: int

    def __str__(self) -> str:
        return f"{self.years};{self.months}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleDraft:
    """One scale as it stands on the report. ``percentile`` is text because "<1" is printed; ``confidence`` in percent.

    An interval is typed (``lower`` and ``upper``) or worked out from ``sem`` or ``reliability``, whose ``source`` is
    then named; there is no default reliability. ``band`` runs from −2 to 2 and belongs to bands that run both ways.
    """

    name: str
    score_type: ScoreType
    score: Decimal | None = None
    raw: Decimal | None = None
    percentile: str = ""
    confidence: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    sem: Decimal | None = None
    reliability: Decimal | None = None
    source: str = ""
    category: str = ""
    band: int | None = None
    age_equivalent: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoresDraft:
    """One giving of an instrument. ``person`` is somebody of the circle; ``who_name`` names a teacher or another.

    ``given_by`` is a person of the team, ``given_by_name`` somebody outside it. ``weeks_early`` asks for a corrected
    age. ``licence`` names the permission, for instruments that need one.
    """

    instrument: str
    form: Form
    given_on: date
    who: Who
    scales: tuple[ScaleDraft, ...]
    person: UUID | None = None
    who_name: str = ""
    edition: str = ""
    weeks_early: int | None = None
    given_by: UUID | None = None
    given_by_name: str = ""
    norm_table: str = ""
    setting: str = ""
    interpreter: str = ""
    departures: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalSeen:
    """From ``lower`` to ``upper``, ``confidence`` in percent; ``origin`` and ``source`` say where it comes from."""

    confidence: Decimal
    lower: Decimal
    upper: Decimal
    origin: IntervalFrom
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueScore:
    """The true score that an obtained one and its reliability make likely, with the same confidence as the interval."""

    score: Decimal
    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The same place on the normal curve in another unit. Always shown as approximate."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleSeen:
    """One scale as it was written down, with its interval, and for normalised scores what they are worth."""

    name: str
    score_type: ScoreType
    score: Decimal | None
    raw: Decimal | None
    percentile: str
    interval: IntervalSeen | None
    sem: Decimal | None
    reliability: Decimal | None
    source: str
    category: str
    band: int | None
    age_equivalent: str
    notes: str
    converted: Converted | None
    true_score: TrueScore | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoresSeen:
    """One giving of an instrument. ``who_key`` is equal for the same informant; ``sooner`` is the clinic's note
    when it was given again before its time, ``before`` the day it was given before (same form and informant).
    """

    uuid: UUID
    instrument: Instrument
    edition: str
    form: Form
    given_on: date
    age: Age
    corrected_age: Age | None
    weeks_early: int | None
    who: Who
    who_name: str
    who_key: str
    person: UUID | None
    given_by: UUID | None
    given_by_name: str
    norm_table: str
    setting: str
    interpreter: str
    departures: str
    licence: str
    scales: tuple[ScaleSeen, ...]
    by: By
    written_at: datetime
    amends: bool
    before: date | None
    sooner: RepeatNoteSeen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionPoint:
    """A criterion score of a day with its standard error, if the report printed one."""

    on: date
    score: Decimal
    sem: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSeries:
    """One scale of one instrument, edition and form, told by one informant, oldest first."""

    instrument: Instrument
    edition: str
    form: Form
    who_name: str
    scale: str
    points: tuple[CriterionPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """One scale beside its namesakes, in the order of the informants; ``points`` from lowest to highest, None when
    the numbers cannot be taken from each other.
    """

    scale: str
    cells: tuple[ScaleSeen | None, ...]
    points: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The latest answers of several informants to one instrument and edition. ``days`` lie between first and last."""

    instrument: Instrument
    edition: str
    informants: tuple[ScoresSeen, ...]
    rows: tuple[Apart, ...]
    days: int
