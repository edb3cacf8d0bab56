"""The homes of a child, each seen by its own grown-ups. Nobody learns here of a home of others."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as seen_of
from alongside.areas.circle.values import HomeSeen, OpenChild, PlaceKind
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent.canvas_forms import NameHomeForm, PutForm, zones
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeLine:
    """One of the reader's homes. ``others`` are carers who could be put there."""

    uuid: UUID
    name: str
    people: str
    form: NameHomeForm
    others: tuple[tuple[str, str], ...]
    is_alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomesPage(FamilyPage):
    """The reader's homes, and a box to name one more."""

    lines: tuple[HomeLine, ...]
    form: NameHomeForm
    zones: tuple[str, ...]
    can_write: bool


def homes(request: Request, child: UUID) -> HttpResponse:
    """The homes the reader looks after the child in; sending names one."""
    needed = Capability.WRITE_STORY if request.method == "POST" else Capability.READ_STORY
    opened = open_for(request, child, needed, "homes")
    form = NameHomeForm(request.POST or None, initial={"uuid": fresh_uuid(request.at), "zone": opened.zone})
    if taken_up(request, form, lambda: _add(request, child, form)):
        messages.success(request, _("Kept. Only the grown-ups of this home and the therapist see it."))
        return redirect("parent:homes", child=child)
    return page(request, "parent/homes.html", _page(opened, form), status=status(form))


def home(request: Request, child: UUID, home: UUID) -> HttpResponse:
    """Another name, or another clock."""
    opened = open_for(request, child, Capability.WRITE_STORY, "homes")
    form = NameHomeForm(request.POST)
    if taken_up(request, form, lambda: _rename(request, child, home, form)):
        return redirect("parent:homes", child=child)
    return page(request, "parent/homes.html", _page(opened, None, (home, form)), status=422)


def put(request: Request, child: UUID, home: UUID) -> HttpResponse:
    """Somebody of the circle looks after the child here, too."""
    open_for(request, child, Capability.WRITE_STORY, "homes")
    form = PutForm(request.POST)
    if not form.is_valid():
        raise NotFound
    person = form.cleaned_data["person"]
    circle.put_in_home(actor=request.actor, child=child, home=home, person=person, at=request.at)
    return redirect("parent:homes", child=child)


def leave(request: Request, child: UUID, home: UUID) -> HttpResponse:
    """The reader looks after the child here no longer."""
    opened = open_for(request, child, Capability.WRITE_STORY, "homes")
    person = opened.actor.uuid
    circle.take_from_home(actor=request.actor, child=child, home=home, person=person, at=request.at)
    return redirect("parent:homes", child=child)


def end(request: Request, child: UUID, home: UUID) -> HttpResponse:
    """This home is no more."""
    open_for(request, child, Capability.WRITE_STORY, "homes")
    circle.end_home(actor=request.actor, child=child, home=home, at=request.at)
    return redirect("parent:homes", child=child)


def _add(request: Request, child: UUID, form: forms.Form) -> object:
    said = dict(form.cleaned_data)
    home = said.pop("uuid")
    return circle.add_home(actor=request.actor, child=child, home=home, at=request.at, **said)


def _rename(request: Request, child: UUID, home: UUID, form: forms.Form) -> object:
    said = {name: form.cleaned_data[name] for name in ("name", "zone")}
    return circle.rename_home(actor=request.actor, child=child, home=home, at=request.at, **said)


def _page(
    opened: OpenChild, form: NameHomeForm | None, came_back: tuple[UUID, NameHomeForm] | None = None
) -> HomesPage:
    carers = tuple(
        (one.pk, str(one.uuid), one.short_name)
        for one in seen_of.grownups(opened)
        if one.kind is PlaceKind.CARER
    )
    fresh = NameHomeForm(initial={"uuid": fresh_uuid(opened.at), "zone": opened.zone})
    return HomesPage(
        **frame(opened, "family"),
        lines=tuple(_line(opened, one, carers, came_back) for one in seen_of.homes(opened)),
        form=form or fresh,
        zones=zones(),
        can_write=opened.allows(Capability.WRITE_STORY),
    )


def _line(
    opened: OpenChild,
    one: HomeSeen,
    carers: tuple[tuple[int, str, str], ...],
    came_back: tuple[UUID, NameHomeForm] | None,
) -> HomeLine:
    there = {person.pk for person in one.people}
    start = {"uuid": fresh_uuid(opened.at), "name": one.name, "zone": one.zone}
    form = came_back[1] if came_back and came_back[0] == one.uuid else None
    return HomeLine(
        uuid=one.uuid,
        name=one.name,
        people=", ".join(one.grown_ups),
        form=form or NameHomeForm(initial=start, auto_id=f"id_{one.uuid}_%s"),
        others=tuple((uuid, name) for pk, uuid, name in carers if pk not in there),
        is_alone=there <= {opened.actor.person},
    )
