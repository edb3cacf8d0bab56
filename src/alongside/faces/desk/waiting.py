"""Families that wait for a time: the list, what is offered now, and the card under the week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.areas.people.values import ClinicSeen
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import FreedSeen, FreedState, OfferSeen, PlaceSeen, Urgency
from alongside.core.actors import MemberRole
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.waiting_words import needs, range_words
from alongside.faces.desk.frame import clinic_as, long_day, moment
from alongside.faces.desk.waiting_forms import URGENCIES
from alongside.ui.nav import Nav

_RUNS = (MemberRole.FRONT_DESK, MemberRole.OWNER)
_CARD_AT_MOST = 5
_FREED_SHOWN = 6
FREED_STATES = {
    FreedState.LOOKING: gettext_lazy("looking for a family"),
    FreedState.OFFERED: gettext_lazy("offered now"),
    FreedState.TAKEN: gettext_lazy("taken"),
    FreedState.PASSED: gettext_lazy("nobody could"),
    FreedState.STOPPED: gettext_lazy("stopped"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One family on the list. ``contact`` is empty unless a word is due; ``days`` counts how long they wait."""

    child: UUID
    name: str
    age: int
    words: str
    needs: str
    tags: tuple[str, ...]
    waited: str
    contact: str
    contact_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLine:
    """One offer that waits for an answer."""

    uuid: UUID
    child: UUID
    name: str
    times: tuple[str, ...]
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreedLine:
    """One freed time of the latest."""

    uuid: UUID
    when: str
    therapist: str
    state: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage:
    """The list by urgency, who is to hear from the clinic, what is offered, and what was freed.

    ``is_stopped`` says that freed times are to be offered and nobody of the team stands behind it any more.
    """

    nav: Nav
    groups: tuple[tuple[str, tuple[WaitingLine, ...]], ...]
    due: tuple[WaitingLine, ...]
    offers: tuple[OfferLine, ...]
    freed: tuple[FreedLine, ...]
    expected: tuple[str, ...]
    runs_desk: bool
    fills: bool
    is_stopped: bool


def waiting(request: Request) -> HttpResponse:
    """The waiting list of a clinic; a therapist sees the children they look after."""
    clinic = clinic_as(request, *MemberRole)
    runs_desk = bool(request.actor.roles_in(clinic.pk) & set(_RUNS))
    today = _today(request, clinic)
    listed = queries.waiting_list(request.actor, clinic.pk, request.at)
    lines = [(place, _line(place, today)) for place in listed]
    expected = queries.expected(clinic.pk, Urgency.ROUTINE, today)
    fills = queries.rules(clinic.pk).fills
    shown = WaitingPage(
        nav=staff_nav(request.actor, "families"),
        groups=tuple(_groups(lines)),
        due=tuple(line for _place, line in lines if line.contact_due),
        offers=tuple(map(_offer, queries.open_offers(request.actor, clinic.pk, request.at))),
        freed=_freed(request, clinic) if runs_desk else (),
        expected=range_words(expected) if expected else (),
        runs_desk=runs_desk,
        fills=fills,
        is_stopped=fills and queries.stands_behind(clinic.pk, request.at) is None,
    )
    return page(request, "desk/waiting.html", shown)


def waiting_card(request: Request, clinic: ClinicSeen) -> tuple[WaitingLine, ...]:
    """The first five of the list, for the card under the week: who waits for a time outside school first."""
    today = _today(request, clinic)
    listed = queries.first_waiting(request.actor, clinic.pk, request.at, _CARD_AT_MOST)
    return tuple(_line(place, today) for place in listed)


def freed_line(freed: FreedSeen) -> FreedLine:
    """A freed time in a line."""
    return FreedLine(
        uuid=freed.uuid,
        when=moment(freed.starts_at, freed.zone),
        therapist=freed.therapist_name,
        state=str(FREED_STATES[freed.state]),
        is_open=freed.state in {FreedState.LOOKING, FreedState.OFFERED},
    )


def _freed(request: Request, clinic: ClinicSeen) -> tuple[FreedLine, ...]:
    return tuple(freed_line(one) for one in queries.freed_times(request.actor, clinic.pk)[:_FREED_SHOWN])


def _groups(
    lines: Iterable[tuple[PlaceSeen, WaitingLine]],
) -> Iterable[tuple[str, tuple[WaitingLine, ...]]]:
    known = list(lines)
    for urgency, label in URGENCIES.items():
        found = tuple(line for place, line in known if place.urgency is urgency)
        if found:
            yield str(label), found


def _line(place: PlaceSeen, today: date) -> WaitingLine:
    is_due = place.contact_on <= today
    says = _("in touch by today") if is_due else _("in touch by %(day)s")
    return WaitingLine(
        child=place.child,
        name=place.child_name,
        age=place.age,
        words=place.words,
        needs=", ".join(needs(place)),
        tags=_tags(place),
        waited=_waited(place.days(today)),
        contact=says % {"day": long_day(place.contact_on)} if not is_due else says,
        contact_due=is_due,
    )


def _tags(place: PlaceSeen) -> tuple[str, ...]:
    found = []
    if place.only_after_school:
        found.append(_("outside school hours"))
    if place.short_notice:
        found.append(_("short notice is fine"))
    return tuple(found)


def _waited(days: int) -> str:
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def _offer(offer: OfferSeen) -> OfferLine:
    return OfferLine(
        uuid=offer.uuid,
        child=offer.child,
        name=offer.child_name,
        times=tuple(offer_time(offer)),
        until=moment(offer.held_until, offer.zone),
    )


def offer_time(offer: OfferSeen) -> Iterable[str]:
    """The times of an offer, each in a line."""
    for time in offer.times:
        says = ngettext("%(when)s", "%(n)d visits from %(when)s", time.count)
        yield says % {"when": moment(time.starts_at, time.zone), "n": time.count}


def _today(request: Request, clinic: ClinicSeen) -> date:
    return request.at.astimezone(ZoneInfo(clinic.zone)).date()
