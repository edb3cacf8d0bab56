"""A goal that the family suggests: from its own words, on its own phone."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft
from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up
from alongside.faces.parent.goal_forms import NewGoalForm

LOOK_TOGETHER_AFTER = timedelta(weeks=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGoalPage(FamilyPage):
    """The words of a new goal."""

    form: NewGoalForm


def new_goal(request: Request, child: UUID) -> HttpResponse:
    """Suggest a goal. It counts when the therapist says yes, too."""
    opened = open_for(request, child, Capability.PROPOSE_GOALS, "new_goal")
    own = story.priorities(opened) if opened.allows(Capability.READ_STORY) else ()
    form = NewGoalForm(
        request.POST or None,
        initial=_start(opened, request.GET.get("about", "")),
        priorities=[(str(one.uuid), one.words) for one in own],
    )
    send = _propose if form.is_whole else _say
    if taken_up(request, form, lambda: send(request, child, form)):
        return _on(request, child, form)
    built = NewGoalPage(**frame(opened, "plan"), form=form)
    return page(request, "parent/new_goal.html", built, status=status(form))


def _start(opened: OpenChild, about: str) -> dict[str, object]:
    return {
        "uuid": fresh_uuid(opened.at),
        "who": opened.short_name,
        "by_when": opened.today + LOOK_TOGETHER_AFTER,
        "priority": about,
    }


def _on(request: Request, child: UUID, form: NewGoalForm) -> HttpResponse:
    if form.is_whole:
        return redirect("parent:goal", child=child, goal=form.cleaned_data["uuid"])
    messages.success(request, _("Sent. Your therapist answers here, and you write the goal together."))
    return redirect("parent:thread", child=child, thread=form.cleaned_data["uuid"])


def _say(request: Request, child: UUID, form: NewGoalForm) -> object:
    """The family's words alone are no goal yet: they go to the therapist as what they are, a message."""
    actor, at, uuid = request.actor, request.at, form.cleaned_data["uuid"]
    title = _("A goal we would like")
    conversation.start_thread(actor=actor, child=child, thread=uuid, title=title, at=at)
    return conversation.send_message(
        actor=actor, child=child, thread=uuid, message=uuid, words=form.own_words(), at=at
    )


def _propose(request: Request, child: UUID, form: NewGoalForm) -> object:
    said = form.cleaned_data
    draft = GoalDraft(
        title=said["title"],
        words=form.words(),
        steps=form.steps(),
        family_words=said["family_words"],
        scored_by=said["scored_by"],
        scored_from=said["scored_from"],
    )
    return goals.propose_goal(
        actor=request.actor,
        child=child,
        goal=said["uuid"],
        draft=draft,
        priority=said["priority"],
        at=request.at,
    )
