"""Where we are: the family's own view with one plain answer, and both views beside each other."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as written
from alongside.areas.goals.values import GoalSeen, Rater, RatingSeen, RatingsSeen
from alongside.core.attainment import LightAnswer
from alongside.core.capabilities import Capability
from alongside.core.words import gettext_noop
from alongside.faces.common import where_we_are
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.frame import FamilyPage, first_problem, frame, open_for, status, taken_up
from alongside.faces.parent.goal_forms import RatingForm

# The plain answers, and the step whose words stand under each; half way between two steps has none.
ANSWERS = {
    LightAnswer.SAME: gettext_noop("Like at the start"),
    LightAnswer.PARTLY: gettext_noop("On the way"),
    LightAnswer.AS_HOPED: gettext_noop("What we hoped for"),
    LightAnswer.A_BIT_MORE: gettext_noop("A bit more than we hoped"),
    LightAnswer.FAR_BEYOND: gettext_noop("A happy surprise"),
    LightAnswer.HARDER: gettext_noop("Harder just now"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view: who sees which step, and what they saw."""

    told: str
    under: str
    words: str
    by: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Both views, once the family said its own. ``waits`` is one sentence while something comes first."""

    together: str
    differ: bool
    start: str
    views: tuple[View, ...]
    waits: str
    lost: str
    can_rate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One plain answer as a button, with the words of its step."""

    value: str
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatePage(FamilyPage):
    """Five plain answers, and a quiet one below them."""

    goal: GoalSeen
    form: RatingForm
    problem: str
    answers: tuple[Answer, ...]
    harder: Answer | None


def rate(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Say where we are, with one tap."""
    opened = open_for(request, child, Capability.PROPOSE_GOALS, "rate_goal")
    seen, rated = written.goal(opened, goal), written.ratings(opened, goal)
    fresh = {"uuid": fresh_uuid(request.at), "version": rated.version, "about_on": opened.today}
    form = RatingForm(request.POST or None, initial=fresh | {"rater": Rater.PARENT.value})
    if taken_up(request, form, lambda: _keep(request, child, goal, form)):
        messages.success(request, _("Kept. Your therapist sees it beside theirs."))
        harder = form.cleaned_data["answer"] is LightAnswer.HARDER  # «let’s talk» leads to the talk.
        return redirect("parent:ask_about_goal" if harder else "parent:goal", child=child, goal=goal)
    offered = _answers(seen, rated)
    built = RatePage(
        **frame(opened, "plan"),
        goal=seen,
        form=form,
        problem=first_problem(form),
        answers=tuple(one for one in offered if one.value != LightAnswer.HARDER),
        harder=next((one for one in offered if one.value == LightAnswer.HARDER), None),
    )
    return page(request, "parent/rate_goal.html", built, status=status(form))


def where(opened: OpenChild, seen: RatingsSeen, *, is_closed: bool) -> Where:
    """The part of the goal's page. The therapist's view waits until the family that may rate has said its own."""
    may = opened.allows(Capability.PROPOSE_GOALS) and not is_closed
    can_rate = may and seen.baseline is not None
    open_now = seen.family is not None or not can_rate
    shown = (seen.family, seen.therapist if open_now else None, *seen.others)
    return Where(
        together=where_we_are.together(seen, opened.actor.uuid) if open_now else "",
        differ=seen.differ and open_now,
        start=_start(seen.baseline) if seen.baseline else "",
        views=tuple(_view(opened, one) for one in shown if one),
        waits=_waits(seen, open_now=open_now),
        lost=_(seen.start_lost) if seen.start_lost else "",
        can_rate=can_rate,
    )


def _keep(request: Request, child: UUID, goal: UUID, form: RatingForm) -> object:
    said = form.cleaned_data
    return goals.rate_goal(
        actor=request.actor,
        child=child,
        goal=goal,
        rating=said["uuid"],
        version=said["version"],
        draft=form.draft(),
        at=request.at,
    )


def _answers(seen: GoalSeen, rated: RatingsSeen) -> tuple[Answer, ...]:
    return tuple(
        Answer(value=one.value, label=_(ANSWERS[one]), words=_step_words(seen, rated.steps.get(one)))
        for one in rated.answers
    )


def _step_words(seen: GoalSeen, step: int | None) -> str:
    return next((one.words for one in seen.steps if one.number == step), "")


def _start(one: RatingSeen) -> str:
    told = {"name": one.by.name, "day": days.full_day(one.about_on)}
    return _("%(name)s wrote down where you started, on %(day)s.") % told


def _waits(seen: RatingsSeen, *, open_now: bool) -> str:
    if seen.therapist and not open_now:
        name = seen.therapist.by.name
        return _("%(name)s said where they see it. Say yours, then see both.") % {"name": name}
    return ""


def _view(opened: OpenChild, one: RatingSeen) -> View:
    own = one.rater in {Rater.PARENT, Rater.THERAPIST}
    voice = {Rater.THERAPIST: "therapist", Rater.TEACHER: "school"}.get(one.rater, "family")
    return View(
        told=where_we_are.sees(one, opened.actor.uuid, opened.short_name),
        under=days.short_day(one.about_on) if own else where_we_are.written_by(one),
        words=one.words,
        by=where_we_are.rater_name(one, opened.short_name),
        voice=voice,
    )
