"""A goal: the family's words, the sentence, five steps, and everything both sides say about it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as written
from alongside.areas.goals.values import (
    GoalDraft,
    GoalSeen,
    GoalState,
    StepProposalSeen,
    VersionSeen,
)
from alongside.core.capabilities import Capability
from alongside.core.words import gettext_noop
from alongside.faces.common import goal_lint
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days, rating
from alongside.faces.parent.frame import VOICES, FamilyPage, first_problem, frame, open_for, status, taken_up
from alongside.faces.parent.goal_forms import AgreeForm, AnswerForm, GoalForm, StepForm
from alongside.faces.parent.rating import Where

CHANGED = {
    "title": gettext_noop("its name"),
    "who": gettext_noop("who"),
    "does": gettext_noop("what"),
    "where_when": gettext_noop("where and when"),
    "with_help": gettext_noop("with what help"),
    "how_often": gettext_noop("how often"),
    "by_when": gettext_noop("the day to look together"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One wording of the goal: who wrote it when, what changed, who said yes."""

    number: int
    by: str
    voice: str
    when: str
    sentence: str
    steps: tuple[str, ...]
    changed: str
    yes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPage(FamilyPage):
    """``proposed`` waits for a yes; ``step`` is the therapist's proposal that waits for the family."""

    goal: GoalSeen
    reached: int
    steps: tuple[str, ...]
    look_on: str
    proposed: VersionLine | None
    waits_for_us: bool
    waits_for_them: bool
    step: StepProposalSeen | None
    our_step: StepProposalSeen | None
    next_steps: tuple[int, ...]
    versions: tuple[VersionLine, ...]
    problem: str
    fresh: UUID
    can_change: bool
    can_agree: bool
    hints: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGoalPage(FamilyPage):
    """The goal's words, to suggest others."""

    goal: GoalSeen
    form: GoalForm
    is_started: bool


def goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The goal as it stands."""
    opened = open_for(request, child, Capability.READ_GOALS, "goal")
    return page(request, "parent/goal.html", _page(opened, goal))


def agree(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The family's yes to the version it looked at."""
    form = AgreeForm(request.POST)

    def act() -> object:
        version = form.cleaned_data["version"]
        return goals.agree_goal(actor=request.actor, child=child, goal=goal, version=version, at=request.at)

    return _said(request, child, goal, form, act, Capability.AGREE_GOALS)


def propose_step(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The family thinks that a step is reached."""
    form = StepForm(request.POST)

    def act() -> object:
        said = form.cleaned_data
        return goals.propose_step(
            actor=request.actor,
            child=child,
            goal=goal,
            proposal=said["uuid"],
            step=said["step"],
            words=said["words"],
            at=request.at,
        )

    return _said(request, child, goal, form, act, Capability.PROPOSE_GOALS)


def answer_step(request: Request, child: UUID, goal: UUID, proposal: UUID) -> HttpResponse:
    """Yes or not yet to a step that the therapist proposed."""
    form = AnswerForm(request.POST)

    def act() -> object:
        said = form.cleaned_data
        return goals.answer_step(
            actor=request.actor,
            child=child,
            proposal=proposal,
            agree=said["agree"],
            words=said["words"],
            at=request.at,
        )

    return _said(request, child, goal, form, act, Capability.AGREE_GOALS)


def change(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Suggest other words. They count when the therapist says yes too."""
    opened = open_for(request, child, Capability.PROPOSE_GOALS, "change_goal")
    seen = written.goal(opened, goal)
    newest = seen.proposed or seen.in_force or written.versions(opened, goal)[0]
    form = GoalForm(request.POST or None, initial=_initial(newest, request))
    if taken_up(request, form, lambda: _change(request, child, goal, newest, form)):
        return redirect("parent:goal", child=child, goal=goal)
    started = written.ratings(opened, goal).baseline is not None
    built = ChangeGoalPage(**frame(opened, "plan"), goal=seen, form=form, is_started=started)
    return page(request, "parent/change_goal.html", built, status=status(form))


def _said(
    request: Request,
    child: UUID,
    goal: UUID,
    form: forms.Form,
    act: Callable[[], object],
    needs: Capability,
) -> HttpResponse:
    """One short answer about the goal; a refusal stands above the goal."""
    if taken_up(request, form, act):
        return redirect("parent:goal", child=child, goal=goal)
    opened = open_for(request, child, needs, "goal")
    problem = first_problem(form)
    return page(request, "parent/goal.html", _page(opened, goal, problem), status=422)


def _change(request: Request, child: UUID, goal: UUID, newest: VersionSeen, form: GoalForm) -> object:
    said = form.cleaned_data
    draft = GoalDraft(
        title=said["title"],
        words=form.words(),
        steps=form.steps(),
        family_words=newest.family_words,
        hardest=newest.hardest,
        matters=newest.matters,
        hopeful=newest.hopeful,
        scored_by=said["scored_by"],
        scored_from=said["scored_from"],
    )
    return goals.change_goal(
        actor=request.actor,
        child=child,
        goal=goal,
        version=said["uuid"],
        seen=said["seen"],
        draft=draft,
        at=request.at,
    )


def _initial(newest: VersionSeen, request: Request) -> dict[str, object]:
    words = {name: getattr(newest.words, name) for name in GoalForm.WORDS}
    steps = {f"step_{step.number}": step.words for step in newest.steps}
    start = {"uuid": fresh_uuid(request.at), "seen": newest.number, "title": newest.title}
    start |= {"scored_by": newest.scored_by, "scored_from": newest.scored_from}
    return start | words | steps


def _page(opened: OpenChild, uuid: UUID, problem: str = "") -> GoalPage:
    seen = written.goal(opened, uuid)
    wordings = written.versions(opened, uuid)
    step = seen.step_proposal
    newest = _version_line(wordings[0], opened)
    can_agree = opened.allows(Capability.AGREE_GOALS) and seen.state is not GoalState.CLOSED
    return GoalPage(
        **frame(opened, "plan"),
        goal=seen,
        reached=seen.reached or 0,
        steps=tuple(one.words for one in seen.steps),
        look_on=days.full_day(seen.review_on),
        proposed=newest if seen.waiting_for else None,
        waits_for_us=seen.waiting_for == "FAMILY" and can_agree,
        waits_for_them=seen.waiting_for == "THERAPIST",
        step=step if step and step.side == "THERAPIST" else None,
        our_step=step if step and step.side == "FAMILY" else None,
        next_steps=_next_steps(seen) if opened.allows(Capability.PROPOSE_GOALS) else (),
        versions=tuple(_version_line(one, opened) for one in wordings),
        problem=problem,
        fresh=fresh_uuid(opened.at),
        can_change=opened.allows(Capability.PROPOSE_GOALS) and seen.state is not GoalState.CLOSED,
        can_agree=can_agree,
        hints=_hints(opened, seen),
        where=rating.where(opened, written.ratings(opened, uuid), is_closed=seen.state is GoalState.CLOSED),
    )


def _hints(opened: OpenChild, seen: GoalSeen) -> tuple[str, ...]:
    """What could be clearer in the words that the family itself proposed."""
    if seen.waiting_for != "THERAPIST" or seen.state is GoalState.CLOSED:
        return ()
    return goal_lint.lines(written.lint_newest(opened, seen.uuid), goal_lint.to_family)


def _next_steps(seen: GoalSeen) -> tuple[int, ...]:
    """The steps that can be proposed now: all but the one both agreed on; none while one waits."""
    if seen.in_force is None or seen.state is GoalState.CLOSED or seen.step_proposal:
        return ()
    return tuple(number for number in range(1, 6) if number != seen.reached)


def _version_line(one: VersionSeen, opened: OpenChild) -> VersionLine:
    yes = _(" and ").join(said.name for said in one.said_yes)
    return VersionLine(
        number=one.number,
        by=one.by.name,
        voice=VOICES[one.by.voice],
        when=days.when(opened, one.written_at),
        sentence=one.sentence,
        steps=tuple(step.words for step in one.steps),
        changed=", ".join(_(CHANGED[name]) for name in one.changed if name in CHANGED),
        yes=_("%(names)s said yes.") % {"names": yes} if yes else "",
    )
