"""The clinic's own goals: a page under the library, keeping a goal there without names, and starting from one."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.queries import names
from alongside.areas.goals.values import BankGoalSeen
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.door import TEAM
from alongside.faces.therapist.forms.goals import BankForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPage:
    """The goals that the clinic uses again."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    goals: tuple[BankGoalSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankGoalPage:
    """One of them, and the children for whom it can begin a goal (address and name)."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    goal: BankGoalSeen
    step_words: tuple[str, ...]
    children: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPage:
    """A goal's wording with the names taken out, to be looked through. ``odd`` are words that may be names."""

    nav: Nav
    frame: Frame
    goal: UUID
    title: str
    form: BankForm
    odd: tuple[str, ...]


def bank(request: Request) -> HttpResponse:
    """All of them, by title."""
    page = BankPage(
        nav=frame.rail(request, "library"), crumbs=_crumbs(), goals=goals_read.bank_goals(request.actor)
    )
    return pages.page(request, "therapist/bank.html", page)


def bank_goal(request: Request, bank: UUID) -> HttpResponse:
    """One of them. Choosing a child opens the page on which two write, with these words in it."""
    seen = goals_read.bank_goal(request.actor, bank)
    own = gate.open_children(request.actor, TEAM, request.at, doing="therapist.bank_goal")
    page = BankGoalPage(
        nav=frame.rail(request, "library"),
        crumbs=_crumbs(seen.wording.title),
        goal=seen,
        step_words=seen.wording.steps,
        children=tuple(
            (f"{reverse('therapist:new_goal', args=[child.uuid])}?from={bank}", child.name) for child in own
        ),
    )
    return pages.page(request, "therapist/bank_goal.html", page)


def retire_bank_goal(request: Request, bank: UUID) -> HttpResponse:
    """Take one out. Goals that began from it stay as they are."""
    goals.retire_bank_goal(actor=request.actor, bank=bank, at=request.at)
    messages.success(request, _("Taken out of the clinic’s goals."))
    return redirect("therapist:bank")


def keep_in_bank(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Look through the wording without names, and keep it for the whole clinic."""
    opened = door.own_child(request, child, "keep_in_bank")
    wording = goals_read.bank_draft(opened, goal)
    form = BankForm(
        request.POST or None, initial=BankForm.of(wording) | {"uuid": pages.fresh_uuid(request.at)}
    )
    if form.is_bound and form.is_valid():
        act = partial(goals.keep_in_bank, actor=request.actor, child=child, goal=goal, at=request.at)
        kept = form.cleaned_data["uuid"]
        if pages.attempt(form, lambda: act(bank=kept, draft=form.draft())) is not None:
            messages.success(request, _("Kept for the whole clinic, without names."))
            return redirect("therapist:bank_goal", kept)
    return _show(request, opened, goal, form)


def _show(request: Request, opened: OpenChild, goal: UUID, form: BankForm) -> HttpResponse:
    wording = goals_read.bank_draft(opened, goal)
    page = KeepPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Keep for the clinic")),
        goal=goal,
        title=wording.title,
        form=form,
        odd=names.look_like_names(wording),
    )
    return pages.page(request, "therapist/keep_in_bank.html", page, status=422 if form.is_bound else 200)


def _crumbs(here: str = "") -> tuple[Crumb, ...]:
    library = Crumb(label=_("Library"), url=reverse("therapist:library"))
    clinics = Crumb(label=_("The clinic’s goals"), url=reverse("therapist:bank") if here else "")
    return (library, clinics, Crumb(label=here)) if here else (library, clinics)
