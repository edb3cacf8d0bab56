"""What a carer answers to an idea: how sure, what would help, a question, yes; or not for us."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import actions as changes
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent import asking, ideas
from alongside.faces.parent.answer_forms import AnswerForm
from alongside.faces.parent.frame import open_for, taken_up


def answer(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Keep the answer; its question goes into the talk about the idea."""
    opened = open_for(request, child, Capability.AGREE_PROGRAMME, "answer_idea")
    form = AnswerForm(request.POST)
    if taken_up(request, form, lambda: _keep(request, opened, placement, form)):
        # What would help, or the question that is left, stands below the steps: the thumb lands there.
        return redirect(reverse("parent:idea", kwargs={"child": child, "placement": placement}) + "#yes")
    return page(request, "parent/idea.html", ideas.idea_page(opened, placement, answer=form), status=422)


def refuse(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Not for us. No reason is asked."""
    return ideas.decide(request, child, placement, "refuse_idea", changes.refuse_placement)


def _keep(request: Request, opened: OpenChild, placement: UUID, form: AnswerForm) -> None:
    said = form.cleaned_data
    changes.answer_placement(
        actor=request.actor,
        child=opened.uuid,
        placement=placement,
        answer=said["uuid"],
        yes=form.yes,
        confidence=said["confidence"],
        wish=form.wish,
        question=said["question"],
        at=request.at,
    )
    if said["question"] and opened.allows(Capability.WRITE_TALK):
        asking.ask_beside(request, opened, placement, said["uuid"], said["question"])
