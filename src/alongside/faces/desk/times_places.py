"""The places where the clinic works, and the way between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values import SiteSeen
from alongside.areas.people.values import ClinicSeen
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.fields import Line, Number, OneOf
from alongside.faces.desk.times import runs, times_crumbs
from alongside.ui.nav import Crumb, Nav


class PlaceForm(forms.Form):
    """A place where the clinic works."""

    uuid = UuidField()
    name = Line(limit=bounds.TITLE, required=True, label=gettext_lazy("Name of the place"))
    address = Line(limit=bounds.SENTENCE, label=gettext_lazy("Address"))
    is_base = forms.BooleanField(required=False, label=gettext_lazy("Most visits are here"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "place_%s"})


class WayForm(forms.Form):
    """How long it takes between two places."""

    a = OneOf(label=gettext_lazy("Between"))
    b = OneOf(label=gettext_lazy("and"))
    minutes = Number(low=0, high=480, label=gettext_lazy("Minutes on the way"))

    def __init__(self, *args: Any, sites: Sequence[SiteSeen], **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "way_%s"})
        choices = [(str(site.uuid), site.name) for site in sites]
        for name in ("a", "b"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
        if not self.is_bound and len(choices) > 1:
            self.initial = {"a": choices[0][0], "b": choices[1][0]}

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("a") and typed.get("a") == typed.get("b"):
            self.add_error("b", _("Choose two different places."))
        return typed


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """The places with their ways. ``way`` is None while there are not two."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    places: tuple[SiteSeen, ...]
    ways: tuple[str, ...]
    form: PlaceForm
    way: WayForm | None
    changes: UUID | None


def places(request: Request) -> HttpResponse:
    """The places; POST keeps one, or the way between two. ``?place=`` opens one to be changed."""
    mine = runs(request)
    sites = times.sites(mine.pk)
    sent = request.POST.get("do", "") if request.method == "POST" else ""
    form = PlaceForm(request.POST if sent == "place" else None, initial=_known(request, sites))
    way = WayForm(request.POST if sent == "way" else None, sites=sites)
    if (sent == "place" and _keep_place(request, mine, form)) or (
        sent == "way" and _keep_way(request, mine, way)
    ):
        messages.success(request, _("That is kept."))
        return redirect("desk:places")
    status = 422 if request.method == "POST" else 200
    return page(request, "desk/places.html", _page(request, mine, sites, form, way), status=status)


def _page(
    request: Request, mine: ClinicSeen, sites: tuple[SiteSeen, ...], form: PlaceForm, way: WayForm
) -> PlacesPage:
    opened = _opened(request, sites)
    return PlacesPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=times_crumbs(_("Places")),
        places=sites,
        ways=_ways(mine, sites),
        form=form,
        way=way if len(sites) > 1 else None,
        changes=opened.uuid if opened else None,
    )


def _ways(mine: ClinicSeen, sites: Sequence[SiteSeen]) -> tuple[str, ...]:
    """Willow House and Hill School: 20 minutes. Only ways that somebody wrote down."""
    found = times.travels(mine.pk)
    said = ((a, b, found.minutes(a.pk, b.pk)) for a, b in combinations(sites, 2))
    words = _("%(a)s and %(b)s: %(minutes)d minutes")
    return tuple(words % {"a": a.name, "b": b.name, "minutes": minutes} for a, b, minutes in said if minutes)


def _opened(request: Request, sites: Sequence[SiteSeen]) -> SiteSeen | None:
    wanted = request.GET.get("place", "")
    return next((site for site in sites if str(site.uuid) == wanted), None)


def _known(request: Request, sites: Sequence[SiteSeen]) -> dict[str, object]:
    """A place to be changed, or a new one."""
    opened = _opened(request, sites)
    if opened is None:
        return {"uuid": fresh_uuid(request.at), "is_base": not sites}
    return {
        "uuid": opened.uuid,
        "name": opened.name,
        "address": opened.address,
        "is_base": opened.is_base,
    }


def _keep_place(request: Request, mine: ClinicSeen, form: PlaceForm) -> bool:
    if not form.is_valid():
        return False
    typed = dict(form.cleaned_data)
    said: dict[str, Any] = {
        "actor": request.actor,
        "clinic": mine.pk,
        "site": typed.pop("uuid"),
        "at": request.at,
    }
    return attempt(form, lambda: diary.keep_site(**said, **typed)) is not None


def _keep_way(request: Request, mine: ClinicSeen, form: WayForm) -> bool:
    if not form.is_valid():
        return False
    diary.keep_travel(actor=request.actor, clinic=mine.pk, **form.cleaned_data, at=request.at)
    return True
