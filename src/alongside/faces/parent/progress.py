"""How far, in the order a family reads it: one sentence, the stairs, dots by week, then and now."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as written
from alongside.areas.goals.values import GoalSeen
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import Evidence
from alongside.areas.review import queries as review
from alongside.areas.review.values import GoalProgress
from alongside.core import progress
from alongside.core.capabilities import Capability
from alongside.core.evidence import CountedThenNow, CountedWeek
from alongside.core.moments import HELP_LABELS
from alongside.core.progress import Count, Trend, TrendCode
from alongside.core.words import Phrase
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.frame import FamilyPage, frame, open_for
from alongside.ui import charts

_WEEKS = 10


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
    dots_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingPage(FamilyPage):
    """How one goal is going: from counts where there are some, else from the moments at home.

    ``what`` is counted by ``who``. ``talk`` offers the conversation; ``view`` tells nothing to whom half is hidden.
    """

    view: GoalView
    title: str
    what: str
    who: str
    talk: bool


def going(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """One sentence, the dots, then and now. The goal's page asks for this part alone."""
    opened = open_for(request, child, Capability.READ_GOALS, "going")
    seen = written.goal(opened, goal)
    built = (
        _going(opened, seen) if opened.allows(Capability.READ_ALL_ENTRIES) else _going_unseen(opened, seen)
    )
    return page(request, "parent/going.html#part" if request.htmx else "parent/going.html", built)


def _going(opened: OpenChild, goal: GoalSeen) -> GoingPage:
    counted = practice.evidence(opened, goal.uuid, weeks=_WEEKS)
    if counted.plan is None or counted.told is None:
        return _going_by_help(opened, goal)
    return GoingPage(
        **frame(opened, "plan"),
        view=_counted_view(_stairs(goal), counted),
        title=goal.title,
        what=counted.plan.what,
        who=_(" and ").join(one.name for one in counted.collectors if one.agreed),
        talk=_talks(opened, counted.told),
    )


def _counted_view(plain: GoalView, counted: Evidence) -> GoalView:
    """The same goal, told from its counts."""
    if counted.plan is None or counted.told is None:
        return plain
    return replace(
        plain,
        sentence=said(counted.told.phrase),
        counts=said(counted.told.counts),
        dots=_counted_dots(plain.title, counted.weeks) if counted.probes else None,
        then_now=_counted_then_now(counted.then_now) if counted.then_now else None,
        dots_title=counted.plan.name,
    )


def _going_by_help(opened: OpenChild, goal: GoalSeen) -> GoingPage:
    """From the moments at home: how much help there was."""
    moments = practice.moments(opened, goal=goal.uuid)
    weeks = progress.weeks(moments, progress.first_monday(opened.today, _WEEKS), _WEEKS)
    trend, pair = progress.trend(moments), progress.then_now(moments)
    view = replace(
        _stairs(goal),
        sentence=said(trend.phrase) if moments else "",
        counts=said(trend.counts) if moments else "",
        dots=_dots(goal.title, weeks) if moments else None,
        then_now=_then_now(pair) if pair else None,
    )
    return _plain_going(opened, view, talk=_talks(opened, trend))


def _going_unseen(opened: OpenChild, goal: GoalSeen) -> GoingPage:
    return _plain_going(opened, _stairs(goal), talk=False)


def _plain_going(opened: OpenChild, view: GoalView, *, talk: bool) -> GoingPage:
    return GoingPage(
        **frame(opened, "plan"),
        view=view,
        title=view.title,
        what="",
        who="",
        talk=talk,
    )


def _talks(opened: OpenChild, trend: Trend) -> bool:
    """Harder lately opens a conversation, for whoever talks here."""
    return trend.code is TrendCode.HARDER and opened.allows(Capability.WRITE_TALK)


def _counted_dots(title: str, weeks: tuple[CountedWeek, ...]) -> SafeString:
    drawn = tuple(charts.Week(starts_on=week.starts_on, days=_signs(week.count)) for week in weeks)
    caption = _("%(title)s: what was counted, by week") % {"title": title}
    return charts.dots_by_week(charts.Weeks(caption=caption, days_name=_("Counted"), weeks=drawn))


def _signs(count: Count) -> str:
    return "1" * count.part + "0" * (count.whole - count.part) or "-"


def _counted_then_now(pair: CountedThenNow) -> SafeString:
    return charts.then_now(
        charts.ThenNow(
            then_label=_("Week of %(day)s") % {"day": days.short_day(pair.then.starts_on)},
            then=_of(pair.then.count),
            now_label=_("Week of %(day)s") % {"day": days.short_day(pair.now.starts_on)},
            now=_of(pair.now.count),
        )
    )


def _of(count: Count) -> str:
    return _("%(part)s of %(whole)s") % {"part": count.part, "whole": count.whole}


def goal_views(opened: OpenChild) -> tuple[GoalView, ...]:
    """Each agreed goal. Who may not read every entry sees the stairs alone: half a log tells half a story."""
    if not opened.allows(Capability.READ_GOALS):
        return ()
    if not opened.allows(Capability.READ_ALL_ENTRIES):
        return tuple(_stairs(goal) for goal in written.goals_of(opened) if goal.in_force is not None)
    counted = practice.newest_by_goal(opened, limit=1)
    views = ((one.goal.uuid, _view(one)) for one in review.progress(opened))
    return tuple(
        _counted_view(view, practice.evidence(opened, goal)) if goal in counted else view
        for goal, view in views
    )


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
        dots_title=_("Days without help"),
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
        dots=_dots(one.goal.title, one.weeks) if one.moments else None,
        then_now=_then_now(one.then_now) if one.then_now else None,
        moments=one.moments,
        dots_title=plain.dots_title,
    )


def said(phrase: Phrase) -> str:
    """A phrase of the core in the reader's language."""
    return _(phrase.template).format(**phrase.named)


def _dots(title: str, weeks: tuple[progress.Week, ...]) -> SafeString:
    drawn = tuple(charts.Week(starts_on=week.starts_on, days=_days(week)) for week in weeks)
    caption = _("%(title)s: days without help, by week") % {"title": title}
    return charts.dots_by_week(charts.Weeks(caption=caption, days_name=_("Days"), weeks=drawn))


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
