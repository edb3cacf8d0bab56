"""The goals of a child with the chart of one of them: a page of its own, and lines and a chart for the child page."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import Grownup, OpenChild, PlaceKind
from alongside.areas.goals import actions as goals_write
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import GoalInShort, GoalState, Side
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import chart, door, frame, goal_levels
from alongside.faces.therapist.chart import Figure
from alongside.faces.therapist.forms.goals import WeighForm
from alongside.faces.therapist.frame import Frame
from alongside.faces.therapist.goal_levels import Levels
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal with its mini stairs. ``waits`` says in words whose yes is still to come."""

    uuid: UUID
    title: str
    under: str
    reached: int
    waits: str
    is_chosen: bool
    is_agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the circle, with what they are to the child."""

    name: str
    voice: str
    relation: str
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigh:
    """Whether goals are weighed, in words, and the form that changes it."""

    weighed: bool
    words: str
    form: WeighForm


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsPage:
    """Goals and the chart of the chosen one; ``chart_url`` where the chart comes as a part of its own."""

    nav: Nav
    frame: Frame
    goals: tuple[GoalLine, ...]
    chosen: GoalLine | None
    figure: Figure | None
    chart_url: str = ""
    weigh: Weigh | None = None
    levels: Levels | None = None


def goals_list(request: Request, child: UUID) -> HttpResponse:
    """The page; ``?goal=`` chooses whose chart is drawn. The child page asks for the chart alone."""
    return _show(request, door.own_child(request, child, "goals"))


def weigh_goals(request: Request, child: UUID) -> HttpResponse:
    """Weigh the goals as the family ranks what is behind them, or none of them, from today."""
    opened = door.own_child(request, child, "weigh_goals")
    form = WeighForm(request.POST)
    if form.is_valid():
        kept = form.cleaned_data
        named = {"weighing": kept["uuid"], "weighed": kept["weighed"]}
        act = partial(goals_write.weigh_goals, actor=request.actor, child=child, at=request.at, **named)
        if pages.attempt(form, act) is not None:
            return redirect("therapist:goals", child)
    return _show(request, opened, refused=form)


def _show(request: Request, opened: OpenChild, refused: WeighForm | None = None) -> HttpResponse:
    goals = goal_lines(opened, request.GET.get("goal", ""))
    chosen = next((goal for goal in goals if goal.is_chosen), None)
    page = GoalsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Goals"), route="goals"),
        goals=goals,
        chosen=chosen,
        figure=chart.figure(opened, chosen.uuid, chosen.title) if chosen else None,
        weigh=None if request.htmx or chosen is None else _weigh(opened, refused),
        levels=None if request.htmx or chosen is None else goal_levels.levels(opened),
    )
    template = "therapist/goals.html#chart" if request.htmx else "therapist/goals.html"
    return pages.page(request, template, page, status=422 if refused else 200)


def _weigh(opened: OpenChild, refused: WeighForm | None) -> Weigh:
    decided = goals_read.weighing(opened)
    form = refused or WeighForm(initial={"uuid": pages.fresh_uuid(opened.at)})
    if decided is None or not decided.weighed:
        return Weigh(weighed=False, words=_("All goals weigh the same."), form=form)
    when = frame.long_day(decided.at.astimezone(opened.zone_info).date())
    told = _("Goals weigh as the family ranked them on %(day)s. %(name)s decided.")
    return Weigh(weighed=True, words=told % {"day": when, "name": decided.by.name}, form=form)


def goal_lines(opened: OpenChild, asked: str) -> tuple[GoalLine, ...]:
    """All goals of a child in one statement; the one ``asked`` for is chosen, else the first that both agreed on."""
    known = goals_read.goals_in_short(opened)
    live = [goal for goal in known if goal.state is GoalState.AGREED]
    chosen = next((goal for goal in live if str(goal.uuid) == asked), live[0] if live else None)
    return tuple(_goal(goal, chosen) for goal in known)


def person(one: Grownup) -> Person:
    """Somebody of the circle by the name they are called."""
    return Person(
        name=one.short_name,
        voice="therapist" if one.kind is PlaceKind.THERAPIST else "family",
        relation=one.relation,
        restricted=one.restricted,
    )


def _goal(goal: GoalInShort, chosen: GoalInShort | None) -> GoalLine:
    return GoalLine(
        uuid=goal.uuid,
        title=goal.title,
        under=_under(goal),
        reached=goal.reached or 0,
        waits=_waits_words(goal),
        is_chosen=goal is chosen,
        is_agreed=goal.state is GoalState.AGREED,
    )


def _under(goal: GoalInShort) -> str:
    if goal.state is GoalState.CLOSED:
        return _("closed")
    words = {"day": frame.short_day(goal.review_on), "step": goal.reached or 0}
    if goal.reached:
        return _("step %(step)s of 5 · look back on %(day)s") % words
    return _("look back on %(day)s") % words


def _waits_words(goal: GoalInShort) -> str:
    if goal.waiting_for is None:
        return ""
    return _("waits for the family") if goal.waiting_for is Side.FAMILY else _("waits for you")
