"""How far, in the order a family reads it: one sentence, the stairs, dots by week, then and now."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as written
from alongside.areas.goals.values import GoalSeen
from alongside.areas.review import queries as review
from alongside.areas.review.values import GoalProgress
from alongside.core import progress
from alongside.core.capabilities import Capability
from alongside.core.moments import HELP_LABELS
from alongside.core.words import Phrase
from alongside.faces.parent import days
from alongside.ui import charts


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """One goal beside the wins. Sentence and counts come together or not at all."""

    uuid: UUID
    title: str
    steps: tuple[str, ...]
    reached: int
    now: str
    sentence: str
    counts: str
    dots: SafeString | None
    then_now: SafeString | None
    moments: int


def goal_views(opened: OpenChild) -> tuple[GoalView, ...]:
    """Each agreed goal. Who may not read every entry sees the stairs alone: half a log tells half a story."""
    if not opened.allows(Capability.READ_GOALS):
        return ()
    if not opened.allows(Capability.READ_ALL_ENTRIES):
        return tuple(_stairs(goal) for goal in written.goals_of(opened) if goal.in_force is not None)
    return tuple(_view(one) for one in review.progress(opened))


def _stairs(goal: GoalSeen) -> GoalView:
    reached = goal.reached or 0
    return GoalView(
        uuid=goal.uuid,
        title=goal.title,
        steps=tuple(step.words for step in goal.steps),
        reached=reached,
        now=next((step.words for step in goal.steps if step.number == reached), ""),
        sentence="",
        counts="",
        dots=None,
        then_now=None,
        moments=0,
    )


def _view(one: GoalProgress) -> GoalView:
    plain = _stairs(one.goal)
    return GoalView(
        uuid=plain.uuid,
        title=plain.title,
        steps=plain.steps,
        reached=plain.reached,
        now=plain.now,
        sentence=said(one.trend.phrase),
        counts=said(one.trend.counts),
        dots=_dots(one) if one.moments else None,
        then_now=_then_now(one.then_now) if one.then_now else None,
        moments=one.moments,
    )


def said(phrase: Phrase) -> str:
    """A phrase of the core in the reader's language."""
    return _(phrase.template).format(**phrase.named)


def _dots(one: GoalProgress) -> SafeString:
    weeks = tuple(charts.Week(starts_on=week.starts_on, days=_days(week)) for week in one.weeks)
    caption = _("%(title)s: days without help, by week") % {"title": one.goal.title}
    return charts.dots_by_week(charts.Weeks(caption=caption, days_name=_("Days"), weeks=weeks))


def _days(week: progress.Week) -> str:
    """A sign for each day that somebody wrote about: those by self first."""
    return "1" * week.by_self + "0" * (week.known - week.by_self) or "-"


def _then_now(pair: progress.ThenNow) -> SafeString:
    return charts.then_now(
        charts.ThenNow(
            then_label=_week_of(pair.then),
            then=_sight(pair.then),
            now_label=_week_of(pair.now),
            now=_sight(pair.now),
        )
    )


def _week_of(sight: progress.Sight) -> str:
    return _("Week of %(day)s") % {"day": days.short_day(sight.starts_on)}


def _sight(sight: progress.Sight) -> str:
    words = {"help": _(HELP_LABELS[sight.help]), "part": sight.by_self, "whole": sight.known}
    return _("%(help)s, most days. Without help on %(part)s of %(whole)s days.") % words
