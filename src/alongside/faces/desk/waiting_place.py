"""One family that waits: what for, when it hears from the clinic, and taking it off the list."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.waiting import actions as waits
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import (
    ContactKind,
    ContactSeen,
    OfferSeen,
    OfferState,
    PlaceDraft,
    PlaceSeen,
    Rhythm,
    Urgency,
    Way,
    WhyEnded,
)
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.frame import long_day, moment, open_at_desk
from alongside.faces.desk.waiting import offer_time
from alongside.faces.desk.waiting_forms import CONTACTS, EndForm, MadeContactForm, PlaceForm
from alongside.ui.nav import Crumb, Nav

_STATES = {
    OfferState.OPEN: gettext_lazy("open"),
    OfferState.TAKEN: gettext_lazy("taken"),
    OfferState.DECLINED: gettext_lazy("none of these"),
    OfferState.LAPSED: gettext_lazy("no answer yet"),
    OfferState.WITHDRAWN: gettext_lazy("taken back"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferBefore:
    """What was offered before, in a line, and what the family wrote."""

    times: str
    state: str
    at: str
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """One family's place: ``is_waiting`` is False while it is not on the list."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    is_waiting: bool
    contact_on: str
    contacts: tuple[tuple[str, str, str, str], ...]
    offers: tuple[OfferBefore, ...]
    form: PlaceForm
    contact: MadeContactForm
    end: EndForm


def place(request: Request, child: UUID) -> HttpResponse:
    """What a family waits for; POST keeps it."""
    opened = open_at_desk(request, child, Capability.BOOK_VISITS, "desk.waiting_place")
    form = _place_form(request, opened, request.POST or None)
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, lambda: _keep(request, child, form)) is not None:
        messages.success(request, _("%(name)s is on the list.") % {"name": opened.short_name})
        return redirect("desk:waiting")
    return _shown(request, opened, form=form)


def contact(request: Request, child: UUID) -> HttpResponse:
    """Keep that the clinic was in touch."""
    opened = open_at_desk(request, child, Capability.BOOK_VISITS, "desk.record_contact")
    form = MadeContactForm(request.POST)
    if form.is_valid() and attempt(form, lambda: _contact(request, child, form)) is not None:
        messages.success(request, _("Kept. The next word has its day."))
        return redirect("desk:waiting_place", child=child)
    return _shown(request, opened, contact=form)


def end(request: Request, child: UUID) -> HttpResponse:
    """Take a family off the list."""
    opened = open_at_desk(request, child, Capability.BOOK_VISITS, "desk.end_waiting")
    form = EndForm(request.POST)
    if form.is_valid():
        why = WhyEnded(form.cleaned_data["why"])
        waits.end_place(actor=request.actor, child=child, why=why, at=request.at)
        messages.success(request, _("%(name)s is off the list.") % {"name": opened.short_name})
        return redirect("desk:waiting")
    return _shown(request, opened, end=form)


def _keep(request: Request, child: UUID, form: PlaceForm) -> PlaceSeen:
    typed: dict[str, Any] = dict(form.cleaned_data)
    place = typed.pop("place")
    draft = PlaceDraft(
        **typed
        | {
            "urgency": Urgency(typed["urgency"]),
            "rhythm": Rhythm(typed["rhythm"]),
            "way": Way(typed["way"]),
        }
    )
    return waits.keep_place(actor=request.actor, child=child, place=place, draft=draft, at=request.at)


def _contact(request: Request, child: UUID, form: MadeContactForm) -> tuple[ContactSeen, ...]:
    typed = dict(form.cleaned_data)
    kind = ContactKind(typed.pop("kind"))
    return waits.record_contact(actor=request.actor, child=child, kind=kind, at=request.at, **typed)


def _place_form(request: Request, opened: OpenChild, data: Any) -> PlaceForm:
    therapists = [(one.uuid, one.name) for one in people.colleagues(opened.clinic, request.at)]
    return PlaceForm(data, initial=_initial(opened), therapists=therapists)


def _initial(opened: OpenChild) -> dict[str, Any]:
    seen = queries.place(opened)
    fresh = {"place": fresh_uuid(opened.at), "since_on": opened.today, "minutes": 45}
    if seen is None:
        usual = {"urgency": Urgency.ROUTINE.value, "rhythm": Rhythm.WEEKLY.value, "way": Way.IN_ROOM.value}
        return fresh | usual
    kept = ("since_on", "minutes", "therapist", "language", "only_after_school", "short_notice", "words")
    chosen = {"urgency": seen.urgency.value, "rhythm": seen.rhythm.value, "way": seen.way.value}
    features = {"room_features": ", ".join(seen.room_features)}
    return fresh | {name: getattr(seen, name) for name in kept} | chosen | features


def _shown(
    request: Request,
    opened: OpenChild,
    *,
    form: PlaceForm | None = None,
    contact: MadeContactForm | None = None,
    end: EndForm | None = None,
) -> HttpResponse:
    sent = next((one for one in (form, contact, end) if one is not None and one.is_bound), None)
    seen = queries.place(opened)
    shown = PlacePage(
        nav=staff_nav(request.actor, "families"),
        crumbs=_crumbs(opened),
        child=opened.uuid,
        name=opened.short_name,
        is_waiting=seen is not None,
        contact_on=long_day(seen.contact_on) if seen else "",
        contacts=tuple(_said(one, opened.zone) for one in queries.contacts(opened)),
        offers=tuple(map(_before, queries.offers(opened))),
        form=form or _place_form(request, opened, None),
        contact=contact or MadeContactForm(initial={"contact": fresh_uuid(request.at)}),
        end=end or EndForm(),
    )
    return page(request, "desk/waiting_place.html", shown, status=422 if sent is not None else 200)


def _crumbs(opened: OpenChild) -> tuple[Crumb, ...]:
    return Crumb(label=_("Waiting for a time"), url=reverse("desk:waiting")), Crumb(label=opened.name)


def _said(one: ContactSeen, zone: str) -> tuple[str, str, str, str]:
    return str(CONTACTS[one.kind]), one.words, one.by_name, moment(one.at, zone)


def _before(offer: OfferSeen) -> OfferBefore:
    return OfferBefore(
        times="; ".join(offer_time(offer)),
        state=str(_STATES[offer.state]),
        at=moment(offer.at, offer.zone),
        words=offer.words,
        by=offer.answered_by,
    )
