"""Looking back together: what was hoped, done, noticed and moved, and what becomes of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.review import actions as review
from alongside.areas.review import queries as looking
from alongside.areas.review.values import Ahead, CycleSeen, Ending, OwnView, Stage
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.faces.common import review_lines
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.review_forms import AheadForm, AnswerForm, EndingForm, MoveForm, ViewForm
from alongside.faces.common.review_lines import Lines
from alongside.faces.parent import days
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLine:
    """Another look back, by its day."""

    uuid: UUID
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage(FamilyPage):
    """One look back. ``cycle`` is None before the first one is planned."""

    cycle: CycleSeen | None
    when: str
    moved: tuple[str, ...]
    view: str
    look: Lines | None
    earlier: tuple[EarlierLine, ...]
    can_write: bool
    can_move: bool
    can_rate: bool
    goodbye: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewPage(FamilyPage):
    """The few questions. ``therapist`` is whom it is shown to."""

    cycle: CycleSeen
    form: ViewForm
    therapist: str
    shown: str
    can_choose: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePage(FamilyPage):
    """Another day for looking back."""

    cycle: CycleSeen
    when: str
    form: MoveForm


def review_page(request: Request, child: UUID) -> HttpResponse:
    """The look back that is open, else the last one, else what it will be."""
    opened = open_for(request, child, Capability.READ_TALK, "review")
    every = looking.cycles(opened)
    return page(request, "parent/review.html", _page(opened, every[0] if every else None))


def look_back(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """One look back, open or long past."""
    opened = open_for(request, child, Capability.READ_TALK, "review")
    return page(request, "parent/review.html", _page(opened, looking.cycle(opened, cycle)))


def view(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """One's own view: kept for later, or shown to the therapist as it is now."""
    opened = open_for(request, child, Capability.WRITE_TALK, "review_view")
    seen, mine = looking.cycle(opened, cycle), looking.own_view(opened, cycle)
    form = ViewForm(request.POST or None, initial=_kept(opened, mine), key="view")
    shows = "show" in request.POST
    if taken_up(request, form, lambda: _keep(request, child, cycle, form, shows=shows)):
        messages.success(request, _("It is shown.") if shows else _("Kept. Only you can read it."))
        return redirect("parent:look_back", child=child, cycle=cycle)
    built = ViewPage(
        **frame(opened, "plan"),
        cycle=seen,
        form=form,
        therapist=_therapist(opened),
        shown=days.when(opened, mine.shown_at) if mine and mine.shown_at else "",
        can_choose=not opened.is_restricted,
    )
    return page(request, "parent/review_view.html", built, status=status(form))


def move(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """Choose another day, with a word why."""
    opened = open_for(request, child, Capability.PROPOSE_GOALS, "move_review")
    seen = looking.cycle(opened, cycle)
    form = MoveForm(request.POST or None, initial={"uuid": fresh_uuid(request.at)}, key="move")
    if taken_up(request, form, lambda: _move(request, child, cycle, form)):
        messages.success(request, _("The day is moved. The therapist sees why."))
        return redirect("parent:look_back", child=child, cycle=cycle)
    built = MovePage(**frame(opened, "plan"), cycle=seen, when=_day(seen.planned_on), form=form)
    return page(request, "parent/review_move.html", built, status=status(form))


def decide_goal(request: Request, child: UUID, cycle: UUID, goal: UUID) -> HttpResponse:
    """The family says what becomes of one goal."""
    opened = open_for(request, child, Capability.PROPOSE_GOALS, "decide_goal")
    form = EndingForm(request.POST, key=goal)

    def act() -> object:
        said = form.cleaned_data
        about = {"cycle": cycle, "goal": goal, "decision": said["uuid"], "words": said["words"]}
        return review.propose_ending(**_by(request, child), **about, ending=Ending(said["ending"]))

    return _said(request, opened, cycle, (goal, form), act)


def decide_ahead(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """The family says how it goes on."""
    opened = open_for(request, child, Capability.PROPOSE_GOALS, "decide_ahead")
    form = AheadForm(request.POST, key="ahead")

    def act() -> object:
        said = form.cleaned_data
        about = {"cycle": cycle, "decision": said["uuid"], "words": said["words"]}
        chosen = {"ahead": Ahead(said["ahead"]), "check_in_on": said["check_in_on"]}
        return review.propose_ahead(**_by(request, child), **about, **chosen)

    return _said(request, opened, cycle, ("ahead", form), act)


def answer_ending(request: Request, child: UUID, cycle: UUID, ending: UUID) -> HttpResponse:
    """The family's answer about a goal."""
    opened = open_for(request, child, Capability.AGREE_GOALS, "answer_ending")
    decided = next((one for one in looking.endings(opened, cycle) if one.uuid == ending), None)
    if decided is None:
        raise NotFound(child=opened.pk)
    form = AnswerForm(request.POST, key=ending, **review_lines.choices_of(decided))

    def act() -> object:
        said = form.answer(Ending)
        return review.answer_ending(**_by(request, child), decision=ending, **said)

    return _said(request, opened, cycle, (ending, form), act)


def answer_ahead(request: Request, child: UUID, cycle: UUID, ahead: UUID) -> HttpResponse:
    """The family's answer about how it goes on."""
    opened = open_for(request, child, Capability.AGREE_GOALS, "answer_ahead")
    decided = next((one for one in looking.aheads(opened, cycle) if one.uuid == ahead), None)
    if decided is None:
        raise NotFound(child=opened.pk)
    form = AnswerForm(request.POST, key=ahead, **review_lines.choices_of(decided))

    def act() -> object:
        said = form.answer(Ahead)
        return review.answer_ahead(**_by(request, child), decision=ahead, **said)

    return _said(request, opened, cycle, (ahead, form), act)


def _said(
    request: Request, opened: OpenChild, cycle: UUID, about: tuple[object, Form], act: Any
) -> HttpResponse:
    """One answer on the page; a form that came back stands in its place."""
    key, form = about
    if form.is_valid() and attempt(form, lambda: (act(),)) is not None:
        return redirect("parent:look_back", child=opened.uuid, cycle=cycle)
    built = _page(opened, looking.cycle(opened, cycle), {key: form})
    return page(request, "parent/review.html", built, status=422)


def _by(request: Request, child: UUID) -> dict[str, Any]:
    return {"actor": request.actor, "child": child, "at": request.at}


def _keep(request: Request, child: UUID, cycle: UUID, form: ViewForm, *, shows: bool) -> object:
    if not shows:
        return review.keep_view(**_by(request, child), cycle=cycle, told=form.told())
    said = {"showing": form.cleaned_data["uuid"], "to_all": form.cleaned_data["to_all"]}
    return review.show_view(**_by(request, child), cycle=cycle, told=form.told(), **said)


def _move(request: Request, child: UUID, cycle: UUID, form: MoveForm) -> object:
    said = form.cleaned_data
    about = {"cycle": cycle, "move": said["uuid"], "words": said["words"]}
    return review.move_cycle(**_by(request, child), **about, planned_on=said["planned_on"])


def _kept(opened: OpenChild, mine: OwnView | None) -> dict[str, object]:
    start: dict[str, object] = {"uuid": fresh_uuid(opened.at)}
    if mine is None:
        return start
    return start | {name: getattr(mine.told, name) for name in mine.told.__slots__}


def _page(opened: OpenChild, seen: CycleSeen | None, refused: dict[object, Form] | None = None) -> ReviewPage:
    looked = looking.look_back(opened, seen) if seen else None
    is_open = seen is not None and seen.stage is not Stage.CLOSED
    preparing = seen is not None and seen.stage is Stage.PREPARING
    return ReviewPage(
        **frame(opened, "plan"),
        cycle=seen,
        when=_when(seen) if seen else "",
        moved=tuple(_moved(one.by.name, one.to_on, one.words) for one in seen.moves)
        if preparing and seen
        else (),
        view=_view_line(looked.mine) if looked else "",
        look=review_lines.lines(opened, looked, refused) if looked else None,
        earlier=_earlier(opened, seen),
        can_write=is_open and opened.allows(Capability.WRITE_TALK),
        can_move=preparing and opened.allows(Capability.PROPOSE_GOALS),
        can_rate=is_open and opened.allows(Capability.WRITE_STORY),
        goodbye=days.full_day(days.local(opened, opened.closed_at).date()) if opened.closed_at else "",
    )


def _when(seen: CycleSeen) -> str:
    if seen.held_on:
        return _("We looked together on %(day)s.") % {"day": days.full_day(seen.held_on)}
    return _("We look together on %(day)s.") % {"day": _day(seen.planned_on)} if seen.planned_on else ""


def _day(on: date | None) -> str:
    return days.full_day(on) if on else ""


def _moved(name: str, to_on: date, words: str) -> str:
    return _("%(name)s moved it to %(day)s: “%(words)s”") % {
        "name": name,
        "day": days.full_day(to_on),
        "words": words,
    }


def _view_line(mine: OwnView | None) -> str:
    """Where the reader's own view stands."""
    if mine is None:
        return _("A few questions. Skip any. Nobody reads it before you show it.")
    if mine.shown_at is None:
        return _("You began. Nobody reads it before you show it.")
    if mine.changed:
        return _("You wrote on since you showed it. Show it again when it is ready.")
    return _("You showed your view. You can write on any time.")


def _earlier(opened: OpenChild, seen: CycleSeen | None) -> tuple[EarlierLine, ...]:
    others = [one for one in looking.cycles(opened) if seen is None or one.uuid != seen.uuid]
    return tuple(EarlierLine(uuid=one.uuid, day=_day(one.held_on) or _("Being prepared")) for one in others)


def _therapist(opened: OpenChild) -> str:
    return next((one.short_name for one in circle.therapists_of(opened)), _("the therapist"))
