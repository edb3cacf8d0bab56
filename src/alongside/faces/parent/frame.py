"""What every page of the family's phone shares: the tabs, the child in the address, and how a form is taken up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, Voice
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import attempt
from alongside.faces.common.request import Request
from alongside.ui.nav import FamilyNav, Tab

VOICES = {
    Voice.FAMILY: "family",
    Voice.CHILD: "family",
    Voice.THERAPIST: "therapist",
    Voice.SCHOOL: "school",
}


# What each tab asks for first, in the order in which they stand.
TABS: dict[Tab, Capability] = {
    "today": Capability.READ_PROGRAMME,
    "plan": Capability.READ_PROGRAMME,
    "talk": Capability.READ_TALK,
    "wins": Capability.READ_WINS,
    "family": Capability.READ_CONTACT,
}


class Frame(TypedDict):
    """The fields of FamilyPage."""

    nav: FamilyNav
    child: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """Another child of the same carer, for the switcher."""

    uuid: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPage:
    """The part of a page that is the same everywhere; ``name`` is what the child is called."""

    nav: FamilyNav
    child: UUID
    name: str


def frame(opened: OpenChild, tab: Tab) -> Frame:
    """The shared part of a page of this child."""
    nav = FamilyNav(child_uuid=opened.uuid, current=tab, tabs=tabs(opened))
    return {"nav": nav, "child": opened.uuid, "name": opened.short_name}


def tabs(opened: OpenChild) -> tuple[Tab, ...]:
    """The tabs that the reader may open."""
    return tuple(tab for tab, needed in TABS.items() if opened.allows(needed))


def start(request: Request, child: UUID) -> HttpResponse:
    """Lead to the first page that the reader may open: Today, or Talk, which is always theirs."""
    opened = open_for(request, child, Capability.READ_TALK, "start")
    return redirect(f"parent:{tabs(opened)[0]}", child=child)


def siblings(opened: OpenChild) -> tuple[Sibling, ...]:
    """The reader's other children: a name each, whatever may be seen of them."""
    children = circle.children_of(opened.actor, opened.at)
    return tuple(Sibling(uuid=uuid, name=name) for uuid, name in children if uuid != str(opened.uuid))


def open_for(request: Request, child: UUID, capability: Capability, doing: str) -> OpenChild:
    """The child in the address, opened for the person who asks.

    A page that only shows a form is looking, so it leaves a line of looking on the trail, even where the right
    that it asks for is one to write. The action that follows leaves its own line.
    """
    name = f"parent.{doing}"
    looks = capability if capability.is_read else Capability.READ_NAME
    opened = gate.open_child(request.actor, child, looks, request.at, doing=name)
    opened.check(capability, name)
    return opened


def taken_up(request: Request, form: forms.Form, act: Callable[[], object]) -> bool:
    """Whether the form was sent and the action done; refusals stand in the form afterwards."""
    if request.method != "POST" or not form.is_valid():
        return False
    return attempt(form, lambda: (act(),)) is not None


def status(form: forms.Form) -> int:
    """200 for a fresh form, 422 for one that came back."""
    return 422 if form.is_bound else 200


def first_problem(form: forms.Form) -> str:
    """The first sentence of a form that came back, for pages that show it above everything."""
    return next((str(error) for errors in form.errors.values() for error in errors), "")
