"""One goal: what was written, who said yes, which steps were reached, and every version."""

from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as threads
from alongside.areas.conversation.values import About
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import (
    SENTENCE,
    WORD_GROUPS,
    GoalSeen,
    GoalState,
    GoalWords,
    Side,
    StepProposalSeen,
    StepState,
    VersionSeen,
)
from alongside.core.scale_lint import Finding
from alongside.core.words import gettext_noop
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame, goal_where
from alongside.faces.therapist.forms.goals import (
    AgreeForm,
    AnswerForm,
    BaselineForm,
    CloseForm,
    GoalForm,
    RatingForm,
    StepForm,
)
from alongside.faces.therapist.frame import Frame
from alongside.faces.therapist.goal_where import Where
from alongside.ui.nav import Nav

F = TypeVar("F", bound=Form)
_VOICE_OF_GROUP = {"who": "family", "does": "family"}
_ANSWERS = {
    StepState.PROPOSED: gettext_noop("waits"),
    StepState.AGREED: gettext_noop("agreed"),
    StepState.NOT_YET: gettext_noop("not yet"),
    StepState.WITHDRAWN: gettext_noop("taken back"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One wording: who wrote it when, what changed, who said yes."""

    number: int
    by: str
    voice: str
    when: str
    sentence: str
    changed: str
    said_yes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step that was proposed, and what became of it."""

    uuid: UUID
    words: str
    by: str
    voice: str
    when: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPage:
    """Everything on the page. ``shown`` is the wording to agree on, or the one in force."""

    nav: Nav
    frame: Frame
    goal: GoalSeen
    shown: VersionSeen
    sentence: SafeString
    both: str
    step_words: tuple[str, ...]
    reached: int
    review: str
    is_closed: bool
    waits_for: str
    agree: AgreeForm | None
    carers: tuple[str, ...]
    step: StepForm
    asked: StepLine | None
    answer: AnswerForm
    steps: tuple[StepLine, ...]
    versions: tuple[VersionLine, ...]
    close: CloseForm
    where: Where


def goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The page of one goal."""
    return _show(request, door.own_child(request, child, "goal"), goal)


def agree_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Keep a yes: the therapist's own, or that of a carer at the same screen."""
    opened = door.own_child(request, child, "agree_goal")
    beside = goals_read.goal(opened, goal).waiting_for is Side.FAMILY
    form = AgreeForm(request.POST, carers=_carers(opened), beside=beside)
    act = partial(goals.agree_goal, actor=request.actor, child=child, goal=goal, at=request.at)
    if form.is_valid() and pages.attempt(form, lambda: act(**form.cleaned_data)) is not None:
        return _done(request, child, goal, _("The yes is kept."))
    return _show(request, opened, goal, refused=form)


def propose_step(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Say which step was seen; the family agrees."""
    opened = door.own_child(request, child, "propose_step")
    form = StepForm(request.POST)
    if form.is_valid():
        kept = form.cleaned_data
        act = partial(goals.propose_step, actor=request.actor, child=child, goal=goal, at=request.at)
        said = {"proposal": kept["uuid"], "step": kept["step"], "words": kept["words"]}
        if pages.attempt(form, lambda: act(**said)) is not None:
            return _done(request, child, goal, _("Kept. The family answers it."))
    return _show(request, opened, goal, refused=form)


def answer_step(request: Request, child: UUID, goal: UUID, proposal: UUID) -> HttpResponse:
    """Agree with the family’s step, or say not yet."""
    opened = door.own_child(request, child, "answer_step")
    form = AnswerForm(request.POST)
    act = partial(goals.answer_step, actor=request.actor, child=child, proposal=proposal, at=request.at)
    if form.is_valid() and pages.attempt(form, lambda: act(**form.cleaned_data)) is not None:
        return _done(request, child, goal, _("Your answer is kept."))
    return _show(request, opened, goal, refused=form)


def score_baseline(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Write down where the child starts."""
    opened = door.own_child(request, child, "score_baseline")
    form = BaselineForm(request.POST)
    act = partial(goals.score_baseline, actor=request.actor, child=child, goal=goal, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        said = {name: kept[name] for name in ("version", "about_on", "words")}
        if pages.attempt(form, lambda: act(rating=kept["uuid"], **said)) is not None:
            return _done(
                request, child, goal, _("The start is written down. These steps stay as they are now.")
            )
    return _show(request, opened, goal, refused=form)


def rate_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Say where the child is: one's own view, a teacher's or the child's."""
    opened = door.own_child(request, child, "rate_goal")
    form = RatingForm(request.POST)
    act = partial(goals.rate_goal, actor=request.actor, child=child, goal=goal, at=request.at)
    if form.is_valid():
        kept, draft = form.cleaned_data, form.draft()
        said = {"rating": kept["uuid"], "version": kept["version"], "draft": draft}
        if pages.attempt(form, lambda: act(**said)) is not None:
            return _done(request, child, goal, _("Kept. The family sees it beside theirs."))
    return _show(request, opened, goal, refused=form)


def talk_about_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Go to the talk about this goal; begin it when there is none yet."""
    opened = door.own_child(request, child, "talk_about_goal")
    title = goals_read.goal(opened, goal).title
    about = (About.GOAL, goal)
    known = next((one for one in threads.threads(opened) if (one.about, one.about_uuid) == about), None)
    if known is None:
        uuid = pages.fresh_uuid(request.at)
        start = partial(conversation.start_thread, actor=request.actor, child=child, at=request.at)
        known = start(thread=uuid, about=About.GOAL, about_uuid=goal, title=title).thread
    return redirect("therapist:thread", child, known.uuid)


def close_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """End a goal; everything about it stays readable."""
    opened = door.own_child(request, child, "close_goal")
    form = CloseForm(request.POST)
    act = partial(goals.close_goal, actor=request.actor, child=child, goal=goal, at=request.at)
    if form.is_valid() and pages.attempt(form, lambda: act(words=form.cleaned_data["words"])) is not None:
        return _done(request, child, goal, _("The goal is closed."))
    return _show(request, opened, goal, refused=form)


def _done(request: Request, child: UUID, goal: UUID, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("therapist:goal", child, goal)


def _show(request: Request, opened: OpenChild, uuid: UUID, refused: Form | None = None) -> HttpResponse:
    page = _goal_page(opened, uuid, frame.rail(request), refused)
    return pages.page(request, "therapist/goal.html", page, status=422 if refused else 200)


def _goal_page(opened: OpenChild, uuid: UUID, nav: Nav, refused: Form | None) -> GoalPage:
    seen, versions = goals_read.goal(opened, uuid), goals_read.versions(opened, uuid)
    steps = [one for one in goals_read.step_proposals(opened) if one.goal == uuid]
    shown = seen.proposed or seen.in_force or versions[0]
    return GoalPage(
        nav=nav,
        frame=frame.frame(opened, seen.title),
        goal=seen,
        shown=shown,
        sentence=_in_chunks(shown.words),
        both=_(" and ").join(yes.name for yes in shown.said_yes),
        step_words=tuple(step.words for step in shown.steps),
        reached=seen.reached or 0,
        review=frame.long_day(shown.words.by_when),
        is_closed=seen.state is GoalState.CLOSED,
        waits_for=seen.waiting_for.value if seen.waiting_for else "",
        agree=_agree_form(opened, seen, shown, refused),
        carers=tuple(name for _uuid, name in _carers(opened)),
        step=_kept(refused, StepForm) or StepForm(initial={"uuid": pages.fresh_uuid(opened.at)}),
        asked=_asked(opened, seen),
        answer=_kept(refused, AnswerForm) or AnswerForm(),
        steps=tuple(_step(opened, one) for one in steps),
        versions=tuple(_version(opened, one) for one in versions),
        close=_kept(refused, CloseForm) or CloseForm(),
        where=goal_where.where(opened, goals_read.ratings(opened, uuid), _findings(opened, seen), refused),
    )


def _findings(opened: OpenChild, seen: GoalSeen) -> tuple[Finding, ...]:
    """What could be clearer, while the words can still be mended without losing a start."""
    if seen.state is GoalState.CLOSED:
        return ()
    if seen.proposed is None and goals_read.ratings(opened, seen.uuid).baseline:
        return ()
    return goals_read.lint_newest(opened, seen.uuid)


def _in_chunks(words: GoalWords) -> SafeString:
    """The goal's sentence with its word groups marked: who and what in the family's colour, how in the therapist's."""
    told = {group: getattr(words, group) for group in WORD_GROUPS} | {
        "by_when": frame.long_day(words.by_when)
    }
    chunks = {
        group: format_html(
            '<span class="chunk" data-v="{}">{}</span>', _VOICE_OF_GROUP.get(group, "therapist"), said
        )
        for group, said in told.items()
    }
    return format_html(_(SENTENCE), **chunks)


def _kept(refused: Form | None, kind: type[F]) -> F | None:
    return refused if isinstance(refused, kind) else None


def _agree_form(
    opened: OpenChild, seen: GoalSeen, shown: VersionSeen, refused: Form | None
) -> AgreeForm | None:
    if isinstance(refused, AgreeForm):
        return refused
    if seen.waiting_for is None:
        return None
    carers, beside = _carers(opened), seen.waiting_for is Side.FAMILY
    return AgreeForm(initial={"version": shown.number}, carers=carers, beside=beside)


def _carers(opened: OpenChild) -> list[tuple[str, str]]:
    """Who may say yes for the family: responsible, and not restricted."""
    found = circle.circle_of(opened)
    return [
        (str(one.uuid), one.short_name)
        for one in found
        if one.kind is PlaceKind.CARER and one.responsible and not one.restricted
    ]


def _asked(opened: OpenChild, seen: GoalSeen) -> StepLine | None:
    """The family's step that waits for the therapist's answer."""
    step = seen.step_proposal
    if step is None or step.side is not Side.FAMILY or step.state is not StepState.PROPOSED:
        return None
    return _step(opened, step)


def _step(opened: OpenChild, one: StepProposalSeen) -> StepLine:
    told = f"{one.step} · {_(one.label)}" if one.step else _("Harder than at the start")
    return StepLine(
        uuid=one.uuid,
        words=f"{told}. {one.words}" if one.words else told,
        by=one.by.name,
        voice=frame.voice(one.by.voice),
        when=frame.moment(one.proposed_at, opened.zone_info),
        state=_(_ANSWERS[one.state]),
    )


def _version(opened: OpenChild, one: VersionSeen) -> VersionLine:
    return VersionLine(
        number=one.number,
        by=one.by.name,
        voice=frame.voice(one.by.voice),
        when=frame.moment(one.written_at, opened.zone_info),
        sentence=one.sentence,
        changed=", ".join(str(GoalForm.base_fields[name].label) for name in one.changed),
        said_yes=tuple(_yes(yes.name, yes.recorded_by if yes.same_screen else "") for yes in one.said_yes),
    )


def _yes(name: str, recorded_by: str) -> str:
    if recorded_by:
        return _("%(name)s said yes, at the same screen as %(by)s") % {"name": name, "by": recorded_by}
    return _("%(name)s said yes") % {"name": name}
