"""Instruments of others, by name: what their scores are like, and what their owners ask of an electronic record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from alongside.areas.circle.values import By
from alongside.core.scores import Scale
from alongside.core.words import gettext_noop


class Licence(StrEnum):
    """What the owner of an instrument asks for."""

    PROPRIETARY = "P"
    LICENCE = "L"
    FREE = "F"
    OURS = "O"

    @property
    def says(self) -> str:
        """In words, for translation."""
        return _LICENCES[self]


_LICENCES = {
    Licence.PROPRIETARY: gettext_noop("Bought from its publisher. Scores only."),
    Licence.LICENCE: gettext_noop("Needs a licence or permission. Scores only."),
    Licence.FREE: gettext_noop("Free to use. Scores only."),
    Licence.OURS: gettext_noop("Our own."),
}


class ScoreType(StrEnum):
    """What a score is measured in. The named numbers are the mean and the standard deviation."""

    T_50_10 = "T_50_10"
    STANDARD_100_15 = "STANDARD_100_15"
    SCALED_10_3 = "SCALED_10_3"
    SCALE_15_5 = "SCALE_15_5"
    Z = "Z"
    PERCENTILE = "PERCENTILE"
    CRITERION = "CRITERION"
    RAW_CATEGORY = "RAW_CATEGORY"

    @property
    def label(self) -> str:
        """In words, for translation."""
        return _TYPES[self]

    @property
    def curve(self) -> Scale | None:
        """The scale of the normal curve; None for what is never converted: raw and criterion scores."""
        return _CURVES.get(self)

    @property
    def is_by_age(self) -> bool:
        """Whether it compares with children of the same age."""
        return self not in {ScoreType.CRITERION, ScoreType.RAW_CATEGORY}


_TYPES = {
    ScoreType.T_50_10: gettext_noop("T score (50, 10)"),
    ScoreType.STANDARD_100_15: gettext_noop("Standard score (100, 15)"),
    ScoreType.SCALED_10_3: gettext_noop("Scaled score (10, 3)"),
    ScoreType.SCALE_15_5: gettext_noop("Scale score (15, 5)"),
    ScoreType.Z: gettext_noop("z score (0, 1)"),
    ScoreType.PERCENTILE: gettext_noop("Percentile alone"),
    ScoreType.CRITERION: gettext_noop("Criterion score"),
    ScoreType.RAW_CATEGORY: gettext_noop("Raw score, mean or category"),
}
_CURVES = {
    ScoreType.T_50_10: Scale.T,
    ScoreType.STANDARD_100_15: Scale.STANDARD,
    ScoreType.SCALED_10_3: Scale.SCALED,
    ScoreType.SCALE_15_5: Scale.SCALE_15_5,
    ScoreType.Z: Scale.Z,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One entry of the register. ``retired`` is the year its supplier stopped it; ``edition`` "" where we know none.

    ``both_ways``: its bands run from much less to much more, and neither end is good. ``kept_in`` names the page
    that keeps its scores already ("goals", "matters"), "" for those that are written down as scores.
    """

    code: str
    name: str
    edition: str
    publisher: str
    licence: Licence
    score_types: tuple[ScoreType, ...]
    retired: int | None
    both_ways: bool
    kept_in: str
    note: str

    @property
    def is_open(self) -> bool:
        """Whether new scores of it can be written down."""
        return self.retired is None and not self.kept_in


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatNoteDraft:
    """When an instrument can be given again, as the clinic reads it in the manual. ``weeks`` None: words alone."""

    uuid: UUID
    words: str
    weeks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatNoteSeen:
    """The clinic's newest note about giving an instrument again."""

    instrument: str
    words: str
    weeks: int | None
    by: By
    written_on: date
