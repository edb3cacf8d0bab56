"""Progress of every agreed goal, for the therapist: the chart, the points, the levels, and the score beside them."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.http import HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import LevelSeen
from alongside.areas.review import queries as review
from alongside.areas.review.values import GoalProgress
from alongside.core.attainment import Level, family_words
from alongside.core.moments import HELP_LABELS
from alongside.core.progress import Every, Sight, ThenNow
from alongside.core.refusals import NotAllowed, Refusal
from alongside.core.words import Phrase
from alongside.faces.common import answers, pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import chart, door, frame
from alongside.faces.therapist.chart import Figure
from alongside.faces.therapist.frame import Frame
from alongside.faces.therapist.goal_levels import CONVENTIONS
from alongside.ui import charts
from alongside.ui.nav import Nav

_WEEKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFigure:
    """One goal: where it is, the careful sentence with its counts, weeks in words, and the chart."""

    uuid: UUID
    title: str
    reached: int
    under: str
    trend: str
    counts: str
    weeks: tuple[tuple[str, str], ...]
    then_now: SafeString | None
    figure: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLine:
    """One goal's level at the start and now, with the family's word for it."""

    title: str
    first: str
    now: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Attainment T at the start and now over the ``counted`` goals, under which convention, and whether weighed."""

    first: str
    now: str
    moved: str
    counted: int
    weighed: bool
    convention: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """Everything on the page."""

    nav: Nav
    frame: Frame
    goals: tuple[GoalFigure, ...]
    levels: tuple[LevelLine, ...]
    score: Score | None
    why_not: str


def progress(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    opened = door.own_child(request, child, "progress")
    score, why_not = _attainment(opened)
    page = ProgressPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Progress"), route="progress"),
        goals=tuple(_goal(one) for one in review.progress(opened, weeks=_WEEKS)),
        levels=tuple(_level(one) for one in goals_read.levels(opened, opened.today)),
        score=score,
        why_not=why_not,
    )
    return pages.page(request, "therapist/progress.html", page)


def _goal(one: GoalProgress) -> GoalFigure:
    goal = one.goal
    return GoalFigure(
        uuid=goal.uuid,
        title=goal.title,
        reached=goal.reached or 0,
        under=_("step %(step)s of 5") % {"step": goal.reached} if goal.reached else "",
        trend=_words(one.trend.phrase),
        counts=_words(one.trend.counts),
        weeks=tuple((frame.short_day(week.starts_on), _words(week.said)) for week in one.weeks),
        then_now=_then_now(one.then_now) if one.then_now else None,
        figure=chart.drawn(goal.title, one.chart, Every.DAY) if one.chart else None,
    )


def _then_now(pair: ThenNow) -> SafeString:
    return charts.then_now(
        charts.ThenNow(
            then_label=_week_of(pair.then),
            then=_sight(pair.then),
            now_label=_week_of(pair.now),
            now=_sight(pair.now),
        )
    )


def _week_of(sight: Sight) -> str:
    return _("Week of %(day)s") % {"day": frame.short_day(sight.starts_on)}


def _sight(sight: Sight) -> str:
    told = {"help": _(HELP_LABELS[sight.help]), "part": sight.by_self, "whole": sight.known}
    return _("%(help)s, most days. Without help on %(part)s of %(whole)s days.") % told


def _words(phrase: Phrase) -> str:
    return _(phrase.template).format(**phrase.named)


def _attainment(opened: OpenChild) -> tuple[Score | None, str]:
    """The score, or the sentence why before and after are not compared."""
    try:
        seen = goals_read.attainment(opened, opened.today)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return None, answers.said(refusal)
    if seen.convention is None or seen.first_t is None or seen.now_t is None or seen.moved is None:
        return None, ""
    score = Score(
        first=_rounded(seen.first_t),
        now=_rounded(seen.now_t),
        moved=_rounded(seen.moved),
        counted=seen.counted,
        weighed=seen.weighed,
        convention=_(CONVENTIONS[seen.convention]),
    )
    return score, ""


def _level(one: LevelSeen) -> LevelLine:
    return LevelLine(
        title=one.title,
        first=_("not scored yet") if one.first is None else _signed(one.first),
        now="" if one.now is None else _signed(one.now),
        words="" if one.now is None else _(family_words(Level(one.now))),
    )


def _signed(level: Decimal) -> str:
    """−2, 0, +1."""
    return f"{level:+g}".replace("-", "−") if level else "0"


def _rounded(value: Decimal) -> str:
    return f"{value:.1f}"
