"""Our week: what the family's ordinary week is like, and a pause, a lighter time and back in one tap each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.story import actions as story
from alongside.areas.story import queries as told
from alongside.areas.story.values import ChangeKind, DayMomentSeen
from alongside.areas.story.values.ordinary import ordinary_week
from alongside.areas.story.values.week import CanvasSeen, ChangeSeen
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.faces.common.canvas_words import GOES, days_in_words, span
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.canvas_forms import ChangeForm, ChipsForm, MinutesForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineLine:
    """One routine of the week in words."""

    uuid: UUID
    label: str
    icon: str
    when: str
    goes: str
    words: str
    minutes: int | None
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """What is paused or lighter, and by whom."""

    uuid: UUID
    is_pause: bool
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage(FamilyPage):
    """The week of one home; with ``chips`` while nothing is drawn."""

    home: str
    home_name: str
    homes: tuple[tuple[str, str], ...]
    is_own: bool
    lines: tuple[RoutineLine, ...]
    chips: ChipsForm | None
    changes: tuple[ChangeLine, ...]
    change_form: ChangeForm
    minutes: int | None
    said: str
    minutes_form: MinutesForm
    things: int | None
    query: str
    can_write: bool


def week(request: Request, child: UUID) -> HttpResponse:
    """The family's week, or the chips to draw it with."""
    opened = open_for(request, child, Capability.READ_STORY, "canvas")
    return page(request, "parent/week.html", _page(opened, chosen(request, opened)))


def minutes(request: Request, child: UUID) -> HttpResponse:
    """How many minutes a day may go to ideas."""
    opened = open_for(request, child, Capability.WRITE_STORY, "canvas")
    seen = chosen(request, opened)
    form = MinutesForm(request.POST, initial={"minutes_a_day": seen.minutes_a_day})
    if taken_up(request, form, lambda: _keep_minutes(request, child, form)):
        messages.success(request, _("Kept. We plan within that."))
        return to_week(child, seen)
    return page(request, "parent/week.html", _page(opened, seen, form), status=422)


def drop_moment(request: Request, child: UUID, moment: UUID) -> HttpResponse:
    """Take a routine out of the week."""
    opened = open_for(request, child, Capability.WRITE_STORY, "canvas")
    seen = chosen(request, opened)
    story.drop_day_moment(actor=request.actor, child=child, moment=moment, at=request.at)
    return to_week(child, seen)


def pause(request: Request, child: UUID) -> HttpResponse:
    """Nothing is asked for a while. No reason is asked either."""
    return _changed(
        request, child, story.pause_week, _("Paused. Nothing is asked of you until you are back.")
    )


def lighter(request: Request, child: UUID) -> HttpResponse:
    """Less for a while."""
    return _changed(request, child, story.lighten_week, _("Lighter from now on. One is plenty."))


def back(request: Request, child: UUID, change: UUID) -> HttpResponse:
    """Back to the ordinary week."""
    opened = open_for(request, child, Capability.LIGHTEN_PROGRAMME, "canvas")
    seen = chosen(request, opened)
    story.bring_back(actor=request.actor, child=child, change=change, at=request.at)
    messages.success(request, _("Hello again. Start anywhere."))
    return to_week(child, seen)


def chosen(request: Request, opened: OpenChild) -> CanvasSeen:
    """The week of the home in the address or the form; the first one without. NotFound for a home of others."""
    weeks = told.canvas(opened)
    asked = request.POST.get("home") or request.GET.get("home", "")
    found = next((one for one in weeks if not asked or (one.home and str(one.home.uuid) == asked)), None)
    if found is None:
        raise NotFound
    return found


def home_of(seen: CanvasSeen) -> UUID | None:
    """The home that actions are told of."""
    return seen.home.uuid if seen.home else None


def query_of(seen: CanvasSeen) -> str:
    """What addresses of this home's pages end with."""
    return "?" + urlencode({"home": str(seen.home.uuid)}) if seen.home else ""


def to_week(child: UUID, seen: CanvasSeen, name: str = "week") -> HttpResponseRedirect:
    """Lead on to a page of the same home."""
    return HttpResponseRedirect(reverse(f"parent:{name}", kwargs={"child": child}) + query_of(seen))


def start_of_chips(opened: OpenChild, seen: CanvasSeen) -> dict[str, Any]:
    """The chips as they stand first: the routines there are, or those of an ordinary week."""
    age, _months = circle.age_on(opened.born_on, opened.today)
    codes = {one.routine for one in seen.routines} or ordinary_week(age)
    return {"home": home_of(seen), "routine": sorted(codes)}


def _page(opened: OpenChild, seen: CanvasSeen, minutes_form: MinutesForm | None = None) -> WeekPage:
    """The page of the week. ``minutes_form`` is one that came back."""
    home, said = home_of(seen), told.capacity(opened)
    start = {"home": home, "uuid": fresh_uuid(opened.at), "minutes_a_day": seen.minutes_a_day}
    can_write = opened.allows(Capability.WRITE_STORY)
    draws = can_write and not seen.routines
    return WeekPage(
        **frame(opened, "plan"),
        home=str(home or ""),
        home_name=seen.home.name if seen.home else "",
        homes=tuple((str(one.uuid), one.name) for one in circle.homes(opened)),
        is_own=seen.is_own,
        lines=_lines(opened, seen),
        chips=ChipsForm(initial=start_of_chips(opened, seen)) if draws else None,
        changes=tuple(_change_line(opened, one) for one in seen.changes),
        change_form=ChangeForm(initial={"home": home, "uuid": fresh_uuid(opened.at)}),
        minutes=seen.minutes_a_day,
        said=" ".join([said.words, said.by.name]) if said and said.words else "",
        minutes_form=minutes_form or MinutesForm(initial=start | {"words": said.words if said else ""}),
        things=None if seen.things is None else len(seen.things),
        query=query_of(seen),
        can_write=can_write,
    )


def _changed(request: Request, child: UUID, act: Callable[..., None], kept: str) -> HttpResponse:
    opened = open_for(request, child, Capability.LIGHTEN_PROGRAMME, "canvas")
    seen, form = chosen(request, opened), ChangeForm(request.POST)
    if taken_up(request, form, lambda: _change(request, opened, seen, form, act)):
        messages.success(request, kept)
        return to_week(child, seen)
    problem = next((str(error) for errors in form.errors.values() for error in errors), "")
    messages.error(request, problem)
    return page(request, "parent/week.html", _page(opened, seen), status=422)


def _change(
    request: Request, opened: OpenChild, seen: CanvasSeen, form: ChangeForm, act: Callable[..., None]
) -> None:
    said = form.cleaned_data
    act(
        actor=request.actor,
        child=opened.uuid,
        change=said["uuid"],
        home=home_of(seen),
        from_on=said["from_on"] or opened.today,
        until_on=said["until_on"],
        at=request.at,
    )


def _keep_minutes(request: Request, child: UUID, form: MinutesForm) -> object:
    said = dict(form.cleaned_data)
    return story.keep_capacity(
        actor=request.actor, child=child, capacity=said.pop("uuid"), at=request.at, **said
    )


def _lines(opened: OpenChild, seen: CanvasSeen) -> tuple[RoutineLine, ...]:
    names = {one.uuid: one.short_name for one in circle.grownups(opened)}
    return tuple(_line(one, names) for one in seen.routines)


def _line(one: DayMomentSeen, names: dict[UUID, str]) -> RoutineLine:
    found = routines.routine(one.routine)
    times = [days.clock(one.usual_at)] if one.usual_at else []
    return RoutineLine(
        uuid=one.uuid,
        label=_(found.label),
        icon=found.icon,
        when=" · ".join([days_in_words(one.days), *times]),
        goes=str(GOES[one.goes]) if one.goes else "",
        words=one.words,
        minutes=one.minutes_possible,
        who=", ".join(names[who] for who in one.who if who in names),
    )


def _change_line(opened: OpenChild, one: ChangeSeen) -> ChangeLine:
    is_pause = one.kind is ChangeKind.PAUSE
    return ChangeLine(uuid=one.uuid, is_pause=is_pause, words=span(one, opened.today), by=one.by.name)
