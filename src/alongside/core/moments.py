"""Moments at home: what a grown-up can tell us in one tap, and what the log may ask back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from alongside.core.instants import check_aware
from alongside.core.refusals import Refusal
from alongside.core.words import Phrase, gettext_noop, phrase

CLOCK_SKEW = timedelta(minutes=10)
LONGEST_LOOK_BACK = timedelta(days=31)


class NotYetHappened(Refusal):
    sentence = gettext_noop("Choose a time that has already been.")


class TooLongAgo(Refusal):
    sentence = gettext_noop("Choose a day within the last month.")


class Kind(StrEnum):
    """Tried, or not today. Both are welcome; not today counts nowhere against anyone."""

    TRIED = "TRIED"
    NOT_TODAY = "NOT_TODAY"


class Felt(StrEnum):
    """How it went."""

    WENT_WELL = "WENT_WELL"
    UP_AND_DOWN = "UP_AND_DOWN"
    HARD_GOING = "HARD_GOING"


class Help(StrEnum):
    """How much help the child had, from most to none."""

    DID_IT_FOR = "DID_IT_FOR"
    A_LOT = "A_LOT"
    A_LITTLE = "A_LITTLE"
    REMINDER = "REMINDER"
    BY_SELF = "BY_SELF"


class Fit(StrEnum):
    """How well an idea fits the child now."""

    TOO_EASY = "TOO_EASY"
    JUST_RIGHT = "JUST_RIGHT"
    TOO_HARD = "TOO_HARD"


KIND_LABELS: Mapping[Kind, str] = MappingProxyType(
    {Kind.TRIED: gettext_noop("We did it"), Kind.NOT_TODAY: gettext_noop("Not today")}
)
FELT_LABELS: Mapping[Felt, str] = MappingProxyType(
    {
        Felt.WENT_WELL: gettext_noop("Went well"),
        Felt.UP_AND_DOWN: gettext_noop("Up and down"),
        Felt.HARD_GOING: gettext_noop("Hard going"),
    }
)
HELP_LABELS: Mapping[Help, str] = MappingProxyType(
    {
        Help.DID_IT_FOR: gettext_noop("A grown-up did it"),
        Help.A_LOT: gettext_noop("A lot of help"),
        Help.A_LITTLE: gettext_noop("A little help"),
        Help.REMINDER: gettext_noop("Just a reminder"),
        Help.BY_SELF: gettext_noop("All by self"),
    }
)
FIT_LABELS: Mapping[Fit, str] = MappingProxyType(
    {
        Fit.TOO_EASY: gettext_noop("Too easy"),
        Fit.JUST_RIGHT: gettext_noop("Just right"),
        Fit.TOO_HARD: gettext_noop("Too hard"),
    }
)
_RANKS = {level: rank for rank, level in enumerate(Help)}


def help_rank(level: Help) -> int:
    """0 when a grown-up did it, up to 4 when the child did it without help."""
    return _RANKS[level]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One entry from home about one placement; ``day`` is the date on the home's own calendar."""

    uuid: UUID
    placement: UUID
    happened_at: datetime
    day: date
    kind: Kind
    help: Help | None = None
    felt: Felt | None = None
    fit: Fit | None = None
    has_note: bool = False

    @property
    def rank(self) -> int | None:
        """The help level as 0 to 4; None when it was not tried or nobody said."""
        return None if self.kind is Kind.NOT_TODAY or self.help is None else help_rank(self.help)


class FirstKind(StrEnum):
    """What looks new in the log."""

    WITHOUT_HELP = "WITHOUT_HELP"
    WITH_LESS_HELP = "WITH_LESS_HELP"


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """A moment that may be a win. It only asks; a person decides."""

    placement: UUID
    moment: UUID
    what: FirstKind
    day: date
    ask: Phrase


_ASKS = {
    FirstKind.WITHOUT_HELP: phrase(
        "first.without_help", gettext_noop("First time without help. Was that a win?")
    ),
    FirstKind.WITH_LESS_HELP: phrase(
        "first.with_less_help", gettext_noop("First time with less help. Was that a win?")
    ),
}


def first_without_help(moments: Iterable[Moment]) -> tuple[First, ...]:
    """Moments with less help than every earlier one of the same placement, oldest first.

    The first moment of a placement is where we start, so it never asks. Not today, and moments where nobody
    said how much help there was, are passed over.
    """
    return tuple(_firsts(sorted(moments, key=lambda moment: moment.happened_at)))


def _firsts(in_order: Iterable[Moment]) -> Iterator[First]:
    best: dict[UUID, int] = {}
    for moment in in_order:
        if moment.rank is None:
            continue
        before = best.setdefault(moment.placement, moment.rank)
        if moment.rank > before:
            best[moment.placement] = moment.rank
            yield _first(moment)


def _first(moment: Moment) -> First:
    what = FirstKind.WITHOUT_HELP if moment.help is Help.BY_SELF else FirstKind.WITH_LESS_HELP
    return First(placement=moment.placement, moment=moment.uuid, what=what, day=moment.day, ask=_ASKS[what])


def check_happened_at(happened_at: datetime, at: datetime) -> None:
    """Accept a time up to ten minutes ahead of ``at`` (phones' clocks differ) and up to 31 days back; both aware.

    Refuses ``NotYetHappened``, ``TooLongAgo`` and ``TimeWithoutZone``.
    """
    check_aware(happened_at)
    check_aware(at)
    if happened_at - at > CLOCK_SKEW:
        raise NotYetHappened
    if at - happened_at > LONGEST_LOOK_BACK:
        raise TooLongAgo
