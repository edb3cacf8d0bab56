"""An idea in detail: how, why, who chose it, and everything a family can say about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import actions as changes
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import AnswerSeen, PlacementSeen, PlacementState, ReasonChain
from alongside.areas.programme.values.copies import Copy
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.core.safety import photos_allowed
from alongside.core.words import gettext_noop
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.pictures import PictureShown
from alongside.faces.common.request import Request
from alongside.faces.parent import pictures
from alongside.faces.parent.answer_forms import AnswerForm
from alongside.faces.parent.forms import ChangeForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, taken_up

CLOSENESS = {
    "TOUCH": gettext_noop("Stay within reach."),
    "SIGHT": gettext_noop("Stay where you can see."),
    "NEARBY": gettext_noop("Stay near."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaPage(FamilyPage):
    """``copy`` is the idea as it was given, None for one of their own. ``form`` and ``answer`` may have come back.

    ``mine`` is what the reader answered so far.
    """

    placed: PlacementSeen
    words: str
    routine: str
    icon: str
    chosen_by: str
    copy: Copy | None
    closeness: str
    warnings: tuple[str, ...]
    chain: ReasonChain
    form: ChangeForm
    answer: AnswerForm
    mine: AnswerSeen | None
    fresh: UUID
    picture: PictureShown | None
    may_picture: bool
    can_record: bool
    can_notice: bool
    can_decide: bool
    asks_yes: bool
    is_resting: bool


def idea(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """One idea, with its steps and its reasons."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "idea")
    return page(request, "parent/idea.html", idea_page(opened, placement))


def easier(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """One way easier, at once."""
    return decide(request, child, placement, "easier_idea", changes.make_easier)


def rest(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Let it rest. No reason is asked."""
    return decide(request, child, placement, "rest_idea", changes.rest_placement)


def resume(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Bring it back."""
    return decide(request, child, placement, "resume_idea", changes.resume_placement)


def swap(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """Ask for another idea in its place, with a few words if they like."""
    form = ChangeForm(request.POST)
    words = form.data.get("words", "") if form.is_valid() else ""
    return decide(request, child, placement, "swap_idea", partial(changes.swap_placement, words=words), form)


def decide(
    request: Request,
    child: UUID,
    placement: UUID,
    doing: str,
    act: Callable[..., PlacementSeen],
    sent: ChangeForm | None = None,
) -> HttpResponse:
    """Every decision here is the family's own, so the child is opened for that first."""
    opened = open_for(request, child, Capability.AGREE_PROGRAMME, doing)
    form = sent or ChangeForm(request.POST)
    done = partial(act, actor=request.actor, child=child, placement=placement, at=request.at)
    if taken_up(request, form, lambda: done(change=form.cleaned_data["uuid"])):
        return redirect("parent:idea", child=child, placement=placement)
    return page(request, "parent/idea.html", idea_page(opened, placement, form), status=422)


def idea_page(
    opened: OpenChild, placement: UUID, form: ChangeForm | None = None, answer: AnswerForm | None = None
) -> IdeaPage:
    """The page, with the form that came back."""
    placed = programme.placement(opened, placement)
    asks_yes = _asks_yes(opened, placed)
    fresh = {"uuid": fresh_uuid(opened.at)}
    copy = placed.copy
    routine = routines.routine(placed.routine)
    return IdeaPage(
        **frame(opened, "plan"),
        placed=placed,
        words=placed.family_words,
        routine=_(routine.label),
        icon=routine.icon,
        chosen_by=_chosen_by(placed),
        copy=copy,
        closeness=_closeness(copy),
        warnings=tuple(dict.fromkeys(_(warning.sentence) for warning in placed.warnings)),
        chain=programme.reason_chain(opened, placed),
        form=form or ChangeForm(initial=fresh),
        answer=answer or AnswerForm(initial=fresh),
        mine=_mine(opened, placement) if asks_yes else None,
        fresh=fresh_uuid(opened.at),
        picture=pictures.newest(opened, placement),
        may_picture=photos_allowed((), placed.routine) and opened.allows(Capability.LIGHTEN_PROGRAMME),
        can_record=placed.is_live and not placed.is_held and opened.allows(Capability.WRITE_ENTRIES),
        can_notice=opened.allows(Capability.WRITE_ENTRIES),
        can_decide=opened.allows(Capability.AGREE_PROGRAMME),
        asks_yes=asks_yes,
        is_resting=placed.state is PlacementState.RESTING,
    )


def _asks_yes(opened: OpenChild, placed: PlacementSeen) -> bool:
    return placed.waits_for_family and not placed.is_held and opened.allows(Capability.AGREE_PROGRAMME)


def _mine(opened: OpenChild, placement: UUID) -> AnswerSeen | None:
    return next((one for one in programme.answers(opened, placement=placement) if one.is_mine), None)


def _closeness(copy: Copy | None) -> str:
    sentence = CLOSENESS.get(copy.supervision.level) if copy else None
    return _(sentence) if sentence else ""


def _chosen_by(placed: PlacementSeen) -> str:
    if placed.whose == "FAMILY":
        return _("Your family’s own idea.")
    return _("%(name)s chose this with you in mind.") % {"name": placed.proposed_by.name}
