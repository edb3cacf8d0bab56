"""Why this week: the ideas of the week with their reasons in the family's words, and one tap to change any of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import queries as programme
from alongside.areas.programme.queries import week as weeks
from alongside.areas.programme.queries.week import Planned
from alongside.areas.programme.values import PlacementSeen
from alongside.areas.story import queries as story
from alongside.areas.story.values.week import WEEK, CanvasSeen
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.faces.common import week_words
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent.frame import FamilyPage, frame, open_for


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekIdea:
    """One idea of the week. ``why`` is a few sentences; ``fresh`` names the change that a tap makes."""

    uuid: UUID
    title: str
    when: str
    icon: str
    why: str
    waits: bool
    can_be_easier: bool
    fresh: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlanPage(FamilyPage):
    """The ideas from morning to night, those that wait for a yes among them."""

    ideas: tuple[WeekIdea, ...]
    can_decide: bool
    can_lighten: bool


def week_plan(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "week_plan")
    return page(request, "parent/week_plan.html", _page(opened))


def _page(opened: OpenChild) -> WeekPlanPage:
    seen = programme.programme_of(opened)
    ideas = sorted((*seen.live, *seen.offered), key=lambda one: routines.routine(one.routine).order)
    planned = weeks.planned_reasons(opened, ideas)
    chains = programme.reason_chains(opened, ideas)
    homes = story.canvas(opened) if opened.allows(Capability.READ_STORY) else ()
    return WeekPlanPage(
        **frame(opened, "plan"),
        ideas=tuple(
            _idea(opened, one, _on_days(one, planned[one.uuid], homes), chains[one.uuid].goal)
            for one in ideas
        ),
        can_decide=opened.allows(Capability.AGREE_PROGRAMME),
        can_lighten=opened.allows(Capability.LIGHTEN_PROGRAMME),
    )


def _idea(opened: OpenChild, one: PlacementSeen, planned: Planned, goal: str) -> WeekIdea:
    return WeekIdea(
        uuid=one.uuid,
        title=one.title,
        when=_when(one, planned),
        icon=routines.routine(one.routine).icon,
        why=_why(one, planned, goal),
        waits=one.is_offered,
        can_be_easier=one.can_be_easier and not one.is_held,
        fresh=fresh_uuid(opened.at),
    )


def _on_days(one: PlacementSeen, planned: Planned, homes: Iterable[CanvasSeen]) -> Planned:
    """With the days that its routine has in the reader's homes, where it has none of its own."""
    drawn = {
        day
        for home in homes
        if one.home is None or (home.home and home.home.uuid == one.home)
        for moment in home.routines
        if moment.routine == one.routine
        for day in moment.days or WEEK
    }
    return planned if planned.days else replace(planned, days=tuple(sorted(drawn)))


def _when(one: PlacementSeen, planned: Planned) -> str:
    """Getting dressed, Mon, Wed, Fri, at Mum’s."""
    parts = (week_words.routine_label(one.routine), week_words.days_said(planned.days), planned.home_name)
    return " · ".join(part for part in parts if part)


def _why(one: PlacementSeen, planned: Planned, goal: str) -> str:
    """That it happens anyway, how long it takes, and what it is for."""
    minutes = _("%(minutes)s minutes.") % {"minutes": one.minutes} if one.minutes else ""
    said = [(why.code, week_words.for_family(why.code, why.points, why.values)) for why in planned.reasons]
    told = [words for _code, words in said]
    is_told = any(words for code, words in said if code in week_words.FOR_GOALS)
    aimed = week_words.is_for(goal) if goal and not is_told else ""
    return week_words.joined([week_words.happens_anyway(one.routine), minutes, aimed, *told])
