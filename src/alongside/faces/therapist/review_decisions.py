"""What becomes of each goal and of the plan: the therapist proposes, or answers the family."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.review import actions as review
from alongside.areas.review import queries as looking
from alongside.areas.review.values import Ahead, Ending
from alongside.core.refusals import NotFound
from alongside.faces.common import pages, review_lines
from alongside.faces.common.request import Request
from alongside.faces.common.review_forms import AheadForm, AnswerForm, EndingForm
from alongside.faces.therapist import door
from alongside.faces.therapist.review import by, show


def decide_goal(request: Request, child: UUID, cycle: UUID, goal: UUID) -> HttpResponse:
    """Say what becomes of one goal."""
    opened = door.own_child(request, child, "decide_goal")
    form = EndingForm(request.POST, key=goal)

    def act() -> object:
        said = form.cleaned_data
        about = {"cycle": cycle, "goal": goal, "decision": said["uuid"], "words": said["words"]}
        return review.propose_ending(**by(request, child), **about, ending=Ending(said["ending"]))

    return _said(request, opened, cycle, (goal, form), act)


def decide_ahead(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """Say how it goes on."""
    opened = door.own_child(request, child, "decide_ahead")
    form = AheadForm(request.POST, key="ahead")

    def act() -> object:
        said = form.cleaned_data
        about = {"cycle": cycle, "decision": said["uuid"], "words": said["words"]}
        chosen = {"ahead": Ahead(said["ahead"]), "check_in_on": said["check_in_on"]}
        return review.propose_ahead(**by(request, child), **about, **chosen)

    return _said(request, opened, cycle, ("ahead", form), act)


def answer_ending(request: Request, child: UUID, cycle: UUID, ending: UUID) -> HttpResponse:
    """Answer the family about a goal."""
    opened = door.own_child(request, child, "answer_ending")
    decided = next((one for one in looking.endings(opened, cycle) if one.uuid == ending), None)
    if decided is None:
        raise NotFound(child=opened.pk)
    form = AnswerForm(request.POST, key=ending, **review_lines.choices_of(decided))

    def act() -> object:
        return review.answer_ending(**by(request, child), decision=ending, **form.answer(Ending))

    return _said(request, opened, cycle, (ending, form), act)


def answer_ahead(request: Request, child: UUID, cycle: UUID, ahead: UUID) -> HttpResponse:
    """Answer the family about how it goes on."""
    opened = door.own_child(request, child, "answer_ahead")
    decided = next((one for one in looking.aheads(opened, cycle) if one.uuid == ahead), None)
    if decided is None:
        raise NotFound(child=opened.pk)
    form = AnswerForm(request.POST, key=ahead, **review_lines.choices_of(decided))

    def act() -> object:
        return review.answer_ahead(**by(request, child), decision=ahead, **form.answer(Ahead))

    return _said(request, opened, cycle, (ahead, form), act)


def _said(
    request: Request, opened: OpenChild, cycle: UUID, about: tuple[object, Form], act: Any
) -> HttpResponse:
    key, form = about
    if form.is_valid() and pages.attempt(form, lambda: (act(),)) is not None:
        messages.success(request, _("Kept. The family sees it."))
        return redirect("therapist:look_back", opened.uuid, cycle)
    return show(request, opened, looking.cycle(opened, cycle), {key: form})
