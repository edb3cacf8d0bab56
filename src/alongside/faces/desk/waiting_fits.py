"""Who fits a free time: families that wait, in the order of the rules. A person chooses, books or offers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.waiting import actions as waits
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import FittingSeen, OfferSeen, OptionToOffer
from alongside.core import recurrence
from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.faces.common import answers
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.waiting_words import needs
from alongside.faces.desk.frame import clinic_as, moment, open_at_desk
from alongside.faces.desk.waiting_forms import FreeTimeForm, OfferOneForm
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class FitLine:
    """One family: what it needs, whether it named this time, and the identifiers of an offer to it."""

    child: UUID
    name: str
    age: int
    words: str
    needs: str
    they_could: bool
    days: int
    offer: UUID
    time: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FitsPage:
    """A free time, and the families it fits. ``query`` carries the time to the page that books."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    when: str
    therapist: str
    minutes: int
    fits: tuple[FitLine, ...]
    query: str
    asked: dict[str, Any]


def who_fits(request: Request) -> HttpResponse:
    """The families; without a readable time in the address there is nothing here."""
    form = FreeTimeForm(request.GET)
    if not form.is_valid():
        raise NotFound
    clinic = clinic_as(request, *MemberRole)
    starts_at = _starts_at(form, clinic.zone)
    asked = {"therapist": form.cleaned_data["therapist"], "minutes": form.cleaned_data["minutes"]}
    found = queries.who_fits(
        request.actor, clinic.pk, asked["therapist"], starts_at, asked["minutes"], request.at
    )
    zone = ZoneInfo(clinic.zone)
    local, today = starts_at.astimezone(zone).strftime("%Y-%m-%dT%H:%M"), request.at.astimezone(zone).date()
    shown = FitsPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=(Crumb(label=_("Who fits")),),
        when=moment(starts_at, clinic.zone),
        therapist=people.therapist(clinic.pk, asked["therapist"], request.at).name,
        minutes=asked["minutes"],
        fits=tuple(_line(request, one, today) for one in found),
        query=urlencode(asked | {"starts": local}),
        asked=asked | {"starts": local},
    )
    part = "#fits" if request.htmx else ""
    return page(request, f"desk/who_fits.html{part}", shown)


def offer_one(request: Request, child: UUID) -> HttpResponse:
    """Offer a free time to one family, as a single visit."""
    opened = open_at_desk(
        request, child, Capability.BOOK_VISITS, "desk.offer_one", reads=Capability.READ_NAME
    )
    form = OfferOneForm(request.POST)
    if not form.is_valid():
        raise InvalidInput
    try:
        made = _offer(request, opened, form)
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.error(request, answers.said(refusal))
    else:
        says = _("Offered to %(name)s’s family. It is held until %(until)s.")
        said = {"name": made.child_name, "until": moment(made.held_until, made.zone)}
        messages.success(request, says % said)
    return redirect("desk:waiting")


def _offer(request: Request, opened: OpenChild, form: OfferOneForm) -> OfferSeen:
    typed, starts_at = form.cleaned_data, _starts_at(form, opened.zone)
    if made := _offered(opened, typed["offer"]):
        return made
    option = OptionToOffer(
        time=typed["time"],
        therapist=typed["therapist"],
        starts_at=starts_at,
        minutes=typed["minutes"],
        room=queries.room_for(opened, typed["therapist"], starts_at, typed["minutes"]),
    )
    return waits.offer_times(
        actor=request.actor, child=opened.uuid, offer=typed["offer"], options=[option], at=request.at
    )


def _offered(opened: OpenChild, offer: UUID) -> OfferSeen | None:
    """The offer, where the tap was sent again."""
    try:
        return queries.offer(opened, offer)
    except NotFound:
        return None


def _starts_at(form: FreeTimeForm, zone: str) -> datetime:
    starts = form.cleaned_data["starts"]
    return recurrence.instant(starts.date(), starts.time(), ZoneInfo(zone))


def _line(request: Request, one: FittingSeen, today: date) -> FitLine:
    place = one.place
    return FitLine(
        child=place.child,
        name=place.child_name,
        age=place.age,
        words=place.words,
        needs=", ".join(needs(place)),
        they_could=one.they_could,
        days=place.days(today),
        offer=fresh_uuid(request.at),
        time=fresh_uuid(request.at),
    )
