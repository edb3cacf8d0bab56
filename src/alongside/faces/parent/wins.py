"""Wins: what somebody noticed, big, in their own words, with progress beside it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.wins import actions as wins
from alongside.areas.wins import queries as noticed
from alongside.areas.wins.values import AskedSeen, WinSeen
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.forms import ConfirmForm, WinForm
from alongside.faces.parent.frame import VOICES, FamilyPage, first_problem, frame, open_for, status, taken_up
from alongside.faces.parent.progress import GoalView, goal_views

SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WinLine:
    """One win: whose words, when, and the therapist's line on why it was hard."""

    uuid: UUID
    words: str
    by: str
    petal: str
    voice: str
    day: str
    why: str
    why_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A question from the log. It only asks."""

    uuid: UUID
    ask: str
    title: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WinsPage(FamilyPage):
    """``newest`` is drawn big; ``asked`` waits for a person to say whether it was a win."""

    newest: WinLine | None
    older: tuple[WinLine, ...]
    more: bool
    asked: tuple[AskedLine, ...]
    goals: tuple[GoalView, ...]
    moments: int
    can_add: bool
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddWinPage(FamilyPage):
    """The box for a win."""

    form: WinForm


def wins_page(request: Request, child: UUID) -> HttpResponse:
    """All wins, and how far."""
    opened = open_for(request, child, Capability.READ_WINS, "wins")
    return page(request, "parent/wins.html", _page(opened, everything="all" in request.GET))


def add(request: Request, child: UUID) -> HttpResponse:
    """Add a win. Somebody noticed it, so it is one."""
    start = {"uuid": fresh_uuid(request.at)}
    form = WinForm(request.POST or None, initial=start)
    if taken_up(request, form, lambda: _add(request, child, form)):
        return redirect("parent:wins", child=child)
    opened = open_for(request, child, Capability.ADD_WINS, "add_win")
    built = AddWinPage(**frame(opened, "wins"), form=form)
    return page(request, "parent/add_win.html", built, status=status(form))


def confirm(request: Request, child: UUID, win: UUID) -> HttpResponse:
    """Yes, that was a win, in the family's words."""
    form = ConfirmForm(request.POST)

    def act() -> object:
        words = form.cleaned_data["words"]
        return wins.confirm_win(actor=request.actor, child=child, win=win, words=words, at=request.at)

    if taken_up(request, form, act):
        return redirect("parent:wins", child=child)
    opened = open_for(request, child, Capability.CONFIRM_WINS, "confirm_win")
    if not form.is_valid() and win not in {one.uuid for one in noticed.asked(opened)}:
        raise NotFound
    problem = first_problem(form)
    return page(request, "parent/wins.html", _page(opened, problem=problem), status=422)


def decline(request: Request, child: UUID, win: UUID) -> HttpResponse:
    """Not this time. Nothing is shown anywhere."""
    wins.decline_win(actor=request.actor, child=child, win=win, at=request.at)
    return redirect("parent:wins", child=child)


def _add(request: Request, child: UUID, form: WinForm) -> object:
    said = form.cleaned_data
    return wins.add_win(
        actor=request.actor,
        child=child,
        win=said["uuid"],
        words=said["words"],
        happened_on=said["happened_on"],
        said_by_child=said["said_by_child"],
        at=request.at,
    )


def _page(opened: OpenChild, *, everything: bool = False, problem: str = "") -> WinsPage:
    found = [_line(opened, one) for one in noticed.wins(opened, 100 if everything else SHOWN + 1)]
    goals = goal_views(opened)
    return WinsPage(
        **frame(opened, "wins"),
        newest=found[0] if found else None,
        older=tuple(found[1:] if everything else found[1:SHOWN]),
        more=not everything and len(found) > SHOWN,
        asked=tuple(_asked(opened, one) for one in noticed.asked(opened)),
        goals=goals,
        moments=sum(goal.moments for goal in goals),
        can_add=opened.allows(Capability.ADD_WINS),
        problem=problem,
    )


def _line(opened: OpenChild, one: WinSeen) -> WinLine:
    return WinLine(
        uuid=one.uuid,
        words=one.words,
        by=_("you") if one.by.uuid == opened.actor.uuid else one.by.name,
        petal=one.by.name,
        voice=VOICES[one.by.voice],
        day=days.near_day(one.happened_on, opened.today),
        why=one.why.words if one.why else "",
        why_by=one.why.by.name if one.why else "",
    )


def _asked(opened: OpenChild, one: AskedSeen) -> AskedLine:
    day = days.near_day(one.happened_on, opened.today)
    return AskedLine(uuid=one.uuid, ask=one.ask, title=one.title, day=day)
