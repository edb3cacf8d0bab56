"""Levels of all goals side by side: what both agreed, and what each side sees; the score below them, never alone."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import AttainmentSeen, LevelSeen, Rater
from alongside.core.attainment import Convention
from alongside.core.refusals import NotAllowed, Refusal
from alongside.core.words import gettext_noop
from alongside.faces.common import answers
from alongside.faces.therapist.goal_where import signed

CONVENTIONS = {
    Convention.B1: gettext_noop("Goals start at −1, and −2 is harder than at the start."),
    Convention.B2: gettext_noop("Goals start at −2, the lowest level."),
    Convention.B2_WITH_MINUS_3: gettext_noop("Goals start at −2, and −3 is harder than at the start."),
}
_WHOSE = {
    None: gettext_noop("Both agreed"),
    Rater.PARENT: gettext_noop("Family"),
    Rater.THERAPIST: gettext_noop("Therapist"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRow:
    """One goal: its start, then what both agreed on, what the family sees and what the therapist sees."""

    title: str
    first: str
    now: tuple[str, ...]
    weight: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """The T score of one view at the start and now, over so many goals."""

    whose: str
    first: str
    now: str
    moved: str
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Rows of levels, then scores with their convention, or the sentence why there is none."""

    whose: tuple[str, ...]
    rows: tuple[LevelRow, ...]
    scores: tuple[ScoreRow, ...]
    convention: str
    weighed: bool
    why_not: str


def levels(opened: OpenChild) -> Levels | None:
    """The table of one child; None while no goal is agreed."""
    read = goals_read.known(opened, opened.today)
    by_view = [goals_read.levels(opened, opened.today, by, read=read) for by in _WHOSE]
    if not by_view[0]:
        return None
    seen, why_not = _scores(opened, read)
    convention = next((one.convention for one in seen if one.convention), None)
    return Levels(
        whose=tuple(_(label) for label in _WHOSE.values()),
        rows=tuple(_row(views) for views in zip(*by_view, strict=True)),
        scores=tuple(row for one in seen if (row := _score(one))),
        convention=_(CONVENTIONS[convention]) if convention else "",
        weighed=any(one.weighed for one in seen),
        why_not=why_not,
    )


def _scores(opened: OpenChild, read: goals_read.Known) -> tuple[list[AttainmentSeen], str]:
    try:
        return [goals_read.attainment(opened, opened.today, by, read=read) for by in _WHOSE], ""
    except NotAllowed:
        raise
    except Refusal as refusal:
        return [], answers.said(refusal)


def _row(views: tuple[LevelSeen, ...]) -> LevelRow:
    one = views[0]
    return LevelRow(
        title=one.title,
        first=_level(one.first),
        now=tuple(_level(view.now) for view in views),
        weight=one.weight,
    )


def _score(seen: AttainmentSeen) -> ScoreRow | None:
    if seen.first_t is None or seen.now_t is None or seen.moved is None:
        return None
    return ScoreRow(
        whose=_(_WHOSE[seen.by]),
        first=f"{seen.first_t:.1f}",
        now=f"{seen.now_t:.1f}",
        moved=f"{seen.moved:+.1f}".replace("-", "−"),
        counted=seen.counted,
    )


def _level(level: Decimal | None) -> str:
    return "–" if level is None else signed(level)
