"""A regular time for a child: the three that fit best, each with what it costs, offered one by one or together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values.windows import wishes
from alongside.areas.people import queries as people
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries as offers
from alongside.areas.waiting.queries.fits import FitSeen, Wanted, best_three
from alongside.areas.waiting.values import OfferSeen, PlaceSeen, Rhythm, Way
from alongside.core.ids import uuid7
from alongside.core.refusals import NotFound
from alongside.faces.common.fit_words import Chip, chips, days, ending, title, visits
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.window_words import in_words
from alongside.faces.desk.frame import moment
from alongside.faces.desk.regular_forms import WantedForm
from alongside.faces.desk.visits_frame import at_field, crumbs, open_to_book
from alongside.ui.nav import Crumb, Nav

_USUAL = Wanted()


@dataclass(frozen=True, slots=True, kw_only=True)
class FitCard:
    """One of the three, in words. ``key`` says which it is, whatever else was found since."""

    number: int
    key: str
    title: str
    days: str
    where: str
    chips: tuple[Chip, ...]
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOffer:
    """What the family was offered and has not answered yet: each time with its chips."""

    uuid: UUID
    times: tuple[tuple[str, tuple[Chip, ...]], ...]
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularPage:
    """What is looked for, what is known of the family, and what fits. ``sent`` goes back with the choice."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    looked_for: str
    said: str
    language: str
    form: WantedForm
    sent: tuple[tuple[str, str], ...]
    cards: tuple[FitCard, ...]
    open_offer: OpenOffer | None
    offer: UUID
    hold_hours: int
    refused: str


def regular(request: Request, child: UUID) -> HttpResponse:
    """Look for three times; what is looked for stands in the address. While an offer is open it stands there alone."""
    opened = open_to_book(request, child, "desk.regular")
    form = _form(opened, request.GET)
    is_answered = offers.open_offer(opened) is None
    fits = _found(opened, form) if is_answered else ()
    built = _page(request, opened, form, fits or ())
    return page(request, "desk/regular.html", built, status=422 if fits is None else 200)


def offer_fits(request: Request, child: UUID) -> HttpResponse:
    """Hold the chosen time, or all of them, and let the family answer. A time that went meanwhile is not offered."""
    opened = open_to_book(request, child, "desk.offer_fits")
    if _is_offered(request, opened):  # The tap was sent again.
        return _offered(request, child)
    form = _form(opened, request.POST)
    found = _found(opened, form) or ()
    wanted = set(request.POST.getlist("all" if request.POST.get("do") == "all" else "fit"))
    chosen = [fit for fit in found if _key(fit) in wanted]
    if len(chosen) < len(wanted) or not chosen:
        form.add_error(None, _("One of these has just been taken. Here is what is free now."))
    elif attempt(form, lambda: _offer(request, child, chosen)) is not None:
        return _offered(request, child)
    built = _page(request, opened, form, found)
    return page(request, "desk/regular.html", built, status=422)


def _offered(request: Request, child: UUID) -> HttpResponse:
    messages.success(request, _("Offered. The family chooses with one tap."))
    return redirect("desk:regular", child=child)


def take_back(request: Request, child: UUID, offer: UUID) -> HttpResponse:
    """Take an offer back; its times are free for others."""
    waiting.withdraw_offer(actor=request.actor, child=child, offer=offer, at=request.at)
    messages.success(request, _("Taken back. These times are free again."))
    return redirect("desk:regular", child=child)


def _form(opened: OpenChild, sent: QueryDict) -> WantedForm:
    """What was asked for, or what the family waits for."""
    team = [(one.uuid, one.name) for one in people.colleagues(opened.clinic, opened.at)]
    return WantedForm(sent if "count" in sent else _first_guess(opened), therapists=team)


def _first_guess(opened: OpenChild) -> dict[str, Any]:
    place = offers.place(opened)
    own = next((one.uuid for one in circle.therapists_of(opened)), None)
    guess = {
        "count": _USUAL.count,
        "minutes": _USUAL.minutes,
        "rhythm": _USUAL.rhythm.value,
        "therapist": own,
    }
    return guess if place is None else guess | _waited_for(place)


def _waited_for(place: PlaceSeen) -> dict[str, Any]:
    said: dict[str, Any] = {"minutes": place.minutes, "features": ",".join(place.room_features)}
    if place.rhythm is Rhythm.ONCE:
        said["count"] = 1
    else:
        said["rhythm"] = place.rhythm.value
    if place.therapist is not None:
        said["therapist"] = place.therapist
    return said | {"by_video": place.way is Way.VIDEO}


def _found(opened: OpenChild, form: WantedForm) -> tuple[FitSeen, ...] | None:
    """What fits; None while something typed needs a change."""
    return attempt(form, at_field(lambda: best_three(opened, form.wanted()))) if form.is_valid() else None


def _offer(request: Request, child: UUID, chosen: Sequence[FitSeen]) -> OfferSeen:
    return waiting.offer_times(
        actor=request.actor,
        child=child,
        offer=_uuid(request),
        options=[fit.option(uuid7(request.at)) for fit in chosen],
        at=request.at,
    )


def _is_offered(request: Request, opened: OpenChild) -> bool:
    try:
        offers.offer(opened, _uuid(request))
    except NotFound:
        return False
    return True


def _uuid(request: Request) -> UUID:
    try:
        return UUID(request.POST.get("offer", ""))
    except ValueError:
        raise NotFound from None


def _page(request: Request, opened: OpenChild, form: WantedForm, fits: Sequence[FitSeen]) -> RegularPage:
    place = offers.place(opened)
    return RegularPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=crumbs(opened, _("A regular time")),
        child=opened.uuid,
        name=opened.short_name,
        looked_for=_looked_for(opened, form),
        said=in_words(wishes(diary.windows(opened))),
        language=place.language if place else "",
        form=form,
        sent=_sent(form),
        cards=tuple(_card(number, fit) for number, fit in enumerate(fits)),
        open_offer=_open_offer(opened),
        offer=fresh_uuid(request.at),
        hold_hours=diary.rules(opened.clinic).hold_hours,
        refused=str(next(iter(form.non_field_errors()), "")),
    )


def _looked_for(opened: OpenChild, form: WantedForm) -> str:
    """ "10 visits, 45 minutes, with Hannah"."""
    if not form.is_valid():
        return ""
    said = form.cleaned_data
    long = visits(said["count"], said["minutes"])
    if said["therapist"] is None:
        return _("%(visits)s, with anybody") % {"visits": long}
    name = people.therapist(opened.clinic, said["therapist"], opened.at).name.split()[0]
    return _("%(visits)s, with %(name)s") % {"visits": long, "name": name}


def _sent(form: WantedForm) -> tuple[tuple[str, str], ...]:
    """What is looked for, as hidden fields."""
    values = ((name, form[name].value()) for name in form.fields)
    return tuple((name, str(value)) for name, value in values if value not in {None, "", False})


def _card(number: int, fit: FitSeen) -> FitCard:
    return FitCard(
        number=number,
        key=_key(fit),
        title=title(fit.local_start, fit.rhythm, fit.count),
        days=days(fit.local_start, fit.rhythm),
        where=_where(fit),
        chips=chips((cost.kind.value, cost.n) for cost in fit.costs),
        ending=ending(fit.last_on, fit.closed, fit.not_free) if fit.count > 1 else "",
    )


def _key(fit: FitSeen) -> str:
    return f"{fit.therapist}|{fit.starts_at:%Y%m%dT%H%M}|{fit.room or ''}|{fit.count}"


def _where(fit: FitSeen) -> str:
    """ "Kingfisher Room with Hannah, from 1 December"."""
    said = {
        "place": fit.room_name or (_("By video") if fit.by_video else ""),
        "name": fit.therapist_name.split()[0],
        "day": date_format(fit.local_start, "j F"),
    }
    if said["place"]:
        return _("%(place)s with %(name)s, from %(day)s") % said
    return _("With %(name)s, from %(day)s") % said


def _open_offer(opened: OpenChild) -> OpenOffer | None:
    found = offers.open_offer(opened)
    if found is None:
        return None
    times = tuple((title(one.local_start, one.rhythm, one.count), chips(one.costs)) for one in found.times)
    return OpenOffer(uuid=found.uuid, times=times, until=moment(found.held_until, found.zone))
