"""Giving a family's own idea to other families, without names, and taking it back."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.library import queries as library
from alongside.areas.programme import actions as changes
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent.frame import FamilyPage, frame, open_for

_BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class LendPage(FamilyPage):
    """What would be given. ``is_given``: it is given now."""

    placed: PlacementSeen
    is_given: bool


def lend_idea(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """The question, and its answer: the button says which one."""
    opened = open_for(request, child, Capability.AGREE_PROGRAMME, "lend_idea")
    if request.method == "POST":
        back = request.POST.get("answer") == _BACK
        act = changes.keep_idea_home if back else changes.lend_idea
        act(actor=request.actor, at=request.at, child=child, placement=placement)
        messages.success(
            request, _("It stays at home.") if back else _("Thank you. Your names stay out of it.")
        )
        return redirect("parent:idea", child=child, placement=placement)
    placed = programme.placement(opened, placement)
    shown = LendPage(**frame(opened, "plan"), placed=placed, is_given=library.is_given(placement))
    return page(request, "parent/lend_idea.html", shown)
