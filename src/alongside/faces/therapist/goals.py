"""Writing a goal together: a new one, and a change to one that is there."""

from dataclasses import dataclass
from functools import partial
from string import Formatter
from uuid import UUID

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.evaluation import queries as noticed
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.queries import names
from alongside.areas.goals.values import SENTENCE, GoalSeen, VersionSeen
from alongside.areas.story import queries as told
from alongside.faces.common import pages
from alongside.faces.common.goal_lint import Hints, StepBox
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.goals import BankForm, GoalForm
from alongside.faces.therapist.frame import Frame, Said
from alongside.ui.nav import Nav

_LABEL_LENGTH = 80
_FAMILY_GROUPS = frozenset({"who", "does"})
_Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word group of the sentence with the words before it. The family's groups carry the family's voice."""

    before: str
    field: BoundField | None
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage:
    """The page on which two write. ``action`` is where the form goes."""

    nav: Nav
    frame: Frame
    form: GoalForm
    pieces: tuple[Piece, ...]
    hints: Hints
    steps: tuple[StepBox, ...]
    is_started: bool
    child_says: tuple[Said, ...]
    therapist: str
    goal: UUID | None


def new_goal(request: Request, child: UUID) -> HttpResponse:
    """An empty page with the family's words in it: those of ``?words=``, else the first; and the ``?finding=``.

    What is behind the words is only said once they are kept.
    """
    opened = door.own_child(request, child, "new_goal")
    said, asked = told.priorities(opened), request.GET.get("words", "")
    ours = (one for one in said if one.by.voice is Voice.FAMILY)
    first = next((one for one in said if str(one.uuid) == asked), None) or next(ours, None)
    initial: dict[str, object] = {"uuid": pages.fresh_uuid(request.at), "who": opened.short_name}
    initial["finding"] = request.GET.get("finding", "")
    if first:
        initial["family_words"] = first.words
    initial |= _from_bank(request, opened)
    return _show(request, opened, GoalForm(initial=initial, **_offers(opened)))


def propose_goal(request: Request, child: UUID) -> HttpResponse:
    """Keep the goal as a proposal, with the therapist's own yes."""
    opened = door.own_child(request, child, "propose_goal")
    form = GoalForm(request.POST, **_offers(opened))
    if form.is_valid():
        behind = form.link("priority") or _behind(opened, form.cleaned_data["family_words"])
        made = pages.attempt(form, partial(_propose, request, child, form, behind))
        if made is not None:
            messages.success(request, _("Kept as your proposal. The family’s yes makes it a goal."))
            return redirect("therapist:goal", child, made.uuid)
    return _show(request, opened, form, status=422)


def change_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The same page with the newest words in it."""
    opened = door.own_child(request, child, "change_goal")
    newest = goals_read.versions(opened, goal)[0]
    initial = _of_version(newest) | {"uuid": pages.fresh_uuid(request.at)}
    return _show(request, opened, GoalForm(initial=initial, **_offers(opened)), goal=goal)


def keep_change(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Keep the change as a proposal; what both agreed holds until the other side says yes."""
    opened = door.own_child(request, child, "keep_change")
    form = GoalForm(request.POST, **_offers(opened))
    if form.is_valid():
        made = pages.attempt(form, partial(_change, request, child, goal, form))
        if made is not None:
            messages.success(request, _("Kept as your proposal. It waits for the family’s yes."))
            return redirect("therapist:goal", child, goal)
    return _show(request, opened, form, goal=goal, status=422)


def _from_bank(request: Request, opened: OpenChild) -> dict[str, object]:
    """The clinic's own wording that ``?from=`` names, told of this child."""
    try:
        bank = UUID(request.GET.get("from", ""))
    except ValueError:
        return {}
    wording = names.told(
        goals_read.bank_goal(request.actor, bank).wording, opened.short_name, _("a grown-up")
    )
    return BankForm.of(wording)


def _behind(opened: OpenChild, words: str) -> UUID | None:
    """The priority that was written in exactly these words: other words are not quoted from it."""
    typed = " ".join(words.split())
    return next((one.uuid for one in told.priorities(opened) if " ".join(one.words.split()) == typed), None)


def _propose(request: Request, child: UUID, form: GoalForm, priority: UUID | None) -> GoalSeen:
    return goals.propose_goal(
        actor=request.actor,
        child=child,
        goal=form.cleaned_data["uuid"],
        draft=form.draft(),
        priority=priority,
        finding=form.link("finding"),
        at=request.at,
    )


def _change(request: Request, child: UUID, goal: UUID, form: GoalForm) -> GoalSeen:
    return goals.change_goal(
        actor=request.actor,
        child=child,
        goal=goal,
        version=form.cleaned_data["uuid"],
        seen=form.cleaned_data["seen"] or 0,
        draft=form.draft(),
        at=request.at,
    )


def _of_version(version: VersionSeen) -> dict[str, object]:
    words = version.words
    steps = {f"step_{step.number}": step.words for step in version.steps}
    return steps | {
        "harder": version.harder,
        "scored_by": version.scored_by,
        "scored_from": version.scored_from,
        "seen": version.number,
        "title": version.title,
        "family_words": version.family_words,
        "hardest": list(version.hardest),
        "who": words.who,
        "does": words.does,
        "where_when": words.where_when,
        "with_help": words.with_help,
        "how_often": words.how_often,
        "by_when": words.by_when,
        "matters": version.matters,
        "hopeful": version.hopeful,
    }


def _offers(opened: OpenChild) -> dict[str, _Pairs]:
    """The words and findings that a goal can hang on."""
    priorities = [
        (str(one.uuid), f"{one.by.name}: “{one.words[:_LABEL_LENGTH]}”") for one in told.priorities(opened)
    ]
    findings = [(str(one.uuid), one.does[:_LABEL_LENGTH]) for one in noticed.findings(opened)]
    nothing = ("", _("none yet"))
    return {"priorities": [nothing, *priorities], "findings": [nothing, *findings]}


def _show(
    request: Request, opened: OpenChild, form: GoalForm, *, goal: UUID | None = None, status: int = 200
) -> HttpResponse:
    hints = form.hints()
    page = WritePage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Change the goal") if goal else _("New goal")),
        form=form,
        pieces=_pieces(form),
        hints=hints,
        steps=form.boxes(hints),
        is_started=bool(goal and goals_read.ratings(opened, goal).baseline),
        child_says=_child_says(opened),
        therapist=request.actor.name,
        goal=goal,
    )
    return pages.page(request, "therapist/write_goal.html", page, status=status)


def _pieces(form: GoalForm) -> tuple[Piece, ...]:
    """The sentence in the order of the reader's language, with a box for each word group."""
    return tuple(
        Piece(
            before=before,
            field=form[name] if name else None,
            voice="family" if name in _FAMILY_GROUPS else "therapist",
        )
        for before, name, _spec, _conversion in Formatter().parse(_(SENTENCE))
    )


def _child_says(opened: OpenChild) -> tuple[Said, ...]:
    own = [one for one in told.priorities(opened) if one.by.voice is Voice.CHILD]
    return tuple(frame.said(one.words, one.by) for one in own)
