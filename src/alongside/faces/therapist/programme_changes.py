"""What the buttons of the programme do."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.goals import queries as goals_read
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries as plan
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door
from alongside.faces.therapist import programme as page
from alongside.faces.therapist import programme_placed as placed
from alongside.faces.therapist.forms.programme import (
    AimForm,
    BoundsForm,
    ChangeForm,
    MoveForm,
    OverrideForm,
    OwnIdeaForm,
    PlaceForm,
    RewordForm,
    ShareForm,
)

_DO: dict[str, Callable[..., Any]] = {
    ChangeForm.EASIER: programme.make_easier,
    ChangeForm.HARDER: programme.make_harder,
    ChangeForm.REST: programme.rest_placement,
    ChangeForm.RESUME: programme.resume_placement,
    ChangeForm.REMOVE: programme.remove_placement,
    ChangeForm.LEAVE: programme.leave_resting,
}


def place_strategy(request: Request, child: UUID) -> HttpResponse:
    """Add an idea of the library as a draft; a safety rule may ask for a written reason."""
    opened = door.own_child(request, child, "place_strategy")
    form = PlaceForm(request.POST)
    if form.is_valid():
        kept = dict(form.cleaned_data)
        act = partial(programme.place_strategy, placement=kept.pop("uuid"), **kept)
        if _tried(request, child, form, act):
            return _done(request, child, _("Added as a draft."))
    return page.show(request, opened, form)


def place_idea(request: Request, child: UUID) -> HttpResponse:
    """Add an idea of the family's or of one's own as a draft."""
    opened = door.own_child(request, child, "place_idea")
    form = OwnIdeaForm(request.POST, goals=page.goal_pairs(goals_read.goals_in_short(opened)))
    if form.is_valid():
        kept = dict(form.cleaned_data)
        act = partial(programme.place_idea, placement=kept.pop("uuid"), **kept)
        if _tried(request, child, form, act):
            return _done(request, child, _("Added as a draft."))
    return page.show(request, opened, form)


def change_placement(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Easier, harder, rest, back in, or out of the plan."""
    opened = door.own_child(request, child, "change_placement")
    form = ChangeForm(request.POST)
    if form.is_valid():
        kept = form.cleaned_data
        act = partial(_DO[kept["do"]], placement=placement, change=kept["uuid"])
        if _tried(request, child, form, act):
            return _done(request, child, _("Changed."))
    return page.show(request, opened, form, placement)


def move_placement(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Into another part of the day."""
    opened = door.own_child(request, child, "move_placement")
    one = plan.placement(opened, placement)
    form = MoveForm(request.POST, homes=placed.home_pairs(circle.homes(opened), one))
    return _changed(request, child, form, programme.move_placement, placement) or page.show(
        request, opened, form, placement
    )


def aim_placement(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """For which goal, and which finding."""
    opened = door.own_child(request, child, "aim_placement")
    goals = page.goal_pairs(goals_read.goals_in_short(opened))
    form = AimForm(request.POST, goals=goals, findings=page.finding_pairs(opened))
    return _changed(request, child, form, programme.aim_placement, placement) or page.show(
        request, opened, form, placement
    )


def reword_placement(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Other words for the family, other minutes."""
    opened = door.own_child(request, child, "reword_placement")
    form = RewordForm(request.POST)
    return _changed(request, child, form, programme.reword_placement, placement) or page.show(
        request, opened, form, placement
    )


def bound_grades(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """How far one tap at home may go."""
    opened = door.own_child(request, child, "bound_grades")
    form = BoundsForm(request.POST, ways=placed.ways_of(plan.placement(opened, placement)))
    return _changed(request, child, form, programme.bound_grades, placement) or page.show(
        request, opened, form, placement
    )


def override_safety(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Keep an idea in spite of a rule, with name and reason."""
    opened = door.own_child(request, child, "override_safety")
    form = OverrideForm(request.POST)
    return _changed(request, child, form, programme.override_safety, placement) or page.show(
        request, opened, form, placement
    )


def share_programme(request: Request, child: UUID) -> HttpResponse:
    """Put the drafts on the family's phone."""
    opened = door.own_child(request, child, "share_programme")
    drafts = page.unreasoned(plan.programme_of(opened), goals_read.goals_in_short(opened))
    form = ShareForm(request.POST, drafts=drafts)
    if form.is_valid() and _tried(
        request, child, form, partial(programme.share_programme, not_yet=form.not_yet())
    ):
        return _done(request, child, _("Shared. It goes on Today with their first yes."))
    return page.show(request, opened, form)


def _changed(
    request: Request, child: UUID, form: Form, action: Callable[..., Any], placement: UUID
) -> HttpResponse | None:
    """The answer after a change that went well; None when the form was refused."""
    if not form.is_valid():
        return None
    kept = dict(form.cleaned_data)
    act = partial(action, placement=placement, change=kept.pop("uuid"), **kept)
    return _done(request, child, _("Changed.")) if _tried(request, child, form, act) else None


def _tried(request: Request, child: UUID, form: Form, act: Callable[..., Any]) -> bool:
    done = pages.attempt(form, partial(act, actor=request.actor, child=child, at=request.at))
    return done is not None


def _done(request: Request, child: UUID, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("therapist:programme", child)
