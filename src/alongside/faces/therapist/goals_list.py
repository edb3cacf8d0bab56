"""The goals of a child with the chart of one of them, and the people around: a page, and a part of the child page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import Grownup, PlaceKind
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import GoalSeen, GoalState, Side
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import chart, door, frame
from alongside.faces.therapist.chart import Figure
from alongside.faces.therapist.frame import Frame
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the circle, with what they are to the child."""

    name: str
    voice: str
    relation: str
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsPage:
    """Goals, chart and people."""

    nav: Nav
    frame: Frame
    goals: tuple[GoalLine, ...]
    figure: Figure | None
    people: tuple[Person, ...]


def goals_list(request: Request, child: UUID) -> HttpResponse:
    """The page; ``?goal=`` chooses whose chart is drawn. The child page asks for the part alone."""
    opened = door.own_child(request, child, "goals")
    known = goals_read.goals_of(opened)
    chosen = _chosen(known, request.GET.get("goal", ""))
    page = GoalsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Goals"), route="goals"),
        goals=tuple(_goal(goal, chosen) for goal in known),
        figure=chart.figure(opened, chosen) if chosen else None,
        people=tuple(_person(one) for one in circle.circle_of(opened)),
    )
    template = "therapist/parts/child_goals.html" if request.htmx else "therapist/goals.html"
    return pages.page(request, template, page)


def _chosen(known: Sequence[GoalSeen], asked: str) -> GoalSeen | None:
    live = [goal for goal in known if goal.state is GoalState.AGREED]
    return next((goal for goal in live if str(goal.uuid) == asked), live[0] if live else None)


def _goal(goal: GoalSeen, chosen: GoalSeen | None) -> GoalLine:
    return GoalLine(
        uuid=goal.uuid,
        title=goal.title,
        under=_under(goal),
        reached=goal.reached or 0,
        waits=_waits_words(goal),
        is_chosen=goal is chosen,
    )


def _under(goal: GoalSeen) -> str:
    if goal.state is GoalState.CLOSED:
        return _("closed")
    words = {"day": frame.short_day(goal.review_on), "step": goal.reached or 0}
    if goal.reached:
        return _("step %(step)s of 5 · look back on %(day)s") % words
    return _("look back on %(day)s") % words


def _waits_words(goal: GoalSeen) -> str:
    if goal.waiting_for is None:
        return ""
    return _("waits for the family") if goal.waiting_for is Side.FAMILY else _("waits for you")


def _person(one: Grownup) -> Person:
    return Person(
        name=one.short_name,
        voice="therapist" if one.kind is PlaceKind.THERAPIST else "family",
        relation=one.relation,
        restricted=one.restricted,
    )
