"""Wins of one child: what the log asks about, what people noticed, and why it was hard."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.wins import actions as wins
from alongside.areas.wins import queries as wins_read
from alongside.areas.wins.values import AskedSeen, WinSeen
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.wins import ConfirmForm, WhyForm, WinForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A question from the log with its form."""

    uuid: UUID
    ask: str
    title: str
    day: str
    form: ConfirmForm


@dataclass(frozen=True, slots=True, kw_only=True)
class WinLine:
    """A win; ``why`` is the therapist's line, "" while nobody wrote it."""

    uuid: UUID
    words: str
    by: str
    voice: str
    day: str
    why: str
    form: WhyForm


@dataclass(frozen=True, slots=True, kw_only=True)
class WinsPage:
    """Everything on the page."""

    nav: Nav
    frame: Frame
    asked: tuple[AskedLine, ...]
    wins: tuple[WinLine, ...]
    form: WinForm


def wins_page(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    return _show(request, door.own_child(request, child, "wins"))


def add_win(request: Request, child: UUID) -> HttpResponse:
    """Keep what somebody noticed."""
    opened = door.own_child(request, child, "add_win")
    form = WinForm(request.POST)
    if form.is_valid():
        kept = dict(form.cleaned_data)
        act = partial(wins.add_win, actor=request.actor, child=child, win=kept.pop("uuid"), at=request.at)
        if pages.attempt(form, lambda: act(**kept)) is not None:
            return _done(request, child, _("The win is kept."))
    return _show(request, opened, form)


def look_for_wins(request: Request, child: UUID) -> HttpResponse:
    """Let the log ask about firsts it holds."""
    door.own_child(request, child, "look_for_wins")
    wins.ask_from_log(actor=request.actor, child=child, at=request.at)
    return redirect("therapist:wins", child)


def confirm_win(request: Request, child: UUID, win: UUID) -> HttpResponse:
    """Yes, that was one."""
    opened = door.own_child(request, child, "confirm_win")
    form = ConfirmForm(request.POST)
    act = partial(wins.confirm_win, actor=request.actor, child=child, win=win, at=request.at)
    if form.is_valid() and pages.attempt(form, lambda: act(**form.cleaned_data)) is not None:
        return _done(request, child, _("The win is kept."))
    return _show(request, opened, form, win)


def decline_win(request: Request, child: UUID, win: UUID) -> HttpResponse:
    """No, an ordinary moment."""
    door.own_child(request, child, "decline_win")
    wins.decline_win(actor=request.actor, child=child, win=win, at=request.at)
    return _done(request, child, _("An ordinary moment, then."))


def say_why(request: Request, child: UUID, win: UUID) -> HttpResponse:
    """Add the line on why it was hard."""
    opened = door.own_child(request, child, "say_why")
    form = WhyForm(request.POST)
    act = partial(wins.say_why_hard, actor=request.actor, child=child, win=win, at=request.at)
    if form.is_valid() and pages.attempt(form, lambda: act(**form.cleaned_data)) is not None:
        return _done(request, child, _("The line is kept."))
    return _show(request, opened, form, win)


def _done(request: Request, child: UUID, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("therapist:wins", child)


def _show(
    request: Request, opened: OpenChild, refused: Form | None = None, about: UUID | None = None
) -> HttpResponse:
    fresh = {"uuid": pages.fresh_uuid(request.at), "happened_on": opened.today}
    page = WinsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Wins"), route="wins"),
        asked=tuple(_asked(one, refused, about) for one in wins_read.asked(opened)),
        wins=tuple(_win(one, refused, about) for one in wins_read.wins(opened)),
        form=refused if isinstance(refused, WinForm) else WinForm(initial=fresh),
    )
    return pages.page(request, "therapist/wins.html", page, status=422 if refused else 200)


def _asked(one: AskedSeen, refused: Form | None, about: UUID | None) -> AskedLine:
    kept = refused if isinstance(refused, ConfirmForm) and about == one.uuid else None
    return AskedLine(
        uuid=one.uuid,
        ask=one.ask,
        title=one.title,
        day=frame.short_day(one.happened_on),
        form=kept or ConfirmForm(auto_id=f"{one.uuid}_%s"),
    )


def _win(one: WinSeen, refused: Form | None, about: UUID | None) -> WinLine:
    kept = refused if isinstance(refused, WhyForm) and about == one.uuid else None
    initial = {"words": one.why.words if one.why else ""}
    return WinLine(
        uuid=one.uuid,
        words=one.words,
        by=one.by.name,
        voice=frame.voice(one.by.voice),
        day=frame.short_day(one.happened_on),
        why=one.why.words if one.why else "",
        form=kept or WhyForm(initial=initial, auto_id=f"{one.uuid}_%s"),
    )
