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
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values import SiteSeen
from alongside.areas.people.values import ClinicSeen
from alongside.core import bounds
from alongside.core.refusals import NotFound
from alongside.faces.common import answers
from alongside.faces.common.pages import UuidField, attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import sealed
from alongside.faces.desk.fields import Line, Number, OneOf
from alongside.faces.desk.times import runs, times_crumbs
from alongside.ui.nav import Crumb, Nav

_SALT = "desk.places"


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
    """The places with their ways. ``way`` is None while there are not two.

    ``stays`` says of one place why it cannot be taken away. ``gone`` is the one that can come back, with its seal.
    """

    nav: Nav
    crumbs: tuple[Crumb, ...]
    places: tuple[SiteSeen, ...]
    ways: tuple[str, ...]
    form: PlaceForm
    way: WayForm | None
    changes: UUID | None
    stays: tuple[UUID, str] | None
    gone: tuple[str, str] | None


def places(request: Request) -> HttpResponse:
    """The places; POST keeps one, takes one away or brings it back, or keeps the way between two.

    ``?place=`` opens one to be changed.
    """
    mine = runs(request)
    sites = times.sites(mine.pk)
    sent = request.POST.get("do", "") if request.method == "POST" else ""
    if sent == "back":
        return _bring_back(request, mine)
    if sent == "remove":
        return _remove(request, mine, sites)
    form = PlaceForm(request.POST if sent == "place" else None, initial=_known(request, sites))
    way = WayForm(request.POST if sent == "way" else None, sites=sites)
    if (sent == "place" and _keep_place(request, mine, form)) or (
        sent == "way" and _keep_way(request, mine, way)
    ):
        messages.success(request, _("That is kept."))
        return redirect("desk:places")
    return _show(request, mine, sites, form, way)


def _show(
    request: Request,
    mine: ClinicSeen,
    sites: tuple[SiteSeen, ...],
    form: PlaceForm,
    way: WayForm,
    stays: tuple[UUID, str] | None = None,
) -> HttpResponse:
    opened = _opened(request, sites)
    shown = PlacesPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=times_crumbs(_("Places")),
        places=sites,
        ways=_ways(mine, sites),
        form=form,
        way=way if len(sites) > 1 else None,
        changes=opened.uuid if opened else None,
        stays=stays,
        gone=_gone(request),
    )
    return page(request, "desk/places.html", shown, status=422 if request.method == "POST" else 200)


def _gone(request: Request) -> tuple[str, str] | None:
    """The name of the place that was just taken away, and its seal."""
    seal = request.GET.get("undo", "")
    told = sealed.opened(request, _SALT, seal)
    return (told["name"], seal) if told else None


def _remove(request: Request, mine: ClinicSeen, sites: tuple[SiteSeen, ...]) -> HttpResponse:
    """Take a place away; the next page can bring it back."""
    site = next((one for one in sites if str(one.uuid) == request.POST.get("remove")), None)
    if site is None:
        raise NotFound
    seal = sealed.seal(request, _SALT, _told(mine, sites, site))
    try:
        diary.remove_site(actor=request.actor, clinic=mine.pk, site=site.uuid, at=request.at)
    except diary.PlaceNeeded as refusal:
        form, way = PlaceForm(initial=_known(request, sites)), WayForm(sites=sites)
        return _show(request, mine, sites, form, way, (site.uuid, answers.said(refusal)))
    return redirect(f"{reverse('desk:places')}?undo={seal}")


def _told(mine: ClinicSeen, sites: Sequence[SiteSeen], site: SiteSeen) -> dict[str, Any]:
    """A place and its ways, in words that can be sealed."""
    known = times.travels(mine.pk)
    said = {str(one.uuid): known.minutes(site.pk, one.pk) for one in sites if one != site}
    return {
        "site": str(site.uuid),
        "name": site.name,
        "address": site.address,
        "is_base": site.is_base,
        "ways": {there: minutes for there, minutes in said.items() if minutes},
    }


def _bring_back(request: Request, mine: ClinicSeen) -> HttpResponse:
    """Keep the place and its ways again, as they were."""
    told = sealed.opened(request, _SALT, request.POST.get("undo", ""))
    if told is None:
        raise NotFound
    who: dict[str, Any] = {"actor": request.actor, "clinic": mine.pk, "at": request.at}
    site, said = UUID(told["site"]), {name: told[name] for name in ("name", "address", "is_base")}
    there = {str(one.uuid) for one in diary.keep_site(**who, site=site, **said)}
    for other in told["ways"].keys() & there:
        diary.keep_travel(**who, a=site, b=UUID(other), minutes=told["ways"][other])
    messages.success(request, _("%(name)s is back.") % {"name": told["name"]})
    return redirect("desk:places")


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
