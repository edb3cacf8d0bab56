"""What the buttons of the planned week do."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.programme import actions as programme
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, week_plan
from alongside.faces.therapist.forms.week import EndWishForm, KeepForm, WishForm


def keep_week(request: Request, child: UUID) -> HttpResponse:
    """Keep as drafts what was on the screen. The week is planned again here, so that nothing else can be sent."""
    opened = door.own_child(request, child, "keep_week")
    form = KeepForm(request.POST)
    if form.is_valid():
        found = week_plan.planned(opened)
        if found.seal != form.cleaned_data["seal"]:
            form.add_error(None, _("The week changed since you looked. Please look once more."))
        act = partial(programme.propose_week, plan=form.cleaned_data["uuid"], choices=found.choices)
        if form.is_valid() and _tried(request, child, form, act):
            messages.success(request, _("Kept as drafts. The family sees nothing yet."))
            return redirect("therapist:programme", child)
    return week_plan.show(request, opened, form)


def wish_week(request: Request, child: UUID) -> HttpResponse:
    """Keep an idea in the next plan, or out of it."""
    opened = door.own_child(request, child, "wish_week")
    form = WishForm(request.POST)
    if form.is_valid():
        kept = dict(form.cleaned_data)
        if _tried(request, child, form, partial(programme.wish_for_week, wish=kept.pop("uuid"), **kept)):
            return redirect("therapist:week_plan", child)
    return week_plan.show(request, opened, form)


def end_wish(request: Request, child: UUID) -> HttpResponse:
    """Let the plan decide again."""
    opened = door.own_child(request, child, "end_wish")
    form = EndWishForm(request.POST)
    if form.is_valid() and _tried(
        request, child, form, partial(programme.end_wish, wish=form.cleaned_data["wish"])
    ):
        return redirect("therapist:week_plan", child)
    return week_plan.show(request, opened, form)


def _tried(request: Request, child: UUID, form: Form, act: Callable[..., Any]) -> bool:
    done = pages.attempt(form, partial(act, actor=request.actor, child=child, at=request.at))
    return done is not None
